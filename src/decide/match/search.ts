/**
 * A query -> what stored items are looked up by; an item -> what it is looked up in. Not all of the language can be
 * looked up: what cannot is enclosed from both sides, by all that the query may mean and what it means for sure.
 */
import { createHash } from 'node:crypto';
import type { NearRows, Search, SearchText, SearchWords, SearchWriter, WordRow } from '../../domain/search.ts';
import { memo } from '../memo.ts';
import { exactAt, type FieldText, type ItemText } from './fields.ts';
import type { Pattern } from './pattern.ts';
import type { BoundTo, Enough, Facet, Near, Query, Term } from './query.ts';
import { formRows, isOpen, letterRow, nearRows, segmentRows, segmentsOf, waysThrough } from './searchRows.ts';
import { keyOf, NO_SETS, type Sets, setReader } from './searchSets.ts';

/**
 * Stored words are made as `tokenise`, `languageOf` and `stemOf` make them: raise the number when one of them answers
 * otherwise than before, so that what is stored is made anew.
 */
const RULES = 4;

/** Makes items findable by their words and these sets. Where a set has other names it is another version. */
export function searchWriter(sets: Sets): SearchWriter {
  const reader = memo(() => setReader(sets));
  return { version: versionOf(sets), textOf: (item) => textOf(item, reader()) };
}

function versionOf(sets: Sets): number {
  const told = [RULES, ...[...sets.keys()].sort()].join(' ');
  return 1 + createHash('sha256').update(told).digest().readUIntBE(0, 3);
}

function textOf({ title, lede }: ItemText, read: ReturnType<typeof setReader>): SearchText {
  const { item, ...sets } = read({ title, lede });
  const [first, second] = item.fields;
  return { title: wordsOf(first, sets.title), lede: wordsOf(second, sets.lede), language: item.language };
}

function wordsOf(field: FieldText | undefined, sets: readonly string[]): SearchWords {
  if (!field) return { letters: [], forms: [], exact: [], sets: [] };
  const letters = field.tokens.map((token) => token.text);
  const exact = new Set(letters.map((_, at) => exactAt(field, at)).filter((word, at) => word !== letters[at]));
  return { letters, forms: field.stems, exact: [...exact], sets };
}

/** What to look up for a query. */
export interface Sought {
  /** Finds every item the query means, and others too unless `isExact`. */
  readonly atMost: Search;
  /** Finds only items the query means. */
  readonly sure: Search;
  /** Finds the rest of `atMost`, and some of the sure ones: they have to be judged. Cheaper than `atMost`. */
  readonly doubtful: Search;
  readonly isExact: boolean;
}

/**
 * What to look up for a query among items that were made findable by `sets`; `satisfies` says what the query means.
 */
export function soughtBy(query: Query, sets: Sets = NO_SETS): Sought {
  const known = SOUGHT.get(sets) ?? new WeakMap<Query, Sought>();
  SOUGHT.set(sets, known);
  const sought = known.get(query) ?? soughtOf(query, sets);
  known.set(query, sought);
  return sought;
}

/** A query is looked up again and again, and takes a millisecond to be told in searches. */
const SOUGHT = new WeakMap<Sets, WeakMap<Query, Sought>>();

function soughtOf(query: Query, sets: Sets): Sought {
  const { most, least, doubt } = boundsOf(query, sets);
  return { atMost: most, sure: least, doubtful: doubt, isExact: most === least };
}

/** `most` and `least` are one and the same object where nothing is in `doubt`. */
interface Bounds {
  readonly most: Search;
  readonly least: Search;
  readonly doubt: Search;
}

const NOTHING: Search = { kind: 'nothing' };
/** Asks for nothing, and therefore disappears in whatever holds it. */
const EVERYTHING: Search = { kind: 'all', of: [], without: [] };
/** Leaves that the ways to reach an n-of may come to. */
const MOST_LEAVES = 1_024;

function exact(search: Search): Bounds {
  return { most: search, least: search, doubt: NOTHING };
}

function between(least: Search, most: Search): Bounds {
  return { most, least, doubt: allOf([most], [least]) };
}

