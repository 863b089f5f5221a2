/** Addresses that are known not to be what they seem. */
import { standsAt, type Trap } from '../domain/feed.ts';

/** Answers what is known against an address; null when nothing is. */
export function trapsAmong(traps: readonly Trap[]): (address: string) => string | null {
  return (address) => traps.find((trap) => standsAt(trap, address))?.says ?? null;
}
