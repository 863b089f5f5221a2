import { describe, expect, it, onTestFinished } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { beat, startPulse } from '../../src/run/pulse.ts';
import { at } from '../fakes/nouns.ts';
import { fakeLog, handClock, settle } from '../fakes/world.ts';

function pulsing(start: string) {
  const clock = handClock(start);
  const log = fakeLog();
  const setBacks: string[] = [];
  let last: Instant | null = null;
  const store = {
    beat: async (_: string, now: Instant) => {
      const former = last;
      last = now;
      return former;
    },
    setBack: async (by: number, now: Instant) => void setBacks.push(`${by / 60_000} minutes, at ${now.slice(11, 16)}`),
  };
  return { clock, log, store, setBacks };
}

describe('the pulse', () => {
  it('answers when a desk was last alive', async () => {
    const ports = pulsing('2025-07-01T12:00Z');
    expect(await beat(at('2025-07-01T12:00Z'), ports)).toBeNull();
    expect(await beat(at('2025-07-01T14:00Z'), ports)).toBe(at('2025-07-01T12:00Z'));
    expect([ports.setBacks, ports.log.lines]).toEqual([[], []]);
  });

  it('of a start before the last sign of life says that the clock was set back', async () => {
    const ports = pulsing('2025-07-01T12:00Z');
    await beat(at('2025-07-01T12:00Z'), ports);
    expect(await beat(at('2025-07-01T10:30Z'), ports)).toBe(at('2025-07-01T12:00Z'));
    expect(ports.setBacks).toEqual(['90 minutes, at 10:30']);
    expect(ports.log.lines).toEqual([expect.stringContaining('the clock was set back by 90 minutes')]);
  });

  it('beats each minute, and tells of a clock that was set back after the store knows', async () => {
    const ports = pulsing('2025-07-01T12:00Z');
    const told: number[] = [];
    const stop = startPulse({ ...ports, onSetBack: () => told.push(ports.setBacks.length) });
    onTestFinished(stop);
    for (const minute of ['12:01', '12:02']) {
      await settle();
      ports.clock.set(`2025-07-01T${minute}Z`);
    }
    await settle();
    expect([told, ports.clock.sleeping]).toEqual([[], [at('2025-07-01T12:03Z')]]);
    await beat(at('2025-07-01T13:00Z'), ports);
    ports.clock.set('2025-07-01T12:03Z');
    await settle();
    expect(told).toEqual([1]);
  });
});
