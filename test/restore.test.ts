/** A backup in the place of the database: what was sent since it was made is not sent again, and nothing is lost. */
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TITLE_READER } from '../src/decide/merge/sought.ts';
import { id } from '../src/domain/ids.ts';
import { backupsIn } from '../src/store/backups.ts';
import { copyDatabase } from '../src/store/copy.ts';
import { restoreDatabase } from '../src/store/restore.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { createStore } from '../src/store/store.ts';
import { lastingChannel, lineOn } from './fakes/lineOn.ts';
import { aDeadline, aFollow, anOutlet, aRung, aStoryline, at, atMinute, aVersion } from './fakes/nouns.ts';
import { temporaryFolder } from './fakes/temporaryFolder.ts';

const because = 'a test says so';
const START = at('2025-08-25T00:00Z');
const STORYLINE = aStoryline({ query: 'deadline*', deadline: null });
const READ = aDeadline({ versions: [aVersion({ window: atMinute('2025-08-27T04:00Z', '2025-08-27') })] });
const STANDS = aDeadline({
  id: id('stands'),
  standing: { guild: aFollow().guild, of: READ.id },
  versions: [aVersion({ window: atMinute('2025-08-27T04:00Z', '2025-08-27'), admission: { of: 1, by: 'law' } })],
});
const RUNGS = [
  aRung({ deadline: STANDS.id, name: '24h', at: at('2025-08-26T04:00Z') }),
  aRung({ deadline: STANDS.id, name: '1h', at: at('2025-08-27T03:00Z') }),
  aRung({ deadline: STANDS.id, name: 'due', at: at('2025-08-27T04:00Z') }),
];

async function seeded(path: string): Promise<void> {
  const store = createStore(openSqlite(path, START).engine, TITLE_READER);
  await store.commit(
    [
      { kind: 'outlet.listed', outlet: anOutlet(), because },
      { kind: 'storyline.defined', storyline: STORYLINE, because },
      { kind: 'follow.set', follow: aFollow({ ladder: ['24h', '1h', 'due'] }), because },
      { kind: 'deadline.set', deadline: READ, because },
      { kind: 'deadline.set', deadline: STANDS, because },
      ...RUNGS.map((rung) => ({ kind: 'rung.planned', rung, because }) as const),
    ],
    { at: START, actor: 'test' },
  );
  await store.close();
}

/** The reminders among what was posted. */
const rungsIn = (posted: readonly string[]) => posted.flatMap((key) => /^rung:stands\/1\/(\w+)@/.exec(key)?.[1] ?? []);

async function playedUntil(stopAt: string) {
  const folder = temporaryFolder();
  const path = folder.at('desk.db');
  const there = lastingChannel();
  await seeded(path);
  const before = lineOn(path, STORYLINE, there.chat, START);
  await before.until('2025-08-26T04:00Z');
  await before.until('2025-08-27T02:00Z');
  await copyDatabase(path, folder.at('backup.db'));
  await before.until('2025-08-27T03:00Z');
  await before.until(stopAt);
  await before.stop();
  return { folder, path, ...there };
}

const options = (path: string, from: string, when: string) => ({
  ...{ from, database: path, at: at(when), toldUntil: null },
});

describe('a backup of an hour before, restored', () => {
  it('fires no reminder again that its desk sent since, and then the next one', async () => {
    const { folder, path, chat, posted } = await playedUntil('2025-08-27T03:10Z');
    const database = new Database(path);
    database.prepare("UPDATE message SET shown_at = '2025-08-27T03:10:00.000Z'").run();
    database.close();
    const done = await restoreDatabase(options(path, folder.at('backup.db'), '2025-08-27T03:30Z'));
    expect(done).toMatchObject({ toldUntil: at('2025-08-27T03:08Z'), asOf: at('2025-08-26T04:00Z') });
    const after = lineOn(path, STORYLINE, chat, at('2025-08-27T03:31Z'));
    await after.until('2025-08-27T03:40Z');
    expect(rungsIn(posted)).toEqual(['24h', '1h']);
    await after.until('2025-08-27T04:00Z');
    await after.stop();
    expect(rungsIn(posted)).toEqual(['24h', '1h', 'due']);
    expect(posted.filter((key) => key.startsWith('catch_up'))).toEqual([]);
  });

  it('finds in the channel what was sent as its desk stopped', async () => {
    const { folder, path, chat, posted } = await playedUntil('2025-08-27T03:01Z');
    await restoreDatabase(options(path, folder.at('backup.db'), '2025-08-27T03:05Z'));
    const after = lineOn(path, STORYLINE, chat, at('2025-08-27T03:06Z'));
    await after.until('2025-08-27T04:00Z');
    await after.stop();
    expect(rungsIn(posted)).toEqual(['24h', '1h', 'due']);
  });

  it('finds in the channel what was still waiting when it was made', async () => {
    const { chat, posted, down } = lastingChannel();
    const folder = temporaryFolder();
    const path = folder.at('desk.db');
    await seeded(path);
    down(true);
    const before = lineOn(path, STORYLINE, chat, START);
    await before.until('2025-08-26T04:00Z');
    await copyDatabase(path, folder.at('backup.db'));
    down(false);
    await before.until('2025-08-26T05:00Z');
    await before.stop();
    await restoreDatabase(options(path, folder.at('backup.db'), '2025-08-26T06:00Z'));
    const after = lineOn(path, STORYLINE, chat, at('2025-08-26T06:01Z'));
    await after.until('2025-08-26T06:10Z');
    await after.stop();
    expect(rungsIn(posted)).toEqual(['24h']);
  });

  it('tells once what nobody was there to tell', async () => {
    const { folder, path, chat, posted } = await playedUntil('2025-08-27T02:30Z');
    await restoreDatabase(options(path, folder.at('backup.db'), '2025-08-27T05:00Z'));
    const after = lineOn(path, STORYLINE, chat, at('2025-08-27T05:01Z'));
    await after.until('2025-08-27T05:02Z');
    await after.stop();
    expect(rungsIn(posted).filter((name) => name === '24h')).toEqual(['24h']);
    expect(posted.filter((key) => key.startsWith('catch_up'))).toHaveLength(1);
  });
});

