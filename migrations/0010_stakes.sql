-- breaking: no
-- What a deadline hangs on, and what follows when it is missed, as the text words them.

ALTER TABLE version ADD COLUMN condition TEXT;
ALTER TABLE version ADD COLUMN consequence TEXT;
