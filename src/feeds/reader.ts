/**
 * Reads documents in a thread of its own, one after the other, within a limit of time and memory: whatever a stranger's
 * feed does to it, timers and sockets of the desk go on, and the next document finds a fresh thread.
 */
import { Worker } from 'node:worker_threads';
import type { NotAFeed } from './parse.ts';
import type { Job } from './read.ts';
import type { Answer, Reading } from './worker.ts';

/** A document took more time or memory than any feed may. */
export class Hostile extends Error {
  override readonly name = 'Hostile';
}

/** What reading a document gave. */
export type ReadResult = Reading | NotAFeed;

export interface Reader {
  /** Rejects with `Hostile`, or with the fault of ours that kept a document from being read. */
  read(job: Job): Promise<ReadResult>;
  close(): Promise<void>;
}

/** The slowest honest document of 5 MB takes a fifth of it. */
const DEADLINE_MS = 4_000;
const MEGABYTES = 128;

/** Node 20 runs no TypeScript: from its sources, as in tests, the desk takes the thread that was built beside them. */
const HERE = import.meta.url;
const THREAD = new URL(HERE.endsWith('.ts') ? '../../dist-test/feeds/worker.js' : './worker.js', HERE);

/** A job in hand, and how its outcome is told. */
interface Running {
  readonly answered: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

/** One thread for as long as it behaves. */
class Thread {
  readonly #worker = new Worker(THREAD, {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 16 },
  });
  #running: Running | null = null;
  #ending = new Error('the thread that reads documents ended by itself');
  isSound = true;

  constructor() {
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#running?.answered(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(this.#ending));
  }

  async read(job: Job): Promise<ReadResult> {
    const timer = setTimeout(() => void this.#overrun(), DEADLINE_MS);
    try {
      return await this.#answer(job);
    } finally {
      clearTimeout(timer);
      this.#running = null;
      this.#worker.unref();
    }
  }

  async stop(): Promise<void> {
    this.isSound = false;
    await this.#worker.terminate();
  }

  #overrun(): Promise<void> {
    this.#ending = new Hostile(`reading it took longer than ${DEADLINE_MS / 1_000} seconds`);
    return this.stop();
  }

  #answer(job: Job): Promise<ReadResult> {
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      const answered = (answer: Answer) =>
        answer.kind === 'result' ? resolve(answer.result) : reject(faultOf(answer.error));
      this.#running = { answered, failed: reject };
      this.#worker.postMessage(job);
    });
  }

  #end(error: unknown): void {
    this.isSound = false;
    this.#running?.failed(causeOf(error));
  }
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error('a document could not be read', { cause: error });
}

/** Node ends a thread that outgrows its limit with ERR_WORKER_OUT_OF_MEMORY. */
function causeOf(error: unknown): Error {
  const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isTooMuch) return new Hostile(`reading it took more than ${MEGABYTES} MB of memory`, { cause: error });
  return faultOf(error);
}

/** Starts its thread at once, so that the first document need not wait for it. */
export function createReader(): Reader {
  let thread = new Thread();
  let last: Promise<unknown> = Promise.resolve();
  const readNow = (job: Job) => {
    if (!thread.isSound) thread = new Thread();
    return thread.read(job);
  };
  return {
    read(job) {
      const result = last.then(() => readNow(job));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => thread.stop(),
  };
}
