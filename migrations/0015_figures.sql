-- breaking: no
-- What a report counts of its event (JSON); reports of before count nothing until their words change.
ALTER TABLE report ADD COLUMN figures TEXT NOT NULL DEFAULT '[]';
