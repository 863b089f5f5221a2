/** A message's nonce and marker, derived from its key so that every attempt and every process makes the same. */
import { createHash } from 'node:crypto';

/** 22 characters; Discord takes at most 25 and refuses a second message with the same one for about two minutes. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(`nonce:${key}`).digest('base64url').slice(0, 22);
}

/** 1 … 2^31-1: the id of the message's container, by which a channel is read for it. */
export function markerOf(key: string): number {
  const number = createHash('sha256').update(`marker:${key}`).digest().readUInt32BE(0) >>> 1;
  return number === 0 ? 1 : number;
}
