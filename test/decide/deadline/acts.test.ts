import { describe, expect, it } from 'vitest';
import { actOf, lastActIn, onlyActIn } from '../../../src/decide/deadline/acts.ts';

describe('acts with a number', () => {
  it.each([
    ['General License 128B, which replaces General License 128A', 'General License 128'],
    ['GL 13P replaces GL 13O', 'General License 13'],
    ['general licence No. 131', 'General License 131'],
    ['GL-134A runs out', 'General License 134'],
    ['a general licence for stations', null],
    ['GLOBAL 128 index', null],
  ])('%s', (words, expected) => {
    expect(lastActIn(words)).toBe(expected);
    expect(onlyActIn(words)).toBe(expected);
  });

  it('a text about two is about neither alone', () => {
    const text = 'General License 126 and General License 128';
    expect(onlyActIn(text)).toBeNull();
    expect(lastActIn(text)).toBe('General License 128');
  });

  it.each([
    ['Holders of General License 128', 'General License 128'],
    ['Holders of the general licence', null],
    [null, null],
  ])('the name %s holds %s', (party, expected) => {
    expect(actOf(party)).toBe(expected);
  });
});
