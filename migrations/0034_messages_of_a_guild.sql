-- breaking: yes
-- What greets a server that follows nothing yet belongs to no follow.

CREATE TABLE message_of_anyone (
  key TEXT PRIMARY KEY,
  follow TEXT REFERENCES follow (id),
  channel TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject_version INTEGER,
  subject_rung TEXT,
  answers TEXT,
  priority INTEGER NOT NULL,
  ping INTEGER NOT NULL,
  wanted_rev INTEGER NOT NULL,
  wanted_at TEXT NOT NULL,
  made_at TEXT,
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
INSERT INTO message_of_anyone (key, follow, channel, subject_kind, subject_id, subject_version, subject_rung, answers, priority,
    ping, wanted_rev, wanted_at, made_at, shown_rev, shown_at, state, posted, digest, nonce, marker, attempts, first_tried_at,
    next_try_at, reason, edits)
  SELECT key, follow, channel, subject_kind, subject_id, subject_version, subject_rung, answers, priority,
    ping, wanted_rev, wanted_at, made_at, shown_rev, shown_at, state, posted, digest, nonce, marker, attempts, first_tried_at,
    next_try_at, reason, edits
  FROM message ORDER BY rowid;
DROP TABLE message;
ALTER TABLE message_of_anyone RENAME TO message;
CREATE INDEX message_behind ON message (next_try_at) WHERE wanted_rev > shown_rev AND state IN ('waiting', 'shown');
CREATE INDEX message_subject ON message (subject_kind, subject_id);
CREATE INDEX message_channel ON message (channel, made_at);
CREATE INDEX message_stuck ON message (state) WHERE state IN ('refused', 'gone', 'unproven');
CREATE INDEX message_posted ON message (posted) WHERE posted IS NOT NULL;
