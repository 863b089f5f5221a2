import { describe, expect, it } from 'vitest';
import { CUES } from '../../../src/decide/deadline/cues.ts';
import type { ReadingContext } from '../../../src/decide/deadline/read.ts';
import { readDeadlines } from '../../../src/decide/deadline/read.ts';
import { confidenceOf, type Grounds, tierOf } from '../../../src/decide/deadline/tier.ts';
import { at, NEW_YORK } from '../../fakes/nouns.ts';

const context: ReadingContext = {
  published: at('2025-08-06T16:00Z'),
  outletZone: NEW_YORK,
  issuerZone: NEW_YORK,
  official: false,
};

const tier = (text: string, official: boolean) => readDeadlines(text, { ...context, official }).deadlines[0]?.tier;
const sureness = (text: string) => readDeadlines(text, context).deadlines[0]?.confidence ?? 0;

describe('tiers', () => {
  it.each([
    ['a strong cue and a named day', 'Moscow has until August 8.', 'A', 'A'],
    ['a strong cue and a weekday', 'The deadline is Friday.', 'A', 'A'],
    ['a count', 'Trump gave Moscow 10 days to agree.', 'B', 'B'],
    ['a range', 'The new deadline is 10 or 12 days from today.', 'B', 'B'],
    ['a month', 'They must finish by September.', 'B', 'B'],
    ['a licence', 'Payments are authorized through December 13, 2025.', 'B', 'A'],
    ['an extension', 'The truce was extended until August 20.', 'B', 'A'],
    ['an act that counts its own days', 'The duty takes effect 21 days after the date of this order.', 'B', 'A'],
    ['what is over', 'The licence expired on Monday.', 'C', 'C'],
    ['what held before', 'The truce had been set to expire on August 12.', 'C', 'C'],
  ])('%s', (_, text, press, official) => {
    expect(tier(text, false)).toBe(press);
    expect(tier(text, true)).toBe(official);
  });

  it('are not given to the terms of sport and shows, whose words say enough', () => {
    expect(tier('Fans of the band have until Friday to vote.', false)).toBe('B');
  });

  it('are not given to a date that its weekday contradicts', () => {
    expect(tier('The deadline is Monday, August 8.', false)).toBe('B');
  });
});

describe('a second opinion that names another day', () => {
  const has = CUES.find(({ name }) => name === 'has_until');
  const grounds = (flags: readonly string[]): Grounds | null =>
    has
      ? {
          cue: has,
          when: { kind: 'near', days: 1 },
          precision: 'day',
          flags,
          isPast: false,
          isOld: false,
          official: false,
        }
      : null;

  it('lowers confidence and asks a moderator', () => {
    const [agreed, disputed] = [grounds([]), grounds(['other_reading'])];
    if (!agreed || !disputed) throw new Error('no cue of that name');
    expect([tierOf(agreed), tierOf(disputed)]).toEqual(['A', 'B']);
    expect(confidenceOf(disputed)).toBeLessThan(confidenceOf(agreed));
  });
});

describe('confidence', () => {
  it('falls from a named day over a month and a count to what is past', () => {
    const named = sureness('Moscow has until August 8.');
    const month = sureness('They must finish by September.');
    const count = sureness('Trump gave Moscow 10 days to agree.');
    const past = sureness('The truce had been set to expire on August 12.');
    expect([named, month, count, past]).toEqual([named, month, count, past].toSorted((a, b) => b - a));
    expect(new Set([named, month, count, past]).size).toBe(4);
  });
});
