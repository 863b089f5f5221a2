import { type Instant, instantOf, plus } from '../../domain/time.ts';

/** Discord's first second, from which its ids count milliseconds (documentation, Snowflakes). */
const FIRST_SECOND = instantOf(1_420_070_400_000);

/** When Discord gave an id. */
export function sentAt(snowflake: string): Instant {
  return plus(FIRST_SECOND, Number(BigInt(snowflake) >> 22n));
}
