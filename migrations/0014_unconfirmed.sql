-- breaking: no
-- What becomes of a development that fewer origins report than a follow asks for: shown as unconfirmed, or held.
ALTER TABLE follow ADD COLUMN gate_unconfirmed TEXT NOT NULL DEFAULT 'show';

-- The message that another one answers in its channel.
ALTER TABLE message ADD COLUMN answers TEXT;
