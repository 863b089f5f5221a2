import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growthOf } from '../bench/trend.mjs';
import { runs } from './fakes/runs.ts';

const days = (figure: (day: number) => number) => Array.from({ length: 31 }, (_, day) => figure(day));

it.each<[string, (day: number) => number, boolean]>([
  ['that stays', () => 150, true],
  ['that needs most at its start', (day) => (day < 8 ? 60 + 12 * day : 156), true],
  ['that saws as a collector comes and goes', (day) => 140 + 10 * (day % 4), true],
  ['that grows each day', (day) => 150 + 4 * day, false],
  ['that grows in its last days', (day) => (day < 22 ? 150 : 150 + 9 * (day - 21)), false],
])('memory %s', (_, figure, isFlat) => {
  expect(growthOf(days(figure)) <= 0.1).toBe(isFlat);
});

it('has no trend after too few figures', () => {
  expect([growthOf([]), growthOf([1, 2])]).toEqual([0, 0]);
});

it('is the same share in whatever unit', () => {
  const figures = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(figures, fc.integer({ min: 2, max: 1_024 }), (some, unit) => {
      expect(growthOf(some.map((figure) => figure * unit))).toBeCloseTo(growthOf(some), 9);
    }),
    runs(50),
  );
});
