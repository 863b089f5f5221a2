/** What went wrong most: developments of several clusters, and clusters in several developments. */
import type { JoinReason } from '../../domain/development.ts';
import { pairs, type Sorted, tally } from './clustering.ts';

/** An item with the reason kept for its place. */
export interface Told extends Sorted {
  readonly id: string;
  readonly title: string;
  readonly joined: JoinReason;
}

/** Items that should not be, or should be, together. */
export interface Misplaced {
  readonly name: string;
  /** Pairs of items that are wrong. */
  readonly wrong: number;
  readonly parts: readonly { readonly name: string; readonly items: readonly Told[] }[];
}

type KeyOf = (item: Told) => string;

function groupsOf(items: readonly Told[], keyOf: KeyOf): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function wrongIn(items: readonly Told[], partOf: KeyOf): number {
  const right = [...tally(items, partOf).values()].reduce((sum, count) => sum + pairs(count), 0);
  return pairs(items.length) - right;
}

function worst(items: readonly Told[], wholeOf: KeyOf, partOf: KeyOf, most: number): readonly Misplaced[] {
  const wholes = [...groupsOf(items, wholeOf)].map(([name, members]): Misplaced => {
    const parts = [...groupsOf(members, partOf)].map(([part, its]) => ({ name: part, items: its }));
    return { name, wrong: wrongIn(members, partOf), parts };
  });
  const wrong = wholes.filter((whole) => whole.wrong > 0);
  return wrong.sort((a, b) => b.wrong - a.wrong).slice(0, most);
}

/** Two labelled clusters or more in one development of ours, the worst first. */
export function worstMerges(items: readonly Told[], most: number): readonly Misplaced[] {
  return worst(
    items,
    (item) => item.development,
    (item) => item.cluster,
    most,
  );
}

/** Two developments of ours or more in one labelled cluster, the worst first. */
export function worstSplits(items: readonly Told[], most: number): readonly Misplaced[] {
  return worst(
    items,
    (item) => item.cluster,
    (item) => item.development,
    most,
  );
}