function boundsOf(query: Query, sets: Sets): Bounds {
  const each = (part: Query) => boundsOf(part, sets);
  switch (query.kind) {
    case 'term':
      return termBounds(query, sets);
    case 'near':
      return nearBounds(query, sets);
    case 'facet':
      return exact(facetSearch(query));
    case 'any':
      return anyBounds(query.of.map(each));
    case 'all':
      return allBounds(query.of.map(each), query.without.map(each));
    case 'enough':
      return enoughBounds(query, sets);
  }
}

function termBounds(term: Term, sets: Sets): Bounds {
  const key = knownKey(term, sets);
  if (key !== null) return exact(inField([{ kind: 'row', by: 'sets', words: [key], isOpen: false }], term.field));
  return anyBounds(term.patterns.map((pattern) => patternBounds(pattern, term.field)));
}

function facetSearch({ facet, value }: Facet): Search {
  return facet === 'since' || facet === 'until'
    ? { kind: 'day', bound: facet, value }
    : { kind: 'facet', facet, value };
}

function isExact({ most, least }: Bounds): boolean {
  return most === least;
}

function anyBounds(parts: readonly Bounds[]): Bounds {
  const most = anyOf(parts.map((part) => part.most));
  if (parts.every(isExact)) return exact(most);
  return { most, least: anyOf(parts.map((part) => part.least)), doubt: anyOf(parts.map((part) => part.doubt)) };
}

/** Of what must not be there, the least stops what is found at most. */
function allBounds(of: readonly Bounds[], without: readonly Bounds[] = []): Bounds {
  const stops = without.map((part) => part.least);
  const most = allOf(
    of.map((part) => part.most),
    stops,
  );
  if ([...of, ...without].every(isExact)) return exact(most);
  const least = allOf(
    of.map((part) => part.least),
    without.map((part) => part.most),
  );
  return { most, least, doubt: allOf(doubtsOf(of, without), stops) };
}

/** Everything at most, and a doubt: where only one part has doubts, they say of themselves that it is there. */
function doubtsOf(of: readonly Bounds[], without: readonly Bounds[]): readonly Search[] {
  const unsure = [...of, ...without].filter((part) => !isExact(part));
  const [only] = unsure;
  const needed = unsure.length === 1 ? of.filter((part) => part !== only) : of;
  return [...needed.map((part) => part.most), anyOf(unsure.map((part) => part.doubt))];
}

function knownKey(term: Term, sets: Sets): string | null {
  const key = term.alias === null ? null : keyOf(term);
  return key !== null && sets.has(key) ? key : null;
}

function enoughBounds(enough: Enough, sets: Sets): Bounds {
  const parts = enough.of.map((part) => boundsOf(part.query, sets));
  if (enough.least <= 0) return exact(EVERYTHING);
  const largest = Math.max(...parts.map(({ most }) => sizeOf(most)));
  if (largest * 2 ** parts.length > MOST_LEAVES) return between(NOTHING, anyBounds(parts).most);
  return waysToReach(enough, parts, 0, 0);
}

/** Either the next part is there and the later ones have less to reach, or they reach it without. */
function waysToReach(enough: Enough, parts: readonly Bounds[], at: number, reached: number): Bounds {
  if (reached >= enough.least) return exact(EVERYTHING);
  const part = parts[at];
  const reachable = enough.of.slice(at).reduce((sum, { weight }) => sum + weight, reached);
  if (!part || reachable < enough.least) return exact(NOTHING);
  const weight = enough.of[at]?.weight ?? 0;
  const withIt = allBounds([part, waysToReach(enough, parts, at + 1, reached + weight)]);
  return anyBounds([withIt, waysToReach(enough, parts, at + 1, reached)]);
}

function isNothing(search: Search): boolean {
  return search.kind === 'nothing';
}

/** Whether a search finds items whatever they hold. */
export function isEverything(search: Search): boolean {
  return search.kind === 'all' && search.of.length === 0 && search.without.length === 0;
}

function anyOf(of: readonly Search[]): Search {
  const choices = of.flatMap((part) => (part.kind === 'any' ? part.of : [part])).filter((part) => !isNothing(part));
  if (choices.some(isEverything)) return EVERYTHING;
  const [only = NOTHING] = choices;
  return choices.length > 1 ? { kind: 'any', of: choices } : only;
}

