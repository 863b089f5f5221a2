import { describe, expect, it } from 'vitest';
import { isMisnamed, zoneOf } from '../../../src/decide/deadline/zones.ts';
import { day } from '../../fakes/nouns.ts';

describe('zones as texts write them', () => {
  it.each([
    ['eastern daylight time', 'America/New_York'],
    ['Eastern Standard Time', 'America/New_York'],
    ['ET', 'America/New_York'],
    ['EDT', 'America/New_York'],
    ['Washington time', 'America/New_York'],
    ['GMT', 'UTC'],
    ['BST', 'Europe/London'],
    ['CEST', 'Europe/Berlin'],
    ['Brussels time', 'Europe/Brussels'],
    ['Moscow time', 'Europe/Moscow'],
    ['Kyiv time', 'Europe/Kyiv'],
  ])('%s is %s', (words, zone) => {
    expect(zoneOf(words).zone).toBe(zone);
  });

  it('leave "local time" to the place the text speaks of', () => {
    expect(zoneOf('local time').zone).toBeNull();
  });

  it.each([
    ['EST', '2025-08-27', true],
    ['EST', '2025-11-21', false],
    ['EDT', '2025-08-27', false],
    ['eastern daylight time', '2026-01-17', true],
    ['ET', '2025-08-27', false],
    ['CET', '2026-07-31', true],
    ['GMT', '2025-08-09', false],
  ])('%s on %s is misnamed: %s', (words, date, expected) => {
    expect(isMisnamed(zoneOf(words), day(date))).toBe(expected);
  });
});
