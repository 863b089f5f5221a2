/** The thread that does one piece of maintenance and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkpoint } from './checkpoint.ts';
import { type Copied, copyDatabase } from './copy.ts';
import { StoreError } from './engine.ts';

export type KeeperJob =
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  | { readonly kind: 'checkpoint'; readonly path: string };

/** An error's class does not come across: what an operator can act on is told from a bug by its kind. */
export type KeeperAnswer =
  | { readonly kind: 'copied'; readonly copied: Copied }
  | { readonly kind: 'moved'; readonly isAll: boolean }
  | { readonly kind: 'trouble'; readonly message: string }
  | { readonly kind: 'fault'; readonly error: unknown };

async function done(job: KeeperJob): Promise<KeeperAnswer> {
  if (job.kind === 'checkpoint') return { kind: 'moved', isAll: checkpoint(job.path) };
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
