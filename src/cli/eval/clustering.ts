/** Developments against clusters that people or machines made of the same items. */

/** An item in a development of ours and in a labelled cluster. */
export interface Sorted {
  readonly development: string;
  readonly cluster: string;
}

/** Shares, 0..1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClusterFigures {
  readonly items: number;
  /** Averaged over items: how pure its development is, how whole its cluster (Bagga and Baldwin, 1998). */
  readonly bcubed: Score;
  /** Over pairs of items: rightly together of those together in ours, and of those together in the labels. */
  readonly pairwise: Score;
  readonly developments: number;
  readonly clusters: number;
  /** Items of the largest development. */
  readonly largest: number;
}

/** How many items each key has. */
export function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function scoreOf(precision: number, recall: number): Score {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

const inDevelopment = (item: Sorted) => item.development;
const inCluster = (item: Sorted) => item.cluster;
const inBoth = (item: Sorted) => `${item.development}\n${item.cluster}`;

function bcubedOf(items: readonly Sorted[]): Score {
  const [both, ours, labelled] = [tally(items, inBoth), tally(items, inDevelopment), tally(items, inCluster)];
  const mean = (whole: ReadonlyMap<string, number>, keyOf: (item: Sorted) => string) =>
    items.reduce((sum, item) => sum + (both.get(inBoth(item)) ?? 0) / (whole.get(keyOf(item)) ?? 1), 0) /
    Math.max(1, items.length);
  return scoreOf(mean(ours, inDevelopment), mean(labelled, inCluster));
}

/** Pairs among so many. */
export function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function pairsIn(groups: ReadonlyMap<string, number>): number {
  return [...groups.values()].reduce((sum, count) => sum + pairs(count), 0);
}

/** Without a pair nothing is wrong. */
function pairwiseOf(items: readonly Sorted[]): Score {
  const right = pairsIn(tally(items, inBoth));
  const share = (of: number) => (of === 0 ? 1 : right / of);
  return scoreOf(share(pairsIn(tally(items, inDevelopment))), share(pairsIn(tally(items, inCluster))));
}

export function clusterFiguresOf(items: readonly Sorted[]): ClusterFigures {
  const ours = tally(items, inDevelopment);
  return {
    items: items.length,
    bcubed: bcubedOf(items),
    pairwise: pairwiseOf(items),
    developments: ours.size,
    clusters: tally(items, inCluster).size,
    largest: Math.max(0, ...ours.values()),
  };
}
