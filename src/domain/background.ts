/** How common words are in news at large: what tells a rare word from a common one before the desk has read anything. */
export interface Background {
  /** How many items were counted. */
  readonly items: number;
  /** Of those, how many hold a word (without case and accents); words of hardly any are left out. */
  readonly counts: ReadonlyMap<string, number>;
}
