import { describe, expect, it } from 'vitest';
import { holidayIn } from '../../../src/decide/deadline/holidays.ts';

describe('holidays', () => {
  it.each([
    ['Thanksgiving', 2025, '2025-11-27'],
    ['Thanksgiving Day', 2026, '2026-11-26'],
    ['Christmas', 2025, '2025-12-25'],
    ['Christmas Eve', 2025, '2025-12-24'],
    ['New Year’s Eve', 2025, '2025-12-31'],
    ['Labor Day', 2025, '2025-09-01'],
    ['Memorial Day', 2026, '2026-05-25'],
    ['Fourth of July', 2026, '2026-07-04'],
  ])('%s %d is %s', (words, year, expected) => {
    expect(holidayIn(words, year)).toBe(expected);
  });

  it('that nobody listed have no day', () => {
    expect(holidayIn('Arbor Day', 2025)).toBeNull();
  });
});
