-- breaking: no
-- Messages of an announcement channel are published to the servers that follow it, where moderators chose so: each once, as
-- fast as Discord takes them.
ALTER TABLE follow ADD COLUMN publishes INTEGER NOT NULL DEFAULT 0;
-- From when on it may be published; null for what is not to be, or was.
ALTER TABLE message ADD COLUMN publish_at TEXT;
ALTER TABLE message ADD COLUMN published_at TEXT;
CREATE INDEX message_publish ON message (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX message_published ON message (channel, published_at) WHERE published_at IS NOT NULL;
