-- breaking: no
-- Since when moderators have a follow tell nothing new; null while it tells.
ALTER TABLE follow ADD COLUMN paused_at TEXT;
