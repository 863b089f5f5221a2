-- breaking: no
-- A storyline that a guild removed keeps its row, because what it found still points to it.
ALTER TABLE storyline ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;

-- Storylines (JSON) that moderators look at before they switch them on.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  storyline TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE INDEX draft_guild ON draft (guild, made_at);
