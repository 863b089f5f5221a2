-- breaking: no
-- Why it was missed, and the developments it tells of (JSON) beside its deadlines.
ALTER TABLE catch_up ADD COLUMN cause TEXT NOT NULL DEFAULT 'away';
ALTER TABLE catch_up ADD COLUMN developments TEXT NOT NULL DEFAULT '[]';
