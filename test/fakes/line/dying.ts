/**
 * Preloaded into a desk, `DIES_AT="after 3 posted"` kills it at the third post to its channel's file: `before` the
 * line is written, `half` of it written, or `after` it, when nobody has been told yet that it is there. Lines are
 * `posted` or `edited`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Append = (file: number, line: Buffer) => void;

const [moment, nth, kind] = (process.env.DIES_AT ?? '').split(' ');
const append: Append = fs.appendFileSync;
let written = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function isTheLine(line: Buffer): boolean {
  if (!line.toString().startsWith(`{"kind":"${kind}"`)) return false;
  written += 1;
  return written === Number(nth);
}

const LAST_ACTS: Readonly<Record<string, Append>> = {
  before: () => undefined,
  half: (file, line) => append(file, line.subarray(0, line.length / 2)),
  after: append,
};

function appendAndDie(file: number, line: Buffer): void {
  if (isTheLine(line)) {
    LAST_ACTS[moment ?? '']?.(file, line);
    die();
  }
  append(file, line);
}

Object.assign(fs, { appendFileSync: appendAndDie });
syncBuiltinESMExports();
