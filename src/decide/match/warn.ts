/** What a person should know of a query that can be read: that it would find nearly everything, or nothing. */
import type { Commonness } from './commonness.ts';
import type { CompiledQuery } from './compile.ts';
import { shareOf } from './estimate.ts';
import { format } from './format.ts';
import type { Pattern, PatternWord } from './pattern.ts';
import { type All, partsOf, positiveTerms, type Query, type Term } from './query.ts';
import { bareStem, stemsOf } from './stems.ts';

/** For people: what is the matter, and what to do. */
export interface QueryWarning {
  readonly kind: 'too_broad' | 'never' | 'unseen';
  readonly message: string;
  readonly remedy: string;
}

/** One item in fifty is a storyline no channel can read: some twenty alerts a day and feed. */
const TOO_BROAD = 1 / 50;

/** Everything worth saying of a query before it is used, the worst first. */
export function warningsOf({ query }: CompiledQuery, commonness: Commonness): readonly QueryWarning[] {
  const never = neverFound(query);
  if (never) return [never];
  const share = shareOf(query, commonness);
  return [...(share > TOO_BROAD ? [tooBroad(share)] : []), ...unseenIn(query, commonness)];
}

function tooBroad(share: number): QueryWarning {
  const each = Math.max(1, Math.round(1 / share));
  const often = each === 1 ? 'nearly every item' : `about one item in ${each}`;
  return {
    kind: 'too_broad',
    message: `This would find ${often} of news at large.`,
    remedy: 'Add a group of rarer words with AND, or write phrases.',
  };
}

/** The first part that what it must not hold makes impossible. */
function neverFound(query: Query): QueryWarning | null {
  if (query.kind === 'all') {
    const stopped = query.of.find((part) => query.without.some((stop) => implies(part, stop)));
    if (stopped) return contradiction(stopped, query);
  }
  if (query.kind === 'any') return null;
  for (const part of query.kind === 'all' ? query.of : []) {
    const inside = neverFound(part);
    if (inside) return inside;
  }
  return null;
}

function contradiction(part: Query, { without }: All): QueryWarning {
  const stop = without.find((each) => implies(part, each));
  return {
    kind: 'never',
    message: `This finds nothing: whatever holds ${format(part)} also holds ${stop ? format(stop) : ''}, which stands behind NOT.`,
    remedy: 'Remove one of the two.',
  };
}

/** Whether every text that holds `part` holds `stop` as well, as far as their words show. */
function implies(part: Query, stop: Query): boolean {
  if (part.kind === 'any') return part.of.every((each) => implies(each, stop));
  if (part.kind === 'all') return part.of.some((each) => implies(each, stop));
  if (stop.kind === 'any') return stop.of.some((each) => implies(part, each));
  if (part.kind === 'facet') return stop.kind === 'facet' && format(part) === format(stop);
  if (part.kind !== 'term' || stop.kind !== 'term') return false;
  const isWithin = stop.field === null || stop.field === part.field;
  return isWithin && part.patterns.every((pattern) => stop.patterns.some((other) => contains(pattern, other)));
}

/** Whether the words of `pattern` hold those of `other` in a row. */
function contains(pattern: Pattern, other: Pattern): boolean {
  const starts = pattern.words.map((_, start) => start);
  return starts.some((start) =>
    other.words.every((word, index) => {
      const found = pattern.words[start + index];
      return found !== undefined && isCovered(found, word);
    }),
  );
}

function isCovered(found: PatternWord, by: PatternWord): boolean {
  if (by.exact !== null) return found.exact === by.exact;
  if (by.prefix)
    return found.text.startsWith(by.text) && found.stems.every((stem) => keepsBeginning(bareStem(stem), by.text));
  if (found.prefix) return false;
  return by.stems.length > 0 ? stemsOf(found.text).every((stem) => by.stems.includes(stem)) : isSameWord(found, by);
}

/** Whether every word of this stem begins so: English stems are beginnings of their words, save y that became i. */
function keepsBeginning(stem: string, beginning: string): boolean {
  return ENGLISH.test(stem) && stem.startsWith(beginning) && (stem.length > beginning.length || !stem.endsWith('i'));
}

/** A form may be spelled otherwise than its word. */
function isSameWord(found: PatternWord, by: PatternWord): boolean {
  return found.text === by.text && found.stems.length === 0;
}

/** English words of a query that no counted item holds: mostly misspelt. */
function unseenIn(query: Query, commonness: Commonness): readonly QueryWarning[] {
  const terms = [...positiveTerms(query), ...stopTerms(query)].filter((term) => term.alias === null);
  const unseen = terms.filter((term) => isUnseen(term, commonness)).map((term) => term.written);
  return [...new Set(unseen)].map((written) => ({
    kind: 'unseen',
    message: `${written} was in none of the news this desk has counted.`,
    remedy: 'See that it is spelled as outlets spell it.',
  }));
}

function stopTerms(query: Query): readonly Term[] {
  const stops = query.kind === 'all' ? query.without.flatMap(positiveTerms) : [];
  return [...stops, ...partsOf(query).flatMap(stopTerms)];
}

const ENGLISH = /^[a-z]{4,}$/;

function isUnseen({ patterns }: Term, commonness: Commonness): boolean {
  return patterns.some(({ words }) => words.some((word) => ENGLISH.test(word.text) && !isSeen(word, commonness)));
}

function isSeen({ text, prefix, stems }: PatternWord, commonness: Commonness): boolean {
  if (prefix) return commonness.hasPrefix(text);
  return commonness.hasWord(text) || stems.some((stem) => commonness.hasStem(stem));
}
