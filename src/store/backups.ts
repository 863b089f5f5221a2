/** The folder of backups: what each file is called, which are there, and which go. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../domain/time.ts';

const OCCASIONS = ['daily', 'by-hand', 'before-migration', 'replaced'] as const;

/** Why a backup was made. */
export type Occasion = (typeof OCCASIONS)[number];

export interface Backup {
  readonly path: string;
  readonly occasion: Occasion;
  /** Sorts as text, the older first. */
  readonly stamp: string;
  readonly bytes: number;
}

const NAME = /^desk-(\d{8}T\d{9}Z)-([a-z-]+)\.db$/;

/** Beside the database. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** As in the names of backups: they sort as their instants do. */
export function stampOf(at: Instant): string {
  return at.replace(/[-:.]/g, '');
}

/** `desk-20261128T024100000Z-daily.db`, in a folder that exists from now on. */
export function backupPath(folder: string, at: Instant, occasion: Occasion): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `desk-${stampOf(at)}-${occasion}.db`);
}

function backupOf(folder: string, name: string): readonly Backup[] {
  const [, stamp, word] = NAME.exec(name) ?? [];
  const occasion = OCCASIONS.find((one) => one === word);
  if (stamp === undefined || occasion === undefined) return [];
  const path = join(folder, name);
  return [{ path, occasion, stamp, bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 }];
}

function namesIn(folder: string): readonly string[] {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isThere ? readdirSync(folder) : [];
}

/** The newest first; none where there is no such folder. */
export function backupsIn(folder: string): readonly Backup[] {
  return namesIn(folder)
    .flatMap((name) => backupOf(folder, name))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
}

/** What a desk left half-copied when it was killed; nobody copies for this occasion now. */
export function sweepDrafts(folder: string, occasion: Occasion): void {
  const drafts = namesIn(folder).filter((name) => name.includes(`-${occasion}.db.part`));
  for (const name of drafts) rmSync(join(folder, name), { force: true });
}

/** Deletes the oldest backups of an occasion beyond the newest `keep`; answers their paths. */
export function rotate(folder: string, occasion: Occasion, keep: number): readonly string[] {
  const own = backupsIn(folder).filter((one) => one.occasion === occasion);
  const gone = own.slice(keep).map(({ path }) => path);
  for (const path of gone) rmSync(path, { force: true });
  return gone;
}
