/**
 * Alias sets as stored items are found by them: an item that holds any name of a set is found by one word, the key of
 * the set, instead of by every one of its names.
 */
import { createHash } from 'node:crypto';
import type { Aliases } from '../../domain/storyline.ts';
import { UNCOUNTED } from './commonness.ts';
import { type ItemText, type ReadItem, readItem } from './fields.ts';
import { parseQuery } from './parse.ts';
import { Clues } from './percolator/clues.ts';
import { isLong, Percolator } from './percolator/percolator.ts';
import { planOf } from './percolator/plan.ts';
import { Reader } from './percolator/reader.ts';
import type { Term } from './query.ts';

/** What sets find, by their keys. */
export type Sets = ReadonlyMap<string, Term>;

/** Of a desk that has none. */
export const NO_SETS: Sets = new Map();

const KEY_LENGTH = 10;

/** Queries share the patterns of a set, and ask for its key wherever they name it. */
const KEYS = new WeakMap<Term['patterns'], string>();

/** By its names, not by what it is called: the same names mean the same whoever lists them. */
export function keyOf({ patterns }: Term): string {
  const key = KEYS.get(patterns) ?? keyOfNames(patterns);
  KEYS.set(patterns, key);
  return key;
}

function keyOfNames(patterns: Term['patterns']): string {
  const names = patterns.map(({ written }) => written).join('\n');
  return createHash('sha256').update(names).digest('hex').slice(0, KEY_LENGTH);
}

/** The sets that items are to be found by. What no query could ask for is none. */
export function setsIn(aliases: Aliases): Sets {
  return new Map(
    Object.keys(aliases).flatMap((name) => {
      const read = parseQuery(`@${name}`, aliases);
      return read.kind === 'parsed' && read.query.kind === 'term' ? [[keyOf(read.query), read.query]] : [];
    }),
  );
}

/** An item as queries see it, with the keys of the sets that each of its texts holds a name of. */
interface ReadWithSets {
  readonly item: ReadItem;
  readonly title: readonly string[];
  readonly lede: readonly string[];
}

/** Reads items and their sets at once. */
export function setReader(sets: Sets): (text: ItemText) => ReadWithSets {
  const keys = [...sets.keys(), ...sets.keys()];
  const terms = [...sets.values()];
  const clues = new Clues(UNCOUNTED);
  const plans = [...terms.map(inTitle), ...terms.map(inLede)].map((term) => planOf(term, clues));
  const reader = new Reader(clues);
  const percolator = new Percolator(plans, reader);
  return (text) => {
    const found = percolator.find(text);
    const title = found.filter((at) => at < terms.length).flatMap((at) => keys[at] ?? []);
    const lede = found.filter((at) => at >= terms.length).flatMap((at) => keys[at] ?? []);
    return { item: isLong(text) ? readItem(text) : reader.readItem(), title, lede };
  };
}

function inTitle(term: Term): Term {
  return { ...term, field: 'title' };
}

function inLede(term: Term): Term {
  return { ...term, field: 'lede' };
}
