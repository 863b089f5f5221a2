/**
 * Many queries, one item: which of them does it satisfy? The clues that the item gives lead to the few queries that
 * cannot do without one of them, and only those are judged. The answer is that of `satisfies`, always.
 */
import type { Commonness } from '../commonness.ts';
import { type ItemText, type ReadItem, readItem } from '../fields.ts';
import type { Query } from '../query.ts';
import { satisfies } from '../satisfies.ts';
import type { AllClauses } from './clause.ts';
import { ALWAYS, Clues } from './clues.ts';
import { holdsAll } from './holds.ts';
import { anchored, CANDIDATE, codeOf } from './link.ts';
import { type Plan, planOf } from './plan.ts';
import { Reader } from './reader.ts';

/** Longer items are judged by the plain meaning of every query: no outlet opens an article like that. */
const LONGEST_ITEM = 50_000;

/** In place of a query. */
const NONE = -1;

export class Percolator {
  readonly #reader: Reader;
  readonly #plans: readonly Plan[];
  /** By clue, the first of its queries among `#candidates`. */
  readonly #from: Int32Array;
  /** See `Anchored`. */
  readonly #candidates: Int32Array;
  readonly #code: Int32Array;
  readonly #deep: readonly (AllClauses | null)[];
  /** The round in which a query was last found. */
  readonly #foundIn: Float64Array;
  #round = 0;

  /** The plans must be told in the clues of the reader. */
  constructor(plans: readonly Plan[], reader: Reader) {
    this.#reader = reader;
    this.#plans = plans;
    const { code, starts } = codeOf(plans);
    this.#code = code;
    this.#deep = plans.map(({ deep }) => deep);
    ({ from: this.#from, candidates: this.#candidates } = anchored(plans, starts, reader.clues.size));
    this.#foundIn = new Float64Array(plans.length);
  }

  /** The places of the queries the item satisfies, in order. */
  find(text: ItemText): readonly number[] {
    if (isLong(text)) return this.#findPlainly(readItem(text));
    const reader = this.#reader;
    reader.read(text);
    this.#round += 1;
    const found: number[] = [];
    this.#collect(found);
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  #findPlainly(item: ReadItem): readonly number[] {
    return this.#plans.flatMap(({ query }, index) => (satisfies(query, item) ? [index] : []));
  }

  /** Clues beyond the end were brought later by other queries. */
  #collect(found: number[]): void {
    const [from, candidates, code] = [this.#from, this.#candidates, this.#code];
    const { found: clues, count, marks, mark } = this.#reader;
    for (let index = 0; index < count; index += 1) {
      const clue = clues[index] ?? ALWAYS;
      const end = CANDIDATE * (from[clue + 1] ?? 0);
      for (let at = CANDIDATE * (from[clue] ?? 0); at < end; at += CANDIDATE) {
        if (!mayHold(candidates, at, marks, mark)) continue;
        const query = queryAt(code, candidates[at] ?? 0, marks, mark);
        if (query !== NONE) this.#meet(query, found);
      }
    }
  }

  #meet(query: number, found: number[]): void {
    if (this.#foundIn[query] === this.#round || !this.#holdsDeep(query)) return;
    this.#foundIn[query] = this.#round;
    found.push(query);
  }

  #holdsDeep(query: number): boolean {
    const deep = this.#deep[query] ?? null;
    return deep === null || holdsAll(deep, this.#reader);
  }
}

/** A product is 0 where one of two marks is there: one branch to predict, not two. */
function mayHold(candidates: Int32Array, at: number, marks: Uint8Array, mark: number): boolean {
  const one = (marks[candidates[at + 1] ?? ALWAYS] ?? 0) ^ mark;
  const other = (marks[candidates[at + 2] ?? ALWAYS] ?? 0) ^ mark;
  return one * other === 0;
}

/** The query whose code begins at `start`; NONE where it does not hold. */
function queryAt(code: Int32Array, start: number, marks: Uint8Array, mark: number): number {
  let at = start;
  for (let length = code[at] ?? 0; length !== 0; length = code[at] ?? 0) {
    const end = at + 1 + Math.abs(length);
    at += 1;
    while (at < end && marks[code[at] ?? ALWAYS] !== mark) at += 1;
    if (at < end !== length > 0) return NONE;
    at = end;
  }
  return code[at + 1] ?? NONE;
}

/** Whether `find` judges it by the plain meaning alone. */
export function isLong({ title, lede }: ItemText): boolean {
  return title.length + lede.length > LONGEST_ITEM;
}

/** A percolator of its own; `mostWords` bounds its memory of words. */
export function percolatorOf(queries: readonly Query[], commonness: Commonness, mostWords?: number): Percolator {
  const clues = new Clues(commonness);
  const plans = queries.map((query) => planOf(query, clues));
  return new Percolator(plans, new Reader(clues, mostWords));
}
