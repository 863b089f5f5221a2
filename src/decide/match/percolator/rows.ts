/** What asks for more than one word anywhere: words side by side, in one field, or as published. */
import type { Pattern } from '../pattern.ts';
import type { BoundTo } from '../query.ts';

/** Each word is looked up by its clue; the rarest leads to the row. */
export interface Row {
  /** What is found with it. */
  readonly clue: number;
  /** Clues of its words in order. */
  readonly words: readonly number[];
  /** Which of them is the rarest. */
  readonly lead: number;
  /** Which is the rarest but that one; the same where there is no other. */
  readonly partner: number;
  readonly field: BoundTo;
  readonly pattern: Pattern;
}

/** Rows by the clue that leads them, behind one another. */
export interface FlatRows {
  /** By clue, where its rows begin in `looks`. */
  readonly from: Int32Array;
  /**
   * By row `LOOK` numbers, which rule most of them out: the clue of its partner; how many words on from its lead that
   * stands; what is found with it when there is no more to it than those two, -1 elsewhere.
   */
  readonly looks: Int32Array;
  readonly rows: readonly Row[];
}

/** How many numbers of `looks` a row has. */
export const LOOK = 3;

/** `clues` is how many there are. */
export function flatRows(byLead: ReadonlyMap<number, readonly Row[]>, clues: number): FlatRows {
  const from = new Int32Array(clues + 1);
  const rows: Row[] = [];
  for (let lead = 0; lead < clues; lead += 1) {
    for (const row of byLead.get(lead) ?? []) rows.push(row);
    from[lead + 1] = LOOK * rows.length;
  }
  const looks = new Int32Array(LOOK * rows.length);
  rows.forEach((row, index) => {
    const { words, partner, lead, clue } = row;
    looks.set([words[partner] ?? 0, partner - lead, isPair(row) ? clue : -1], LOOK * index);
  });
  return { from, looks, rows };
}

function isPair({ words, field, pattern }: Row): boolean {
  return words.length === 2 && field === null && pattern.comparison !== 'exact';
}
