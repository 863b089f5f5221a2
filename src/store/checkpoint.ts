/** Moves what was committed lately from the write-ahead log into the file, without keeping anybody from writing. */
import Database from 'better-sqlite3';
import { z } from 'zod';
import { named } from './trouble.ts';

/** Somebody who writes all the time stays ahead by what is committed during one pass: the next one is shorter. */
const PASSES = 5;

/** Frames in the log, and how many of them are in the file by now (documentation, PRAGMA wal_checkpoint). */
const passRow = z.array(z.object({ log: z.number(), checkpointed: z.number() })).length(1);

function isAllMoved(database: Database.Database): boolean {
  const passed = passRow.parse(database.pragma('wal_checkpoint(PASSIVE)'));
  return passed.every(({ log, checkpointed }) => log === checkpointed);
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
