/** A database examined from end to end, beside a desk that runs on it or alone; nothing is changed. */
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { DAY, type Instant, plus } from '../domain/time.ts';
import { backupFolder, backupsIn, stampOf } from './backups.ts';
import { bytesIn, freeIn } from './copy.ts';
import { MIGRATIONS_FOLDER, planOf, readMigrations } from './migrate.ts';
import { refuseOthers } from './ours.ts';
import { named } from './trouble.ts';

/** Something that is not as it should be. */
export interface Ailment {
  readonly what: string;
  readonly where: string;
  readonly remedy: string;
}

export interface Examined {
  readonly bytes: number;
  readonly items: number;
  /** What takes most, with its indices, the largest first. */
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
  readonly ailments: readonly Ailment[];
}

const RESTORE = 'stop the desk and restore the last backup: "desk backup --list", "desk restore FILE"';
const REPORT = 'it is a bug: report it with this line; "desk restore FILE" goes back to before';

const countRow = z.object({ count: z.number() });

function countOf(database: Database.Database, sql: string, ...params: readonly string[]): number {
  return countRow.parse(database.prepare(sql).get(...params)).count;
}

function integrity(database: Database.Database): readonly Ailment[] {
  const found = z.array(z.object({ integrity_check: z.string() })).parse(database.pragma('integrity_check(10)'));
  const bad = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  return bad.map((what) => ({ what, where: 'the file', remedy: RESTORE }));
}

function schema(database: Database.Database): readonly Ailment[] {
  const { missing } = planOf(database, readMigrations(MIGRATIONS_FOLDER));
  const remedy = 'start the desk, or run "desk migrate": the database is copied first';
  return missing.length === 0
    ? []
    : [{ what: `${missing.length} migrations are missing`, where: 'the schema', remedy }];
}

const orphanRows = z.array(z.object({ table: z.string(), parent: z.string() }));

/** Rows whose other half is gone. */
function orphans(database: Database.Database): readonly Ailment[] {
  const pairs = orphanRows.parse(database.pragma('foreign_key_check'));
  const counts = new Map<string, number>();
  for (const { table, parent } of pairs)
    counts.set(`${table} without ${parent}`, (counts.get(`${table} without ${parent}`) ?? 0) + 1);
  return [...counts].map(([where, count]) => ({ what: `${count} orphans`, where, remedy: REPORT }));
}

/** Kinds of what messages show, and the tables where it is. */
const SHOWN: readonly (readonly [kinds: string, tables: readonly string[]])[] = [
  ["'development', 'edition', 'corroboration'", ['development', 'edition']],
  ["'deadline', 'change', 'rung'", ['deadline']],
  ["'ruling'", ['ruling']],
  ["'proposal'", ['proposal']],
  ["'digest'", ['digest']],
  ["'catch_up'", ['catch_up']],
];

const keyRows = z.array(z.object({ key: z.string() }));

/** Messages that have nothing to show: one of them stops all others. */
function pointless(database: Database.Database): readonly Ailment[] {
  return SHOWN.flatMap(([kinds, tables]) => {
    const known = tables.map((table) => `SELECT id FROM ${table}`).join(' UNION ALL ');
    const sql = `SELECT key FROM message WHERE subject_kind IN (${kinds}) AND subject_id NOT IN (${known}) LIMIT 5`;
    const rows = keyRows.parse(database.prepare(sql).all());
    return rows.map(({ key }) => ({
      what: 'it shows something that is gone',
      where: `message ${key}`,
      remedy: REPORT,
    }));
  });
}

function board(database: Database.Database, now: Instant): readonly Ailment[] {
  const stuck = countOf(
    database,
    "SELECT COUNT(*) AS count FROM message WHERE state IN ('refused', 'gone', 'unproven')",
  );
  const old = countOf(
    database,
    "SELECT COUNT(*) AS count FROM message WHERE wanted_rev > shown_rev AND state IN ('waiting', 'shown') AND wanted_at < ?",
    plus(now, -DAY),
  );
  const remedy = 'see "desk board"';
  return [
    ...(stuck === 0 ? [] : [{ what: `${stuck} messages wait for your answer`, where: 'the board', remedy }]),
    ...(old === 0 ? [] : [{ what: `${old} messages wait for more than a day`, where: 'the board', remedy }]),
    ...pointless(database),
  ];
}

/** Room for a backup, and for the days until somebody looks. */
const SPARE = 1.5;

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function disk(path: string): readonly Ailment[] {
  const [needed, free] = [bytesIn(path) * SPARE, freeIn(dirname(path))];
  if (free >= needed) return [];
  const what = `${megabytes(free)} are free, and a backup needs ${megabytes(needed)}`;
  return [{ what, where: dirname(path), remedy: 'free some space, or lower DESK_BACKUPS or DESK_RETENTION_DAYS' }];
}

function backups(path: string, now: Instant): readonly Ailment[] {
  const folder = backupFolder(dirname(path));
  const [newest] = backupsIn(folder);
  if (newest !== undefined && newest.stamp > stampOf(plus(now, -2 * DAY))) return [];
  const what = newest === undefined ? 'there is no backup' : `the newest backup is of ${newest.stamp}`;
  const remedy = '"desk backup" makes one now; a desk that runs makes one each night, unless DESK_BACKUPS is 0';
  return [{ what, where: folder, remedy }];
}

const partRows = z.array(z.object({ name: z.string(), bytes: z.number() }));

/** By table, each with its indices (documentation of SQLite, The DBSTAT Virtual Table). */
const PARTS = `SELECT COALESCE(tbl_name, dbstat.name) AS name, SUM(pgsize) AS bytes FROM dbstat
  LEFT JOIN sqlite_schema ON sqlite_schema.name = dbstat.name WHERE aggregate = TRUE GROUP BY 1 ORDER BY bytes DESC LIMIT 8`;

function examined(database: Database.Database, path: string, now: Instant): Examined {
  refuseOthers(database, path, false);
  const damage = integrity(database);
  const sound = damage.length === 0;
  return {
    bytes: bytesIn(path),
    items: countOf(database, 'SELECT COUNT(*) AS count FROM item'),
    parts: partRows.parse(database.prepare(PARTS).all()),
    ailments: [
      ...damage,
      ...schema(database),
      ...(sound ? [...orphans(database), ...board(database, now)] : []),
      ...disk(path),
      ...backups(path, now),
    ],
  };
}

/** Reads all of the database at `path`. Throws StoreError for a file that cannot be read at all. */
export function examine(path: string, now: Instant): Examined {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    return examined(database, path, now);
  } catch (error) {
    throw named(error, path);
  } finally {
    database?.close();
  }
}
