import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilItEnds } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HANGS = new Promise<never>(() => undefined);

/** How a desk ends that fails so, and whose `stop` is this; what its operator reads. */
async function ended(failed: Parameters<typeof untilItEnds>[0]['failed'], stop: () => Promise<void>, asked = false) {
  const notes: string[] = [];
  const unused = () => undefined;
  const terminal: Terminal = {
    out: unused,
    row: unused,
    progress: unused,
    done: unused,
    note: (line) => void notes.push(line),
  };
  const stopping = new AbortController();
  if (asked) stopping.abort();
  const end = untilItEnds({ failed, stop }, { terminal, stopping: stopping.signal });
  await vi.advanceTimersByTimeAsync(5_000);
  return { code: await Promise.race([end, Promise.resolve('still there')]), notes };
}

const closes = async () => undefined;

it.each<[string, Awaited<ReturnType<typeof ended>>, () => ReturnType<typeof ended>]>([
  ['asked to stop ends with 0', { code: 0, notes: [] }, () => ended(HANGS, closes, true)],
  [
    'that somebody must mend ends with 1',
    { code: 1, notes: ['desk: the token was revoked'] },
    () => ended(Promise.resolve({ reason: 'the token was revoked', isStuck: false }), closes),
  ],
  [
    'that hangs ends with 3 although it never closes, so that it is started again',
    { code: 3, notes: ['desk: no sign of life from poll'] },
    () => ended(Promise.resolve({ reason: 'no sign of life from poll', isStuck: true }), () => HANGS),
  ],
  ['that is asked to stop is waited for', { code: 'still there', notes: [] }, () => ended(HANGS, () => HANGS, true)],
])('a desk %s', async (_, expected, end) => {
  expect(await end()).toEqual(expected);
});
