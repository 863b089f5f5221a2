-- breaking: no
-- Storylines that only the body of an item speaks of: shown to whoever asks why, never alerted. `why` is JSON.

CREATE TABLE mention (
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  why TEXT NOT NULL,
  PRIMARY KEY (item, storyline)
);

-- A guild's own names for @sets, beside the catalogue's and over them; `names` is JSON.

CREATE TABLE alias_set (
  guild TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  PRIMARY KEY (guild, name)
);
