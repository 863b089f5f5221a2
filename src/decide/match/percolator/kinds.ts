/** What each character is to the scanner: worked out once from what `tokenise` does with it. */
import { fold } from '../normalise.ts';

/** Kinds below `FOLDED`; a kind from there on is the code of the one character it is compared as. */
export const BETWEEN = 0;
export const SPACE = 1;
/** Between letters it may belong to a word: `Trump’s`, `U.S.`, `1,200`. */
export const JOINT = 2;
/** Only `tokenise` knows. */
export const COMPLEX = 3;
export const FOLDED = 0x30;

/** Characters from here on are complex. */
export const KNOWN = 0x2070;

const WORDS = /\p{L}|\p{Nd}|\p{M}|\u00AD|\u200C|\u200D|\u2060/u;
const JOINTS = new Set("'’‘´`′.,\u02BC");
/** Latin to Armenian, and general punctuation. What lies between is complex, and rare where news is Latin or Cyrillic. */
const LETTERS_END = 0x0590;
const PUNCTUATION = 0x2000;
/** Its small letter depends on where in a word it stands. */
const SIGMA = 0x03a3;

function kindOf(code: number): number {
  if (code === SIGMA || (code >= LETTERS_END && code < PUNCTUATION)) return COMPLEX;
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (JOINTS.has(character)) return JOINT;
  return WORDS.test(character) ? foldedKind(fold(character)) : BETWEEN;
}

/** Every simple letter is compared as one, so that a word is as long as it was published. */
function foldedKind(folded: string): number {
  return folded.length === 1 ? folded.charCodeAt(0) : COMPLEX;
}

/** Kind by character code, below `KNOWN`. */
export const KINDS: Uint16Array = Uint16Array.from({ length: KNOWN }, (_, code) => kindOf(code));