function allOf(of: readonly Search[], without: readonly Search[]): Search {
  if (of.some(isNothing) || without.some(isEverything)) return NOTHING;
  const needed = of.filter((part) => !isEverything(part));
  const unwanted = without.filter((part) => !isNothing(part));
  const [only] = needed;
  return only && needed.length === 1 && unwanted.length === 0 ? only : { kind: 'all', of: needed, without: unwanted };
}

function inField(rows: readonly (WordRow | NearRows)[], field: BoundTo): Search {
  return anyOf(rows.map((row) => ({ ...row, field })));
}

function patternBounds(pattern: Pattern, field: BoundTo): Bounds {
  if (pattern.comparison === 'forms') return formBounds(pattern, field);
  const segments = segmentsOf(pattern);
  if (segments.length > 1) return between(NOTHING, inField([segmentRows(segments)], field));
  const published = exactWord(pattern);
  if (published !== null) return exact(inField([exactRow(published)], field));
  const row = inField([letterRow(pattern)], field);
  return pattern.comparison === 'letters' ? exact(row) : between(NOTHING, row);
}

/** A single word that is published otherwise than it is compared; null for everything else. */
function exactWord({ words: [word, next] }: Pattern): string | null {
  if (!word || next || word.exact === null || word.prefix || word.exact === word.text) return null;
  return word.exact;
}

function exactRow(word: string): WordRow {
  return { kind: 'row', by: 'exact', words: [word], isOpen: false };
}

function formBounds(pattern: Pattern, field: BoundTo): Bounds {
  const rows = formRows(pattern);
  if (rows) return exact(inField(rows, field));
  const words = pattern.words.map((word) => inField(formRows({ words: [word] }) ?? [], field));
  return between(inField([letterRow(pattern)], field), allOf(words, []));
}

function nearBounds(near: Near, sets: Sets): Bounds {
  const most = nearMost(near, sets);
  const least = nearLeast(near);
  return JSON.stringify(most) === JSON.stringify(least) ? exact(most) : between(least, most);
}

/**
 * Rows of one kind only can be looked up near each other. Whole words have forms; what is open has none. Items that hold
 * a set anywhere are found by one word, and judged sooner than all of its names are looked up near others.
 */
function nearMost(near: Near, sets: Sets): Search {
  const terms = allOf(
    near.of.map((term) => boundsOf(term, sets).most),
    [],
  );
  if (near.of.some((term) => knownKey(term, sets) !== null)) return terms;
  const patterns = near.of.flatMap((term) => term.patterns);
  const areRows = patterns.every((pattern) => segmentsOf(pattern).length === 1);
  const areLetters = patterns.every(({ comparison }) => comparison !== 'forms');
  const haveForms = patterns.every((pattern) => pattern.comparison === 'forms' || !isOpen(pattern));
  const byLetters = areRows && areLetters ? nearBy(near, (pattern) => [letterRow(pattern)], true) : null;
  const byForms = areRows && !areLetters && haveForms ? nearBy(near, formRows, true) : null;
  return byLetters ?? byForms ?? terms;
}

function nearLeast(near: Near): Search {
  const patterns = near.of.flatMap((term) => term.patterns);
  const areForms = patterns.every(({ comparison }) => comparison === 'forms');
  return nearBy(near, areForms ? formRows : surelyLetters, false) ?? NOTHING;
}

function surelyLetters(pattern: Pattern): readonly WordRow[] {
  const isSure = pattern.comparison !== 'exact' && segmentsOf(pattern).length === 1;
  return isSure ? [letterRow(pattern)] : [];
}

/** Null when there are too many ways. */
function nearBy(
  { of, within, field }: Near,
  rowsOf: (pattern: Pattern) => readonly WordRow[] | null,
  isWide: boolean,
): Search | null {
  const choices = of.map((term) => term.patterns.map(rowsOf));
  if (choices.flat().some((rows) => rows === null)) return null;
  const ways = waysThrough(choices.map((rows) => rows.flatMap((each) => each ?? [])));
  const rows = ways?.map((way) => nearRows(way, within, isWide)) ?? null;
  return rows && inField(rows, field);
}

/** How many rows and facets are asked for. */
function sizeOf(search: Search): number {
  if (search.kind === 'near') return search.of.length;
  if (search.kind !== 'any' && search.kind !== 'all') return 1;
  const parts = search.kind === 'any' ? search.of : [...search.of, ...search.without];
  return parts.reduce((sum, part) => sum + sizeOf(part), 0);
}
