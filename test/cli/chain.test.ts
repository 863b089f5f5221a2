import { describe, expect, it } from 'vitest';
import { chainLines, headLine } from '../../src/cli/chain.ts';
import type { Version } from '../../src/domain/deadline.ts';
import { aDeadline, anEvidence, at, atMinute, aVersion, fromTo, onDay } from '../fakes/nouns.ts';

function chainOf(first: Partial<Version>, ...later: readonly Partial<Version>[]) {
  const versions = later.map((version, index) => aVersion({ ...version, number: index + 2 }));
  return aDeadline({ versions: [aVersion(first), ...versions] });
}

describe('a chain on a terminal', () => {
  it('is one line with a date wherever a change names one', () => {
    const chain = chainOf(
      { window: onDay('2025-09-02') },
      { change: 'brought_forward', window: fromTo('2025-08-07', '2025-08-09') },
      { change: 'fixed', window: onDay('2025-08-08') },
      { change: 'passed_unknown', window: onDay('2025-08-08') },
      { change: 'superseded', window: onDay('2025-08-08') },
    );
    expect(headLine(chain)).toBe(
      'Donald Trump to Russia: 2 Sep (set) -> 7–9 Aug (brought forward) -> 8 Aug (fixed) -> passed, outcome unknown -> superseded',
    );
  });

  it.each([
    ['a day', onDay('2025-08-08'), '8 Aug'],
    ['days of one month', fromTo('2025-08-07', '2025-08-09'), '7–9 Aug'],
    ['days of two months', fromTo('2025-08-30', '2025-09-02'), '30 Aug – 2 Sep'],
    ['a month', fromTo('2026-06-01', '2026-06-30', 'month'), 'Jun 2026'],
    ['an instant', atMinute('2025-08-27T04:01Z', '2025-08-27'), '27 Aug 04:01 UTC'],
    ['an instant that is the next day in UTC', atMinute('2025-08-27T03:59Z', '2025-08-26'), '27 Aug 03:59 UTC'],
  ])('names %s', (_, window, words) => {
    expect(headLine(chainOf({ window }))).toBe(`Donald Trump to Russia: ${words} (set)`);
  });

  it('gives each version its outlet, its quote and its link', () => {
    const evidence = anEvidence({ quote: 'He gave "50 days"', link: 'https://example.org/50' });
    expect(chainLines(chainOf({ evidence }))).toEqual([
      'Donald Trump to Russia: 2 Sep (set)',
      '  1. 2 Sep set, Mon 2025-07-14 16:00 UTC: BBC News (press)',
      '     “He gave "50 days"”',
      '     https://example.org/50',
    ]);
  });

  it('says where a version comes from nobody but the clock, or from a report without a link', () => {
    const chain = chainOf(
      { evidence: anEvidence({ link: null }) },
      { change: 'passed_unknown', saidAt: at('2025-09-03T04:00Z'), evidence: null },
    );
    expect(chainLines(chain).slice(3)).toEqual([
      '     no link',
      '  2. passed, outcome unknown, Wed 2025-09-03 04:00 UTC: the clock',
    ]);
  });
});
