import { afterEach, describe, expect, it, vi } from 'vitest';
import { type SimulatedClock, simulatedClock, startTimetable, wallClock } from '../src/clock.ts';
import type { Instant } from '../src/domain/time.ts';
import { at } from './fakes/nouns.ts';
import { fakeLog, settle } from './fakes/world.ts';

const never = new AbortController().signal;

function clockFor(workers: number, end = '2025-08-01T00:00Z') {
  const jumps: string[] = [];
  const ends: string[] = [];
  const clock: SimulatedClock = simulatedClock({
    start: at('2025-07-01T00:00Z'),
    end: at(end),
    workers,
    pace: async (_, to) => {
      jumps.push(to);
    },
    onEnd: () => ends.push(clock.now()),
  });
  return { clock, jumps, ends };
}

describe('the simulated clock', () => {
  it('stands still until every worker sleeps, then jumps to the soonest appointment', async () => {
    const { clock } = clockFor(2);
    const woken: string[] = [];
    void clock.sleepUntil(at('2025-07-03T00:00Z'), never).then(() => woken.push('third'));
    await settle();
    expect(clock.now()).toBe(at('2025-07-01T00:00Z'));
    void clock.sleepUntil(at('2025-07-02T00:00Z'), never).then(() => woken.push('second'));
    await settle();
    expect(woken).toEqual(['second']);
    expect(clock.now()).toBe(at('2025-07-02T00:00Z'));
  });

  it('wakes everyone whose time has come at once', async () => {
    const { clock } = clockFor(2);
    const same = at('2025-07-02T00:00Z');
    await Promise.all([clock.sleepUntil(same, never), clock.sleepUntil(same, never)]);
    expect(clock.now()).toBe(same);
  });

  it('lets go of a sleeper whose bell rings, without moving time', async () => {
    const { clock } = clockFor(2);
    const bell = new AbortController();
    const sleeping = clock.sleepUntil(at('2025-07-02T00:00Z'), bell.signal);
    bell.abort();
    await sleeping;
    expect(clock.now()).toBe(at('2025-07-01T00:00Z'));
  });

  it('ends once, and keeps no appointment beyond its end', async () => {
    const { clock, ends, jumps } = clockFor(1, '2025-07-10T00:00Z');
    await clock.sleepUntil(at('2025-07-05T00:00Z'), never);
    let woken = false;
    void clock.sleepUntil(at('2025-07-20T00:00Z'), never).then(() => {
      woken = true;
    });
    await settle();
    expect({ woken, ends, jumps: jumps.length }).toEqual({ woken: false, ends: [at('2025-07-10T00:00Z')], jumps: 2 });
  });
});

describe('the clock on the wall', () => {
  afterEach(() => vi.useRealTimers());

  it('sleeps beyond the 24.8 days that setTimeout can hold', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T00:00:00Z') });
    const clock = wallClock();
    let wokenAt: Instant | null = null;
    void clock.sleepUntil(at('2025-08-15T00:00Z'), never).then(() => {
      wokenAt = clock.now();
    });
    await vi.advanceTimersByTimeAsync(44 * 86_400_000);
    expect(wokenAt).toBeNull();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(wokenAt).toBe(at('2025-08-15T00:00Z'));
  });

  it('notices within a minute that the clock was set forward', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T00:00:00Z') });
    const clock = wallClock();
    let isAwake = false;
    void clock.sleepUntil(at('2025-07-01T06:00Z'), never).then(() => {
      isAwake = true;
    });
    vi.setSystemTime(new Date('2025-07-01T07:00:00Z'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isAwake).toBe(true);
  });

  it('wakes within a minute of being set back, so that whoever sleeps looks again', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T12:00:00Z') });
    const clock = wallClock();
    let isAwake = false;
    void clock.sleepUntil(at('2025-07-01T12:30Z'), never).then(() => {
      isAwake = true;
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(isAwake).toBe(false);
    vi.setSystemTime(new Date('2025-07-01T11:00:00Z'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isAwake).toBe(true);
  });

  it('wakes at once when its bell rings, and leaves no timer behind', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T00:00:00Z') });
    const bell = new AbortController();
    const sleeping = wallClock().sleepUntil(at('2025-07-02T00:00Z'), bell.signal);
    bell.abort();
    await sleeping;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the timetable', () => {
  afterEach(() => vi.useRealTimers());

  it('runs its jobs at their time in UTC, and logs a failure instead of throwing it', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T03:16:50Z') });
    const log = fakeLog();
    const runs: string[] = [];
    const timetable = startTimetable(
      [
        { name: 'retention', cron: '17 3 * * *', run: async (now) => void runs.push(now.slice(0, 16)) },
        { name: 'broken', cron: '17 3 * * *', run: async () => Promise.reject(new Error('no')) },
      ],
      log,
    );
    await vi.advanceTimersByTimeAsync(20_000);
    expect(runs).toEqual(['2025-07-01T03:17']);
    expect(log.lines).toEqual(['error: a job of the timetable failed; it runs again at its next time']);
    await timetable.stop();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(runs).toHaveLength(1);
  });

  it('leaves a job that is still at work alone, and prints nothing beside its log', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T12:00:30Z') });
    const printed = (['log', 'info', 'warn', 'error'] as const).map((kind) => vi.spyOn(console, kind));
    const log = fakeLog();
    let begun = 0;
    const ended = new AbortController();
    const run = () => {
      begun += 1;
      return new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
    };
    const timetable = startTimetable([{ name: 'long', cron: '* * * * *', run }], log);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(begun).toBe(1);
    ended.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(2);
    expect(log.lines).toEqual([]);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    await timetable.stop();
    vi.restoreAllMocks();
  });

  it('that is begun anew after the clock was set back waits no longer than it should', async () => {
    vi.useFakeTimers({ now: new Date('2025-07-01T12:00:30Z') });
    const runs: string[] = [];
    const jobs = [
      { name: 'minute', cron: '* * * * *', run: async (now: Instant) => void runs.push(now.slice(11, 16)) },
    ];
    const timetable = startTimetable(jobs, fakeLog());
    await vi.advanceTimersByTimeAsync(60_000);
    vi.setSystemTime(new Date('2025-07-01T11:00:30Z'));
    await timetable.restart();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toEqual(['12:01', '11:01']);
    await timetable.stop();
  });
});
