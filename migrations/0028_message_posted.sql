-- breaking: no
-- Which row of the board a message shows: people ask why it came.
CREATE INDEX message_posted ON message (posted) WHERE posted IS NOT NULL;
