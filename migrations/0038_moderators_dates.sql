-- breaking: yes
-- JSON: what a guild's moderators say of a date on their own account, with their reason and their source. A date that they
-- set themselves has no chain as read behind it (`read_as` null).
ALTER TABLE version ADD COLUMN word TEXT;
