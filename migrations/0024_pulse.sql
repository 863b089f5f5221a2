-- breaking: no
-- When something was last known to be alive, by its name: what it writes proves that the database can be written, and what
-- it finds says how long nobody was there.
CREATE TABLE pulse (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL
);
