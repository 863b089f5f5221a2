/** The thread that reads what strangers send: one job in, one result out. */
import { parentPort } from 'node:worker_threads';
import { type Job, type ReadResult, read } from './read.ts';

/** What the thread answers: the result, or its own fault. */
export type Answer =
  | { readonly kind: 'result'; readonly result: ReadResult }
  | { readonly kind: 'fault'; readonly error: unknown };

async function answerTo(job: Job): Promise<Answer> {
  try {
    return { kind: 'result', result: await read(job) };
  } catch (error) {
    return { kind: 'fault', error };
  }
}

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answerTo(job)));
