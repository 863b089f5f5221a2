import { describe, expect, it } from 'vitest';
import { id } from '../../../../src/domain/ids.ts';
import type { ChainPlot } from '../../../../src/web/plot/chain/chainPlot.ts';
import { drawTimeline } from '../../../../src/web/plot/timeline/drawTimeline.ts';
import { aDeadline, at, aVersion, onDay } from '../../../fakes/nouns.ts';
import { PENDING, WHOLE } from '../chain/chains.ts';
import { parsed, read } from '../reading.ts';

const NOW = at('2025-08-01T12:00Z');
const FAR: ChainPlot = {
  deadline: aDeadline({ id: id('far'), versions: [aVersion({ window: onDay('2027-02-05') })] }),
  rungs: [],
  now: NOW,
};

describe('the time line', () => {
  it('gives every deadline a lane with its name, where it stands and its date', () => {
    const { all, lines } = read(drawTimeline([PENDING, FAR], NOW));
    expect(all('.lane')).toHaveLength(2);
    expect(lines).toEqual(expect.arrayContaining(['Pending', '8 Aug 2025', '5 Feb 2027']));
  });

  it('draws every date that a deadline had, the visible moves between them, its reports and its reminders', () => {
    const { all } = read(drawTimeline([PENDING], NOW));
    expect([all('.date').length, all('.date.struck').length, all('.step').length]).toEqual([3, 2, 1]);
    expect(all('.said')).toHaveLength(3);
    expect(all('.confirming')).toHaveLength(6);
    expect(all('.planned').length).toBeGreaterThan(0);
    expect(all('.now')).toHaveLength(1);
  });

  it('says a date that lies too far ahead to be drawn', () => {
    const { all, description } = read(drawTimeline([FAR], NOW));
    expect(all('.date')).toEqual([]);
    expect(description).toContain('5 Feb 2027');
  });

  it('is told in words, and is well-formed', () => {
    const svg = drawTimeline([PENDING, WHOLE], NOW);
    expect(read(svg).title).toBe('Time line of 2 deadlines');
    expect(read(svg).description).toContain('Pending: 8 Aug 2025.');
    expect(parsed(svg).width).toBe(400);
  });

  it('stays within its paper without any deadline', () => {
    expect(read(drawTimeline([], NOW)).title).toBe('Time line of 0 deadlines');
  });
});
