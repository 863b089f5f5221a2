/** A backup in the place of a database: verified first, put there whole or not at all, and told what it cannot know. */
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { id } from '../domain/ids.ts';
import { type Instant, instantOf, MINUTE, plus } from '../domain/time.ts';
import { backupFolder, backupPath, rotate } from './backups.ts';
import { copyDatabase, keepName } from './copy.ts';
import { StoreError } from './engine.ts';
import { MIGRATIONS_FOLDER, migrate, planOf, readMigrations } from './migrate.ts';
import { markAsOurs, refuseOthers } from './ours.ts';
import { type Restored, restoredStatements } from './restored.ts';
import { named } from './trouble.ts';

/** A file that may be restored. */
export interface Verified {
  /** Its last commit; null for a database in which nothing happened yet. */
  readonly asOf: Instant | null;
  /** Migrations that it lacks. */
  readonly missing: readonly string[];
}

const lastRow = z.object({ at: z.string().nullable() });

function lastOf(database: Database.Database, sql: string): Instant | null {
  const { at } = lastRow.parse(database.prepare(sql).get());
  return at === null ? null : id<Instant>(at);
}

const LAST_COMMIT = 'SELECT MAX(at) AS at FROM journal';

/** The last that a desk did: polls leave a trace each few minutes, whatever they bring. */
const LAST_SIGN = `SELECT MAX(at) AS at FROM (SELECT MAX(at) AS at FROM journal
  UNION ALL SELECT MAX(last_poll_at) FROM feed UNION ALL SELECT MAX(shown_at) FROM message)`;

function refuseDamaged(database: Database.Database, path: string): void {
  const found = database.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new StoreError(`${path} is damaged (${found}); restore another backup`);
}

/** Opens the file as it is, and answers what `look` finds. */
function within<Answer>(path: string, look: (database: Database.Database) => Answer): Answer {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { fileMustExist: true, timeout: 500 });
    return look(database);
  } catch (error) {
    throw named(error, path);
  } finally {
    database?.close();
  }
}

/** Reads a backup from end to end. Throws StoreError for one that is damaged, of another program, or of a newer desk. */
export function verify(path: string, migrationsFolder: string = MIGRATIONS_FOLDER): Verified {
  return within(path, (database) => {
    refuseOthers(database, path, false);
    refuseDamaged(database, path);
    const { missing } = planOf(database, readMigrations(migrationsFolder));
    return { asOf: lastOf(database, LAST_COMMIT), missing: missing.map(({ name }) => name) };
  });
}

/** SQLite leaves WAL only when nobody else has the file open, and then everything is in the one file. */
function refuseInUse(database: Database.Database, path: string): void {
  try {
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
    throw new StoreError(`A desk runs on ${path}: stop it first, and start it again afterwards`, { cause: error });
  }
}

const DAMAGED: ReadonlySet<unknown> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DAMAGED.has(error.code);
}

/** One that cannot be read any more was last written to when its desk last did anything. */
function lastWritten(path: string): Instant {
  const times = ['', '-wal'].map((suffix) => statSync(`${path}${suffix}`, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return instantOf(Math.floor(Math.max(...times)));
}

/** When the desk on the database that goes did anything last; null where there is none. Throws StoreError while it is in use. */
function lastSignOf(path: string): Instant | null {
  if (!existsSync(path)) return null;
  const written = lastWritten(path);
  try {
    return within(path, (database) => {
      refuseInUse(database, path);
      return lastOf(database, LAST_SIGN);
    });
  } catch (error) {
    if (error instanceof StoreError && isDamage(error.cause)) return written;
    throw error;
  }
}

/** A second name where the disk has them, else a copy. */
function alsoAs(path: string, other: string): void {
  try {
    linkSync(path, other);
  } catch {
    copyFileSync(path, other, constants.COPYFILE_FICLONE);
  }
}

/** The database stays among the backups, and its name is never without a file. */
function setAside(path: string, at: Instant): string | null {
  if (!existsSync(path)) return null;
  const aside = backupPath(backupFolder(dirname(path)), at, 'replaced');
  alsoAs(path, aside);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${aside}${suffix}`);
  }
  return aside;
}

function settle(path: string, restored: Restored, migrationsFolder: string): void {
  within(path, (database) => {
    migrate(database, readMigrations(migrationsFolder), restored.at);
    markAsOurs(database);
    const write = database.transaction(() => {
      for (const { sql, params } of restoredStatements(restored)) database.prepare(sql).run(params);
    });
    write.immediate();
  });
}

/** What was sent so shortly before a desk ended may not have arrived: the channels are read for it. */
const SURE = 2 * MINUTE;

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

export interface RestoreOptions {
  readonly from: string;
  readonly database: string;
  readonly at: Instant;
  /** Up to when the desk of before told its channels; null takes it from the database that goes. */
  readonly toldUntil: Instant | null;
  readonly migrationsFolder?: string;
}

export interface RestoreDone extends Restored {
  /** Where the database is now that was there before; null where there was none. */
  readonly aside: string | null;
  /** When its desk did anything last; null where nothing tells. */
  readonly lastSign: Instant | null;
  readonly bytes: number;
}

/** Of databases that were replaced. */
const KEPT_ASIDE = 2;

/**
 * Puts a backup in the place of a database. The desk that starts on it sends nothing again that was sent since the
 * backup was made. Rejects with StoreError, and leaves the database as it was.
 */
export async function restoreDatabase(options: RestoreOptions): Promise<RestoreDone> {
  const { from, database: to, at, migrationsFolder = MIGRATIONS_FOLDER } = options;
  const asOf = verify(from, migrationsFolder).asOf ?? lastWritten(from);
  const lastSign = lastSignOf(to);
  const toldUntil = options.toldUntil ?? later(asOf, plus(lastSign ?? asOf, -SURE));
  const draft = `${to}.restoring`;
  const { bytes } = await copyDatabase(from, draft);
  try {
    settle(draft, { at, asOf, toldUntil }, migrationsFolder);
    const aside = setAside(to, at);
    renameSync(draft, to);
    keepName(to);
    rotate(backupFolder(dirname(to)), 'replaced', KEPT_ASIDE);
    return { at, asOf, toldUntil, aside, lastSign, bytes };
  } catch (error) {
    rmSync(draft, { force: true });
    throw named(error, to);
  }
}
