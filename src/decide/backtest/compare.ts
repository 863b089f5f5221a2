/** Two queries over the same items. */
import { distinct, type Named, named, type Read, spread } from './item.ts';
import { type Effect, effectOf } from './proposal.ts';
import type { Survey } from './survey.ts';

/** Hits, how people labelled them, and some by name, spread over time. */
export interface Side extends Effect {
  readonly sample: readonly Named[];
}

export interface Comparison {
  /** The other query, in canonical form. */
  readonly other: string;
  readonly both: Side;
  readonly onlyFirst: Side;
  readonly onlySecond: Side;
}

const SHOWN = 5;

/** What the surveyed query and the one it was asked to be compared with hit; null where it was not asked. */
export function compare({ asked, hits, otherHits }: Survey): Comparison | null {
  if (!asked.other) return null;
  const first = new Set(hits.map(({ item }) => item));
  const second = new Set(otherHits.map(({ item }) => item));
  const sideOf = (reads: readonly Read[]): Side => ({
    ...effectOf(reads, asked.label),
    sample: spread(distinct(reads), SHOWN).map(({ item }) => named(item)),
  });
  return {
    other: asked.other.written,
    both: sideOf(hits.filter(({ item }) => second.has(item))),
    onlyFirst: sideOf(hits.filter(({ item }) => !second.has(item))),
    onlySecond: sideOf(otherHits.filter(({ item }) => !first.has(item))),
  };
}