describe('restoring', () => {
  const aBackup = async () => {
    const folder = temporaryFolder();
    await seeded(folder.at('desk.db'));
    await copyDatabase(folder.at('desk.db'), folder.at('backup.db'));
    return folder;
  };
  const NOW = '2025-08-27T05:00Z';

  it('keeps the database that was there, and leaves no draft', async () => {
    const folder = await aBackup();
    const { aside } = await restoreDatabase(options(folder.at('desk.db'), folder.at('backup.db'), NOW));
    expect(backupsIn(folder.at('backups')).map(({ path, occasion }) => [path, occasion])).toEqual([
      [aside, 'replaced'],
    ]);
    expect(folder.names()).toEqual(['backup.db', 'backups', 'desk.db']);
  });

  it('is refused while a desk runs, which goes on', async () => {
    const folder = await aBackup();
    const { engine } = openSqlite(folder.at('desk.db'), START);
    onTestFinished(() => engine.close());
    const restored = restoreDatabase(options(folder.at('desk.db'), folder.at('backup.db'), NOW));
    await expect(restored).rejects.toThrow(/A desk runs on .*desk\.db: stop it first/);
    expect(await engine.all('SELECT COUNT(*) AS count FROM restored', {})).toEqual([{ count: 0 }]);
  });

  it('takes the place of a database that cannot be read any more, as told until it was last written', async () => {
    const folder = await aBackup();
    writeFileSync(folder.at('desk.db'), 'nothing but letters '.repeat(1_000));
    const { toldUntil, aside } = await restoreDatabase(options(folder.at('desk.db'), folder.at('backup.db'), NOW));
    expect(toldUntil > at('2026-01-01T00:00Z')).toBe(true);
    expect(aside).not.toBe(null);
  });

  it('takes the place of none, and then counts nothing as told that the backup does not know', async () => {
    const folder = await aBackup();
    const done = await restoreDatabase(options(folder.at('new/desk.db'), folder.at('backup.db'), NOW));
    expect(done).toMatchObject({ aside: null, lastSign: null, toldUntil: START });
    const told = { ...options(folder.at('new/desk.db'), folder.at('backup.db'), NOW), toldUntil: at(NOW) };
    expect(await restoreDatabase({ ...told, at: at('2025-08-27T06:00Z') })).toMatchObject({ toldUntil: at(NOW) });
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['is damaged', (path) => damage(path), /is damaged \(.*\); restore another backup|damaged or no SQLite database/],
    ['is of another program', (path) => another(path), /holds no Deadline Desk/],
    ['is of a newer desk', (path) => newer(path), /changed by a newer Deadline Desk \(9999_later\)/],
  ])('is refused for a file that %s, and changes nothing', async (_, spoil, says) => {
    const folder = await aBackup();
    spoil(folder.at('backup.db'));
    const restored = restoreDatabase(options(folder.at('desk.db'), folder.at('backup.db'), NOW));
    await expect(restored).rejects.toThrow(says);
    expect(folder.names()).toEqual(['backup.db', 'desk.db']);
  });
});

function changed(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

function newer(path: string): void {
  changed(path, "INSERT INTO migration VALUES (9999, '9999_later', 1, 'digest', '2030-01-01T00:00:00.000Z')");
}

function another(path: string): void {
  changed(path, 'PRAGMA application_id = 7; DROP TABLE migration');
}

/** An index that lacks what its table has. */
function damage(path: string): void {
  const database = new Database(path);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  database.exec("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'rung_next'");
  database.close();
}
