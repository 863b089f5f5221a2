/** What each group of a query, each alternative in it and each NOT-term does to the hits. */
import type { CompiledQuery } from '../match/compile.ts';
import { format } from '../match/format.ts';
import { type Query, withoutOf } from '../match/query.ts';
import { satisfies } from '../match/satisfies.ts';
import type { Read } from './item.ts';
import type { Survey } from './survey.ts';

/** One of several that would do. */
export interface Alternative {
  readonly written: string;
  readonly hits: number;
  /** Hits that no other alternative of its group would have brought. */
  readonly only: number;
}

export interface GroupEffect {
  readonly written: string;
  /** How many more items would match without it. */
  readonly loss: number;
  /** Most hits first; empty for a group without a choice. */
  readonly alternatives: readonly Alternative[];
}

/** A NOT-term: how many items it stops, and how many no other would have stopped. */
export interface StopEffect {
  readonly written: string;
  readonly stops: number;
  readonly only: number;
}

/** What the groups of the surveyed query do. */
export function groupEffects({ asked, lost, hits }: Survey): readonly GroupEffect[] {
  return asked.query.groups.map(({ written, query }, index) => ({
    written,
    loss: lost[index] ?? 0,
    alternatives: query.kind === 'any' ? alternativesOf(query.of, hits) : [],
  }));
}

function alternativesOf(parts: readonly Query[], reads: readonly Read[]): readonly Alternative[] {
  const counts = parts.map((part) => ({ written: format(part), hits: 0, only: 0 }));
  for (const { read } of reads) {
    const found = counts.filter((_, index) => isIn(parts[index], { read }));
    for (const count of found) count.hits += 1;
    const [only] = found;
    if (only && found.length === 1) only.only += 1;
  }
  return counts.sort((a, b) => b.hits - a.hits);
}

function isIn(part: Query | undefined, { read }: Pick<Read, 'read'>): boolean {
  return part !== undefined && satisfies(part, read);
}

/** What the NOT-terms of the surveyed query do. */
export function stopEffects({ asked, stopped }: Survey): readonly StopEffect[] {
  const counts = alternativesOf(stopsOf(asked.query), stopped);
  return counts.map(({ written, hits, only }) => ({ written, stops: hits, only }));
}

/** Each NOT-term of the whole query. */
export function stopsOf({ query }: CompiledQuery): readonly Query[] {
  return withoutOf(query).flatMap((stop) => (stop.kind === 'any' ? stop.of : [stop]));
}
