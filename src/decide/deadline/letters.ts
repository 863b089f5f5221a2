/** Letters as a sieve sees them: whatever their case, figures as one letter more, and every other character as the same one. */

/** Stands for any figure, and for the underscore, which is as much of a word. */
export const FIGURE = '9';
const LETTERS = `abcdefghijklmnopqrstuvwxyz${FIGURE}`;

/** How many letters there are, and one for all else. */
export const CODES = LETTERS.length + 1;

const ASCII = 128;
const placeOf = (character: string) => LETTERS.indexOf(character.toLowerCase().replace(/[\d_]/, FIGURE)) + 1;
const PLACES = Uint8Array.from({ length: ASCII }, (_, code) => placeOf(String.fromCharCode(code)));

/** Of a letter its place in the alphabet; 0 of all that is of no word. */
export function codeOf(character: number): number {
  return character < ASCII ? (PLACES[character] ?? 0) : 0;
}

export const codesOf = (stretch: string): readonly number[] =>
  [...stretch].map((letter) => codeOf(letter.charCodeAt(0)));

/** Roughly how common a letter is in English, per thousand; what is of no word is the most common of all, figures come last. */
const COMMON: readonly number[] = [
  180, 66, 12, 23, 35, 104, 18, 16, 50, 57, 1, 6, 33, 20, 57, 62, 16, 1, 50, 52, 75, 23, 8, 19, 1, 16, 1, 14,
];

/** The commonest words of English, per thousand words of news. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['the', 60],
  ...['to', 'of', 'a', 'in', 'and'].map((word) => [word, 25] as const),
  ...['s', 'on', 'for', 'is', 'that', 'with', 'as', 'was'].map((word) => [word, 8] as const),
  ...['at', 'by', 'from', 'he', 'has', 'it', 'his', 'its', 'have', 'an', 'they'].map((word) => [word, 5] as const),
  ...['be', 'are', 'will', 'their', 'her', 'not', 'had', 'were', 'been', 'this', 'after'].map(
    (word) => [word, 3] as const,
  ),
]);
/** A word and the space behind it. */
const WORD_LENGTH = 6;

/** How often a stretch is to be expected at a place of a text: a common word as it is, any other as letters drawn one by one. */
export function commonness(stretch: string): number {
  const word = WORDS.get(stretch.trim());
  if (word !== undefined) return word / 1000 / WORD_LENGTH;
  return codesOf(stretch).reduce((product, code) => product * ((COMMON[code] ?? 1) / 1000), 1);
}
