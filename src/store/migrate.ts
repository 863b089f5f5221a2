/**
 * Numbered migrations, frozen once landed. Each runs in one transaction whose first act is to insert its row, so that
 * two desks starting together cannot both apply it; a database that a newer desk made incompatible is refused.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Instant } from '../domain/time.ts';
import { StoreError } from './engine.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  /** An older desk must not run on a database that has it. */
  readonly breaking: boolean;
  readonly sql: string;
  readonly digest: string;
}

/** What migrating did: the names applied now, and the harmless newer ones found. */
export interface Migrated {
  readonly applied: readonly string[];
  readonly newer: readonly string[];
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

const TABLE = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, breaking INTEGER NOT NULL, digest TEXT NOT NULL, applied_at TEXT NOT NULL)`;

const rowSchema = z.object({
  number: z.number(),
  name: z.string(),
  breaking: z.number().transform((value) => value === 1),
  digest: z.string(),
});

function readMigration(folder: string, file: string): Migration {
  const sql = readFileSync(join(folder, file), 'utf8');
  const number = Number(/^(\d{4})_\w+\.sql$/.exec(file)?.[1] ?? Number.NaN);
  const breaking = /^-- breaking: (yes|no)$/m.exec(sql)?.[1];
  if (Number.isNaN(number) || !breaking) {
    throw new StoreError(`migrations/${file}: name it 0001_words.sql and begin it with "-- breaking: yes" or "no"`);
  }
  const digest = createHash('sha256').update(sql).digest('hex');
  return { number, name: file.slice(0, -4), breaking: breaking === 'yes', sql, digest };
}

/** The migrations of a folder in their order. Throws StoreError for a gap or an unreadable name. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => readMigration(folder, file));
  const gap = migrations.find((migration, index) => migration.number !== index + 1);
  if (gap) throw new StoreError(`migrations/${gap.name}.sql: number ${gap.number} leaves a gap or comes twice`);
  return migrations;
}

function refuseNewer(applied: readonly z.infer<typeof rowSchema>[], known: readonly Migration[]): readonly string[] {
  const newer = applied.filter((row) => row.number > known.length);
  const breaking = newer.find((row) => row.breaking);
  if (!breaking) return newer.map((row) => row.name);
  throw new StoreError(
    `The database was changed by a newer Deadline Desk (${breaking.name}); this one would damage it. ` +
      'Start the newer version, or restore the backup made before the upgrade.',
  );
}

function refuseChanged(applied: readonly z.infer<typeof rowSchema>[], known: readonly Migration[]): void {
  const changed = applied.find((row) => known[row.number - 1] && known[row.number - 1]?.digest !== row.digest);
  if (!changed) return;
  throw new StoreError(
    `migrations/${changed.name}.sql is not the file this database was made with. Migrations are frozen: ` +
      'restore that file and put the change into a new one.',
  );
}

function apply(database: Database.Database, migration: Migration, at: Instant): void {
  const { number, name, breaking, digest } = migration;
  const insert = 'INSERT INTO migration VALUES (:number, :name, :breaking, :digest, :at)';
  database
    .transaction(() => {
      database.prepare(insert).run({ number, name, breaking: breaking ? 1 : 0, digest, at });
      database.exec(migration.sql);
    })
    .immediate();
}

/** What is there and what is missing; `before` is how many migrations the database has, 0 for one that is new. */
export interface Plan {
  readonly before: number;
  readonly missing: readonly Migration[];
  readonly newer: readonly string[];
}

function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

/** Compares a database with `migrations`, and changes nothing. Throws StoreError when this desk may not use it. */
export function planOf(database: Database.Database, migrations: readonly Migration[]): Plan {
  const stored = hasTable(database, 'migration')
    ? database.prepare('SELECT * FROM migration ORDER BY number').all()
    : [];
  const rows = z.array(rowSchema).parse(stored);
  const newer = refuseNewer(rows, migrations);
  refuseChanged(rows, migrations);
  const missing = migrations.filter((migration) => !rows.some((row) => row.number === migration.number));
  return { before: rows.length, missing, newer };
}

/** Brings a SQLite database up to the newest of `migrations`. Throws StoreError when it may not. */
export function migrate(database: Database.Database, migrations: readonly Migration[], at: Instant): Migrated {
  const { missing, newer } = planOf(database, migrations);
  database.exec(TABLE);
  for (const migration of missing) apply(database, migration, at);
  return { applied: missing.map((migration) => migration.name), newer };
}
