import { describe, expect, it } from 'vitest';
import { lastFullDay, longWhen, shortWhen } from '../../src/cards/when.ts';
import type { Window } from '../../src/domain/deadline.ts';
import { atMinute, aWindow, BRUSSELS, day, fromTo, onDay, zone } from '../fakes/nouns.ts';

const INDIA = atMinute('2025-08-27T04:01Z', '2025-08-27');

describe('a window in words', () => {
  it.each<[string, Window, string, readonly string[]]>([
    [
      'an instant',
      INDIA,
      '27 Aug 2025 04:01 UTC',
      ['<t:1756267260:F> (<t:1756267260:R>)', '27 Aug 2025 04:01 UTC · Wed 27 Aug 2025 00:01 US Eastern time'],
    ],
    [
      'an instant of the winter half',
      atMinute('2025-11-21T05:01Z', '2025-11-21'),
      '21 Nov 2025 05:01 UTC',
      ['<t:1763701260:F> (<t:1763701260:R>)', '21 Nov 2025 05:01 UTC · Fri 21 Nov 2025 00:01 US Eastern time'],
    ],
    [
      'an instant in UTC',
      { ...atMinute('2025-09-28T00:00Z', '2025-09-28'), zone: zone('UTC') },
      '28 Sep 2025 00:00 UTC',
      ['<t:1759017600:F> (<t:1759017600:R>)', '28 Sep 2025 00:00 UTC'],
    ],
    [
      'a day',
      onDay('2025-08-08'),
      '8 Aug 2025',
      ['Fri 8 Aug 2025 (US Eastern day), no time given · your date: <t:1754668800:D>'],
    ],
    [
      'a day in Brussels',
      aWindow({ earliest: day('2026-01-31'), latest: day('2026-01-31'), zone: BRUSSELS }),
      '31 Jan 2026',
      ['Sat 31 Jan 2026 (Brussels day), no time given · your date: <t:1769857200:D>'],
    ],
    [
      'a range',
      fromTo('2025-08-07', '2025-08-09'),
      '7–9 Aug 2025 (approx.)',
      ['7–9 Aug 2025 (approx.), US Eastern days, no time given'],
    ],
    [
      'a range across months',
      fromTo('2025-08-30', '2025-09-02'),
      '30 Aug – 2 Sep 2025 (approx.)',
      ['30 Aug – 2 Sep 2025 (approx.), US Eastern days, no time given'],
    ],
    [
      'a range across years',
      fromTo('2025-12-30', '2026-01-02'),
      '30 Dec 2025 – 2 Jan 2026 (approx.)',
      ['30 Dec 2025 – 2 Jan 2026 (approx.), US Eastern days, no time given'],
    ],
    ['a month', fromTo('2026-06-01', '2026-06-30', 'month'), 'June 2026', ['June 2026']],
    [
      'some months',
      fromTo('2025-12-01', '2026-01-31', 'month'),
      'December 2025 – January 2026',
      ['December 2025 – January 2026'],
    ],
    [
      'a vague time',
      fromTo('2025-08-21', '2025-09-05', 'vague'),
      'no firm date (some time in 21 Aug – 5 Sep 2025)',
      ['no firm date (some time in 21 Aug – 5 Sep 2025)'],
    ],
  ])('says %s as exactly as it is known', (_, window, short, long) => {
    expect(shortWhen(window)).toBe(short);
    expect(longWhen(window)).toEqual(long);
  });

  it.each<[string, Window, string | null]>([
    ['one minute past midnight', INDIA, '2025-08-26'],
    ['midnight', atMinute('2025-08-27T04:00Z', '2025-08-27'), '2025-08-26'],
    ['noon', atMinute('2025-08-27T16:00Z', '2025-08-27'), null],
    ['a day without a time', onDay('2025-08-27'), null],
  ])('names the last full day for %s only where it differs', (_, window, expected) => {
    expect(lastFullDay(window)).toBe(expected);
  });
});
