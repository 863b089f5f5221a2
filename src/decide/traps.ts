/** Addresses that are known not to be what they seem. */
import type { Trap } from '../domain/feed.ts';

function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

function isAt(trap: string, address: string): boolean {
  return trap.endsWith('*') ? address.startsWith(trap.slice(0, -1)) : address === bare(trap);
}

/** Answers what is known against an address; null when nothing is. */
export function trapsAmong(traps: readonly Trap[]): (address: string) => string | null {
  return (address) => traps.find((trap) => isAt(trap.address, bare(address)))?.says ?? null;
}
