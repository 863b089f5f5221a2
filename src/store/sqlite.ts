/** SQLite as the engine: WAL, every commit on the disk before it is called done, one connection. */
import { mkdirSync, renameSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StaleRevision } from '../domain/ports.ts';
import type { Space } from '../domain/space.ts';
import type { Instant } from '../domain/time.ts';
import { backupFolder, backupPath, rotate, sweepDrafts } from './backups.ts';
import { keepName, refuseWithoutRoom } from './copy.ts';
import type { Engine, Params, Row, Statement, Value } from './engine.ts';
import { type Flushes, flushesOf } from './flushes.ts';
import { MIGRATIONS_FOLDER, type Migrated, migrate, planOf, readMigrations } from './migrate.ts';
import { markAsOurs, refuseOthers } from './ours.ts';
import { named } from './trouble.ts';
import { Turns } from './turns.ts';

/** Its rows hold texts, numbers and nulls, the only values the migrations know; who reads a row checks it whole. */
interface Prepared {
  readonly statement: Database.Statement<[readonly Value[]], Row>;
  /** What stands at each of its places. */
  readonly names: readonly string[];
}

/** A text in quotes, or the name of a parameter. */
const NAMED = /'[^']*'|:(\w+)/g;

/** Values by their places are bound in half the time that values by their names are. */
function prepared(database: Database.Database, sql: string): Prepared {
  const names: string[] = [];
  const placed = sql.replace(NAMED, (found, name?: string) => {
    if (name === undefined) return found;
    names.push(name);
    return '?';
  });
  return { statement: database.prepare(placed), names };
}

