import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/engine.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { at } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T00:00Z');
const FIRST = '-- breaking: yes\nCREATE TABLE a (id TEXT);';

describe('migrations', () => {
  let folder: string;
  let database: Database.Database;
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
    return readMigrations(folder);
  };
  const tables = () =>
    database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-migrations-'));
    database = new Database(':memory:');
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('are applied in order, each once', () => {
    const migrations = write({ '0001_a.sql': FIRST, '0002_b.sql': '-- breaking: no\nCREATE TABLE b (id TEXT);' });
    expect(migrate(database, migrations, NOW).applied).toEqual(['0001_a', '0002_b']);
    expect(migrate(database, migrations, NOW).applied).toEqual([]);
    expect(tables()).toEqual(['a', 'b', 'migration']);
  });

  it('leave nothing behind when one fails half-way', () => {
    const migrations = write({ '0001_a.sql': `${FIRST}\nCREATE TABLE nonsense (;` });
    expect(() => migrate(database, migrations, NOW)).toThrow(/syntax error/);
    expect(tables()).toEqual(['migration']);
    expect(database.prepare('SELECT COUNT(*) FROM migration').pluck().get()).toBe(0);
  });

  it('refuse a database that a newer desk changed in a way that breaks this one', () => {
    const known = write({ '0001_a.sql': FIRST });
    migrate(database, write({ '0002_later.sql': '-- breaking: yes\nDROP TABLE a;' }), NOW);
    expect(() => migrate(database, known, NOW)).toThrow(/newer Deadline Desk \(0002_later\)/);
  });

  it('run on a database whose newer changes break nothing, and name them', () => {
    const known = write({ '0001_a.sql': FIRST });
    migrate(database, write({ '0002_later.sql': '-- breaking: no\nCREATE TABLE b (id TEXT);' }), NOW);
    expect(migrate(database, known, NOW)).toEqual({ applied: [], newer: ['0002_later'] });
  });

  it('refuse a file that was changed after it was applied', () => {
    migrate(database, write({ '0001_a.sql': FIRST }), NOW);
    const changed = write({ '0001_a.sql': `${FIRST} -- a word more` });
    expect(() => migrate(database, changed, NOW)).toThrow(/0001_a\.sql is not the file this database was made with/);
  });

  it.each([
    ['a gap', { '0001_a.sql': FIRST, '0003_c.sql': FIRST }, /leaves a gap/],
    ['a number that comes twice', { '0001_a.sql': FIRST, '0001_b.sql': FIRST }, /comes twice/],
    ['a name without a number', { 'first.sql': FIRST }, /name it 0001_words\.sql/],
    ['no word on breaking', { '0001_a.sql': 'CREATE TABLE a (id TEXT);' }, /begin it with "-- breaking/],
  ])('are refused for %s', (_, files, message) => {
    expect(() => write(files)).toThrow(message);
  });
});

describe('opening a database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-database-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder, the file and the schema', async () => {
    const { engine, migrated } = openSqlite(join(folder, 'new', 'desk.db'), NOW);
    expect(migrated.applied[0]).toBe('0001_the_line');
    await engine.close();
  });

  /** A folder with the first migrations only, as an older desk has them. */
  const older = (count: number) => {
    const old = join(folder, 'old');
    mkdirSync(old);
    for (const { name, sql } of readMigrations(MIGRATIONS_FOLDER).slice(0, count))
      writeFileSync(join(old, `${name}.sql`), sql);
    return old;
  };

  it('of an older version copies it first', async () => {
    const path = join(folder, 'desk.db');
    const old = openSqlite(path, NOW, { migrationsFolder: older(3) });
    await old.engine.batch([{ sql: "INSERT INTO storyline VALUES ('kept', NULL, '{}')", params: {} }]);
    await old.engine.close();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'desk-1-before-migration.db.part'), 'left by a desk that was killed');
    const { engine, migrated, backup } = openSqlite(path, NOW);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['desk-20250714T000000000Z-before-migration.db']);
    expect(migrated.applied[0]).toBe('0004_validators_from');
    expect(backup).toBe(join(folder, 'backups', 'desk-20250714T000000000Z-before-migration.db'));
    const copy = new Database(backup ?? '', { readonly: true });
    expect(copy.prepare('SELECT COUNT(*) FROM migration').pluck().get()).toBe(3);
    expect(copy.prepare('SELECT slug FROM storyline').pluck().all()).toEqual(['kept']);
    copy.close();
    await engine.close();
    const again = openSqlite(path, NOW);
    expect([old.backup, again.backup]).toEqual([null, null]);
    await again.engine.close();
  });

  it('refuses the database of another program and leaves it as it is', () => {
    const path = join(folder, 'desk.db');
    const other = new Database(path);
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(() => openSqlite(path, NOW)).toThrow(/holds no Deadline Desk: it is another program's database/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says what to do about a file that is no database', () => {
    const path = join(folder, 'desk.db');
    writeFileSync(path, 'this is a letter to nobody, and long enough to be read as a page of a database'.repeat(20));
    expect(() => openSqlite(path, NOW)).toThrow(/damaged or no SQLite database; restore the last backup/);
    expect(() => openSqlite(path, NOW)).toThrow(StoreError);
  });

  it('says what to do about a folder that cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openSqlite(join(folder, 'file', 'desk.db'), NOW)).toThrow(/The database .*desk\.db/);
  });

  it('loses nothing to a full disk and goes on when there is room again', async () => {
    const { engine } = openSqlite(join(folder, 'desk.db'), NOW);
    const [pages] = await engine.all('PRAGMA page_count', {});
    await engine.all(`PRAGMA max_page_count = ${pages?.page_count}`, {});
    const long = 'x'.repeat(100_000);
    const insert = { sql: "INSERT INTO outlet VALUES (:id, :name, 'press', 'g', NULL, 'UTC', '[]', '[]')" };
    const small = { ...insert, params: { id: 'a', name: 'A' } };
    const large = { ...insert, params: { id: 'b', name: long } };
    await expect(engine.batch([small, large])).rejects.toThrow(/disk \(or its quota\) is full; nothing was lost/);
    expect(await engine.all('SELECT id FROM outlet', {})).toEqual([]);
    await engine.all('PRAGMA max_page_count = 100000', {});
    await engine.batch([small, large]);
    expect(await engine.all('SELECT id FROM outlet ORDER BY id', {})).toEqual([{ id: 'a' }, { id: 'b' }]);
    await engine.close();
  });
});
