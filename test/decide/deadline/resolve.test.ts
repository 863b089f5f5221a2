import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionsOf } from '../../../src/decide/deadline/expressions.ts';
import { frameOf, windowOf } from '../../../src/decide/deadline/resolve.ts';
import { addDays } from '../../../src/domain/time.ts';
import { at, BRUSSELS, day, NEW_YORK, zone } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

type Direction = Parameters<typeof windowOf>[2];

function resolved(words: string, published: string | null, direction: Direction = 'forward') {
  const [expression] = expressionsOf(words);
  if (!expression) throw new Error(`no expression in: ${words}`);
  return windowOf(expression, frameOf(published ? at(published) : null, NEW_YORK, NEW_YORK), direction);
}

function days(words: string, published: string | null, direction: Direction = 'forward') {
  const window = resolved(words, published, direction)?.window;
  return window ? [window.earliest, window.latest, window.precision] : null;
}

const WEDNESDAY = '2025-08-06T16:00Z';

describe('days', () => {
  it.each([
    ['Friday', WEDNESDAY, '2025-08-08'],
    ['Wednesday', WEDNESDAY, '2025-08-06'],
    ['this Friday', WEDNESDAY, '2025-08-08'],
    ['next Friday', WEDNESDAY, '2025-08-15'],
    ['last Monday', WEDNESDAY, '2025-08-04'],
    ['next Thursday, Thanksgiving', '2025-11-21T16:00Z', '2025-11-27'],
    ['today', WEDNESDAY, '2025-08-06'],
    ['tomorrow', WEDNESDAY, '2025-08-07'],
    ['August 8', WEDNESDAY, '2025-08-08'],
    ['January 23', '2025-12-31T16:00Z', '2026-01-23'],
    ['8 August 2027', WEDNESDAY, '2027-08-08'],
    ['2 May next year', WEDNESDAY, '2026-05-02'],
    ['May 2 of this year', WEDNESDAY, '2025-05-02'],
    ['the end of August', WEDNESDAY, '2025-08-31'],
    ['the end of 2025', WEDNESDAY, '2025-12-31'],
    ['the end of this year', WEDNESDAY, '2025-12-31'],
    ['50 days', '2025-07-14T16:00Z', '2025-09-02'],
    ['ten days from today', '2025-07-29T16:00Z', '2025-08-08'],
    ['48 hours', WEDNESDAY, '2025-08-08'],
    ['two weeks', '2025-08-21T16:00Z', '2025-09-04'],
    ['six months', '2025-10-23T16:00Z', '2026-04-23'],
    ['ten working days', WEDNESDAY, '2025-08-20'],
    ['90 days from 15 January', '2026-01-15T16:00Z', '2026-04-15'],
  ])('%s, said at %s, is %s', (words, published, expected) => {
    expect(days(words, published)).toEqual([expected, expected, 'day']);
  });

  it.each([
    ['10 or 12 days', '2025-07-28T16:00Z', '2025-08-07', '2025-08-09', 'range'],
    ['by June', '2026-02-07T16:00Z', '2026-06-01', '2026-06-30', 'month'],
    ['mid-October', WEDNESDAY, '2025-10-11', '2025-10-20', 'range'],
    ['late February', '2026-01-07T16:00Z', '2026-02-21', '2026-02-28', 'range'],
    ['next week', WEDNESDAY, '2025-08-11', '2025-08-17', 'range'],
    ['the end of the week', WEDNESDAY, '2025-08-08', '2025-08-10', 'range'],
    ['next year', WEDNESDAY, '2026-01-01', '2026-12-31', 'vague'],
  ])('%s, said at %s, is %s to %s', (words, published, earliest, latest, precision) => {
    expect(days(words, published)).toEqual([earliest, latest, precision]);
  });

  it.each([
    ['Friday', '2025-08-11T16:00Z', 'back', '2025-08-08'],
    ['Friday', '2025-08-11T16:00Z', 'nearest', '2025-08-08'],
    ['Friday', '2025-08-11T16:00Z', 'forward', '2025-08-15'],
    ['8 August', '2025-08-11T16:00Z', 'back', '2025-08-08'],
  ] as const)('%s, said at %s and pointing %s, is %s', (words, published, direction, expected) => {
    expect(days(words, published, direction)?.[0]).toBe(expected);
  });

  it('a weekday beside a date picks the year in which they agree', () => {
    expect(days('Sunday 1 March', '2026-11-20T16:00Z')?.[0]).toBe('2026-03-01');
  });

  it('a weekday that agrees with no year near is told as odd', () => {
    expect(resolved('Monday, August 8', WEDNESDAY)?.flags).toEqual(['weekday_mismatch']);
  });

  it.each(['this Friday', 'August 8', 'ten days from today', 'next week', 'by June'])(
    '%s in an undated text is no day at all',
    (words) => {
      expect(resolved(words, null)).toBeNull();
    },
  );

  it('a whole date needs no day of publication', () => {
    expect(days('August 8, 2025', null)).toEqual(['2025-08-08', '2025-08-08', 'day']);
  });

  it('counts of more than three years are plans, not countdowns', () => {
    expect(resolved('within seven years', WEDNESDAY)).toBeNull();
  });

  it('the day of publication is the outlet’s own', () => {
    const [expression] = expressionsOf('today');
    const frame = frameOf(at('2025-08-06T23:30Z'), BRUSSELS, NEW_YORK);
    expect(expression && windowOf(expression, frame, 'forward')?.window).toMatchObject({
      earliest: '2025-08-07',
      zone: 'America/New_York',
      zoneBasis: 'issuer',
    });
  });

  it('a weekday ahead is never past nor more than six days off', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 3000 }), (name, later) => {
        const today = addDays(day('2024-01-01'), later);
        const found = days(name, `${today}T12:00Z`)?.[0] ?? '';
        expect(found >= today && found <= addDays(today, 6)).toBe(true);
      }),
      runs(),
    );
  });
});

