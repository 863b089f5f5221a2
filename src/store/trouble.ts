/** What SQLite's complaints mean for an operator. */
import { StaleRevision } from '../domain/ports.ts';
import { StoreError } from './engine.ts';

/** SQLite's result codes that an operator can do something about. */
const REMEDIES: readonly { readonly code: RegExp; readonly says: string }[] = [
  {
    code: /^SQLITE_FULL/,
    says: 'the disk (or its quota) is full; nothing was lost, free some space and the desk goes on',
  },
  {
    code: /^SQLITE_(READONLY|PERM)/,
    says: 'it cannot be written; give this user write access to the file and its folder',
  },
  {
    code: /^SQLITE_CANTOPEN/,
    says: 'it cannot be opened; check that the folder exists and that this user may write there',
  },
  { code: /^SQLITE_(BUSY|LOCKED)/, says: 'another process holds it; stop the other desk that runs on the same file' },
  { code: /^SQLITE_(CORRUPT|NOTADB)/, says: 'it is damaged or no SQLite database; restore the last backup' },
  { code: /^SQLITE_IOERR/, says: 'the disk fails to read or write; check the disk before anything else' },
];

/** An error of the driver with what an operator can do about it; what is no trouble of the database stays as it is. */
export function named(error: unknown, path: string): Error {
  if (error instanceof StaleRevision || error instanceof StoreError || !(error instanceof Error)) {
    return error instanceof Error ? error : new StoreError(`The database ${path} failed`, { cause: error });
  }
  const code = 'code' in error ? String(error.code) : '';
  const remedy = REMEDIES.find((known) => known.code.test(code));
  return new StoreError(
    remedy ? `The database ${path}: ${remedy.says} (${code})` : `The database ${path} failed: ${error.message}`,
    {
      cause: error,
    },
  );
}
