/** Ends this process when its event loop stands still, which nothing within it could notice. */
import { Worker } from 'node:worker_threads';

/** What the thread is told: a counter that goes up while all is well, and how often to look. */
export interface Guarded {
  readonly beats: Int32Array;
  readonly everyMs: number;
}

/** Looks at the counter within the limit. */
const LOOKS = 10;

/** Node 20 runs no TypeScript: from its sources, as in tests, the desk takes the thread that was built beside them. */
const HERE = import.meta.url;
const THREAD = new URL(HERE.endsWith('.ts') ? '../../dist-test/cli/guardThread.js' : './guardThread.js', HERE);

/**
 * From now on the process is killed after `limitMs` without a turn of its event loop. It may die at any moment anyway:
 * what was committed stays, what was not is done again.
 */
export function guardEventLoop(limitMs: number): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const everyMs = limitMs / LOOKS;
  const workerData: Guarded = { beats, everyMs };
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  new Worker(THREAD, { workerData, resourceLimits, execArgv: [] }).unref();
  setInterval(() => Atomics.add(beats, 0, 1), everyMs).unref();
}