function valuesOf(names: readonly string[], params: Params): readonly Value[] {
  return names.map((name) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`Missing named parameter "${name}"`);
    return value;
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

class SqliteEngine implements Engine {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #prepared = new Map<string, Prepared>();
  readonly #turns = new Turns();
  readonly #flushes: Flushes | null;
  #hasChanged = false;
  readonly #runAll: Database.Transaction<(statements: readonly Statement[]) => readonly (readonly Row[])[]>;

  constructor(database: Database.Database, path: string, flushes: Flushes | null) {
    this.#database = database;
    this.#path = path;
    this.#flushes = flushes;
    this.#runAll = database.transaction((statements) => statements.map((statement) => this.#run(statement)));
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const made = prepared(this.#database, sql);
    this.#prepared.set(sql, made);
    return made;
  }

  #run(statement: Statement): readonly Row[] {
    const known = this.#prepare(statement.sql);
    if (known.statement.reader) return this.#rows(known, statement.params);
    const { changes } = known.statement.run(valuesOf(known.names, statement.params));
    if (changes > 0) this.#hasChanged = true;
    if (changes === 0 && statement.mustChange) throw new StaleRevision(statement.mustChange);
    return [];
  }

  #rows({ statement, names }: Prepared, params: Params): readonly Row[] {
    const rows = statement.all(valuesOf(names, params));
    if (!statement.readonly && rows.length > 0) this.#hasChanged = true;
    return rows;
  }

  async all(sql: string, params: Params): Promise<readonly Row[]> {
    try {
      const known = this.#prepare(sql);
      const work = () => this.#rows(known, params);
      return await (known.statement.readonly ? this.#turns.read(work) : this.#written(work));
    } catch (error) {
      throw named(error, this.#path);
    }
  }

  async batch(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    try {
      return await this.#written(() => this.#runAll.immediate(statements));
    } catch (error) {
      throw named(error, this.#path);
    }
  }

  async #written<Answer>(work: () => Answer): Promise<Answer> {
    const { answer, hasChanged } = await this.#turns.write(() => {
      this.#hasChanged = false;
      return { answer: work(), hasChanged: this.#hasChanged };
    });
    if (hasChanged) await this.#flushes?.onDisk();
    return answer;
  }

  async space(): Promise<Space> {
    if (this.#database.memory) return { bytes: 0, freeBytes: 0 };
    const { bavail, bsize } = statfsSync(dirname(this.#path));
    return { bytes: sizeOf(this.#path) + sizeOf(`${this.#path}-wal`), freeBytes: bavail * bsize };
  }

  async shrink(pages: number): Promise<number> {
    try {
      const before = this.#freePages();
      await this.#turns.write(() => this.#database.pragma(`incremental_vacuum(${pages})`));
      return before - this.#freePages();
    } catch (error) {
      throw named(error, this.#path);
    }
  }

  #freePages(): number {
    return Number(this.#database.pragma('freelist_count', { simple: true }));
  }

  async close(): Promise<void> {
    await this.#flushes?.close();
    this.#prepared.clear();
    this.#database.close();
  }
}

/** An engine on the file at `path` (`:memory:` for one that is gone with the process), migrated to the newest schema. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly migrated: Migrated;
  /** The copy made before its schema was changed; null when nothing was changed, or nothing was in it. */
  readonly backup: string | null;
}

/**
 * Pages (of 4 KB) in the write-ahead log before a commit itself moves them into the file, which holds up the line: a
 * running desk has a thread for that, which is far ahead of this.
 */
const MOST_UNMOVED = 100_000;

const BY_STEPS = 2;

/**
 * Heard by a new file only: one of before keeps its free pages and fills them again. Where it holds, saying it again
 * would be written.
 */
function vacuumBySteps(database: Database.Database): void {
  if (database.pragma('auto_vacuum', { simple: true }) !== BY_STEPS) database.pragma('auto_vacuum = INCREMENTAL');
}

function openDatabase(path: string): Database.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: 5_000 });
  try {
    refuseOthers(database, path);
    vacuumBySteps(database);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`wal_autocheckpoint = ${MOST_UNMOVED}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** From now on `Turns` wait for others that write, and `Flushes` for the disk: SQLite would hold up the thread for both. */
function leaveWaitingToUs(database: Database.Database): void {
  database.pragma('busy_timeout = 0');
  database.pragma('synchronous = NORMAL');
}

/** Pages that its keeper moves into the file in one go: whoever commits meanwhile waits for the disk. */
const MOVED_AT_ONCE = 256;

/** A connection beside the desk's own. What it writes is on the disk with the desk's next commit. Throws StoreError. */
export function openBeside(path: string): Engine {
  try {
    const database = new Database(path, { fileMustExist: true });
    database.pragma('foreign_keys = ON');
    database.pragma(`wal_autocheckpoint = ${MOVED_AT_ONCE}`);
    leaveWaitingToUs(database);
    return new SqliteEngine(database, path, null);
  } catch (error) {
    throw named(error, path);
  }
}

/** Of each occasion that a database is changed. */
const KEPT_BEFORE_MIGRATIONS = 3;

/** Nothing else writes to a database while it is migrated: SQLite can write the copy in one go. */
function backUpBefore(database: Database.Database, path: string, at: Instant): string {
  const folder = backupFolder(dirname(path));
  const to = backupPath(folder, at, 'before-migration');
  const draft = `${to}.part`;
  refuseWithoutRoom(path, folder);
  sweepDrafts(folder, 'before-migration');
  database.prepare('VACUUM INTO ?').run(draft);
  renameSync(draft, to);
  keepName(to);
  rotate(folder, 'before-migration', KEPT_BEFORE_MIGRATIONS);
  return to;
}

function migrated(database: Database.Database, path: string, at: Instant, folder: string) {
  const migrations = readMigrations(folder);
  const { before, missing } = planOf(database, migrations);
  const isChanged = path !== ':memory:' && before > 0 && missing.length > 0;
  const backup = isChanged ? backUpBefore(database, path, at) : null;
  return { migrated: migrate(database, migrations, at), backup };
}

export interface OpenOptions {
  /** Another in tests. */
  readonly migrationsFolder?: string;
  /** Whether a commit is done once the disk has it. Where it is not asked, a power cut takes the latest; a kill takes none. */
  readonly asksDisk?: boolean;
}

/** Opens and migrates. Throws StoreError with the remedy when the file, the disk or the schema forbids it. */
export function openSqlite(path: string, at: Instant, options: OpenOptions = {}): OpenedEngine {
  const { migrationsFolder = MIGRATIONS_FOLDER, asksDisk = true } = options;
  let database: Database.Database | null = null;
  try {
    database = openDatabase(path);
    const done = migrated(database, path, at, migrationsFolder);
    markAsOurs(database);
    // An UPDATE of several rows otherwise makes a file to undo itself with: 150 µs a claim, with nothing to claim. What
    // a crash must not lose is never in there. A VACUUM would pass through memory too: none comes after this.
    database.pragma('temp_store = MEMORY');
    leaveWaitingToUs(database);
    const flushes = asksDisk && path !== ':memory:' ? flushesOf(path) : null;
    return { engine: new SqliteEngine(database, path, flushes), ...done };
  } catch (error) {
    database?.close();
    throw named(error, path);
  }
}
