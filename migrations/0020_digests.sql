-- breaking: no
-- Developments that a channel is told of in one message, because it had as many messages within an hour as it wants.
CREATE TABLE digest (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  follow TEXT NOT NULL REFERENCES follow (id),
  rev INTEGER NOT NULL,
  opened_at TEXT NOT NULL
);
CREATE INDEX digest_channel ON digest (channel, opened_at);

CREATE TABLE digest_entry (
  digest TEXT NOT NULL REFERENCES digest (id),
  position INTEGER NOT NULL,
  card TEXT NOT NULL,
  PRIMARY KEY (digest, position)
);
CREATE INDEX digest_entry_card ON digest_entry (card);

ALTER TABLE follow ADD COLUMN cap_posts INTEGER NOT NULL DEFAULT 12;
ALTER TABLE follow ADD COLUMN cap_pings INTEGER NOT NULL DEFAULT 4;

-- When a message was first wanted.
ALTER TABLE message ADD COLUMN made_at TEXT;
UPDATE message SET made_at = wanted_at;
CREATE INDEX message_channel ON message (channel, made_at);

-- What moderators are shown of a storyline is its newest.
CREATE INDEX development_newest ON development (storyline, last_at);
