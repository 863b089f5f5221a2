/** Fragments of the tables to patterns. `\b` and `\w` of a pattern know the Latin alphabet only: others need their own. */

const LETTER = '[\\p{L}\\p{N}]';
const EDGE = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

/** Regardless of case, and for all alphabets. */
export function pattern(words: string): RegExp {
  return new RegExp(words.replaceAll('\\b', EDGE).replaceAll('\\w', LETTER), 'giu');
}

/** As `pattern`, to ask whether it is there at all. */
export function sign(words: string): RegExp {
  return new RegExp(pattern(words).source, 'iu');
}

/** Any of the fragments, longest first. */
export function any(fragments: readonly string[]): string {
  return `(?:${[...fragments].sort((a, b) => b.length - a.length).join('|')})`;
}
