/** Which groups of a query an item cannot hold, told by its single words: far quicker than reading the item. */
import type { CompiledQuery } from '../match/compile.ts';
import type { Token } from '../match/normalise.ts';
import type { Pattern, PatternWord } from '../match/pattern.ts';
import type { Query } from '../match/query.ts';
import { stemsOf } from '../match/stems.ts';

/** Never says of a group that it is missing where it is not. */
export interface Sieve {
  /** How many of the groups the words cannot hold. */
  lacking(words: readonly Token[]): number;
  /** By group: whether words tell of it at all; an outlet or a language is told by none. */
  readonly isTold: readonly boolean[];
}

/** Bits of a number that are as quick as a small one. */
const MOST_GROUPS = 30;

/** A sieve for the groups of the query. */
export function sieveOf({ groups }: CompiledQuery): Sieve {
  const anchors = groups.map(({ query }) => anchorsOf(query));
  const told = anchors.slice(0, MOST_GROUPS);
  const maskOf = maskBy(told);
  const free = told.reduce((mask, words, group) => (words === null ? mask | (1 << group) : mask), 0);
  return {
    isTold: anchors.map((words) => words !== null),
    lacking(words) {
      let mask = free;
      for (const { text } of words) mask |= maskOf(text);
      return told.length - bitsIn(mask);
    },
  };
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Words of which a text that holds the query has one; null where there need be none. */
function anchorsOf(query: Query): readonly PatternWord[] | null {
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

function together(queries: readonly Query[]): readonly PatternWord[] | null {
  const anchors = queries.map(anchorsOf);
  return anchors.includes(null) ? null : anchors.flatMap((words) => words ?? []);
}

function longestWord({ words }: Pattern): readonly PatternWord[] {
  return [...words].sort((a, b) => b.text.length - a.text.length).slice(0, 1);
}

/** The groups (as bits) a word may stand for; worked out once for each word. */
function maskBy(groups: readonly (readonly PatternWord[] | null)[]): (word: string) => number {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const add = (to: Map<string, number>, text: string, bit: number) => to.set(text, (to.get(text) ?? 0) | bit);
  for (const [group, anchors] of groups.entries()) {
    for (const { text, prefix, stems } of anchors ?? []) {
      for (const form of [text, ...stems]) add(prefix ? beginnings : whole, form, 1 << group);
    }
  }
  const known = new Map<string, number>();
  return (word) => {
    let mask = known.get(word);
    if (mask !== undefined) return mask;
    mask = 0;
    for (const form of stemsOf(word)) mask |= (whole.get(form) ?? 0) | beginningsOf(form, beginnings);
    known.set(word, mask);
    return mask;
  };
}

function beginningsOf(form: string, beginnings: ReadonlyMap<string, number>): number {
  let mask = 0;
  for (let end = 1; end <= form.length; end += 1) mask |= beginnings.get(form.slice(0, end)) ?? 0;
  return mask;
}
