-- breaking: no
-- In whose server somebody did something: what moderators did is shown to theirs alone.
ALTER TABLE journal ADD COLUMN guild TEXT;
CREATE INDEX journal_guild ON journal (guild, at) WHERE guild IS NOT NULL;

-- The zone in which a guild writes its hours, and the language of its alerts; and whether moderators chose.
ALTER TABLE guild ADD COLUMN zone TEXT;
ALTER TABLE guild ADD COLUMN language TEXT;
ALTER TABLE guild ADD COLUMN steered INTEGER NOT NULL DEFAULT 0;
