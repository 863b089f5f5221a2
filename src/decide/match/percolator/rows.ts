/** What asks for more than one word anywhere: words side by side, in one field, or as published. */
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
  /** By word, as it must be published; null for a word in any form. */
  readonly exact: readonly (string | null)[];
}

/** Rows by the clue that leads them, behind one another. */
export interface FlatRows {
  /** By clue, where its rows begin. */
  readonly from: Int32Array;
  readonly rows: readonly Row[];
  /** By row, the clue of its partner, without which it is not looked at. */
  readonly partners: Int32Array;
  /** By row, how many words on from its lead the partner stands. */
  readonly steps: Int32Array;
  /** By row, what is found with it when there is no more to it than those two; -1 elsewhere. */
  readonly pairs: Int32Array;
}

/** `clues` is how many there are. */
export function flatRows(byLead: ReadonlyMap<number, readonly Row[]>, clues: number): FlatRows {
  const from = new Int32Array(clues + 1);
  const rows: Row[] = [];
  for (let lead = 0; lead < clues; lead += 1) {
    for (const row of byLead.get(lead) ?? []) rows.push(row);
    from[lead + 1] = rows.length;
  }
  return {
    from,
    rows,
    partners: Int32Array.from(rows, ({ words, partner }) => words[partner] ?? 0),
    steps: Int32Array.from(rows, ({ partner, lead }) => partner - lead),
    pairs: Int32Array.from(rows, (row) => (isPair(row) ? row.clue : -1)),
  };
}

function isPair({ words, field, exact }: Row): boolean {
  return words.length === 2 && field === null && exact.every((each) => each === null);
}
