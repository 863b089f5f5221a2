/** The thread that watches the other one. It counts looks, not time: a machine that slept wakes both of them. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Guarded } from './guard.ts';

/** More than fit into the limit, so that one late look ends nothing. */
const MOST_SILENT = 10;
const STANDARD_ERROR = 2;

const { beats, everyMs }: Guarded = workerData;
let last = -1;
let silent = 0;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  silent = beat === last ? silent + 1 : 0;
  last = beat;
  if (silent < MOST_SILENT) return;
  writeSync(STANDARD_ERROR, 'desk: the event loop stands still; nothing is lost, and a new start goes on\n');
  process.kill(process.pid, 'SIGKILL');
}, everyMs);
