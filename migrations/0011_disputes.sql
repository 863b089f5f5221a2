-- breaking: yes
-- What a report says instead of the version it speaks of, as JSON; null where it says the same.

ALTER TABLE confirmation ADD COLUMN otherwise TEXT;
