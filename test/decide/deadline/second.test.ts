import { describe, expect, it } from 'vitest';
import { readDeadlines } from '../../../src/decide/deadline/read.ts';
import { secondOpinion } from '../../../src/decide/deadline/second.ts';
import type { Expression } from '../../../src/decide/deadline/when.ts';
import { at, day, NEW_YORK, onDay } from '../../fakes/nouns.ts';

const TUESDAY = day('2026-03-10');

function anExpression(when: Expression['when'], change: Partial<Expression> = {}): Expression {
  return {
    rule: 'date',
    start: 0,
    end: 0,
    when,
    weekday: null,
    clock: null,
    zone: null,
    isAdjective: false,
    ...change,
  };
}

const NEXT_FRIDAY = anExpression({ kind: 'weekday', weekday: 5, week: 'next' });

describe('a second opinion', () => {
  it.each([
    ['another day of a week that is named', 'next Friday', NEXT_FRIDAY, '2026-03-13'],
    [
      'another year that is stated',
      'April 7, 2027',
      anExpression({ kind: 'date', year: 2027, month: 4, day: 7 }),
      '2026-04-07',
    ],
    ['another month', '5 May', anExpression({ kind: 'date', year: null, month: 5, day: 5 }), '2026-05-06'],
  ])('is told of %s', (_, words, expression, ours) => {
    expect(secondOpinion(words, expression, onDay(ours), TUESDAY)).toEqual(['other_reading']);
  });

  it.each([
    ['the same day', 'next Friday', NEXT_FRIDAY, '2026-03-20'],
    [
      'a weekday it sees a week away',
      'Friday',
      anExpression({ kind: 'weekday', weekday: 5, week: 'any' }),
      '2026-03-06',
    ],
    ['a year that nobody stated', '5 May', anExpression({ kind: 'date', year: null, month: 5, day: 5 }), '2025-05-05'],
    [
      'words without a day for it',
      'the ides',
      anExpression({ kind: 'date', year: null, month: 3, day: 15 }),
      '2026-03-15',
    ],
    [
      'a count, which it mistakes for hours',
      '10 to 12 days',
      anExpression({
        kind: 'count',
        count: { from: 10, to: 12, unit: 'day' },
        working: false,
        start: { kind: 'unsaid' },
      }),
      '2026-03-22',
    ],
    [
      'midnight',
      'midnight on 5 May',
      anExpression({ kind: 'date', year: null, month: 5, day: 5 }, { clock: { time: '24:00', zone: null, flags: [] } }),
      '2026-05-05',
    ],
  ])('is silent on %s', (_, words, expression, ours) => {
    expect(secondOpinion(words, expression, onDay(ours), TUESDAY)).toEqual([]);
  });

  it('is none on an undated text', () => {
    expect(secondOpinion('next Friday', NEXT_FRIDAY, onDay('2026-03-13'), null)).toEqual([]);
  });
});

describe('disagreement', () => {
  const read = (text: string, published: string) =>
    readDeadlines(text, { published: at(published), outletZone: NEW_YORK, issuerZone: NEW_YORK, official: false });

  it.each([
    ['Minsk has until Friday to reply.'],
    ['The waiver expires at 12:01 a.m. eastern daylight time, April 7, 2027.'],
    ['The tariff takes effect at 12:01 EST on August 27, 2026.'],
    ['Minsk has until midnight on Friday to reply.'],
    ['Minsk has until next Friday to reply.'],
  ])('is not seen in: %s', (text) => {
    expect(read(text, '2026-03-10T18:00Z').deadlines[0]?.flags).not.toContain('other_reading');
  });
});
