/** When the demo's world begins and ends, and its weeks without a report. */
import { type Instant, parseInstant } from '../../domain/time.ts';

function instant(text: string): Instant {
  const known = parseInstant(text);
  if (!known) throw new Error(`${text} is no instant`);
  return known;
}

export const START = instant('2025-05-15T00:00:00Z');
export const END = instant('2025-08-17T12:00:00Z');

export const QUIET: readonly (readonly [from: Instant, to: Instant])[] = [
  [instant('2025-05-18T00:00:00Z'), instant('2025-06-01T00:00:00Z')],
  [instant('2025-06-04T00:00:00Z'), instant('2025-07-14T00:00:00Z')],
];
