import { describe, expect, it } from 'vitest';
import { instantOfSeconds, utcText } from '../../../src/chat/preview/time.ts';
import { at } from '../../fakes/nouns.ts';

describe('times', () => {
  it('are written out in UTC for readers without the script', () => {
    expect(utcText(at('2025-08-27T00:01:00-04:00'))).toBe('Wed, 27 Aug 2025, 04:01 UTC');
  });

  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [1756267260, '2025-08-27T04:01:00.000Z'],
    [-1, '1969-12-31T23:59:59.000Z'],
    [8_640_000_000_000, '+275760-09-13T00:00:00.000Z'],
    [8_640_000_000_001, null],
    [Number.NaN, null],
  ])('%s seconds are %s', (seconds, instant) => {
    expect(instantOfSeconds(seconds)).toBe(instant);
  });
});
