import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly, GAP, type Requests } from '../../../src/chat/discord/requests.ts';
import { evenPace, slidingWindow } from '../../../src/chat/discord/window.ts';
import { between, type Instant, plus, SECOND } from '../../../src/domain/time.ts';
import { handClock } from '../../fakes/discord/world.ts';
import { at } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

const NOON = at('2025-08-01T12:00:00Z');

/** The most of these within any span of `per` milliseconds. */
function mostWithin(times: readonly Instant[], per: number): number {
  const counts = times.map((from) => times.filter((time) => time >= from && between(from, time) < per).length);
  return Math.max(0, ...counts);
}

describe('requests sent evenly', () => {
  it('are at most forty-six in any second, one after the other, in the order they were asked for', async () => {
    const clock = handClock(NOON);
    const sent: { readonly what: string; readonly at: Instant }[] = [];
    const note = (kind: string) => async (route: string) =>
      void sent.push({ what: `${kind} ${route}`, at: clock.now() });
    const rest: Requests = { get: note('get'), post: note('post'), patch: note('patch') };
    const requests = evenly(rest, clock, new AbortController().signal);
    await Promise.all(Array.from({ length: 100 }, (_, index) => requests.post(`/${index}`)));
    await Promise.all([requests.get('/100'), requests.patch('/101')]);
    expect(sent.map(({ what }) => what.replace(/^\w+ /, ''))).toEqual(Array.from({ length: 102 }, (_, n) => `/${n}`));
    expect(
      mostWithin(
        sent.map((one) => one.at),
        SECOND,
      ),
    ).toBe(46);
    expect(sent.at(-1)?.at).toBe(plus(NOON, 99 * GAP));
  });
});

describe('an even pace', () => {
  it('is never exceeded by more than what may go ahead, wherever one looks', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 900 }), (waits, ahead, span) => {
        const pace = evenPace(GAP, ahead);
        const done: Instant[] = [];
        let now = NOON;
        for (const wait of waits) {
          now = plus(now, wait);
          now = pace.freeAt(now) ?? now;
          expect(pace.freeAt(now)).toBeNull();
          pace.spend(now);
          done.push(now);
        }
        expect(mostWithin(done, span)).toBeLessThanOrEqual(Math.ceil(span / GAP) + ahead);
      }),
    );
  });
});

describe('a clock that is set back', () => {
  const HOUR_BEFORE = plus(NOON, -3_600 * SECOND);

  it.each([
    ['an even pace', () => evenPace(GAP, 2)],
    ['a window', () => slidingWindow(3, SECOND)],
  ])('holds %s up no longer than its own time', (_, made) => {
    const window = made();
    for (let count = 0; count < 3; count += 1) window.spend(NOON);
    const freeAt = window.freeAt(HOUR_BEFORE) ?? HOUR_BEFORE;
    expect(between(HOUR_BEFORE, freeAt)).toBeLessThanOrEqual(SECOND);
    expect(window.freeAt(freeAt)).toBeNull();
  });
});

describe('a window', () => {
  it('never lets more through than it may, and no later than it must', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 6 }), (waits, most) => {
        const window = slidingWindow(most, SECOND);
        const done: Instant[] = [];
        let now = NOON;
        for (const wait of waits) {
          now = plus(now, wait);
          const freeAt = window.freeAt(now);
          expect(freeAt === null).toBe(done.filter((time) => between(time, now) < SECOND).length < most);
          now = freeAt ?? now;
          expect(window.freeAt(now)).toBeNull();
          window.spend(now);
          done.push(now);
        }
        expect(mostWithin(done, SECOND)).toBeLessThanOrEqual(most);
      }),
      runs(),
    );
  });
});
