/** A query ready to be judged among thousands: numbers only, save for what no list of clues can say. */
import { all, groupsOf, type Query, withoutOf } from '../query.ts';
import { type AllClauses, allOf, type Clause } from './clause.ts';
import { ALWAYS, type Clues } from './clues.ts';

export interface Plan {
  readonly query: Query;
  /** An item that gives none of these clues does not satisfy the query. */
  readonly anchors: readonly number[];
  /** Lists of clues of which an item must give one each, what is soonest ruled out first, a list behind how long it is. */
  readonly needed: readonly number[];
  /** Clues of which it must give none. */
  readonly unwanted: readonly number[];
  /** What else must hold; null for most queries. */
  readonly deep: AllClauses | null;
}

/** Compiled once for as long as the query stays the same and `clues` live. */
export function planOf(query: Query, clues: Clues): Plan {
  const { of, without } = allOf(groupsOf(query), withoutOf(query), clues);
  const [rarest, ...others] = of;
  const anchors = rarest?.anchors ?? [ALWAYS];
  clues.lead(anchors);
  return {
    query,
    anchors,
    needed: listsOf([...others].sort((one, other) => costOf(one) - costOf(other))),
    unwanted: without.flatMap((clause) => clause.clues),
    deep: deepOf(of.filter(isDeep), without.filter(isDeep)),
  };
}

/** Clues looked at for each item that a clause rules out: few alternatives are ruled out before many. */
function costOf({ anchors, share }: Clause): number {
  return anchors.length / Math.max(0, 1 - share);
}

function listsOf(clauses: readonly Clause[]): readonly number[] {
  const lists: number[] = [];
  for (const { anchors } of clauses) {
    if (anchors.includes(ALWAYS)) continue;
    lists.push(anchors.length);
    for (const anchor of anchors) lists.push(anchor);
  }
  return lists;
}

/** The plan of what a query needs, without what stops it. */
export function withoutStops({ query, anchors, needed, deep }: Plan): Plan {
  return { query: all(groupsOf(query), []), anchors, needed, unwanted: [], deep: deepOf(deep?.of ?? [], []) };
}

function isDeep({ deeper }: Clause): boolean {
  return deeper.length > 0;
}

function deepOf(of: readonly Clause[], without: readonly Clause[]): AllClauses | null {
  return of.length + without.length === 0 ? null : { kind: 'all', of, without };
}
