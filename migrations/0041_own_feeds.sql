-- breaking: no
-- Whose own a feed is; null for those of the catalogue. Its items, and the outlet of its name, are the guild's through it.
ALTER TABLE feed ADD COLUMN guild TEXT;
CREATE INDEX feed_own ON feed (guild) WHERE guild IS NOT NULL;
