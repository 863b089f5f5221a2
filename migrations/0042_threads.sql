-- breaking: no
-- A storyline may be told in a thread of its own, or a post of a forum. A place is where messages are told together: a
-- channel, or a thread as `channel/storyline`. `channel` is where a message is sent: that of the thread once it is made.
ALTER TABLE follow ADD COLUMN in_thread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN place TEXT NOT NULL DEFAULT '';
UPDATE message SET place = channel;
DROP INDEX message_channel;
CREATE INDEX message_channel ON message (channel, made_at);
CREATE INDEX message_place ON message (place, made_at);
