-- breaking: no
-- What a row's words are never changes: an item whose texts do gets another row, and no row's number comes back. What is
-- known of a row can therefore be kept. `day` is the day of UTC the item was published on, counted from 1970; one
-- without a date counts by when it was seen.

DROP TRIGGER item_gets_a_row;
DROP TRIGGER item_words_grow_old;
DROP TRIGGER item_takes_its_row_along;

CREATE TABLE lasting_row (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  item TEXT NOT NULL UNIQUE REFERENCES item (id),
  seen TEXT NOT NULL,
  day INTEGER NOT NULL,
  words INTEGER NOT NULL
);
INSERT INTO lasting_row (row, item, seen, day, words)
  SELECT item_row.row, item.id, item.seen, unixepoch(substr(COALESCE(item.published, item.seen), 1, 10)) / 86400, item_row.words
  FROM item_row JOIN item ON item.id = item_row.item ORDER BY item_row.row;
DROP TABLE item_row;
ALTER TABLE lasting_row RENAME TO item_row;
CREATE INDEX item_row_words ON item_row (words);

CREATE TRIGGER item_gets_a_row AFTER INSERT ON item
BEGIN
  INSERT INTO item_row (item, seen, day, words)
    VALUES (new.id, new.seen, unixepoch(substr(COALESCE(new.published, new.seen), 1, 10)) / 86400, 0);
END;

CREATE TRIGGER item_gets_another_row AFTER UPDATE OF title, lede, outlet ON item
WHEN new.title <> old.title OR new.lede <> old.lede OR new.outlet <> old.outlet
BEGIN
  DELETE FROM item_words WHERE rowid = (SELECT row FROM item_row WHERE item = new.id);
  DELETE FROM item_row WHERE item = new.id;
  INSERT INTO item_row (item, seen, day, words)
    VALUES (new.id, new.seen, unixepoch(substr(COALESCE(new.published, new.seen), 1, 10)) / 86400, 0);
END;

CREATE TRIGGER item_takes_its_row_along AFTER DELETE ON item
BEGIN
  DELETE FROM item_words WHERE rowid = (SELECT row FROM item_row WHERE item = old.id);
  DELETE FROM item_row WHERE item = old.id;
END;
