-- breaking: no
-- The address that etag and last_modified came from; null where it is not known.

ALTER TABLE feed ADD COLUMN validators_from TEXT;
