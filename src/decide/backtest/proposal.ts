/** What a person may add to a query, and what it would do. */
import { compileQuery } from '../match/compile.ts';
import type { Query } from '../match/query.ts';
import { satisfies } from '../match/satisfies.ts';
import { isRight, type Named, named, type Read, spread } from './item.ts';

/** What adding a term does to the items it concerns: hits it removes, or hits it gains. */
export interface Effect {
  readonly items: number;
  /** Of those, how many people labelled as right and as wrong. */
  readonly right: number;
  readonly wrong: number;
}

/** The effect of these items. */
export function effectOf(reads: readonly Read[], label: string | null): Effect {
  const said = reads.map(({ item }) => isRight(item, label));
  const count = (wanted: boolean) => said.filter((right) => right === wanted).length;
  return { items: reads.length, right: count(true), wrong: count(false) };
}

/** The items that hold a term; no item where it cannot be read as one. */
export function holding<Each extends Read>(written: string, reads: readonly Each[]): readonly Each[] {
  const term = termOf(written);
  return term === null ? [] : reads.filter(({ read }) => satisfies(term, read));
}

function termOf(written: string): Query | null {
  const compiled = compileQuery(written, {});
  return compiled.kind === 'compiled' ? compiled.query.query : null;
}

const EXAMPLES = 2;

/** A few of the items by name. */
export function examplesOf(reads: readonly Read[]): readonly Named[] {
  return spread(reads, EXAMPLES).map(({ item }) => named(item));
}
