/**
 * The words a query cannot do without: of the groups it needs, the one whose words are rarest. A text without any of
 * these words cannot match, so that most texts cost a lookup and no judging.
 */
import type { Commonness } from '../commonness.ts';
import { wordShare } from '../estimate.ts';
import { format } from '../format.ts';
import type { Pattern } from '../pattern.ts';
import type { Enough, Query } from '../query.ts';
import type { TermNumbers } from './terms.ts';

/** Numbers of words, one of which stands in every text that satisfies the query, and how common they are together. */
export interface Anchors {
  readonly numbers: readonly number[];
  readonly share: number;
}

/** What every item has: its queries are tried on each. */
const ANY_ITEM: Anchors = { numbers: [], share: Number.POSITIVE_INFINITY };

export class AnchorFinder {
  readonly #terms: TermNumbers;
  readonly #commonness: Commonness;
  readonly #known = new WeakMap<readonly Pattern[], Anchors>();

  constructor(terms: TermNumbers, commonness: Commonness) {
    this.#terms = terms;
    this.#commonness = commonness;
  }

  anchorsOf(query: Query): Anchors {
    switch (query.kind) {
      case 'term':
        return this.#termAnchors(query.patterns);
      case 'facet':
        return { numbers: [this.#terms.ofFacet(format(query))], share: 1 };
      case 'any':
        return together(query.of.map((part) => this.anchorsOf(part)));
      case 'near':
      case 'all':
        return rarest(query.of.map((part) => this.anchorsOf(part)));
      case 'enough':
        return this.#enoughAnchors(query);
    }
  }

  /** What else stands in every text that satisfies the query: the next rarest of its groups; null where it has one. */
  guardOf(query: Query): Anchors | null {
    if (query.kind !== 'all' && query.kind !== 'near') return null;
    const parts = query.of.map((part) => this.anchorsOf(part)).filter(({ numbers }) => numbers.length > 0);
    return parts.sort((a, b) => a.share - b.share)[1] ?? null;
  }

  #termAnchors(patterns: readonly Pattern[]): Anchors {
    const known = this.#known.get(patterns) ?? together(patterns.map((pattern) => this.#patternAnchors(pattern)));
    this.#known.set(patterns, known);
    return known;
  }

  #patternAnchors({ words, comparison }: Pattern): Anchors {
    return rarest(
      words.map((word) => ({
        numbers: [this.#terms.ofWord(word, comparison)],
        share: wordShare(word, this.#commonness),
      })),
    );
  }

  /** Without the rarest of these the others together never reach the least. */
  #enoughAnchors({ of, least }: Enough): Anchors {
    if (least <= 0) return ANY_ITEM;
    const parts = of.map(({ query, weight }) => ({ anchors: this.anchorsOf(query), weight }));
    const commonestFirst = parts.sort((a, b) => b.anchors.share - a.anchors.share);
    let reach = 0;
    const needed = commonestFirst.filter(({ weight }) => {
      const isSpare = reach + weight < least;
      if (isSpare) reach += weight;
      return !isSpare;
    });
    return together(needed.map(({ anchors }) => anchors));
  }
}

/** Where one of them may be there without any word, so may they all. */
function together(parts: readonly Anchors[]): Anchors {
  if (parts.some(({ numbers }) => numbers.length === 0)) return ANY_ITEM;
  return {
    numbers: [...new Set(parts.flatMap(({ numbers }) => numbers))],
    share: parts.reduce((sum, { share }) => sum + share, 0),
  };
}

function rarest(parts: readonly Anchors[]): Anchors {
  return parts.reduce((best, part) => (part.share < best.share ? part : best), ANY_ITEM);
}
