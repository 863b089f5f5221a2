import { expect, it } from 'vitest';
import { identifying } from '../../../src/chat/discord/identify.ts';
import { between, type Instant, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { handClock } from '../../fakes/discord/world.ts';
import { at } from '../../fakes/nouns.ts';

const NOON = at('2025-08-01T12:00:00Z');

it('a bot whose sessions all end logs in every five seconds, twenty times an hour, and says so', async () => {
  const clock = handClock(NOON);
  const told: Instant[] = [];
  const { waitForIdentify } = identifying(clock, (until) => void told.push(until));
  const minutes: number[] = [];
  for (let session = 0; session < 500; session += 1) {
    await waitForIdentify(0, new AbortController().signal);
    minutes.push(Math.floor(between(NOON, clock.now()) / MINUTE));
  }
  expect(minutes[19]).toBe(1);
  expect([minutes[20], told[0]]).toEqual([60, at('2025-08-01T13:00:00Z')]);
  expect(minutes.filter((minute) => minute < 24 * 60).length).toBeLessThanOrEqual(480);
});

it('a login that is called off meanwhile is not made', async () => {
  const clock = handClock(NOON);
  const calledOff = new AbortController();
  const sleepUntil = async () => calledOff.abort();
  const { waitForIdentify } = identifying({ ...clock, sleepUntil }, () => undefined);
  await waitForIdentify(0, calledOff.signal);
  await expect(waitForIdentify(0, calledOff.signal)).rejects.toThrow(/abort/);
  clock.passes(5 * SECOND);
  await waitForIdentify(0, new AbortController().signal);
});
