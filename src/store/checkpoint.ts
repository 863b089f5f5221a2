/** Moves what was committed lately from the write-ahead log into the file, without keeping anybody from writing. */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { named } from './trouble.ts';

/** Somebody who writes all the time stays ahead by what is committed during one pass: the next one is shorter. */
const PASSES = 5;

/**
 * The log's file is no longer than this once all in it was moved: its length says whether there is much to move. A commit
 * never cuts it (PRAGMA journal_size_limit): that takes a disk up to a tenth of a second, in the line's own thread.
 */
const LOG_BYTES = 4_000_000;

/** For as long nobody commits when somebody reads for long, such as `desk backup`: the next turn cuts the log then. */
const CUT_PATIENCE_MS = 50;

interface Pass {
  /** Frames in the log, and how many of them are in the file by now. */
  readonly log: number;
  readonly checkpointed: number;
}

/** As a statement, and its row taken at its documented word (PRAGMA wal_checkpoint): what checks rows takes the thread 10 MB. */
function isAllMoved(database: Database.Database): boolean {
  const passed = database.prepare<[], Pass>('PRAGMA wal_checkpoint(PASSIVE)').get();
  return passed !== undefined && passed.log === passed.checkpointed;
}

function cut(database: Database.Database, path: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size <= LOG_BYTES) return;
  database.pragma(`busy_timeout = ${CUT_PATIENCE_MS}`);
  database.pragma('wal_checkpoint(TRUNCATE)');
}

function isMovedAtLast(database: Database.Database): boolean {
  for (let pass = 0; pass < PASSES; pass += 1) if (isAllMoved(database)) return true;
  return false;
}

/** Answers whether everything was moved, so that the log can begin anew. Throws StoreError. */
export function checkpoint(path: string): boolean {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { fileMustExist: true });
    const isMoved = isMovedAtLast(database);
    if (isMoved) cut(database, path);
    return isMoved;
  } catch (error) {
    throw named(error, path);
  } finally {
    database?.close();
  }
}
