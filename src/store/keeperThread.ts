/** The thread that does one piece of maintenance and ends; it loads what that piece needs, because one starts each minute. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ItemId } from '../domain/ids.ts';
import type { Retired } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { checkpoint } from './checkpoint.ts';
import type { Copied } from './copy.ts';
import { type Engine, StoreError } from './engine.ts';

export type KeeperJob =
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  | { readonly kind: 'checkpoint'; readonly path: string }
  | { readonly kind: 'merge'; readonly path: string }
  | { readonly kind: 'retire'; readonly path: string; readonly before: Instant; readonly after: ItemId | null };

/** An error's class does not come across: what an operator can act on is told from a bug by its kind. */
export type KeeperAnswer =
  | { readonly kind: 'copied'; readonly copied: Copied }
  | { readonly kind: 'moved'; readonly isAll: boolean }
  | { readonly kind: 'merged' }
  | { readonly kind: 'retired'; readonly retired: Retired }
  | { readonly kind: 'trouble'; readonly message: string }
  | { readonly kind: 'fault'; readonly error: unknown };

/** Whoever waits to write looks again after two: of two steps in a row it gets in between. */
const REST_MS = 5;

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MS));
}

async function beside<Answer>(path: string, work: (engine: Engine) => Promise<Answer>): Promise<Answer> {
  const { openBeside } = await import('./sqlite.ts');
  const engine = openBeside(path);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function retire(path: string, before: Instant, after: ItemId | null): Promise<Retired> {
  const { retireOld } = await import('./retire.ts');
  return beside(path, (engine) => retireOld(engine, { before, after, rest }));
}

async function merge(path: string): Promise<void> {
  const { mergeWords } = await import('./mergeWords.ts');
  await beside(path, (engine) => mergeWords(engine, rest));
}

async function done(job: KeeperJob): Promise<KeeperAnswer> {
  if (job.kind === 'checkpoint') return { kind: 'moved', isAll: checkpoint(job.path) };
  if (job.kind === 'retire') return { kind: 'retired', retired: await retire(job.path, job.before, job.after) };
  if (job.kind === 'merge') {
    await merge(job.path);
    return { kind: 'merged' };
  }
  const { copyDatabase } = await import('./copy.ts');
  return { kind: 'copied', copied: await copyDatabase(job.from, job.to) };
}

async function answerTo(job: KeeperJob): Promise<KeeperAnswer> {
  try {
    return await done(job);
  } catch (error) {
    return error instanceof StoreError ? { kind: 'trouble', message: error.message } : { kind: 'fault', error };
  }
}

const job: KeeperJob = workerData;
parentPort?.postMessage(await answerTo(job));
