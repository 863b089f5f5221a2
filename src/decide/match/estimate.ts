/** The share of news at large that a query would find, as far as counts of single words tell. */
import type { Commonness } from './commonness.ts';
import type { Comparison, PatternWord } from './pattern.ts';
import type { Enough, Query, Term } from './query.ts';

/** 0..1; words are taken to stand independently of each other, and NOT to stop nothing. */
export function shareOf(query: Query, commonness: Commonness): number {
  switch (query.kind) {
    case 'term':
      return termShare(query, commonness);
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

/** A pattern is found no more often than its rarest word, and all of those with the same rarest word neither. */
function termShare({ patterns }: Term, commonness: Commonness): number {
  const shares = new Map<string, number>();
  for (const { words, comparison } of patterns) {
    const rarest = words
      .map((word) => ({ text: word.text, share: wordShare(word, comparison, commonness) }))
      .reduce((rarer, word) => (word.share < rarer.share ? word : rarer));
    shares.set(rarest.text, Math.max(rarest.share, shares.get(rarest.text) ?? 0));
  }
  return oneOf([...shares.values()]);
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
