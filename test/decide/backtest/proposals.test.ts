import { describe, expect, it } from 'vitest';
import { skeleton, spelledLike } from '../../../src/decide/backtest/spelling.ts';
import { CITY, type Line, reportOn } from './items.ts';

describe('proposed NOT-terms', () => {
  it('lead a naive query from half right to all right', () => {
    const naive = reportOn('istanbul', CITY, { label: 'talks' });
    expect(naive.labels?.precision).toBe(0.5);
    const { proposals, together } = naive.proposedStops;
    expect(proposals.length).toBeGreaterThan(0);
    expect(together).toEqual({ items: 4, right: 0, wrong: 4 });
    const better = `istanbul NOT (${proposals.map(({ written }) => written).join(' OR ')})`;
    expect(reportOn(better, CITY, { label: 'talks' }).labels).toMatchObject({ precision: 1, recall: 1 });
  });

  it('each tell what they remove', () => {
    const { proposals } = reportOn('istanbul', CITY, { label: 'talks' }).proposedStops;
    for (const { removes } of proposals) expect(removes).toEqual({ items: 2, right: 0, wrong: 2 });
  });

  it('are never words of the query, nor words that right hits hold as well', () => {
    const lines: readonly Line[] = [
      [1, 'Harbour talks on herring', ['fish']],
      [2, 'Harbour talks on cod', ['fish']],
      [3, 'Harbour talks on steel', []],
      [4, 'Harbour talks on coal', []],
    ];
    expect(reportOn('harbour', lines, { label: 'fish' }).proposedStops.proposals).toEqual([]);
  });

  it('come without labels from the hits least like the rest, where there are enough', () => {
    const talks = Array.from(
      { length: 30 },
      (_, index): Line => [
        1 + (index % 28),
        `Istanbul talks on prisoners: delegations of Ukraine and Russia, day ${index}`,
      ],
    );
    const ferries = ['sinks', 'burns', 'returns', 'stops'].map(
      (what): Line => [29, `Crowded ferry ${what} near Istanbul`],
    );
    const { because, rejected, proposals } = reportOn('istanbul', [...talks, ...ferries]).proposedStops;
    expect({ because, rejected }).toEqual({ because: 'unlike', rejected: 4 });
    expect(proposals.map(({ removes }) => removes.items)).toEqual([4]);
    expect(['crowded', 'ferry', '"crowded ferry"']).toContain(proposals[0]?.written);
    expect(reportOn('istanbul', talks.slice(0, 12)).proposedStops.because).toBeNull();
  });
});

describe('proposed alternatives', () => {
  it('are spellings of a name that near misses have', () => {
    const lines: readonly Line[] = [
      [1, 'Herring quota: Zelensky speaks'],
      [2, 'Herring quota: Zelenskiy answers'],
      [3, 'Zelenskiy signs herring quota'],
      [4, 'Herring quota: the zebra sleeps'],
    ];
    const { proposedWords } = reportOn('@leader AND herring', lines, { aliases: { leader: ['Zelensky'] } });
    expect(proposedWords).toMatchObject([
      { written: 'zelenskiy', group: '@leader', because: 'spelling', of: 'zelensky', gains: { items: 2 } },
    ]);
  });

  it('are words that missed right items share', () => {
    const lines: readonly Line[] = [
      [1, 'Harbour quota set for herring', ['fish']],
      [2, 'Harbour quota set for mackerel', ['fish']],
      [3, 'Mackerel: new harbour quota', ['fish']],
      [4, 'Harbour quota for cars', []],
      [5, 'Harbour quota for ferries', []],
    ];
    const { proposedWords } = reportOn('harbour AND herring', lines, { label: 'fish' });
    expect(proposedWords).toMatchObject([
      { written: 'mackerel', group: 'herring', because: 'telling', gains: { items: 2, right: 2, wrong: 0 } },
    ]);
  });

  it('are none where only chance speaks for them', () => {
    const lines: readonly Line[] = [
      [1, 'Harbour herring landed'],
      [2, 'Harbour gets paint'],
      [3, 'Harbour gets lights'],
    ];
    expect(reportOn('harbour AND herring', lines).proposedWords).toEqual([]);
  });
});

describe('spellings', () => {
  it.each([
    ['zelensky', 'zelenskyy', 'same_sound'],
    ['zelensky', 'зеленскии', 'same_sound'],
    ['kharkiv', 'harkiv', 'same_sound'],
    ['lukashenko', 'lukashenka', 'near'],
    ['strike', 'bridge', 'other'],
    ['oil', 'oils', 'other'],
    ['harbour', 'harbour', 'other'],
  ])('%s and %s: %s', (word, other, expected) => {
    expect(spelledLike(word, other)).toBe(expected);
  });

  it('share a skeleton', () => {
    expect(['zelenskyy', 'zelenskiy', 'зеленскии'].map(skeleton)).toEqual(['zelenski', 'zelenski', 'zelenski']);
  });
});
