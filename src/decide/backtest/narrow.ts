/** What of the past a survey has to see at all. */
import type { Search } from '../../domain/search.ts';
import { all, any, groupsOf, type Query } from '../match/query.ts';
import { isEverything, soughtBy } from '../match/search.ts';
import type { Sets } from '../match/searchSets.ts';
import { isToldByWords } from './sieve.ts';
import type { Asked } from './survey.ts';

/**
 * Finds every item that surveys keep, as long as nobody labelled it, and others too, among items that were made findable
 * by `sets`; null where they may keep any item.
 */
export function narrowed(asked: readonly Asked[], sets: Sets): Search | null {
  if (asked.some(({ joins }) => joins !== null)) return null;
  const kept = asked.flatMap(({ query, other }) => [...keptOf(query.query), ...(other ? [other.query] : [])]);
  const { atMost } = soughtBy(any(kept), sets);
  return isEverything(atMost) ? null : atMost;
}

/** Near misses hold every group but one, and words tell of some of those; hits and what is stopped hold all. */
function keptOf(query: Query): readonly Query[] {
  const groups = groupsOf(query);
  const near = groups
    .map((lacking) => groups.filter((group) => group !== lacking))
    .filter((others) => others.some(isToldByWords));
  return (near.length > 0 ? near : [groups]).map((held) => all(held, []));
}
