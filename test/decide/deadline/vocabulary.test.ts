import { describe, expect, it } from 'vitest';
import { monthOf, numberOf, weekdayNamed } from '../../../src/decide/deadline/vocabulary.ts';

describe('the words of dates', () => {
  it.each([
    ['50', 50],
    ['ten', 10],
    ['twelve', 12],
    ['twenty', 20],
    ['twenty-one', 21],
    ['Ninety', 90],
    ['a', 1],
    ['an', 1],
  ])('count %s as %d', (word, value) => {
    expect(numberOf(word)).toBe(value);
  });

  it.each([
    ['January', 1],
    ['Sept', 9],
    ['Dec', 12],
    ['Blursday', 0],
  ])('place the month %s at %d', (name, value) => {
    expect(monthOf(name)).toBe(value);
  });

  it.each([
    ['Sunday', 0],
    ['Thurs.', 4],
    ['friday', 5],
  ])('place the weekday %s at %d', (name, value) => {
    expect(weekdayNamed(name)).toBe(value);
  });
});
