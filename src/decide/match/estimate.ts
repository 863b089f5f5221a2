/** The share of news at large that a query would find, as far as counts of single words tell. */
import type { Commonness } from './commonness.ts';
import type { Comparison, Pattern, PatternWord } from './pattern.ts';
import type { Enough, Query } from './query.ts';

/** 0..1; words are taken to stand independently of each other, and NOT to stop nothing. */
export function shareOf(query: Query, commonness: Commonness): number {
  switch (query.kind) {
    case 'term':
      return oneOf(query.patterns.map((pattern) => patternShare(pattern, commonness)));
    case 'near':
    case 'all':
      return query.of.reduce((share, part) => share * shareOf(part, commonness), 1);
    case 'any':
      return oneOf(query.of.map((part) => shareOf(part, commonness)));
    case 'facet':
      return 1;
    case 'enough':
      return enoughShare(query, commonness);
  }
}

function oneOf(shares: readonly number[]): number {
  return 1 - shares.reduce((none, share) => none * (1 - share), 1);
}

/** No more often than its rarest word. */
function patternShare({ words, comparison }: Pattern, commonness: Commonness): number {
  return Math.min(...words.map((word) => wordShare(word, comparison, commonness)));
}

/** The share of items that hold the word as its term compares it. */
export function wordShare({ text, prefix }: PatternWord, comparison: Comparison, commonness: Commonness): number {
  if (prefix) return commonness.ofPrefix(text);
  return comparison === 'forms' ? commonness.ofForms(text) : commonness.ofWord(text);
}

/** The chance that the weights found reach the least, each part found by its own share. */
function enoughShare({ of, least }: Enough, commonness: Commonness): number {
  let reaches: ReadonlyMap<number, number> = new Map([[0, 1]]);
  for (const { query, weight } of of) {
    const share = shareOf(query, commonness);
    const next = new Map<number, number>();
    for (const [reach, chance] of reaches) {
      next.set(reach, (next.get(reach) ?? 0) + chance * (1 - share));
      next.set(reach + weight, (next.get(reach + weight) ?? 0) + chance * share);
    }
    reaches = next;
  }
  return [...reaches].reduce((sum, [reach, chance]) => sum + (reach >= least ? chance : 0), 0);
}
