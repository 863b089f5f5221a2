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
import { anchored, codeOf } from './link.ts';
import { type Plan, planOf } from './plan.ts';
import { Reader } from './reader.ts';

/** Longer items are judged by the plain meaning of every query: no outlet opens an article like that. */
const LONGEST_ITEM = 50_000;

/** In place of a query. */
const NONE = -1;

export class Percolator {
  readonly #reader: Reader;
  readonly #plans: readonly Plan[];
  /** By clue, where its queries begin in `#starts`. */
  readonly #from: Int32Array;
  /** Where the queries that a clue anchors begin in `#code`. */
  readonly #starts: Int32Array;
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
    ({ from: this.#from, starts: this.#starts } = anchored(plans, starts, reader.clues.size));
    this.#foundIn = new Float64Array(plans.length);
  }

  /** The places of the queries the item satisfies, in order. */
  find(text: ItemText): readonly number[] {
    if (isLong(text)) return this.#findPlainly(readItem(text));
    const reader = this.#reader;
    reader.read(text);
    this.#round += 1;
    const found: number[] = [];
    for (let at = 0; at < reader.count; at += 1) this.#collect(reader.found[at] ?? ALWAYS, reader.marks, found);
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  #findPlainly(item: ReadItem): readonly number[] {
    return this.#plans.flatMap(({ query }, index) => (satisfies(query, item) ? [index] : []));
  }

  /** Beyond the end are clues that other queries brought later. */
  #collect(clue: number, marks: Uint8Array, found: number[]): void {
    const starts = this.#starts;
    const end = this.#from[clue + 1] ?? 0;
    for (let at = this.#from[clue] ?? 0; at < end; at += 1) {
      const query = queryAt(this.#code, starts[at] ?? 0, marks);
      if (query === NONE || this.#foundIn[query] === this.#round || !this.#holdsDeep(query)) continue;
      this.#foundIn[query] = this.#round;
      found.push(query);
    }
  }

  #holdsDeep(query: number): boolean {
    const deep = this.#deep[query] ?? null;
    return deep === null || holdsAll(deep, this.#reader);
  }
}

/** The query whose code begins at `start`; NONE where it does not hold. */
function queryAt(code: Int32Array, start: number, marks: Uint8Array): number {
  let at = start;
  for (let length = code[at] ?? 0; length !== 0; length = code[at] ?? 0) {
    const isWanted = length > 0;
    const end = at + 1 + (isWanted ? length : -length);
    if (isOneGiven(code, at + 1, end, marks) !== isWanted) return NONE;
    at = end;
  }
  return code[at + 1] ?? NONE;
}

function isOneGiven(code: Int32Array, from: number, to: number, marks: Uint8Array): boolean {
  for (let at = from; at < to; at += 1) if (marks[code[at] ?? ALWAYS] === 1) return true;
  return false;
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
