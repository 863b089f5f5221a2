/** What one term looks for: words in a row, each whole or as a beginning. */
import { exactly, isUnspaced, tokenise } from './normalise.ts';
import { stemsOf } from './stems.ts';

/**
 * How words are compared: `forms` by what their grammatical forms share, `letters` without case and accents, `exact`
 * as published.
 */
export type Comparison = 'forms' | 'letters' | 'exact';

/** A word as compared by its letters; `prefix` accepts every word that begins with it. */
export interface PatternWord {
  readonly text: string;
  readonly prefix: boolean;
  /** What its forms are known by in any language; empty unless forms are compared. */
  readonly stems: readonly string[];
  /** As published; null unless compared exactly. */
  readonly exact: string | null;
}

/** Consecutive words, at least one; `written` is the term as a person wrote it. */
export interface Pattern {
  readonly written: string;
  readonly comparison: Comparison;
  readonly words: readonly PatternWord[];
}

/** What is wrong with a written pattern; `at` is a character offset into it. */
export interface PatternError {
  readonly message: string;
  readonly at: number;
  readonly remedy: string;
}

export type ReadPattern =
  | { readonly kind: 'pattern'; readonly comparison: Comparison; readonly words: readonly PatternWord[] }
  | { readonly kind: 'error'; readonly error: PatternError };

/**
 * Reads words separated by spaces, each with an optional `*` at its end: `secondary tariff*`. Beside a `*` the other
 * words are compared by their letters too: one phrase is one comparison.
 */
export function readPattern(text: string, wanted: Comparison): ReadPattern {
  if (wanted === 'forms' && isPlain(text))
    return { kind: 'pattern', comparison: wanted, words: text.toLowerCase().split(' ').map(formsOf) };
  const isStarred = text.includes('*');
  const star = isStarred ? text.search(/\*(?!\s|$)|(?<!\S)\*/u) : -1;
  if (star >= 0) return misplacedStar(text, star);
  if (isStarred && wanted === 'exact') return exactStar(text);
  const comparison = wanted === 'forms' && isStarred ? 'letters' : wanted;
  if (SIMPLE.test(text)) return { kind: 'pattern', comparison, words: [simpleWord(text, comparison)] };
  const words = openEnded(text.split(/\s+/u).flatMap((written) => wordsOf(written, comparison)));
  return words.length > 0 ? { kind: 'pattern', comparison, words } : nothingToFind();
}

function failed(message: string, at: number, remedy: string): ReadPattern {
  return { kind: 'error', error: { message, at, remedy } };
}

function nothingToFind(): ReadPattern {
  return failed('There is no letter or digit to look for.', 0, 'Write at least one letter or digit.');
}

function misplacedStar(text: string, at: number): ReadPattern {
  const remedy = 'Put * behind the beginning of a word, as in sanction*.';
  return failed(`The * in ${text.trim()} is not at the end of a word.`, at, remedy);
}

function exactStar(text: string): ReadPattern {
  return failed(
    'What is exact cannot end in *.',
    text.indexOf('*'),
    'Write the whole word behind =, or leave the = out.',
  );
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

/** Whether it is words compared as they are in small letters, one blank between them: nearly every term is. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** One word, compared as it is in small letters. */
const SIMPLE = /^[a-z0-9]+\*?$/i;

function simpleWord(written: string, comparison: Comparison): PatternWord {
  const prefix = written.endsWith('*');
  const bare = prefix ? written.slice(0, -1) : written;
  const text = bare.toLowerCase();
  return comparison === 'forms'
    ? formsOf(text)
    : { text, prefix, stems: [], exact: comparison === 'exact' ? bare : null };
}

function wordsOf(written: string, comparison: Comparison): readonly PatternWord[] {
  if (SIMPLE.test(written)) return [simpleWord(written, comparison)];
  const tokens = tokenise(written);
  const isStarred = written.endsWith('*');
  return tokens.map(({ text, start, end }, index) => {
    if (comparison === 'forms') return formsOf(text);
    const exact = comparison === 'exact' ? exactly(written.slice(start, end)) : null;
    return { text, prefix: isStarred && index === tokens.length - 1, stems: [], exact };
  });
}

/** A stemmer takes longer than all else that is done with a word, and seven of them are asked: not before it is wanted. */
class Forms implements PatternWord {
  readonly text: string;
  readonly prefix = false;
  readonly exact = null;
  #stems: readonly string[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get stems(): readonly string[] {
    this.#stems ??= stemsOf(this.text);
    return this.#stems;
  }
}

/** Thousands of queries share most of their words; beyond so many the memo starts anew. */
const MOST_KNOWN = 50_000;
const KNOWN_FORMS = new Map<string, Forms>();

function formsOf(text: string): Forms {
  const known = KNOWN_FORMS.get(text);
  if (known) return known;
  if (KNOWN_FORMS.size >= MOST_KNOWN) KNOWN_FORMS.clear();
  const forms = new Forms(text);
  KNOWN_FORMS.set(text, forms);
  return forms;
}

/**
 * Where a script writes no spaces, a text may go on behind the last character. In a run of several it stands in the
 * pair before it already; alone it is the beginning of a pair.
 */
function openEnded(words: readonly PatternWord[]): readonly PatternWord[] {
  const last = words.at(-1);
  if (!last || !isUnspaced(last.text)) return words;
  const before = words.at(-2)?.text ?? '';
  const isInPair = isUnspaced(before) && before.length > last.text.length && before.endsWith(last.text);
  return isInPair ? words.slice(0, -1) : [...words.slice(0, -1), { ...last, prefix: true, stems: [] }];
}
