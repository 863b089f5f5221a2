/** Text as published -> words as compared. Queries and texts go through the same fold, so both sides always meet. */

/** A word as compared, and where it stands: character offsets into the text as published. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Soft hyphen, zero-width (non-)joiner, word joiner and byte order mark: inside a word, never seen. */
const INVISIBLE = String.raw`\u00AD\u200C\u200D\u2060\uFEFF`;
/** Fractions, superscripts and circled numbers are no digits: `2½` would read 212 and `Trump²` is a footnote. */
const LETTER = String.raw`[\p{L}\p{Nd}\p{M}${INVISIBLE}]`;
/** Straight, curly, acute, grave and prime: publishers use them all for the same apostrophe. */
const APOSTROPHE = "['’‘´`′＇]";
const POSSESSIVE = `${APOSTROPHE}[sS](?!${LETTER})`;
/** `U.S.`, `U.K`, `J.D.`: single letters, dotted. */
const ACRONYM = String.raw`\p{L}(?:\.\p{L})+(?!${LETTER})\.?`;
/** `1,200` and `1,200km`; a list such as `10,12` is two numbers. */
const THOUSANDS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)${LETTER}*`;
const WORD = `${LETTER}+(?:(?!${POSSESSIVE})${APOSTROPHE}${LETTER}+)*`;

/** A word in the first group; a possessive behind it is passed over with it. */
const TOKENS = new RegExp(`(${ACRONYM}|${THOUSANDS}|${WORD})(?:${POSSESSIVE})?`, 'gu');

const PLAIN = /^[a-z0-9]+$/i;
const NOT_COMPARED = /[^\p{L}\p{Nd}]+|\u02BC/gu;

/** Letters whose stroke or ligature no Unicode decomposition takes apart: `Çırağan`, `Wałęsa`, `Støre`. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const UNDECOMPOSED_LETTERS = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'g');

/**
 * The words of `text` in order: NFKD, lower case, without marks, apostrophes, possessive `'s` and the dots of
 * acronyms; everything that is neither letter nor digit separates. Marks fall off wherever they stand, so that й, ё
 * and ї compare as equal whether they were published composed or decomposed.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of unlettered(text).matchAll(TOKENS)) {
    const [, word = ''] = match;
    const folded = fold(word);
    if (folded !== '') tokens.push({ text: folded, start: match.index, end: match.index + word.length });
  }
  return tokens;
}

/** U+02BC is a letter to Unicode and an apostrophe to writers; its stand-in is as long, so offsets hold. */
function unlettered(text: string): string {
  return text.replaceAll('\u02BC', '’');
}

function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const bare = word.normalize('NFKD').toLowerCase().replace(NOT_COMPARED, '');
  return bare.replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] ?? letter);
}
