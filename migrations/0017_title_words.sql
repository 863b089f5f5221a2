-- breaking: yes
-- Developments that may still take in reports are found by the words of their titles; an older desk would join reports
-- whose words nobody kept. `words` says by which version of the desk's rules they are kept in `title_word`: below 1 that
-- they are older than the titles, null that they are not kept, because the development is past its life.

ALTER TABLE development ADD COLUMN words INTEGER;
-- When its latest report was written: as published, else when it was seen.
ALTER TABLE development ADD COLUMN written_at TEXT;

-- How many of its reports hold a word in their titles; every report holds the word ''.
CREATE TABLE title_word (
  storyline TEXT NOT NULL,
  word TEXT NOT NULL,
  development TEXT NOT NULL REFERENCES development (id),
  count INTEGER NOT NULL,
  PRIMARY KEY (storyline, word, development)
) WITHOUT ROWID;
CREATE INDEX title_word_development ON title_word (development, count);

-- The same for all of a storyline, whoever writes.
CREATE TABLE title_total (
  storyline TEXT NOT NULL,
  word TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (storyline, word)
) WITHOUT ROWID;

CREATE TRIGGER title_word_comes AFTER INSERT ON title_word
BEGIN
  INSERT INTO title_total (storyline, word, count) VALUES (new.storyline, new.word, new.count)
    ON CONFLICT (storyline, word) DO UPDATE SET count = title_total.count + excluded.count;
END;

CREATE TRIGGER title_word_counts AFTER UPDATE ON title_word
BEGIN
  UPDATE title_total SET count = count + new.count - old.count WHERE storyline = new.storyline AND word = new.word;
END;

CREATE TRIGGER title_word_goes AFTER DELETE ON title_word
BEGIN
  UPDATE title_total SET count = count - old.count WHERE storyline = old.storyline AND word = old.word;
  DELETE FROM title_total WHERE storyline = old.storyline AND word = old.word AND count = 0;
END;

-- Each time another number, so that who is just making the words of before anew finds out.
CREATE TRIGGER title_words_grow_old AFTER UPDATE OF title, lede ON item
WHEN new.title <> old.title OR new.lede <> old.lede
BEGIN
  UPDATE development SET words = MIN(words, 0) - 1
  WHERE words IS NOT NULL AND id IN (SELECT development FROM report WHERE item = new.id);
END;

DROP INDEX development_live;
CREATE INDEX development_kept ON development (storyline, last_at) WHERE words IS NOT NULL;
CREATE INDEX development_words ON development (storyline, words) WHERE words IS NOT NULL;

UPDATE development SET words = 0
WHERE last_at >= (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', MAX(last_at), '-2 days') FROM development);
