import { expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { aDevelopment, anEdition, aReport, aStoryline, at, press } from '../fakes/nouns.ts';
import { linesOf } from './reading.ts';

it('tells several developments in one message, each with its count and its storyline', () => {
  const talks = aStoryline({ title: 'Talks' });
  const reports = [aReport({ title: 'Talks *end*' }), aReport({ source: press('dw', 'DW') })];
  const killed = anEdition({ stand: { kind: 'killed', since: at('2025-07-31T08:00Z'), reason: null } });
  const card = drawCard({
    kind: 'digest',
    entries: [
      { storyline: talks, development: aDevelopment({ reports }) },
      { storyline: aStoryline(), development: killed },
    ],
  });
  expect(linesOf(card)).toEqual([
    '### Also reported: 2 developments',
    '**[Talks \\*end\\*](https://www.bbc.com/news/articles/c1)**',
    '-# Reported by 2 independent outlets (2 reports) · Talks',
    '~~Trump gives Russia 50 days to agree to a ceasefire~~',
    '-# Reported by 1 independent outlet (1 report) · Ceasefire deadline',
  ]);
});
