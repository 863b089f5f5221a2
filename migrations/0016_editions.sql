-- breaking: no
-- Developments as a guild's moderators want them told there, with what they did, so that it can be undone.
CREATE TABLE edition (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  storyline TEXT NOT NULL REFERENCES storyline (slug),
  rev INTEGER NOT NULL,
  follows TEXT,
  continues TEXT REFERENCES development (id),
  opened_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  stand TEXT NOT NULL,
  correction TEXT
);
CREATE INDEX edition_guild ON edition (guild, last_at);
CREATE INDEX edition_continues ON edition (continues) WHERE continues IS NOT NULL;

-- Developments whose later reports may belong to an edition.
CREATE TABLE edition_of (
  development TEXT NOT NULL REFERENCES development (id),
  edition TEXT NOT NULL REFERENCES edition (id),
  PRIMARY KEY (development, edition)
);
CREATE INDEX edition_of_edition ON edition_of (edition);

CREATE TABLE edition_report (
  edition TEXT NOT NULL REFERENCES edition (id),
  item TEXT NOT NULL REFERENCES item (id),
  joined TEXT NOT NULL,
  origin TEXT NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (edition, item)
);
CREATE INDEX edition_report_item ON edition_report (item);

CREATE TABLE ruling (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  kind TEXT NOT NULL,
  member TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT,
  before TEXT NOT NULL,
  rev INTEGER NOT NULL,
  undone_by TEXT
);
CREATE INDEX ruling_guild ON ruling (guild, at);
