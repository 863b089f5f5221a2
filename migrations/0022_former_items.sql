-- breaking: no
-- An outlet that tells its report again under another link tells the same report: the items it was told in before, as
-- JSON, the first one first.

ALTER TABLE report ADD COLUMN formerly TEXT NOT NULL DEFAULT '[]';
ALTER TABLE edition_report ADD COLUMN formerly TEXT NOT NULL DEFAULT '[]';

-- Other words as well; each time another number, so that who is just making the words of before anew finds out.
CREATE TRIGGER report_words_grow_old AFTER UPDATE OF item ON report
WHEN new.item <> old.item
BEGIN
  UPDATE development SET words = MIN(words, 0) - 1 WHERE words IS NOT NULL AND id = new.development;
END;
