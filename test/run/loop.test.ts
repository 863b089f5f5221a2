import { describe, expect, it } from 'vitest';
import { startLoop } from '../../src/run/loop.ts';
import { at } from '../fakes/nouns.ts';
import { fakeLog, handClock, settle } from '../fakes/world.ts';

function looping(step: (run: number) => string | null | Error) {
  const clock = handClock('2025-07-01T00:00Z');
  const log = fakeLog();
  const stopping = new AbortController();
  const runs: string[] = [];
  const loop = startLoop({
    name: 'poll',
    clock,
    log,
    signal: stopping.signal,
    step: async (now) => {
      runs.push(now.slice(0, 19));
      const next = step(runs.length);
      if (next instanceof Error) throw next;
      return next === null ? null : at(next);
    },
  });
  return { clock, log, loop, runs, stop: () => stopping.abort() };
}

describe('a loop', () => {
  it('sleeps until its next appointment', async () => {
    const { clock, runs, stop, loop } = looping(() => '2025-07-01T01:00Z');
    await settle();
    clock.set('2025-07-01T00:59Z');
    await settle();
    expect(runs).toHaveLength(1);
    stop();
    await loop.ended;
  });

  it('works at once when it is woken, also while it is at work', async () => {
    const { loop, runs, stop } = looping(() => null);
    loop.wake();
    await settle();
    expect(runs).toHaveLength(2);
    loop.wake();
    await settle();
    expect(runs).toHaveLength(3);
    stop();
    await loop.ended;
  });

  it('ends when it is told to, also in the middle of a sleep', async () => {
    const { loop, stop, runs } = looping(() => '2030-01-01T00:00Z');
    await settle();
    stop();
    await loop.ended;
    expect(runs).toHaveLength(1);
  });

  it('says a lasting trouble once, waits longer each time, and says when it is over', async () => {
    const full = new Error('the disk is full');
    const { clock, log, runs, stop, loop } = looping((run) => (run <= 3 ? full : '2025-07-02T00:00Z'));
    await settle();
    expect(clock.sleeping).toEqual([at('2025-07-01T00:00:05Z')]);
    clock.set('2025-07-01T00:00:05Z');
    await settle();
    expect(clock.sleeping).toEqual([at('2025-07-01T00:00:15Z')]);
    clock.set('2025-07-01T00:00:15Z');
    await settle();
    clock.set('2025-07-01T00:00:35Z');
    await settle();
    expect(runs).toHaveLength(4);
    expect(log.lines).toEqual([
      'error: poll: the disk is full; trying again until it works',
      'info: poll: works again',
    ]);
    stop();
    await loop.ended;
  });

  it('is overdue when its step hangs, unless it says that it goes on', async () => {
    const clock = handClock('2025-07-01T00:00Z');
    const stopping = new AbortController();
    let release = () => {};
    const step = () =>
      new Promise<null>((resolve) => {
        release = () => resolve(null);
      });
    const loop = startLoop({ name: 'poll', step, clock, log: fakeLog(), signal: stopping.signal });
    await settle();
    expect(loop.isOverdue(at('2025-07-01T00:10Z'))).toBe(false);
    expect(loop.isOverdue(at('2025-07-01T00:11Z'))).toBe(true);
    clock.set('2025-07-01T00:05Z');
    loop.alive();
    expect(loop.isOverdue(at('2025-07-01T00:11Z'))).toBe(false);
    release();
    await settle();
    expect(loop.isOverdue(at('2025-07-02T00:00Z'))).toBe(false);
    stopping.abort();
    await loop.ended;
  });
});
