import { describe, expect, it } from 'vitest';
import { tellChain } from '../../../../src/web/plot/chain/told.ts';
import { NARROWING, PENDING, SINGLE, WHOLE } from './chains.ts';

describe('a chain in words', () => {
  it('says where it stands, then every version with its source, then the reminders', () => {
    expect(tellChain(PENDING)).toBe(
      'Deadline for Russia, set by Donald Trump. Pending: 8 Aug 2025. ' +
        '14 Jul 2025: Set: 2 Sep 2025 (no longer valid), BBC News, confirmed by 3 more; ' +
        '28 Jul 2025: Brought forward: 7–9 Aug 2025 (approx.) (no longer valid), The Guardian, confirmed by 1 more; ' +
        '29 Jul 2025: Fixed: 8 Aug 2025, Kyiv Independent, confirmed by 2 more. ' +
        'Reminders: 2 planned (next: 24 hours left, 7 Aug 2025 13:00 UTC), 1 sent, 1 skipped, 5 cancelled. ' +
        'As of 6 Aug 2025 12:00 UTC.',
    );
  });

  it('says that a date no longer counts', () => {
    expect(tellChain(WHOLE)).toContain('Superseded: 8 Aug 2025 (no longer valid). ');
    expect(tellChain(WHOLE)).toContain(
      '9 Aug 2025: Passed, outcome unknown, by the calendar; 16 Aug 2025: Superseded, DW.',
    );
  });

  it('says how well a date is known', () => {
    expect(tellChain(NARROWING)).toContain('Set: no firm date (some time in 1 Oct – 31 Dec 2025) (no longer valid)');
    expect(tellChain(SINGLE)).toContain('Pending: 21 Nov 2025 05:01 UTC.');
  });
});
