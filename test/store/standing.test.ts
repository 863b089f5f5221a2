/** A database from before guilds had chains of their own: what was shown goes on as what stands there. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { OWN } from '../../src/domain/origin.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aFollow, aSource, aStoryline, at } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const STORYLINE = aStoryline();
const WINDOW = "'2025-09-02', '2025-09-02', NULL, 'day', 'America/New_York', 'issuer'";

const BEFORE = `
INSERT INTO storyline VALUES ('${STORYLINE.slug}', NULL, '${JSON.stringify(STORYLINE).replaceAll("'", "''")}');
INSERT INTO follow VALUES ('f@1', '${STORYLINE.slug}', '100', '200', NULL, '["due"]');
INSERT INTO follow VALUES ('f@2', '${STORYLINE.slug}', '101', '201', NULL, '["due"]');
INSERT INTO deadline VALUES ('dl_1', '${STORYLINE.slug}', 1, 'Donald Trump', 'Russia', 'pending', '2025-09-03T04:00:00.000Z', '${NOW}');
INSERT INTO version VALUES ('dl_1', 1, 'set', ${WINDOW}, '${NOW}', 'reported', 0.9, 'A', NULL, '[]', NULL);
INSERT INTO rung VALUES ('dl_1', 1, 'due', '2025-09-02T13:00:00.000Z', 'planned');
INSERT INTO message (key, follow, channel, subject_kind, subject_id, priority, wanted_rev, wanted_at, shown_rev, state,
  posted, nonce, marker, attempts, next_try_at, edits)
VALUES ('deadline:dl_1@f@1', 'f@1', '200', 'deadline', 'dl_1', 3, 1, '${NOW}', 1, 'shown', '900', 'n', 7, 0, '${NOW}', 0);
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-standing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A database as a desk left it that did not know the migration `first` and those after it. */
function olderDatabase(first: string, rows: string): string {
  const path = join(folder, 'desk.db');
  const database = new Database(path);
  const older = readMigrations(MIGRATIONS_FOLDER).filter(({ name }) => name < first);
  migrate(database, older, NOW);
  database.exec(rows);
  database.close();
  return path;
}

it('gives every guild that follows a chain of its own, with its rungs, and keeps the message it was shown as', async () => {
  const store = createStore(openSqlite(olderDatabase('0007_standing', BEFORE), NOW).engine, TITLE_READER);
  const [standing] = await store.deadlines(aFollow().guild);
  expect(standing).toMatchObject({ id: 'dl_1@100', standing: { guild: '100', of: 'dl_1' } });
  const ripe = await store.ripe(at('2025-09-02T13:00Z'));
  expect(ripe.map(({ deadline, rungs, follows }) => [deadline.id, rungs.length, follows.length])).toEqual([
    ['dl_1@100', 1, 1],
    ['dl_1@101', 1, 1],
  ]);
  const { messages } = await store.facts({
    identities: [],
    storylines: [STORYLINE.slug],
    titles: [],
    since: NOW,
    lately: NOW,
  });
  expect(messages).toMatchObject([{ key: 'deadline:dl_1@100@f@1', subject: { id: 'dl_1@100' }, shownRev: 1 }]);
  await store.close();
});

it('keeps the message a proposal was asked by, so that it is not asked again', async () => {
  const asked = `
    INSERT INTO storyline VALUES ('${STORYLINE.slug}', NULL, '{}');
    INSERT INTO follow (id, storyline, guild, channel, ladder) VALUES ('f@1', '${STORYLINE.slug}', '100', '200', '[]');
    INSERT INTO message (key, follow, channel, subject_kind, subject_id, priority, wanted_rev, wanted_at, shown_rev,
      state, posted, nonce, marker, attempts, next_try_at, edits)
    VALUES ('proposal:pr_1@f@1', 'f@1', '200', 'proposal', 'pr_1', 3, 1, '${NOW}', 1, 'shown', '900', 'n', 7, 0, '${NOW}', 0);`;
  const { engine } = openSqlite(olderDatabase('0012_proposal_keys', asked), NOW);
  expect(await engine.all('SELECT key, posted FROM message', {})).toEqual([{ key: 'proposal:pr_1', posted: '900' }]);
  await engine.close();
});

it('takes a report and a date from before origins were kept for their outlet’s own', async () => {
  const bbc = { item: 'it_1', source: aSource(), link: null, published: NOW, quote: '50 days', span: [0, 7] };
  const evidence = JSON.stringify({ ...bbc, cue: 'c', rule: 'r', anchor: { kind: 'none', day: null } });
  const told = `
    INSERT INTO storyline VALUES ('${STORYLINE.slug}', NULL, '{}');
    INSERT INTO outlet (id, name, label, ownership, zone, hosts) VALUES ('bbc', 'BBC News', 'press', 'bbc', 'UTC', '[]');
    INSERT INTO item (id, feed, outlet, title, lede, seen, hash, baseline) VALUES ('it_1', 'f', 'bbc', 'Ferry aground', '', '${NOW}', 'h', 0);
    INSERT INTO development (id, storyline, rev, opened_at, last_at, words) VALUES ('d_1', '${STORYLINE.slug}', 1, '${NOW}', '${NOW}', 0);
    INSERT INTO report (development, position, item, joined) VALUES ('d_1', 1, 'it_1', '{"rule":"opened"}');
    INSERT INTO deadline (id, storyline, rev, issuer, target, state, ends_at, last_at)
    VALUES ('dl_1', '${STORYLINE.slug}', 1, 'Donald Trump', 'Russia', 'pending', '2025-09-03T04:00:00.000Z', '${NOW}');
    INSERT INTO version (deadline, number, change, earliest, latest, instant, precision, zone, zone_basis, said_at,
      bindingness, confidence, tier, flags, evidence)
    VALUES ('dl_1', 1, 'set', ${WINDOW}, '${NOW}', 'reported', 0.9, 'A', '[]', '${evidence}');`;
  const { engine } = openSqlite(olderDatabase('0019_report_origins', told), NOW);
  const words = TITLE_READER.wordsOf({ title: 'Ferry aground', lede: '' });
  const title = { identities: [], storylines: [STORYLINE.slug], words, telling: words, from: NOW, until: NOW };
  const store = createStore(engine, TITLE_READER);
  const asked = { identities: [], storylines: [STORYLINE.slug], titles: [title], since: NOW, lately: NOW };
  const { developments, deadlines } = await store.facts(asked);
  expect(developments[0]?.reports[0]?.origin).toEqual(OWN);
  expect(deadlines[0]?.versions[0].evidence?.origin).toEqual(OWN);
  await store.close();
});
