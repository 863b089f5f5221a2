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

/** How many numbers `lookOf` has. */
export const LOOK = 3;

/**
 * What rules most rows out: the clue of its partner; how many words on from its lead that stands; what is found with it
 * when there is no more to it than those two, below 0 elsewhere: -1 less what `number` makes of it.
 */
export function lookOf(row: Row, number: (row: Row) => number): readonly number[] {
  return [partnerOf(row), apartOf(row), isPair(row) ? row.clue : -1 - number(row)];
}

/** The clue of its partner. */
export function partnerOf({ words, partner }: Row): number {
  return words[partner] ?? 0;
}

/** How many words on from its lead its partner stands. */
export function apartOf({ partner, lead }: Row): number {
  return partner - lead;
}

function isPair({ words, field, pattern }: Row): boolean {
  return words.length === 2 && field === null && pattern.comparison !== 'exact';
}
