-- breaking: yes
-- The desk keeps one chain as it reads the news (`guild` null), and for each guild what stands of it there (`read_as` is
-- the chain as read). Rungs and messages belong to what stands; an older desk would count down both.

ALTER TABLE deadline ADD COLUMN guild TEXT;
ALTER TABLE deadline ADD COLUMN read_as TEXT REFERENCES deadline (id);
CREATE INDEX deadline_standing ON deadline (guild, storyline) WHERE guild IS NOT NULL;

-- JSON: which version as read it is, and who let it stand.
ALTER TABLE version ADD COLUMN admission TEXT;

-- A version of a chain as read that does not stand in a guild by itself.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  deadline TEXT NOT NULL REFERENCES deadline (id),
  version INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  state TEXT NOT NULL,
  made_at TEXT NOT NULL,
  answered_by TEXT
);
CREATE INDEX proposal_waiting ON proposal (storyline) WHERE state IN ('held', 'open');
CREATE INDEX proposal_deadline ON proposal (deadline);

-- What a guild chose for all its follows.
CREATE TABLE guild (
  id TEXT PRIMARY KEY,
  moderators TEXT,
  dates TEXT NOT NULL
);

-- Origins a press report needs before it is posted, and before it pings.
ALTER TABLE follow ADD COLUMN gate_post INTEGER NOT NULL DEFAULT 2;
ALTER TABLE follow ADD COLUMN gate_ping INTEGER NOT NULL DEFAULT 3;

ALTER TABLE message ADD COLUMN ping INTEGER NOT NULL DEFAULT 0;
UPDATE message SET ping = 1 WHERE subject_kind IN ('change', 'rung');

-- What was shown so far stood wherever its storyline is followed: each such guild gets the chain as its own, with the
-- rungs and the messages that speak of it.
INSERT INTO deadline (id, storyline, rev, issuer, target, state, ends_at, last_at, guild, read_as)
SELECT deadline.id || '@' || follows.guild, deadline.storyline, deadline.rev, issuer, target, state, ends_at, last_at,
  follows.guild, deadline.id
FROM deadline JOIN (SELECT DISTINCT storyline, guild FROM follow) AS follows ON follows.storyline = deadline.storyline;

INSERT INTO version (deadline, number, change, earliest, latest, instant, precision, zone, zone_basis, said_at,
  bindingness, confidence, tier, counted, flags, evidence, admission)
SELECT deadline.id, number, change, earliest, latest, instant, precision, zone, zone_basis, said_at,
  bindingness, confidence, tier, counted, flags, evidence,
  CASE WHEN evidence IS NULL THEN NULL ELSE '{"of":' || number || ',"by":"origins"}' END
FROM deadline JOIN version ON version.deadline = deadline.read_as;

INSERT INTO confirmation (deadline, item, version, evidence)
SELECT deadline.id, item, version, evidence FROM deadline JOIN confirmation ON confirmation.deadline = deadline.read_as;

INSERT INTO rung (deadline, version, name, at, state)
SELECT deadline.id, version, name, at, rung.state FROM deadline JOIN rung ON rung.deadline = deadline.read_as;
DELETE FROM rung WHERE deadline IN (SELECT id FROM deadline WHERE guild IS NULL);

UPDATE message SET
  key = subject_kind || ':' || subject_id || '@' || (SELECT guild FROM follow WHERE follow.id = message.follow)
    || substr(key, length(subject_kind || ':' || subject_id) + 1),
  subject_id = subject_id || '@' || (SELECT guild FROM follow WHERE follow.id = message.follow)
WHERE subject_kind IN ('deadline', 'change', 'rung');
