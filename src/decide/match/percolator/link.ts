/** Plans side by side in rows of numbers, so that a candidate costs a look at a few places next to each other. */
import { ALWAYS } from './clues.ts';
import type { Plan } from './plan.ts';

export interface Code {
  /**
   * Of each query its lists of clues, each behind its length (below 0 for what is unwanted), then 0 and the place of
   * the query among the plans.
   */
  readonly code: Int32Array;
  /** By query, where its part of the code begins. */
  readonly starts: Int32Array;
}

/** The code of all plans. */
export function codeOf(plans: readonly Plan[]): Code {
  const starts = new Int32Array(plans.length);
  const code = new Int32Array(plans.reduce((sum, plan) => sum + lengthOf(plan), 0));
  let at = 0;
  plans.forEach(({ needed, unwanted }, query) => {
    starts[query] = at;
    code.set(needed, at);
    at += needed.length;
    if (unwanted.length > 0) {
      code[at] = -unwanted.length;
      code.set(unwanted, at + 1);
      at += unwanted.length + 1;
    }
    code[at + 1] = query;
    at += 2;
  });
  return { code, starts };
}

function lengthOf({ needed, unwanted }: Plan): number {
  return needed.length + (unwanted.length > 0 ? unwanted.length + 1 : 0) + 2;
}

export interface Anchored {
  /** By clue, where its queries begin; behind the last, how many there are. */
  readonly from: Int32Array;
  /** By anchor, `CANDIDATE` numbers for each of its queries: where its code begins, and one of what rules most out. */
  readonly candidates: Int32Array;
}

/**
 * Where the code of a query begins, then two clues of which an item must give one: nearly every query that is led to
 * ends there, and its code is never looked at.
 */
export const CANDIDATE = 3;

/** The queries by the clues they cannot do without; `clues` is how many of these there are. */
export function anchored(plans: readonly Plan[], starts: Int32Array, clues: number): Anchored {
  const from = new Int32Array(clues + 1);
  for (const { anchors } of plans) for (const clue of anchors) from[clue + 1] = (from[clue + 1] ?? 0) + 1;
  for (let clue = 1; clue <= clues; clue += 1) from[clue] = (from[clue] ?? 0) + (from[clue - 1] ?? 0);
  const next = from.slice();
  const candidates = new Int32Array(CANDIDATE * (from[clues] ?? 0));
  plans.forEach(({ anchors, needed }, query) => {
    const [one, other] = firstOf(needed);
    for (const clue of anchors) {
      const at = CANDIDATE * (next[clue] ?? 0);
      candidates[at] = starts[query] ?? 0;
      candidates[at + 1] = one;
      candidates[at + 2] = other;
      next[clue] = (next[clue] ?? 0) + 1;
    }
  });
  return { from, candidates };
}

/** The two clues of the first list, where it has no more. */
function firstOf([length = 0, one = ALWAYS, other = ALWAYS]: readonly number[]): readonly [number, number] {
  if (length === 1) return [one, one];
  return length === 2 ? [one, other] : [ALWAYS, ALWAYS];
}
