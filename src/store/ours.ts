/** By which a file is known to be a desk's: SQLite keeps a number in it for that (documentation, PRAGMA application_id). */
import type Database from 'better-sqlite3';
import { StoreError } from './engine.ts';

/** The letters of `Desk`. */
const APPLICATION_ID = 0x4465736b;

function idOf(database: Database.Database): unknown {
  return database.pragma('application_id', { simple: true });
}

/** Desks of before left no number, but always this table. */
function isOurs(database: Database.Database): boolean {
  if (idOf(database) === APPLICATION_ID) return true;
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get() !== undefined;
}

function isEmpty(database: Database.Database): boolean {
  return idOf(database) === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

/** Throws StoreError for a database that another program made; an empty one is anybody's, unless it must be ours. */
export function refuseOthers(database: Database.Database, path: string, mayBeEmpty = true): void {
  if (isOurs(database) || (mayBeEmpty && isEmpty(database))) return;
  throw new StoreError(
    `${path} holds no Deadline Desk: it is another program's database, or an empty one; name another file`,
  );
}

export function markAsOurs(database: Database.Database): void {
  if (idOf(database) !== APPLICATION_ID) database.pragma(`application_id = ${APPLICATION_ID}`);
}
