-- breaking: no
-- Hours in which a channel is left in peace (JSON), and until when its messages ping nobody.
ALTER TABLE follow ADD COLUMN quiet TEXT;
ALTER TABLE follow ADD COLUMN muted_until TEXT;

-- Whether moderators chose it: the configuration leaves it alone from then on.
ALTER TABLE follow ADD COLUMN steered INTEGER NOT NULL DEFAULT 0;
