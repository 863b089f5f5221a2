/**
 * Reads documents in a thread of its own, one after the other, within a limit of time and memory: whatever a stranger's
 * feed does to it, timers and sockets of the desk go on, and the next document finds a fresh thread.
 */
import { Worker } from 'node:worker_threads';
import { Hostile } from './failure.ts';
import type { Job } from './read.ts';
import type { Answer, Result } from './worker.ts';

export interface Reader {
  /** Rejects with `Hostile`, or with the fault of ours that kept a document from being read. */
  read(job: Job): Promise<Result>;
  close(): Promise<void>;
}

export interface ReaderLimits {
  /** Milliseconds for one document. */
  readonly deadlineMs: number;
  /** Of the thread's heap, what it remembers of all feeds included. */
  readonly megabytes: number;
}

/** The slowest honest document of 5 MB takes a fifth of the time and of the memory. */
const LIMITS: ReaderLimits = { deadlineMs: 4_000, megabytes: 128 };

/** The share of the time that a document gets again when what was remembered of others took its memory. */
const ALONE = 4;

/** Node 20 runs no TypeScript: from its sources, as in tests, the desk takes the thread that was built beside them. */
const HERE = import.meta.url;
const THREAD = new URL(HERE.endsWith('.ts') ? '../../dist-test/feeds/worker.js' : './worker.js', HERE);

/** Somebody who waits for the thread's next word. */
interface Waiting {
  readonly answered: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

/** What it remembers of other feeds may have been too much together with a document that would do for itself. */
class OutOfMemory extends Hostile {}

/** One thread for as long as it behaves. */
class Thread {
  readonly #limits: ReaderLimits;
  readonly #worker: Worker;
  readonly #ready: Promise<Answer>;
  #waiting: Waiting | null = null;
  #ending = new Error('the thread that reads documents ended by itself');
  isSound = true;
  hasServed = false;

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 16 };
    this.#worker = new Worker(THREAD, { resourceLimits });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#waiting?.answered(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(this.#ending));
    this.#ready = this.#nextWord();
    this.#ready.catch(() => undefined);
  }

  /** `ms` begin when the thread has started. */
  async read(job: Job, ms: number): Promise<Result> {
    this.#worker.ref();
    await this.#ready;
    const timer = setTimeout(() => void this.#overrun(ms), ms);
    try {
      return await this.#answer(job);
    } finally {
      clearTimeout(timer);
      this.hasServed = true;
      this.#worker.unref();
    }
  }

  async stop(): Promise<void> {
    this.isSound = false;
    await this.#worker.terminate();
  }

  #overrun(ms: number): Promise<void> {
    this.#ending = new Hostile(`reading it took longer than ${ms / 1_000} seconds`);
    return this.stop();
  }

  async #answer(job: Job): Promise<Result> {
    const word = this.#nextWord();
    this.#worker.postMessage(job);
    const answer = await word;
    if (answer.kind === 'result') return answer.result;
    throw faultOf(answer.kind === 'fault' ? answer.error : null);
  }

  #nextWord(): Promise<Answer> {
    return new Promise((answered, failed) => {
      this.#waiting = { answered, failed };
    });
  }

  #end(error: unknown): void {
    this.isSound = false;
    this.#waiting?.failed(causeOf(error, this.#limits));
  }
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error('a document could not be read', { cause: error });
}

/** Node ends a thread that outgrows its limit with ERR_WORKER_OUT_OF_MEMORY. */
function causeOf(error: unknown, { megabytes }: ReaderLimits): Error {
  const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isTooMuch) return new OutOfMemory(`reading it took more than ${megabytes} MB of memory`, { cause: error });
  return faultOf(error);
}

/** Starts its thread at once, so that the first document need not wait for it. `limits` are for tests. */
export function createReader(limits: ReaderLimits = LIMITS): Reader {
  let thread = new Thread(limits);
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const soundThread = () => {
    if (isClosed) throw new Error('the reader is closed');
    if (!thread.isSound) thread = new Thread(limits);
    return thread;
  };
  const readNow = async (job: Job) => {
    const first = soundThread();
    const { hasServed } = first;
    try {
      return await first.read(job, limits.deadlineMs);
    } catch (error) {
      if (!hasServed || !(error instanceof OutOfMemory)) throw error;
      return await soundThread().read(job, limits.deadlineMs / ALONE);
    }
  };
  return {
    read(job) {
      const result = last.then(() => readNow(job));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => {
      isClosed = true;
      return thread.stop();
    },
  };
}
