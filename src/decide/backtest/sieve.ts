/** Which groups of queries an item cannot hold, told by its single words: far quicker than reading the item. */
import type { CompiledQuery } from '../match/compile.ts';
import { tokenise } from '../match/normalise.ts';
import type { Pattern, PatternWord } from '../match/pattern.ts';
import type { Query } from '../match/query.ts';
import { stemsOf } from '../match/stems.ts';

/** Never says of a group that it is missing where it is not. */
export interface Sieve {
  /** By query: the groups, by their places, that these texts cannot hold. */
  lacking(texts: readonly string[]): readonly (readonly number[])[];
  /** By query, by group: whether words tell of it at all; an outlet or a language is told by none. */
  readonly isTold: readonly (readonly boolean[])[];
}

/** A sieve for the groups of all these queries. */
export function sieveOf(queries: readonly CompiledQuery[]): Sieve {
  const anchors = queries.map(({ groups }) => groups.map(({ query }) => anchorsOf(query)));
  const told = anchors.map((groups) => groups.slice(0, MOST_GROUPS));
  const free = told.map((groups) => maskOf(groups, (words) => words === null));
  const masksOf = masksBy(told);
  return {
    isTold: queries.map(({ groups }) => groups.map(({ query }) => isToldByWords(query))),
    lacking(texts) {
      const masks = [...free];
      for (const text of texts) {
        for (const piece of piecesOf(text)) {
          for (const { query, mask } of masksOf(piece)) masks[query] = (masks[query] ?? 0) | mask;
        }
      }
      return masks.map((mask, query) => groupsWithout(mask, told[query]?.length ?? 0));
    },
  };
}

/** Whether words tell of a query at all; an outlet or a language is told by none. */
export function isToldByWords(query: Query): boolean {
  return anchorsOf(query) !== null;
}

/** Bits of a number that are as quick as a small one. */
const MOST_GROUPS = 30;

/** Words of which a text that holds a group has one; null where there need be none. */
type Anchors = readonly PatternWord[] | null;

function maskOf(groups: readonly Anchors[], isIn: (anchors: Anchors) => boolean): number {
  return groups.reduce((mask, anchors, group) => (isIn(anchors) ? mask | (1 << group) : mask), 0);
}

function groupsWithout(mask: number, count: number): readonly number[] {
  const groups: number[] = [];
  for (let group = 0; group < count; group += 1) if ((mask & (1 << group)) === 0) groups.push(group);
  return groups;
}

/** A text apart where no word goes on. */
function piecesOf(text: string): readonly string[] {
  return text.split(' ');
}

function anchorsOf(query: Query): Anchors {
  switch (query.kind) {
    case 'term':
      return query.patterns.flatMap(longestWord);
    case 'near':
      return query.of[0] ? anchorsOf(query.of[0]) : null;
    case 'facet':
      return null;
    case 'any':
      return together(query.of);
    case 'all':
      return query.of.map(anchorsOf).find((anchors) => anchors !== null) ?? null;
    case 'enough':
      return query.least > 0 ? together(query.of.map((part) => part.query)) : null;
  }
}

function together(queries: readonly Query[]): Anchors {
  const anchors = queries.map(anchorsOf);
  return anchors.includes(null) ? null : anchors.flatMap((words) => words ?? []);
}

function longestWord({ words }: Pattern): readonly PatternWord[] {
  return [...words].sort((a, b) => b.text.length - a.text.length).slice(0, 1);
}

/** The groups of one query, as bits, that something may stand for. */
interface Marked {
  readonly query: number;
  readonly mask: number;
}

const NOTHING: readonly Marked[] = [];
/** Longer pieces hardly come twice. */
const LONGEST_KEPT = 40;

/** What a piece of text may stand for; worked out once for each. */
function masksBy(queries: readonly (readonly Anchors[])[]): (piece: string) => readonly Marked[] {
  const markedBy = queries.map(markedWords);
  const markedIn = (piece: string) => {
    const words = new Set(tokenise(piece).flatMap(({ text }) => stemsOf(text)));
    const marked = markedBy.map((maskOfWord, query) => ({
      query,
      mask: [...words].reduce((mask, word) => mask | maskOfWord(word), 0),
    }));
    const some = marked.filter(({ mask }) => mask !== 0);
    return some.length === 0 ? NOTHING : some;
  };
  const known = new Map<string, readonly Marked[]>();
  return (piece) => {
    const marked = known.get(piece);
    if (marked !== undefined) return marked;
    const found = markedIn(piece);
    if (piece.length <= LONGEST_KEPT) known.set(piece, found);
    return found;
  };
}

/** The groups a word, or one of its stems, may stand for. */
function markedWords(groups: readonly Anchors[]): (word: string) => number {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const add = (to: Map<string, number>, text: string, bit: number) => to.set(text, (to.get(text) ?? 0) | bit);
  for (const [group, anchors] of groups.entries()) {
    for (const { text, prefix, stems } of anchors ?? []) {
      for (const form of [text, ...stems]) add(prefix ? beginnings : whole, form, 1 << group);
    }
  }
  const longest = Math.max(0, ...[...beginnings.keys()].map((text) => text.length));
  return (word) => {
    let mask = whole.get(word) ?? 0;
    for (let end = 1; end <= Math.min(longest, word.length); end += 1) mask |= beginnings.get(word.slice(0, end)) ?? 0;
    return mask;
  };
}
