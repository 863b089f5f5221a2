import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';
import { storeContract } from './contract.ts';

const NOW = at('2025-07-14T00:00Z');
const open = () => openSqlite(':memory:', NOW).engine;

storeContract('SQLite', async () => createStore(open(), TITLE_READER));

it('values stand where they are named, as often as they are, and in quotes nothing is a name', async () => {
  const engine = open();
  const sql = `SELECT :b AS first, 'it''s :a, %H:%M' AS quoted, :a AS second, :b AS third`;
  const row = { first: 2, quoted: "it's :a, %H:%M", second: 'one', third: 2 };
  expect(await engine.all(sql, { a: 'one', b: 2, unasked: null })).toEqual([row]);
  await expect(engine.all('SELECT :a', {})).rejects.toThrow('Missing named parameter "a"');
  await engine.close();
});

it('an item has as many names as it comes with, each once', async () => {
  const engine = open();
  const store = createStore(engine, TITLE_READER);
  const names = Array.from({ length: 19 }, (_, number) => `link:${number}`);
  const item = anItem({ identities: [...names, ...names.slice(0, 3)] });
  const because = 'a test says so';
  const seen = { kind: 'item.seen', item, baseline: false, because } as const;
  await store.commit([{ kind: 'outlet.listed', outlet: anOutlet(), because }, seen], { at: NOW, actor: 'test' });
  const rows = await engine.all('SELECT identity FROM identity ORDER BY rowid', {});
  expect(rows.map(({ identity }) => identity)).toEqual(names);
  await store.close();
});

/** Where Linux lists the open files of a process; other systems have no such place. */
const OPEN_FILES = '/proc/self/fd';

/** Whoever asks the disk for a log has it open, beside SQLite itself. */
function timesOpen(path: string): number {
  const names = readdirSync(OPEN_FILES).flatMap((name) => {
    try {
      return [readlinkSync(`${OPEN_FILES}/${name}`)];
    } catch {
      return [];
    }
  });
  return names.filter((name) => name === path).length;
}

it.runIf(existsSync(OPEN_FILES)).each([
  [true, 2],
  [false, 1],
])('a commit asks the disk: %s', async (asksDisk, times) => {
  const path = temporaryFolder().at('desk.db');
  const { engine } = openSqlite(path, NOW, { asksDisk });
  onTestFinished(() => engine.close());
  await engine.batch([{ sql: 'INSERT INTO pulse (name, at) VALUES (:name, :at)', params: { name: 'desk', at: NOW } }]);
  expect(timesOpen(`${path}-wal`)).toBe(times);
});
