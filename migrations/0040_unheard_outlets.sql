-- breaking: no
-- JSON: outlets whose word counts for nothing where this is told, as moderators chose.
ALTER TABLE follow ADD COLUMN unheard TEXT NOT NULL DEFAULT '[]';
