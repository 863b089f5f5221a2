import { existsSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { copyDatabase } from '../../src/store/copy.ts';
import { StoreError } from '../../src/store/engine.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const NOW = at('2025-07-14T00:00Z');
const INSERT = "INSERT INTO outlet VALUES (:id, :name, 'press', 'g', NULL, 'UTC', '[]', '[]')";

/** A megabyte each: a copy of them takes many steps, with commits of somebody else between them. */
const MANY = [...'abcdefghijkl'];

const outlets = (path: string) => {
  const database = new Database(path, { readonly: true });
  const names: readonly unknown[] = database.prepare('SELECT id FROM outlet ORDER BY id').pluck().all();
  database.close();
  return names;
};

describe('a copy of a database', () => {
  it('holds what was committed when it began, although somebody writes on', async () => {
    const folder = temporaryFolder();
    const { engine } = openSqlite(folder.at('desk.db'), NOW);
    const name = 'x'.repeat(1_000_000);
    for (const id of MANY) await engine.batch([{ sql: INSERT, params: { id, name } }]);
    let isCopied = false;
    const copied = copyDatabase(folder.at('desk.db'), folder.at('copy.db')).finally(() => {
      isCopied = true;
    });
    let written = 0;
    for (; !isCopied; written += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await engine.batch([{ sql: INSERT, params: { id: `later ${written}`, name: 'Later' } }]);
    }
    expect(await copied).toMatchObject({ path: folder.at('copy.db') });
    expect(written).toBeGreaterThan(2);
    expect(outlets(folder.at('copy.db'))).toEqual(MANY);
    expect(folder.names().filter((each) => each.startsWith('copy'))).toEqual(['copy.db']);
    await engine.close();
  });

  it('is made of a database that no desk has open', async () => {
    const folder = temporaryFolder();
    const { engine } = openSqlite(folder.at('desk.db'), NOW);
    await engine.batch([{ sql: INSERT, params: { id: 'a', name: 'A' } }]);
    await engine.close();
    await copyDatabase(folder.at('desk.db'), folder.at('new/copy.db'));
    expect(outlets(folder.at('new/copy.db'))).toEqual(['a']);
    expect(folder.names()).toEqual(['desk.db', 'new']);
  });

  it.each([
    ['is not there', () => undefined, /cannot be opened/],
    ['is no database', (path: string) => writeFileSync(path, 'a letter to nobody '.repeat(500)), /no SQLite database/],
  ])('of one that %s says so and leaves nothing behind', async (_, make, says) => {
    const folder = temporaryFolder();
    make(folder.at('desk.db'));
    const copied = copyDatabase(folder.at('desk.db'), folder.at('copy.db'));
    await expect(copied).rejects.toThrow(says);
    await expect(copied).rejects.toBeInstanceOf(StoreError);
    expect(existsSync(folder.at('copy.db')) || existsSync(folder.at('copy.db.part'))).toBe(false);
  });
});
