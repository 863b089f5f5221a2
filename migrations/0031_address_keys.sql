-- breaking: no
-- What the outward addresses of a guild (calendars, feeds) are made of; another key makes other addresses.
CREATE TABLE address_key (
  guild TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  made_at TEXT NOT NULL
);
