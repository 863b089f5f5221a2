/**
 * Fragments of the tables to patterns, for texts in lower case. `\b` and `\w` of a pattern know the letters of English
 * only: others need their own, and a boundary that knows which side of the word it stands on is quickly told.
 */

const LETTER = '[a-z0-9ß-öø-ÿœа-яёіїєґ]';
/** Before a word, a group of words or a figure: the word begins here. */
const BEGIN = /\\b(?=\((?:\?:|\?<[a-z]|[^?])|[a-zß-ÿœа-яёіїєґ]|\\[dw])/g;

function spelledOut(words: string): string {
  return words.replace(BEGIN, `(?<!${LETTER})`).replaceAll('\\b', `(?!${LETTER})`).replaceAll('\\w', LETTER);
}

/** Finds every match. */
export function pattern(words: string): RegExp {
  return new RegExp(spelledOut(words), 'g');
}

/** Asks whether it is there at all. */
export function sign(words: string): RegExp {
  return new RegExp(spelledOut(words));
}

/** Any of the fragments, longest first. */
export function any(fragments: readonly string[]): string {
  return `(?:${[...fragments].sort((a, b) => b.length - a.length).join('|')})`;
}

/** `text` in lower case, every character in its place. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
