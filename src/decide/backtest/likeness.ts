/** How much items read like the hits of a query. */
import type { Commonness } from '../match/commonness.ts';
import { vectorOfItem } from '../match/profile.ts';
import { centroidOf, cosine } from '../vector.ts';
import { distinct, type Read, spread } from './item.ts';

/** 0..1; 0 where there are no hits to read like. */
export type Likeness = (each: Read) => number;

/** More hits would hardly turn the direction. */
const TAKEN = 400;

/** Likeness to the hits together, each story counted once. */
export function likenessTo(hits: readonly Read[], commonness: Commonness): Likeness {
  const taken = spread(distinct(hits), TAKEN);
  const centroid = centroidOf(taken.map(({ read }) => vectorOfItem(read, commonness)));
  const known = new Map<Read, number>();
  return (each) => {
    const likeness = known.get(each) ?? cosine(vectorOfItem(each.read, commonness), centroid);
    known.set(each, likeness);
    return likeness;
  };
}
