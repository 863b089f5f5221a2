/** Where the words of a pattern, and what is near what, stand in a field. */
import { exactAt, type FieldText } from './fields.ts';
import type { Pattern, PatternWord } from './pattern.ts';
import type { Near, Term } from './query.ts';

/** Places of tokens: the first, and the one behind the last. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** The first place in `field` where all words of the pattern stand in a row; null when there is none. */
export function findPattern(pattern: Pattern, field: FieldText): Place | null {
  return nextPlace(pattern, field, 0);
}

function nextPlace(pattern: Pattern, field: FieldText, start: number): Place | null {
  const { length } = pattern.words;
  if (start === 0 && !mayHold(pattern, field)) return null;
  for (let from = start; from + length <= field.tokens.length; from += 1) {
    if (standsAt(pattern, field, from)) return { from, to: from + length };
  }
  return null;
}

/** Whether each whole word of the pattern is anywhere in the field. */
function mayHold({ comparison, words }: Pattern, field: FieldText): boolean {
  return words.every(({ text, prefix, stems }) => {
    if (prefix) return true;
    return comparison === 'forms' ? stems.some((stem) => field.forms.has(stem)) : field.letters.has(text);
  });
}

function standsAt({ comparison, words }: Pattern, field: FieldText, from: number): boolean {
  let at = from;
  for (const word of words) {
    if (!(comparison === 'forms' ? isForm(word, field, at) : isWritten(word, field, at))) return false;
    at += 1;
  }
  return true;
}

function isForm({ prefix, text, stems }: PatternWord, field: FieldText, at: number): boolean {
  const stem = field.stems[at] ?? '';
  return prefix ? stem.startsWith(text) : stems.includes(stem);
}

function isWritten({ prefix, text, exact }: PatternWord, field: FieldText, at: number): boolean {
  const found = field.tokens[at]?.text ?? '';
  if (prefix ? !found.startsWith(text) : found !== text) return false;
  return exact === null || exactAt(field, at) === exact;
}

/** Several NEARs of a query ask for the same sets. */
const PLACES = new WeakMap<FieldText, Map<readonly Pattern[], readonly Place[]>>();

function allPlaces({ patterns }: Term, field: FieldText): readonly Place[] {
  const known = PLACES.get(field) ?? new Map<readonly Pattern[], readonly Place[]>();
  PLACES.set(field, known);
  const places = known.get(patterns) ?? patterns.flatMap((pattern) => placesOf(pattern, field));
  known.set(patterns, places);
  return places;
}

function placesOf(pattern: Pattern, field: FieldText): readonly Place[] {
  const places: Place[] = [];
  for (let place = nextPlace(pattern, field, 0); place; place = nextPlace(pattern, field, place.from + 1))
    places.push(place);
  return places;
}

/**
 * One place for each term of a NEAR, so that at most `within` words lie between the end of the first and the beginning
 * of the last; null when there is none. Places may overlap, as they may in FTS5.
 */
export function findNear({ of, within }: Near, field: FieldText): readonly Place[] | null {
  const places: (readonly Place[])[] = [];
  for (const term of of) {
    const found = allPlaces(term, field);
    if (found.length === 0) return null;
    places.push(found);
  }
  return placesNear(places, within);
}

/** The same among the places of each term, of which every one has some. */
export function placesNear(places: readonly (readonly Place[])[], within: number): readonly Place[] | null {
  const starts = places.flat().sort((a, b) => a.from - b.from);
  for (const first of starts) {
    const chosen = places.map((of) => of.find((place) => isNear(place, first, within)));
    if (chosen.every((place) => place !== undefined)) return chosen;
  }
  return null;
}

/** Whether `placesNear` finds any. */
export function areNear(places: readonly (readonly Place[])[], within: number): boolean {
  return places.some((of) => of.some((first) => places.every((others) => hasNear(others, first, within))));
}

function hasNear(places: readonly Place[], first: Place, within: number): boolean {
  return places.some((place) => isNear(place, first, within));
}

/** Whether a place is the first, or begins behind its beginning and not too far behind its end. */
function isNear({ from }: Place, first: Place, within: number): boolean {
  return from >= first.from && from - first.to <= within;
}
