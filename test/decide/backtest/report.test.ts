import { describe, expect, it } from 'vitest';
import { micro, scoreOf } from '../../../src/decide/backtest/labels.ts';
import { CITY, type Line, reportOn, titles } from './items.ts';

describe('hits', () => {
  const days: readonly Line[] = [
    [1, 'Harbour opens'],
    [1, 'Harbour busy'],
    [3, 'Harbour closes'],
    [4, 'Rain'],
  ];

  it('are counted by day, days without any too', () => {
    expect(reportOn('harbour', days).days).toEqual([
      { day: '2025-07-01', hits: 2 },
      { day: '2025-07-02', hits: 0 },
      { day: '2025-07-03', hits: 1 },
      { day: '2025-07-04', hits: 0 },
    ]);
  });

  it('are told as a share of all items', () => {
    expect(reportOn('harbour', days)).toMatchObject({ items: 4, hits: 3, share: 0.75 });
  });

  it('are shown by at most ten, from the first to the last, each title once, with the words found', () => {
    const many = Array.from({ length: 40 }, (_, index): Line => [1 + (index % 28), `Harbour news ${index >> 1}`]);
    const { sample } = reportOn('harbour* OR news', many);
    expect(sample).toHaveLength(10);
    expect([sample[0]?.title, sample.at(-1)?.title]).toEqual(['Harbour news 0', 'Harbour news 19']);
    expect(sample[0]?.found).toEqual(['Harbour', 'news']);
  });

  it('of no items are none', () => {
    expect(reportOn('harbour', [])).toMatchObject({ hits: 0, share: 0, days: [], sample: [], labels: null });
  });
});

const FLEET: readonly Line[] = [
  [1, 'Trawler leaves port with herring'],
  [2, 'Ferry leaves port with herring'],
  [3, 'Herring trawler and ferry collide at port'],
  [4, 'Ferry leaves port'],
  [5, 'Herring is back'],
  [6, 'Herring trawler sold at port auction'],
];

describe('groups and alternatives', () => {
  const { groups, stops } = reportOn('herring AND (trawler OR ferry OR barge) AND port NOT (auction OR strike)', FLEET);

  it('tell how many more items would match without each group', () => {
    expect(groups.map(({ written, loss }) => [written, loss])).toEqual([
      ['herring', 1],
      ['trawler OR ferry OR barge', 0],
      ['port', 0],
    ]);
  });

  it('tell what each alternative brings, and what it alone brings; a dead one brings nothing', () => {
    expect(groups[1]?.alternatives).toEqual([
      { written: 'trawler', hits: 2, only: 1 },
      { written: 'ferry', hits: 2, only: 1 },
      { written: 'barge', hits: 0, only: 0 },
    ]);
  });

  it('tell what each NOT-term stops', () => {
    expect(stops).toEqual([
      { written: 'auction', stops: 1, only: 1 },
      { written: 'strike', stops: 0, only: 0 },
    ]);
  });
});

describe('near misses', () => {
  const { nearMisses, stopped } = reportOn('herring AND trawler AND port NOT auction', [
    ...FLEET,
    [7, 'Herring trawler at auction'],
  ]);

  it('lack one group alone and nothing stops them, what reads most like the hits first', () => {
    expect(nearMisses.total).toBe(1);
    expect(nearMisses.shown).toMatchObject([{ title: 'Ferry leaves port with herring', missing: ['trawler'] }]);
  });

  it('are told from what a NOT-term stops alone', () => {
    expect(stopped.total).toBe(1);
    expect(stopped.shown).toMatchObject([
      { title: 'Herring trawler sold at port auction', missing: [], stoppedBy: ['auction'] },
    ]);
  });

  it('show ten and count all', () => {
    const many = Array.from({ length: 30 }, (_, index): Line => [1, `Herring number ${index}`]);
    const report = reportOn('herring AND trawler', many);
    expect(report.nearMisses.total).toBe(30);
    expect(report.nearMisses.shown).toHaveLength(10);
  });

  it('are none for a query of one group, nor for an outlet or a language alone', () => {
    expect(reportOn('trawler', FLEET).nearMisses.total).toBe(0);
    expect(reportOn('lang:en AND whale', FLEET).nearMisses.total).toBe(0);
  });
});

describe('a comparison', () => {
  it('tells the hits of both from those of either alone, with right and wrong where labelled', () => {
    const { compared } = reportOn('istanbul', CITY, { against: 'swap OR harbour', label: 'talks' });
    expect(compared).toMatchObject({
      other: 'swap OR harbour',
      both: { items: 2, right: 2, wrong: 0 },
      onlyFirst: { items: 6, right: 2, wrong: 4 },
      onlySecond: { items: 1, right: 0, wrong: 1 },
    });
    expect(titles(compared?.onlySecond.sample ?? [])).toEqual(['Rain over the harbour']);
  });

  it('is none where none was asked for', () => {
    expect(reportOn('istanbul', CITY).compared).toBeNull();
  });
});

describe('labels', () => {
  it('give precision and recall, the false hits by name and the misses with what was missing', () => {
    const { labels } = reportOn('istanbul AND (swap OR enrichment) NOT round', CITY, { label: 'talks' });
    expect(labels).toMatchObject({ found: 1, wrong: 2, missed: 3, recall: 0.25 });
    expect(labels?.precision).toBeCloseTo(1 / 3);
    expect(titles(labels?.falseHits ?? [])).toEqual([
      'Iran and European envoys meet in Istanbul over enrichment',
      'Enrichment stays, Iran says in Istanbul',
    ]);
    expect(labels?.misses.map(({ missing, stoppedBy }) => [...missing, ...stoppedBy])).toEqual([
      ['swap OR enrichment'],
      ['swap OR enrichment'],
      ['round'],
    ]);
  });

  it('that no item carries judge nothing', () => {
    expect(reportOn('istanbul', CITY, { label: 'gossip' }).labels).toBeNull();
  });

  it.each([
    ['all right', { found: 2, wrong: 0, missed: 0 }, [1, 1, 1]],
    ['half right', { found: 1, wrong: 1, missed: 0 }, [0.5, 1, 2 / 3]],
    ['nothing hit', { found: 0, wrong: 0, missed: 2 }, [null, 0, 0]],
    ['nothing right', { found: 0, wrong: 2, missed: 0 }, [0, null, 0]],
    ['nothing at all', { found: 0, wrong: 0, missed: 0 }, [null, null, null]],
  ])('come to shares: %s', (_, counts, [precision, recall, f1]) => {
    expect(scoreOf(counts)).toEqual({ ...counts, precision, recall, f1 });
  });

  it('of several storylines come together item by item', () => {
    const together = micro([
      { found: 9, wrong: 0, missed: 0 },
      { found: 0, wrong: 1, missed: 1 },
    ]);
    expect(together).toMatchObject({ precision: 0.9, recall: 0.9, f1: 0.9 });
  });
});
