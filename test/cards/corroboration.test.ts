import { expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { aDevelopment, aReport, aStoryline, press } from '../fakes/nouns.ts';
import { linesOf } from './reading.ts';

it('says what is confirmed now, and by how many', () => {
  const reports = [aReport(), aReport({ source: press('dw', 'DW') }), aReport({ source: press('cnn', 'CNN') })];
  const development = aDevelopment({ reports });
  const card = drawCard({ kind: 'corroboration', storyline: aStoryline(), development });
  expect(linesOf(card)).toEqual([
    '**Now confirmed by more outlets:** Trump gives Russia 50 days to agree to a ceasefire',
    'Reported by 3 independent outlets (3 reports)',
    '-# Ceasefire deadline',
  ]);
  expect(card.summary).toBe('Now confirmed by more outlets: Trump gives Russia 50 days to agree to a ceasefire');
});
