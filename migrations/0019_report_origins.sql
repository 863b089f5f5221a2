-- breaking: no
-- Where a report comes from, as JSON; null for reports older than this, which count as their outlet's own.

ALTER TABLE report ADD COLUMN origin TEXT;
