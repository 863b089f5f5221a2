/** Moves what was committed lately from the write-ahead log into the file, without keeping anybody from writing. */
import Database from 'better-sqlite3';
import { named } from './trouble.ts';

/** Somebody who writes all the time stays ahead by what is committed during one pass: the next one is shorter. */
const PASSES = 5;

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

/** Answers whether everything was moved, so that the log can begin anew. Throws StoreError. */
export function checkpoint(path: string): boolean {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { fileMustExist: true });
    for (let pass = 0; pass < PASSES; pass += 1) if (isAllMoved(database)) return true;
    return false;
  } catch (error) {
    throw named(error, path);
  } finally {
    database?.close();
  }
}
