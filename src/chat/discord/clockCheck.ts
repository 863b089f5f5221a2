/** This machine's clock beside Discord's, as its answers tell it. */
import type { Clock } from '../../domain/ports.ts';
import { between, instantOf } from '../../domain/time.ts';

export interface ClockCheck {
  /** A `Date` header of an answer that came now. */
  heard(header: string | null): void;
  /** By how many milliseconds ours was ahead at the last answer, to a second or so; null before the first. */
  aheadMs(): number | null;
}

export function clockCheck(clock: Pick<Clock, 'now'>): ClockCheck {
  let ahead: number | null = null;
  return {
    heard(header) {
      const theirs = Date.parse(header ?? '');
      if (!Number.isNaN(theirs)) ahead = between(instantOf(theirs), clock.now());
    },
    aheadMs: () => ahead,
  };
}
