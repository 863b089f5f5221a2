-- breaking: no
-- Since when a message is kept back for the quiet hours of its place; null for all others. When they are over, what was
-- kept is told in one message.
ALTER TABLE message ADD COLUMN kept_since TEXT;
CREATE INDEX message_kept ON message (next_try_at) WHERE kept_since IS NOT NULL;
