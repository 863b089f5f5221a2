import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/decide/match/nearest.ts';

const KNOWN = ['us', 'putin', 'kremlin', 'kyiv', 'ua_delegation', 'ru_delegation'];

describe('the nearest known name', () => {
  it.each([
    ['a letter missing', 'putn', 'putin'],
    ['two letters swapped', 'kvyi', 'kyiv'],
    ['a letter too many', 'kremlinn', 'kremlin'],
    ['capitals', 'US', 'us'],
    ['the closer of two alike', 'ra_delegation', 'ua_delegation'],
    ['a short name', 'uk', 'us'],
    ['nothing alike', 'macron', null],
    ['nothing written', '', null],
  ])('%s', (_what, written, expected) => {
    expect(nearest(written, KNOWN)).toBe(expected);
  });

  it('is nobody where none is known', () => {
    expect(nearest('putin', [])).toBeNull();
  });
});
