/** The thread that reads what strangers send: one job in, one result out. What it remembers of documents stays here. */
import { parentPort, threadId } from 'node:worker_threads';
import type { DocumentMemory } from '../domain/feed.ts';
import type { Failure } from './failure.ts';
import { Memories } from './memory.ts';
import type { NotAFeed } from './parse.ts';
import { type Job, type ReadFeed, read, type SameDocument } from './read.ts';

/** A document that was read, with the name of what is remembered of it. */
export interface Reading extends Omit<ReadFeed, 'memory'> {
  readonly memory: DocumentMemory;
}

/** What became of a job. */
export type Result = Reading | SameDocument | NotAFeed | Failure;

/** What the thread says: that it can be given work, then for each job its result or a fault of ours. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'fault'; readonly error: unknown };

const memories = new Memories(String(threadId));

async function resultOf(job: Job): Promise<Result> {
  const { feed, memory } = job;
  const result = await read(job, memories.recall(feed.id, memory));
  return result.kind === 'read' ? { ...result, memory: memories.keep(feed.id, memory, result.memory) } : result;
}

async function answerTo(job: Job): Promise<Answer> {
  try {
    return { kind: 'result', result: await resultOf(job) };
  } catch (error) {
    return { kind: 'fault', error };
  }
}

parentPort?.postMessage({ kind: 'ready' } satisfies Answer);
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answerTo(job)));
