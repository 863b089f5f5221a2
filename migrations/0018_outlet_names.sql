-- breaking: no
-- What texts call an outlet that they quote or credit, as a JSON array.

ALTER TABLE outlet ADD COLUMN names TEXT NOT NULL DEFAULT '[]';
