/** A copy of a database that is in use: as it was at one instant, whoever writes meanwhile. */
import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './engine.ts';
import { named } from './trouble.ts';

export interface Copied {
  readonly path: string;
  readonly bytes: number;
}

/** Few enough that a copy that is called off ends at once, and that who commits meanwhile never waits long for the disk. */
const PAGES_AT_ONCE = 256;

/** Left of a disk, so that a copy never takes from the desk what it needs to go on. */
const SPARE_BYTES = 64 * 1024 * 1024;

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** With what was written and not yet moved into the file itself. */
export function bytesIn(path: string): number {
  return sizeOf(path) + sizeOf(`${path}-wal`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** Bytes that this user may still write there. */
export function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Throws StoreError where a copy of the database would fill the disk. */
export function refuseWithoutRoom(from: string, folder: string): void {
  const [needed, free] = [bytesIn(from) + SPARE_BYTES, freeIn(folder)];
  if (free >= needed) return;
  throw new StoreError(
    `A copy of ${from} needs ${megabytes(needed)} in ${folder}, where ${megabytes(free)} are free: free some space, or name a file on another disk.`,
  );
}

/** What is written stays in memory until somebody asks for the disk: whoever commits next would wait for all of it. */
function written(path: string): number {
  const file = openSync(path, 'r+');
  fdatasyncSync(file);
  closeSync(file);
  return PAGES_AT_ONCE;
}

/** A transaction that reads holds the source still: a copy begins anew after each commit of somebody else otherwise. */
async function copyStill(from: string, to: string): Promise<void> {
  const source = new Database(from, { fileMustExist: true });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT COUNT(*) FROM sqlite_schema').get();
    await source.backup(to, { progress: () => written(to) });
  } finally {
    source.close();
  }
}

/** One file that holds everything, checked as SQLite checks itself. */
function finish(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const found = copy.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreError(`${path}: the copy is damaged (${found}); check the disk`);
  } finally {
    copy.close();
  }
}

/** A name that a folder gained outlives a power cut only once the folder is on the disk. */
export function keepName(path: string): void {
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * Copies the database at `from` to a file that appears at `to` whole or not at all. Rejects with StoreError, and leaves
 * nothing behind.
 */
export async function copyDatabase(from: string, to: string): Promise<Copied> {
  const draft = `${to}.part`;
  mkdirSync(dirname(to), { recursive: true });
  refuseWithoutRoom(from, dirname(to));
  try {
    rmSync(draft, { force: true });
    await copyStill(from, draft);
    finish(draft);
    renameSync(draft, to);
    keepName(to);
    return { path: to, bytes: sizeOf(to) };
  } catch (error) {
    rmSync(draft, { force: true });
    throw named(error, from);
  }
}
