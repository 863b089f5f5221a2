/** Texts as directions in the space of their words: how alike two of them read. */

/** Word -> weight, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** Word -> how much it tells; words of every text tell little. */
export type Rarity = (word: string) => number;

function scaled(weights: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...weights].map(([word, weight]) => [word, weight / length]));
}

/** The direction of one text. */
export function vectorOf(words: ReadonlySet<string>, rarity: Rarity): Vector {
  return scaled(new Map([...words].map((word) => [word, rarity(word)])));
}

/** The mean direction of several. */
export function centroidOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  return scaled(sum);
}

/** 0 (nothing shared) … 1 (the same direction). */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** The words that made two texts alike, the heaviest first. */
export function sharedWords(a: Vector, b: Vector, most: number): readonly string[] {
  const shared = [...a].filter(([word]) => b.has(word)).sort(([, x], [, y]) => y - x);
  return shared.slice(0, most).map(([word]) => word);
}
