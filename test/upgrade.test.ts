/**
 * A database of an older desk, as `test/fixtures/databases` keeps it, opened by this one, and its backup of before put
 * back again as the operators' page says: all that was in it is there, and no reminder comes twice.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { searchWriter } from '../src/decide/match/search.ts';
import { setsIn } from '../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../src/decide/merge/sought.ts';
import { id } from '../src/domain/ids.ts';
import { backupsIn } from '../src/store/backups.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../src/store/migrate.ts';
import { restoreDatabase } from '../src/store/restore.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { createStore } from '../src/store/store.ts';
import { lastingChannel, lineOn } from './fakes/lineOn.ts';
import { aStoryline, at } from './fakes/nouns.ts';
import { type TemporaryFolder, temporaryFolder } from './fakes/temporaryFolder.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/databases', import.meta.url));
const STORYLINE = aStoryline({ query: 'deadline*', deadline: null });
const UPGRADED = at('2025-08-26T05:30Z');

/** The first shape that landed, and one that already knew how to be restored. */
const OLDER = [1, 26] as const;

/** A desk's folder with the database as a desk of so many migrations left it. */
function leftBy(migrations: number): { readonly folder: TemporaryFolder; readonly path: string } {
  const folder = temporaryFolder();
  const path = folder.at('desk.db');
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.exec(readFileSync(join(FIXTURES, `${String(migrations).padStart(4, '0')}.sql`), 'utf8'));
  database.close();
  return { folder, path };
}

/** The migrations of that desk. */
function migrationsOf(folder: TemporaryFolder, count: number): string {
  const older = folder.at('migrations');
  mkdirSync(older);
  for (const { name, sql } of readMigrations(MIGRATIONS_FOLDER).slice(0, count))
    writeFileSync(join(older, `${name}.sql`), sql);
  return older;
}

function migrationsIn(path: string): number {
  const database = new Database(path, { readonly: true });
  const count = Number(database.prepare('SELECT COUNT(*) FROM migration').pluck().get());
  database.close();
  return count;
}

const rungsIn = (posted: readonly string[]) =>
  posted.flatMap((key) => /^rung:deadline-1@100\/1\/(\w+)@/.exec(key)?.[1] ?? []);

/** The trace that polling leaves each few minutes. */
function polledAt(path: string, instant: string): void {
  const database = new Database(path);
  database.prepare('UPDATE feed SET last_poll_at = ?').run(instant);
  database.close();
}

/** From this one on a desk can put a backup back by itself; before it, only a newer one could. */
const RESTORES_SINCE = 25;

/** What the operators' page says: the desk of before puts the backup back that the newer one made as it opened. */
async function rolledBack(folder: TemporaryFolder, path: string, migrations: number): Promise<void> {
  const [backup] = backupsIn(folder.at('backups')).filter(({ occasion }) => occasion === 'before-migration');
  const older = migrations < RESTORES_SINCE ? MIGRATIONS_FOLDER : migrationsOf(folder, migrations);
  const restored = { from: backup?.path ?? '', database: path, at: at('2025-08-27T03:30Z'), toldUntil: null };
  await restoreDatabase({ ...restored, migrationsFolder: older });
  expect(migrationsIn(path)).toBe(readMigrations(older).length);
}

describe.each(OLDER)('a database of %i migrations', (migrations) => {
  it('keeps all that was in it, and its words are found', async () => {
    const { path } = leftBy(migrations);
    const { engine, backup } = openSqlite(path, UPGRADED);
    const store = createStore(engine, TITLE_READER, searchWriter(setsIn({})));
    expect(await store.totals()).toMatchObject({ items: 2, matched: 1, developments: 1, deadlines: 1, posted: 3 });
    expect(await store.deadline(id('deadline-1@100'))).toMatchObject({
      deadline: { standing: { guild: '100', of: 'deadline-1' } },
      rungs: [{ state: 'fired' }, { state: 'planned' }, { state: 'planned' }],
    });
    expect(await store.makeSearchable(10)).toBe(2);
    const ferry = { kind: 'row', by: 'letters', words: ['ferry'], isOpen: false, field: null } as const;
    expect(await store.hits(ferry, null)).toMatchObject([{ id: 'item-2' }]);
    expect(await engine.all('PRAGMA foreign_key_check', {})).toEqual([]);
    await store.close();
    expect(migrationsIn(backup ?? '')).toBe(migrations);
  });

  it('shows the reminders that are left, each once, and none again after its backup was put back', async () => {
    const { folder, path } = leftBy(migrations);
    const { chat, posted } = lastingChannel();
    const newer = lineOn(path, STORYLINE, chat, UPGRADED);
    await newer.until('2025-08-27T02:00Z');
    await newer.until('2025-08-27T03:00Z');
    await newer.until('2025-08-27T03:05Z');
    await newer.stop();
    polledAt(path, '2025-08-27T03:05:00.000Z');
    expect(rungsIn(posted)).toEqual(['1h']);
    await rolledBack(folder, path, migrations);
    const again = lineOn(path, STORYLINE, chat, at('2025-08-27T03:31Z'));
    await again.until('2025-08-27T03:40Z');
    expect(rungsIn(posted)).toEqual(['1h']);
    await again.until('2025-08-27T04:00Z');
    await again.stop();
    expect(rungsIn(posted)).toEqual(['1h', 'due']);
    expect(posted.filter((key) => key.startsWith('catch_up'))).toEqual([]);
  });
});
