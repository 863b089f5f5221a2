-- breaking: no
-- When this database took the place of another. It knows nothing of what happened after `as_of`; what came up to
-- `told_until` was told by the desk that it was before.

CREATE TABLE restored (
  at TEXT PRIMARY KEY,
  as_of TEXT NOT NULL,
  told_until TEXT NOT NULL
);
