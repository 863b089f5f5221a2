-- breaking: no
-- The development that another one follows up; null for those that follow none, and for all opened before this.
ALTER TABLE development ADD COLUMN follows TEXT;
