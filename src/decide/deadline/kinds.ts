/** What each ground for a reading makes of it. */
import type { Ground } from './cue.ts';
import { CUES } from './cues.ts';
import { TONGUE_CUES } from './tongues/tongue.ts';
import { WEIGHED } from './weigh.ts';

const KINDS: ReadonlyMap<string, Ground['kind']> = new Map(
  [...CUES, ...TONGUE_CUES, ...WEIGHED].map(({ name, kind }) => [name, kind]),
);

/** The kind of the ground of that name; null when none is called so. */
export function cueKind(name: string): Ground['kind'] | null {
  return KINDS.get(name) ?? null;
}
