/**
 * Alias sets as stored items are found by them: an item that holds any name of a set is found by one word, the key of
 * the set, instead of by every one of its names.
 */
import { createHash } from 'node:crypto';
import type { Aliases } from '../../domain/storyline.ts';
import { UNCOUNTED } from './commonness.ts';
import { parseQuery } from './parse.ts';
import { percolatorOf } from './percolator/percolator.ts';
import type { Query, Term } from './query.ts';

/** What sets find, by their keys. */
export type Sets = ReadonlyMap<string, Query>;

/** Of a desk that has none. */
export const NO_SETS: Sets = new Map();

const KEY_LENGTH = 10;

/** By its names, not by what it is called: the same names mean the same whoever lists them. */
export function keyOf({ patterns }: Term): string {
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

/** A text -> the keys of the sets it holds a name of. Names are compared by their letters, whatever the language. */
export function setReader(sets: Sets): (text: string) => readonly string[] {
  const keys = [...sets.keys()];
  const percolator = percolatorOf([...sets.values()], UNCOUNTED);
  return (text) => percolator.find({ title: text, lede: '' }).flatMap((at) => keys[at] ?? []);
}
