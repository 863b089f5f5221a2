/** One lexeme of a query -> the term it stands for. */
import { parseDay } from '../../domain/time.ts';
import { LANGUAGES } from './language.ts';
import { lexemesOf, type NearLexeme, type TermLexeme } from './lexemes.ts';
import type { Names } from './names.ts';
import { nearest } from './nearest.ts';
import { type Comparison, isPlain, type Pattern, type PatternError, readPattern } from './pattern.ts';
import type { BoundTo, Facet, Near, QueryError, Term } from './query.ts';

export type Read<Part> =
  | { readonly kind: 'read'; readonly part: Part }
  | { readonly kind: 'error'; readonly error: QueryError };

/** Habits from search engines that would silently mean something else here. */
const FOREIGN: readonly { readonly sign: RegExp; readonly message: string; readonly remedy: string }[] = [
  { sign: /^&+$/, message: '& is not an operator.', remedy: 'Write AND.' },
  { sign: /^\|+$/, message: '| is not an operator.', remedy: 'Write OR.' },
  { sign: /^,|,$/, message: 'A comma does not separate terms.', remedy: 'Write OR or AND between them.' },
  { sign: /^[-–—!]./u, message: 'A sign in front of a term does not exclude it.', remedy: 'Write NOT and a space.' },
  { sign: /^[+~]/, message: 'Only one sign can stand in front of a term.', remedy: 'Keep + (needed) or ~ (helps).' },
  { sign: /^@/, message: 'A set cannot be exact.', remedy: 'Write = in front of the name inside the set.' },
  {
    sign: /^\p{L}+:/u,
    message: 'There is no field of this name.',
    remedy: 'Write title:, lede:, lang:, source:, since: or until: in small letters, or the term alone.',
  },
];

/** Between the outer two terms of a NEAR that names no number; FTS5's own. */
const NEAR_BY_DEFAULT = 10;

function failed(message: string, at: number, remedy: string): { readonly kind: 'error'; readonly error: QueryError } {
  return { kind: 'error', error: { message, at, remedy } };
}

/** Reads a word, a phrase or an alias set, bound to `field`. Errors point into the query. */
export function readTerm(lexeme: TermLexeme, names: Names, field: BoundTo): Read<Term> {
  if (lexeme.kind === 'alias') return aliasTerm(lexeme, names, field);
  const read = writtenAs(lexeme);
  return read.kind === 'error' || field === null ? read : { kind: 'read', part: { ...read.part, field } };
}

/** Reads a word or a phrase, in no field. */
function writtenAs(lexeme: TermLexeme): Read<Term> {
  const known = knownLike(lexeme);
  const before = known.get(lexeme.text);
  if (before) return { kind: 'read', part: before };
  const read = lexeme.kind === 'phrase' ? phraseTerm(lexeme) : wordTerm(lexeme);
  if (read.kind === 'error') return read;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(lexeme.text, read.part);
  return read;
}

/** Thousands of queries look for the same words; beyond so many the memo starts anew. */
const MOST_KNOWN = 1 << 16;
/** Terms in no field by what is written. */
const KNOWN_WORDS = new Map<string, Term>();
const KNOWN_PHRASES = new Map<string, Term>();
const KNOWN_EXACT_WORDS = new Map<string, Term>();
const KNOWN_EXACT_PHRASES = new Map<string, Term>();

let lastNumber = 0;

function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

function knownLike({ kind, exact }: TermLexeme): Map<string, Term> {
  if (kind === 'phrase') return exact ? KNOWN_EXACT_PHRASES : KNOWN_PHRASES;
  return exact ? KNOWN_EXACT_WORDS : KNOWN_WORDS;
}

function wordTerm(lexeme: TermLexeme): Read<Term> {
  const foreign = isPlain(lexeme.text) ? undefined : FOREIGN.find(({ sign }) => sign.test(lexeme.text));
  if (foreign) return failed(foreign.message, lexeme.at, foreign.remedy);
  return writtenTerm(lexeme, lexeme.text, lexeme.at + Number(lexeme.exact));
}

function phraseTerm(lexeme: TermLexeme): Read<Term> {
  if (isPlain(lexeme.text)) return writtenTerm(lexeme, `"${lexeme.text}"`, lexeme.at);
  if (lexeme.text.trim() === '') {
    return failed('The phrase is empty.', lexeme.at, 'Write words between the quotes, or remove the quotes.');
  }
  const text = lexeme.text.trim().split(/\s+/u).join(' ');
  const read = writtenTerm(lexeme, `"${text}"`, lexeme.at + 1 + Number(lexeme.exact));
  return read.kind === 'error' || text === lexeme.text ? read : writtenAs({ ...lexeme, text });
}

function writtenTerm({ text, exact }: TermLexeme, words: string, at: number): Read<Term> {
  const read = readPattern(text, exact ? 'exact' : 'forms');
  if (read.kind === 'error') return failed(read.error.message, at + read.error.at, read.error.remedy);
  const written = exact ? `=${words}` : words;
  const patterns = [{ written, comparison: read.comparison, words: read.words }];
  return { kind: 'read', part: { kind: 'term', written, alias: null, number: nextNumber(), patterns, field: null } };
}

