/** Letters as a sieve sees them: whatever their case, and every other character as the same one. */

/** How many letters there are, and one for all else. */
export const CODES = 27;

/** Of a letter its place in the alphabet; 0 of all else. */
export function codeOf(character: number): number {
  const lower = character | 32;
  return lower >= 97 && lower <= 122 ? lower - 96 : 0;
}

export const codesOf = (stretch: string): readonly number[] =>
  [...stretch].map((letter) => codeOf(letter.charCodeAt(0)));

/** Roughly how common a letter is in English, per thousand; what is no letter is the most common of all. */
const COMMON: readonly number[] = [
  180, 66, 12, 23, 35, 104, 18, 16, 50, 57, 1, 6, 33, 20, 57, 62, 16, 1, 50, 52, 75, 23, 8, 19, 1, 16, 1,
];

/** How often a stretch is to be expected at a place of a text, were letters drawn one by one. */
export function commonness(stretch: string): number {
  return codesOf(stretch).reduce((product, code) => product * ((COMMON[code] ?? 1) / 1000), 1);
}
