-- breaking: yes
-- What moderators are told of the desk itself. `concern` is JSON, `resolved_at` null while it lasts. Messages may speak of
-- a 'notice' from now on.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  rev INTEGER NOT NULL,
  concern TEXT NOT NULL,
  since TEXT NOT NULL,
  resolved_at TEXT
);
CREATE INDEX notice_open ON notice (resolved_at);
