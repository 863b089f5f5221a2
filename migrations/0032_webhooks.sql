-- breaking: no
-- Servers elsewhere that are told what a channel is told. In follows and messages they are channels `webhook:<id>`; one
-- that ended keeps its row, because what it was told points to it.
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ended_at TEXT
);
