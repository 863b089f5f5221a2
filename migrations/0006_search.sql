-- breaking: no
-- Every item has a row number here and, under it, its words in `item_words`. `words` says by which version of the desk's
-- rules they were made, 0 that they are missing or older than the item's texts; triggers say so whoever writes.

CREATE TABLE item_row (
  row INTEGER PRIMARY KEY,
  item TEXT NOT NULL UNIQUE REFERENCES item (id),
  seen TEXT NOT NULL,
  words INTEGER NOT NULL
);
CREATE INDEX item_row_words ON item_row (words);

-- No text is kept twice: the index only. The tokenizer takes words as they come, every character beyond ASCII for a
-- letter. An index of prefixes would triple the size and make no storyline's query faster.
CREATE VIRTUAL TABLE item_words USING fts5 (
  title, lede, beside, content = '', contentless_delete = 1, tokenize = 'ascii'
);

INSERT INTO item_row (item, seen, words) SELECT id, seen, 0 FROM item ORDER BY seen, id;

CREATE TRIGGER item_gets_a_row AFTER INSERT ON item
BEGIN INSERT INTO item_row (item, seen, words) VALUES (new.id, new.seen, 0); END;

CREATE TRIGGER item_words_grow_old AFTER UPDATE OF title, lede, outlet ON item
WHEN new.title <> old.title OR new.lede <> old.lede OR new.outlet <> old.outlet
BEGIN UPDATE item_row SET words = 0 WHERE item = new.id; END;

CREATE TRIGGER item_takes_its_row_along AFTER DELETE ON item
BEGIN
  DELETE FROM item_words WHERE rowid = (SELECT row FROM item_row WHERE item = old.id);
  DELETE FROM item_row WHERE item = old.id;
END;
