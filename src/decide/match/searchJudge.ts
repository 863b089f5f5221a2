/**
 * Found items are judged by one query after another. Words of news come back all the time: all queries share what is
 * known of them, and what a query was made ready with is kept for as long as somebody holds the query.
 */
import { UNCOUNTED } from './commonness.ts';
import type { ItemText } from './fields.ts';
import { Clues } from './percolator/clues.ts';
import { Percolator } from './percolator/percolator.ts';
import { planOf } from './percolator/plan.ts';
import { Reader } from './percolator/reader.ts';
import type { Query } from './query.ts';

/** Clues of queries that are gone stay; beyond so many all begin anew. The shipped storylines have 2,845. */
const MOST_CLUES = 20_000;
/** Two megabytes of words. */
const MOST_WORDS = 30_000;

export class SearchJudge {
  readonly #mostClues: number;
  #reader = readerOfNothing();
  #percolators = new WeakMap<Query, Percolator>();

  constructor(mostClues = MOST_CLUES) {
    this.#mostClues = mostClues;
  }

  /** Whether an item is what the query means. Its plain meaning is that of `satisfies`. */
  isMeant(query: Query, item: ItemText): boolean {
    return this.#percolatorOf(query).find(item).length > 0;
  }

  #percolatorOf(query: Query): Percolator {
    const known = this.#percolators.get(query);
    if (known) return known;
    if (this.#reader.clues.size > this.#mostClues) this.#beginAnew();
    const percolator = new Percolator([planOf(query, this.#reader.clues)], this.#reader);
    this.#percolators.set(query, percolator);
    return percolator;
  }

  #beginAnew(): void {
    this.#reader = readerOfNothing();
    this.#percolators = new WeakMap();
  }
}

function readerOfNothing(): Reader {
  return new Reader(new Clues(UNCOUNTED), MOST_WORDS);
}
