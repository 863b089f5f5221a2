-- breaking: yes
-- Ids are minted by the desk, instants are fixed-width UTC ISO text, truths are 0/1, JSON is text: what SQLite and
-- PostgreSQL share.

CREATE TABLE outlet (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  ownership TEXT NOT NULL,
  state TEXT,
  zone TEXT NOT NULL,
  hosts TEXT NOT NULL
);

-- A feed and where its polling stands. A feed that left the catalogue keeps its row, so that it never seeds anew.
CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  outlet TEXT NOT NULL REFERENCES outlet (id),
  every_minutes INTEGER NOT NULL,
  enabled INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  baseline_at TEXT,
  last_poll_at TEXT,
  last_success_at TEXT,
  next_poll_at TEXT NOT NULL,
  failures INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT
);
CREATE INDEX feed_due ON feed (next_poll_at) WHERE enabled = 1 AND listed = 1;

-- Item ids begin with the time they were seen, so that new rows land at the end of every index on them.
CREATE TABLE item (
  id TEXT PRIMARY KEY,
  feed TEXT NOT NULL,
  outlet TEXT NOT NULL REFERENCES outlet (id),
  guid TEXT,
  link TEXT,
  title TEXT NOT NULL,
  lede TEXT NOT NULL,
  published TEXT,
  seen TEXT NOT NULL,
  hash TEXT NOT NULL,
  baseline INTEGER NOT NULL
);

CREATE TABLE identity (
  identity TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE
);
CREATE INDEX identity_item ON identity (item);

CREATE TABLE storyline (
  slug TEXT PRIMARY KEY,
  guild TEXT,
  definition TEXT NOT NULL
);

CREATE TABLE follow (
  id TEXT PRIMARY KEY,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  guild TEXT NOT NULL,
  channel TEXT NOT NULL,
  role TEXT,
  ladder TEXT NOT NULL
);
CREATE INDEX follow_storyline ON follow (storyline);
CREATE INDEX follow_guild ON follow (guild);

CREATE TABLE match (
  item TEXT NOT NULL REFERENCES item (id),
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  score REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (item, storyline)
);

CREATE TABLE development (
  id TEXT PRIMARY KEY,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  rev INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  last_at TEXT NOT NULL
);
CREATE INDEX development_live ON development (storyline, last_at);

CREATE TABLE report (
  development TEXT NOT NULL REFERENCES development (id),
  position INTEGER NOT NULL,
  item TEXT NOT NULL REFERENCES item (id),
  joined TEXT NOT NULL,
  PRIMARY KEY (development, position),
  UNIQUE (development, item)
);

CREATE TABLE deadline (
  id TEXT PRIMARY KEY,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  rev INTEGER NOT NULL,
  issuer TEXT NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  last_at TEXT NOT NULL
);
CREATE INDEX deadline_storyline ON deadline (storyline, last_at);
CREATE INDEX deadline_pending ON deadline (ends_at) WHERE state = 'pending';

CREATE TABLE version (
  deadline TEXT NOT NULL REFERENCES deadline (id),
  number INTEGER NOT NULL,
  change TEXT NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  instant TEXT,
  precision TEXT NOT NULL,
  zone TEXT NOT NULL,
  zone_basis TEXT NOT NULL,
  said_at TEXT NOT NULL,
  bindingness TEXT NOT NULL,
  confidence REAL NOT NULL,
  tier TEXT NOT NULL,
  counted TEXT,
  flags TEXT NOT NULL,
  evidence TEXT,
  PRIMARY KEY (deadline, number)
);

CREATE TABLE confirmation (
  deadline TEXT NOT NULL REFERENCES deadline (id),
  item TEXT NOT NULL,
  version INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (deadline, item)
);

CREATE TABLE rung (
  deadline TEXT NOT NULL REFERENCES deadline (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (deadline, version, name)
);
CREATE INDEX rung_planned ON rung (at) WHERE state = 'planned';

-- The board: what should be visible and what is. Delivery makes the two equal.
CREATE TABLE message (
  key TEXT PRIMARY KEY,
  follow TEXT NOT NULL REFERENCES follow (id),
  channel TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject_version INTEGER,
  subject_rung TEXT,
  priority INTEGER NOT NULL,
  wanted_rev INTEGER NOT NULL,
  wanted_at TEXT NOT NULL,
  shown_rev INTEGER NOT NULL,
  shown_at TEXT,
  state TEXT NOT NULL,
  posted TEXT,
  digest TEXT,
  nonce TEXT NOT NULL,
  marker INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  first_tried_at TEXT,
  next_try_at TEXT NOT NULL,
  reason TEXT,
  edits INTEGER NOT NULL
);
CREATE INDEX message_behind ON message (next_try_at) WHERE wanted_rev > shown_rev AND state IN ('waiting', 'shown');
CREATE INDEX message_subject ON message (subject_kind, subject_id);

-- Every committed change with its reason and actor. Rules never read it.
CREATE TABLE journal (
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  because TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (at, act, position)
);
CREATE INDEX journal_subject ON journal (subject, at);

CREATE TRIGGER journal_keeps_its_rows BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: rows are never updated'); END;

CREATE TRIGGER journal_loses_no_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: rows are never deleted'); END;
