-- breaking: yes
-- Where, and until when, the chat may not be used: limits of the platform, and channels that are closed to us. Held here,
-- so that they hold for every process and after every start. Messages may be 'unproven' or 'given_up' from now on.

CREATE TABLE pause (
  -- '*' is every channel.
  channel TEXT NOT NULL,
  -- 'post', 'edit', or '*' for both.
  act TEXT NOT NULL,
  -- 'limit' or 'closed'.
  cause TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (channel, act, cause)
);

CREATE INDEX message_stuck ON message (state) WHERE state IN ('refused', 'gone', 'unproven');
