import { describe, expect, it } from 'vitest';
import { expressionsOf } from '../../../src/decide/deadline/expressions.ts';
import type { Expression } from '../../../src/decide/deadline/when.ts';

function only(text: string): Expression {
  const [expression, ...more] = expressionsOf(text);
  if (!expression || more.length > 0) throw new Error(`expected one expression in: ${text}`);
  return expression;
}

const words = (text: string) => expressionsOf(text).map((each) => text.slice(each.start, each.end));

describe('expressions of time', () => {
  it.each([
    ['on 2025-08-08', { kind: 'date', year: 2025, month: 8, day: 8 }],
    ['by August 8 next year', { kind: 'date', year: null, month: 8, day: 8, ahead: 1 }],
    ['by 8 August of this year', { kind: 'date', year: null, month: 8, day: 8, ahead: 0 }],
    ['by August 8', { kind: 'date', year: null, month: 8, day: 8 }],
    ['by 8 August 2025', { kind: 'date', year: 2025, month: 8, day: 8 }],
    ['by the 8th of August', { kind: 'date', year: null, month: 8, day: 8 }],
    ['by Aug. 8, 2025', { kind: 'date', year: 2025, month: 8, day: 8 }],
    ['by 5 or 7 August', { kind: 'dates', year: null, month: 8, from: 5, to: 7, isEither: true }],
    ['on August 7, 8 or 9', { kind: 'dates', year: null, month: 8, from: 7, to: 9, isEither: false }],
    ['between 7 and 9 August 2025', { kind: 'dates', year: 2025, month: 8, from: 7, to: 9, isEither: false }],
    ['on Aug. 7-9', { kind: 'dates', year: null, month: 8, from: 7, to: 9, isEither: false }],
    ['on August 5 or August 7', { kind: 'dates', year: null, month: 8, from: 5, to: 7, isEither: true }],
    ['this Friday', { kind: 'weekday', weekday: 5, week: 'this' }],
    ['next Thursday', { kind: 'weekday', weekday: 4, week: 'next' }],
    ['Thursday of next week', { kind: 'weekday', weekday: 4, week: 'next' }],
    ['last Monday', { kind: 'weekday', weekday: 1, week: 'last' }],
    ['on Friday evening', { kind: 'weekday', weekday: 5, week: 'any' }],
    ['tomorrow', { kind: 'near', days: 1 }],
    ['by the end of August', { kind: 'month', year: null, month: 8, part: 'end' }],
    ['until mid-October', { kind: 'month', year: null, month: 10, part: 'mid' }],
    ['by June', { kind: 'month', year: null, month: 6, part: 'whole' }],
    ['until August 2028', { kind: 'month', year: 2028, month: 8, part: 'whole' }],
    ['by the end of the week', { kind: 'period', unit: 'week', ahead: 0, part: 'end' }],
    ['next month', { kind: 'period', unit: 'month', ahead: 1, part: 'whole' }],
    [
      'a week on Friday',
      {
        kind: 'count',
        count: { from: 1, to: 1, unit: 'week' },
        working: false,
        start: { kind: 'point', when: { kind: 'weekday', weekday: 5, week: 'this' } },
      },
    ],
    ['at Thanksgiving', { kind: 'holiday', words: 'Thanksgiving' }],
  ])('%s', (text, expected) => {
    expect(only(text).when).toEqual(expected);
  });

  it.each([
    ['50 days', 50, 50, 'day'],
    ['about 10 or 12 days', 10, 12, 'day'],
    ['10-12 days', 10, 12, 'day'],
    ['ten to twelve days', 10, 12, 'day'],
    ['within two weeks', 2, 2, 'week'],
    ['within a fortnight', 2, 2, 'week'],
    ['the next 48 hours', 48, 48, 'hour'],
    ['another six months', 6, 6, 'month'],
    ['a year', 12, 12, 'month'],
    ['the 50-day deadline', 50, 50, 'day'],
    ['from 50 days to 10 or 12', 10, 12, 'day'],
  ])('%s counts %d to %d %ss', (text, from, to, unit) => {
    expect(only(text).when).toMatchObject({ kind: 'count', count: { from, to, unit } });
  });

  it.each([
    ['ten days from today', { kind: 'today' }],
    ['21 days after the date of this order', { kind: 'act' }],
    ['48 hours after signing', { kind: 'act' }],
    ['ten days', { kind: 'unsaid' }],
    ['90 days from 15 January', { kind: 'point', when: { kind: 'date', year: null, month: 1, day: 15 } }],
    ['two more days past Monday', { kind: 'point', when: { kind: 'weekday', weekday: 1, week: 'any' } }],
  ])('"%s" says what it runs from', (text, start) => {
    expect(only(text).when).toMatchObject({ kind: 'count', start });
  });

  it.each([
    ['12:01 a.m. eastern daylight time, April 29, 2026', '00:01', 'America/New_York'],
    ['April 29, 2026, 12:01 a.m. ET', '00:01', 'America/New_York'],
    ['12:01 EST on August 27, 2025', '00:01', 'America/New_York'],
    ['November 30, 2025, 11:59 PM ET', '23:59', 'America/New_York'],
    ['0600 GMT on Saturday', '06:00', 'UTC'],
    ['23:59 on 13 February 2026', '23:59', null],
    ['4pm on Thursday 1 June', '16:00', null],
    ['midnight on Friday', '24:00', null],
    ['noon tomorrow', '12:00', null],
    ['10pm local time (1900 GMT)', '19:00', 'UTC'],
  ])('"%s" is one expression with its clock', (text, time, zone) => {
    const { clock } = only(text);
    expect(clock?.time).toBe(time);
    expect(clock?.zone?.zone ?? null).toBe(zone);
  });

  it('takes a weekday beside a date as its witness', () => {
    expect(only('Friday, August 15')).toMatchObject({ when: { kind: 'date', month: 8, day: 15 }, weekday: 5 });
  });

  it('does not take a list of counts for any of them', () => {
    expect(expressionsOf('50 days, 60 days, 10 days')).toEqual([]);
  });

  it.each(['He may march on.', 'A 5% tariff on goods.', 'Oil fell to 70 dollars.', 'The eastern front held.'])(
    'sees no time in: %s',
    (text) => {
      expect(words(text)).toEqual([]);
    },
  );

  it('stands where its words stand', () => {
    expect(words('They have until 8 August or about ten days.')).toEqual(['8 August', 'about ten days']);
  });
});
