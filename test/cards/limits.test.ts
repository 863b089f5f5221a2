import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttons, DIVIDER, line, RANK, section, withinLimits } from '../../src/cards/limits.ts';
import { runs } from '../fakes/runs.ts';

const long = (letter: string, length = 1_500) => letter.repeat(length);

describe('a card within limits', () => {
  it('is left alone while it fits', () => {
    const blocks = withinLimits([section([line('a', RANK.always)]), DIVIDER, section([line('b', RANK.note)])]);
    expect(blocks).toEqual([{ kind: 'text', markdown: 'a' }, { kind: 'divider' }, { kind: 'text', markdown: 'b' }]);
  });

  it('loses its least important lines first, whole, and says so', () => {
    const blocks = withinLimits([
      section([line(long('a'), RANK.always), line(long('b'), RANK.lede)]),
      section([line(long('c'), RANK.entry), line(long('d', 400), RANK.entry + 1)], (hidden) => `${hidden} more`),
    ]);
    expect(blocks).toEqual([
      { kind: 'text', markdown: `${long('a')}\n${long('b')}` },
      { kind: 'text', markdown: '2 more' },
    ]);
  });

  it('has no divider at its edge, before buttons or beside an empty block', () => {
    const link = { kind: 'link', label: 'Open', url: 'https://a.example/' } as const;
    const blocks = withinLimits([DIVIDER, section([line('a', RANK.always)]), DIVIDER, section([]), buttons([link])]);
    expect(blocks).toEqual([
      { kind: 'text', markdown: 'a' },
      { kind: 'buttons', buttons: [link] },
    ]);
  });

  it('has no row without buttons', () => {
    expect(withinLimits([section([line('a', RANK.always)]), buttons([])])).toHaveLength(1);
  });

  it('keeps every more important line when a less important one of the same length goes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 60 }), (ranks) => {
        const lines = ranks.map((rank) => line(String(rank).padEnd(200, 'x'), rank));
        const [block] = withinLimits([section(lines)]);
        const kept = block?.kind === 'text' ? block.markdown.split('\n').map((each) => Number.parseInt(each, 10)) : [];
        const wanted = [...ranks].sort((one, other) => one - other).slice(0, kept.length);
        expect(new Set(kept)).toEqual(new Set(wanted));
        expect(kept.length).toBe(Math.min(ranks.length, 19));
      }),
      runs(),
    );
  });
});
