import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const NOW = at('2025-07-14T16:05Z');
const INSERT = "INSERT INTO outlet VALUES (:id, 'n', 'press', 'g', NULL, 'UTC', '[]', '[]')";
const COUNT = 'SELECT COUNT(*) AS count FROM outlet';

/** A database that somebody else has begun to write to. */
function heldDatabase() {
  const path = temporaryFolder().at('desk.db');
  const { engine } = openSqlite(path, NOW);
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  onTestFinished(async () => {
    other.close();
    await engine.close();
  });
  const write = (id: string) => engine.batch([{ sql: INSERT, params: { id } }]);
  return { engine, write, other };
}

it('a write that waits for another writer holds up neither timers nor reads', async () => {
  const { engine, write, other } = heldDatabase();
  let isWritten = false;
  const written = write('a').then(() => {
    isWritten = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await engine.all(COUNT, {})).toEqual([{ count: 0 }]);
  expect(isWritten).toBe(false);
  other.exec('COMMIT');
  await written;
  expect(await engine.all(COUNT, {})).toEqual([{ count: 1 }]);
});

it('writes that wait happen in the order they were asked for, whatever fails among them', async () => {
  const { engine, write, other } = heldDatabase();
  const ended: string[] = [];
  const noted = (name: string) => (work: Promise<unknown>) =>
    work.then(
      () => ended.push(name),
      () => ended.push(`${name} failed`),
    );
  const all = ['a', 'b', 'a', 'c'].map((name) => noted(name)(write(name)));
  const asked = engine.all(INSERT.replace(':id', "'d'").concat(' RETURNING id'), {});
  other.exec('COMMIT');
  await Promise.all(all);
  expect(await asked).toEqual([{ id: 'd' }]);
  expect(ended.sort()).toEqual(['a', 'a failed', 'b', 'c']);
  const rows = await engine.all('SELECT id FROM outlet ORDER BY rowid', {});
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('what can be written at once is written before anything else has its turn', async () => {
  const { engine, write, other } = heldDatabase();
  other.exec('COMMIT');
  const written = write('a');
  const read = engine.all(COUNT, {});
  expect(await read).toEqual([{ count: 1 }]);
  await written;
});