function aliasTerm({ text: name, at }: TermLexeme, { aliases }: Names, field: BoundTo): Read<Term> {
  const set = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  if (!set) return failed(`There is no alias set @${name}.`, at, knownInstead(name, Object.keys(aliases)));
  if (set.length === 0) return failed(`The alias set @${name} is empty.`, at, 'Add at least one name to it.');
  const read = patternsOf(set);
  if (read.kind === 'patterns') {
    const { number, patterns } = read;
    return { kind: 'read', part: { kind: 'term', written: `@${name}`, alias: name, number, patterns, field } };
  }
  return failed(`The alias set @${name} holds "${read.name}": ${read.error.message}`, at, read.error.remedy);
}

type ReadSet =
  | { readonly kind: 'patterns'; readonly number: number; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'error'; readonly name: string; readonly error: PatternError };

/** Thousands of queries share a handful of sets; a set never changes, another one takes its place. */
const READ_SETS = new WeakMap<readonly string[], ReadSet>();

function patternsOf(set: readonly string[]): ReadSet {
  const known = READ_SETS.get(set);
  if (known) return known;
  const read = readSet(set);
  READ_SETS.set(set, read);
  return read;
}

function readSet(set: readonly string[]): ReadSet {
  const patterns: Pattern[] = [];
  for (const name of set) {
    const read = readName(name);
    if (read.kind === 'error') return { kind: 'error', name, error: read.error };
    patterns.push({ written: name, comparison: read.comparison, words: read.words });
  }
  return { kind: 'patterns', number: nextNumber(), patterns };
}

/** Names are compared by their letters, since names that look alike are not forms of one another. */
function readName(name: string): ReturnType<typeof readPattern> {
  if (name.includes('@')) {
    const message = 'A set cannot hold another set.';
    return { kind: 'error', error: { message, at: 0, remedy: 'Write the names of the other set out.' } };
  }
  const comparison: Comparison = name.startsWith('=') ? 'exact' : 'letters';
  return readPattern(comparison === 'exact' ? name.slice(1) : name, comparison);
}

function knownInstead(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== null) return `Did you mean @${meant}?`;
  if (known.length === 0) return 'No alias sets are defined: write the names out with OR between them.';
  return `Known sets: ${known.map((each) => `@${each}`).join(', ')}.`;
}

/** Reads `lang:uk`, `source:tass`, `since:2025-07-31` or `until:2025-08-07`. */
export function readFacet(text: string, at: number, names: Names): Read<Facet> {
  const [facet, value = ''] = text.split(':', 2);
  if (facet === 'since' || facet === 'until') return readDay(facet, value, at);
  return facet === 'lang' ? readLanguage(value, at) : readSource(value, at, names);
}

function readLanguage(value: string, at: number): Read<Facet> {
  const language = LANGUAGES.find((each) => each === value);
  if (language) return { kind: 'read', part: { kind: 'facet', facet: 'lang', value: language } };
  return failed(`The language "${value}" is not known.`, at, `Write one of ${LANGUAGES.join(', ')}.`);
}

function readDay(facet: 'since' | 'until', value: string, at: number): Read<Facet> {
  const day = parseDay(value);
  if (day) return { kind: 'read', part: { kind: 'facet', facet, value: day } };
  return failed(`${facet}: names no day of the calendar.`, at, `Write year, month and day: ${facet}:2025-07-31.`);
}

function readSource(value: string, at: number, { sources }: Names): Read<Facet> {
  if (value === '') return failed('source: names nobody.', at, 'Write an outlet right behind it: source:tass.');
  if (!sources || sources.has(value)) return { kind: 'read', part: { kind: 'facet', facet: 'source', value } };
  const meant = nearest(value, [...sources]);
  const remedy = meant === null ? 'Write an outlet, its owner or its label.' : `Did you mean source:${meant}?`;
  return failed(`There is no outlet, owner or label "${value}".`, at, remedy);
}

/** Reads `NEAR(a "b c" @d, 5)`. */
export function readNear({ inside, at }: NearLexeme, names: Names, field: BoundTo): Read<Near> {
  const [, words = '', number] = /^(.*?)(?:,\s*([^,"“”„«»]*))?$/su.exec(inside.text) ?? [];
  const within = number === undefined ? NEAR_BY_DEFAULT : Number(number.trim() || Number.NaN);
  if (!Number.isInteger(within) || within < 0 || within > 100) return wrongDistance(at);
  const read = lexemesOf(words);
  if (read.kind === 'unclosed') return failed('This quote is never closed.', inside.at + read.at, CLOSE_IT);
  const terms: Term[] = [];
  for (const lexeme of read.lexemes) {
    if (!('exact' in lexeme)) return notForNear(inside.at + lexeme.at);
    const term = readTerm({ ...lexeme, at: inside.at + lexeme.at }, names, field);
    if (term.kind === 'error') return term;
    terms.push(term.part);
  }
  if (terms.length < 2) return failed('NEAR needs two terms at least.', at, NEAR_EXAMPLE);
  return { kind: 'read', part: { kind: 'near', of: terms, within, field } };
}

/** What to do about a quote that is never closed. */
export const CLOSE_IT = 'Write " where the phrase ends.';
const NEAR_EXAMPLE = 'Write them apart by blanks, then a comma and the distance: NEAR(Putin deadline, 5).';

function wrongDistance(at: number): Read<Near> {
  return failed('The distance of this NEAR is no number from 0 to 100.', at, NEAR_EXAMPLE);
}

function notForNear(at: number): Read<Near> {
  return failed('NEAR takes words, phrases and sets only.', at, NEAR_EXAMPLE);
}
