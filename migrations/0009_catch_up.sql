-- breaking: yes
-- Before a reminder goes out the sources are asked once more, at `asks_at` (null once they were); `next_at` is when the
-- clock looks at it next, `read_at` since when all working sources had been read as it went out.

ALTER TABLE rung ADD COLUMN asks_at TEXT;
ALTER TABLE rung ADD COLUMN read_at TEXT;
ALTER TABLE rung ADD COLUMN next_at TEXT;
UPDATE rung SET next_at = at;
DROP INDEX rung_planned;
CREATE INDEX rung_next ON rung (next_at) WHERE state = 'planned';

-- What a channel missed while no desk was running, told in one message. `entries` is JSON.
CREATE TABLE catch_up (
  id TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  entries TEXT NOT NULL
);
