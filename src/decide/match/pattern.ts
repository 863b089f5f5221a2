/** What one term looks for: words in a row, each whole or as a beginning. */
import { type Token, tokenise } from './normalise.ts';

/** A word as compared; `prefix` accepts every word that begins with it. */
export interface PatternWord {
  readonly text: string;
  readonly prefix: boolean;
}

/** Consecutive words, at least one; `written` is the term as a person wrote it. */
export interface Pattern {
  readonly written: string;
  readonly words: readonly PatternWord[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a written pattern; `at` is a character offset into it. */
export interface PatternError {
  readonly message: string;
  readonly at: number;
  readonly remedy: string;
}

export type ReadPattern =
  | { readonly kind: 'pattern'; readonly words: readonly PatternWord[] }
  | { readonly kind: 'error'; readonly error: PatternError };

/** Reads words separated by spaces, each with an optional `*` at its end: `secondary tariff*`. */
export function readPattern(text: string): ReadPattern {
  const star = text.search(/\*(?!\s|$)|(?<!\S)\*/u);
  if (star >= 0) return misplacedStar(text, star);
  const words = text.split(/\s+/u).flatMap(wordsOf);
  if (words.length > 0) return { kind: 'pattern', words };
  return { kind: 'error', error: { message: NOTHING_TO_FIND, at: 0, remedy: 'Write at least one letter or digit.' } };
}

const NOTHING_TO_FIND = 'There is no letter or digit to look for.';

function misplacedStar(text: string, at: number): ReadPattern {
  const remedy = 'Put * behind the beginning of a word, as in sanction*.';
  return { kind: 'error', error: { message: `The * in ${text.trim()} is not at the end of a word.`, at, remedy } };
}

function wordsOf(written: string): readonly PatternWord[] {
  const tokens = tokenise(written);
  const starred = written.endsWith('*');
  return tokens.map((token, index) => ({ text: token.text, prefix: starred && index === tokens.length - 1 }));
}

/** The first place in `tokens` where all words of the pattern stand in a row; null when there is none. */
export function findPattern(pattern: Pattern, tokens: readonly Token[]): Span | null {
  const last = tokens.length - pattern.words.length;
  for (let from = 0; from <= last; from += 1) {
    if (standsAt(pattern, tokens, from)) return spanOf(tokens, from, pattern.words.length);
  }
  return null;
}

/** Every word of every item passes here: the loop stops at the first word that differs and makes no closure. */
function standsAt(pattern: Pattern, tokens: readonly Token[], from: number): boolean {
  let at = from;
  for (const word of pattern.words) {
    if (!accepts(word, tokens[at]?.text ?? '')) return false;
    at += 1;
  }
  return true;
}

function accepts(word: PatternWord, text: string): boolean {
  return word.prefix ? text.startsWith(word.text) : text === word.text;
}

function spanOf(tokens: readonly Token[], from: number, count: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[from + count - 1]?.end ?? 0 };
}
