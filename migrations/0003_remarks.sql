-- breaking: no
-- What is worth knowing of a feed's last document though nothing is wrong with it; JSON.

ALTER TABLE feed ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