describe('instants', () => {
  it.each([
    ['12:01 a.m. eastern daylight time, 21 days after the date of this order', WEDNESDAY, '2025-08-27T04:01:00.000Z'],
    ['12:01 EST on August 27, 2025', '2025-08-12T16:00Z', '2025-08-27T04:01:00.000Z'],
    ['12:01 a.m. eastern daylight time, April 29, 2026', '2025-12-04T16:00Z', '2026-04-29T04:01:00.000Z'],
    ['12:01 a.m. eastern standard time on November 21, 2025', '2025-10-22T16:00Z', '2025-11-21T05:01:00.000Z'],
    ['12:01 a.m. ET Feb. 28', '2026-01-15T16:00Z', '2026-02-28T05:01:00.000Z'],
    ['November 30, 2025, 11:59 PM ET', '2025-11-20T16:00Z', '2025-12-01T04:59:00.000Z'],
    ['midnight on Friday', WEDNESDAY, '2025-08-09T04:00:00.000Z'],
    ['23:59 Brussels time on 31 July 2026', '2025-12-22T16:00Z', '2026-07-31T21:59:00.000Z'],
    ['0600 GMT on Saturday', WEDNESDAY, '2025-08-09T06:00:00.000Z'],
  ])('%s', (words, published, instant) => {
    expect(resolved(words, published)?.window).toMatchObject({ instant, precision: 'minute' });
  });

  it('keep the clock on the wall when the zone’s name belongs to the other season, and say so', () => {
    const flags = resolved('12:01 a.m. EST on August 27, 2025', WEDNESDAY)?.flags;
    expect(flags).toEqual(['zone_name_mismatch']);
  });

  it('belong to a stated zone before any other', () => {
    expect(resolved('6 p.m. Moscow time on 8 August', WEDNESDAY)?.window).toMatchObject({
      zone: zone('Europe/Moscow'),
      zoneBasis: 'stated',
    });
  });

  it('of midnight stay on the day that midnight ends', () => {
    expect(days('midnight on Friday', WEDNESDAY)).toEqual(['2025-08-08', '2025-08-08', 'minute']);
  });
});

describe('what a count runs from', () => {
  it.each([
    ['ten days', 'published', '2025-08-06', ['counted_from_publication']],
    ['ten days from today', 'published', '2025-08-06', []],
    ['ten days after the date of this order', 'act', '2025-08-06', ['counted_from_publication']],
    ['ten days from 1 August', 'stated', '2025-08-01', []],
  ])('%s: %s, %s', (words, kind, from, flags) => {
    expect(resolved(words, WEDNESDAY)).toMatchObject({ anchor: { kind, day: from }, flags });
  });

  it('is the issuer’s own day for an act, whatever the day was where the news was printed', () => {
    const [expression] = expressionsOf('7 days after the date of this order');
    const frame = frameOf(at('2025-07-31T23:50Z'), BRUSSELS, NEW_YORK);
    expect(expression && windowOf(expression, frame, 'forward')?.window.latest).toBe('2025-08-07');
  });

  it('is the day of the announcement when the text names it', () => {
    const [expression] = expressionsOf('ten days');
    const frame = { ...frameOf(at(WEDNESDAY), NEW_YORK, NEW_YORK), announced: day('2025-08-04') };
    expect(expression && windowOf(expression, frame, 'forward')).toMatchObject({
      window: { latest: '2025-08-14' },
      anchor: { kind: 'announced', day: '2025-08-04' },
      flags: [],
    });
  });
});

describe('one of several days', () => {
  it.each([
    ['August 7, 8 or 9', ['2025-08-07', '2025-08-09', 'range']],
    ['5 or 7 August', ['2025-08-05', '2025-08-07', 'vague']],
    ['either 5 or 7 August', ['2025-08-05', '2025-08-07', 'vague']],
    ['6 or 7 August', ['2025-08-06', '2025-08-07', 'range']],
    ['5, 6 or 7 August', ['2025-08-05', '2025-08-07', 'range']],
    ['9–10 January', ['2026-01-09', '2026-01-10', 'range']],
    ['August 20 or 5 years', ['2025-08-20', '2025-08-20', 'day']],
  ])('%s', (words, expected) => {
    expect(days(words, WEDNESDAY)).toEqual(expected);
  });
});
