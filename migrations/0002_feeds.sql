-- breaking: yes
-- What polling learns of a feed, and the pauses that hosts ask for. `host` is empty until the feed is listed or polled
-- again; `moved` and `faults` are JSON.

ALTER TABLE feed ADD COLUMN host TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN last_body_at TEXT;
ALTER TABLE feed ADD COLUMN newest_at TEXT;
ALTER TABLE feed ADD COLUMN rhythm_minutes INTEGER;
ALTER TABLE feed ADD COLUMN faults TEXT NOT NULL DEFAULT '[]';
ALTER TABLE feed ADD COLUMN moved TEXT;
ALTER TABLE feed ADD COLUMN outcomes TEXT NOT NULL DEFAULT '';

CREATE TABLE host (
  name TEXT PRIMARY KEY,
  held_until TEXT NOT NULL
);
