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
/** The tatweel stretches an Arabic word and is no part of it. */
const NOT_COMPARED = /[^\p{L}\p{Nd}]+|[\u02BC\u0640]/gu;

/** Written without spaces between words, so that no word can be told from its neighbours. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]+/gu;

/**
 * Letters whose stroke or ligature no Unicode decomposition takes apart (`Çırağan`, `Wałęsa`, `Støre`), and the Arabic
 * ones that keyboards and newsrooms interchange.
 */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const UNDECOMPOSED_LETTERS = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'g');

/**
 * The words of `text` in order: NFKD, lower case, without marks, apostrophes, possessive `'s` and the dots of
 * acronyms; everything that is neither letter nor digit separates. Marks fall off wherever they stand, so that й, ё
 * and ї compare as equal whether they were published composed or decomposed. Where a script writes no spaces, every
 * character begins a word of two, the last one a word of one: 停火协议 is 停火, 火协, 协议, 议.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of unlettered(text).matchAll(TOKENS)) {
    const [, word = ''] = match;
    if (isUnspaced(word)) pushUnspaced(tokens, word, match.index);
    else pushWord(tokens, word, match.index);
  }
  return tokens;
}

/** U+02BC is a letter to Unicode and an apostrophe to writers; its stand-in is as long, so offsets hold. */
function unlettered(text: string): string {
  return text.replaceAll('\u02BC', '’');
}

/** Whether a word has letters of a script that writes no spaces; no such letter is below U+1100. */
export function isUnspaced(word: string): boolean {
  return /[\u1100-\u{10FFFF}]/u.test(word) && word.search(UNSPACED) >= 0;
}

function pushWord(tokens: Token[], word: string, start: number): void {
  const text = fold(word);
  if (text !== '') tokens.push({ text, start, end: start + word.length });
}

function pushUnspaced(tokens: Token[], word: string, start: number): void {
  let from = 0;
  for (const run of word.matchAll(UNSPACED)) {
    pushWord(tokens, word.slice(from, run.index), start + from);
    pushPairs(tokens, run[0], start + run.index);
    from = run.index + run[0].length;
  }
  pushWord(tokens, word.slice(from), start + from);
}

function pushPairs(tokens: Token[], run: string, start: number): void {
  const characters = [...run];
  let at = start;
  characters.forEach((character, index) => {
    pushWord(tokens, character + (characters[index + 1] ?? ''), at);
    at += character.length;
  });
}

/** A word as compared: see `tokenise`. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const bare = word.normalize('NFKD').toLowerCase().replace(NOT_COMPARED, '');
  return bare.replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] ?? letter);
}

const DOTTED = new RegExp(`^${ACRONYM}$`, 'u');
const UNSEEN = new RegExp(`[${INVISIBLE}]`, 'gu');

/** A word as `=exact` terms compare it: case and accents as published, an acronym without its dots. */
export function exactly(word: string): string {
  if (PLAIN.test(word)) return word;
  const bare = word.replace(UNSEEN, '').normalize('NFC');
  return DOTTED.test(bare) ? bare.replaceAll('.', '') : bare;
}
