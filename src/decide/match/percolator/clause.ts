/** A query -> clauses over clues, and the clues of which an item must give one to be worth a look. */
import type { Enough, Facet, Near, Query, Term } from '../query.ts';
import { ALWAYS, type Clues } from './clues.ts';

/** Holds where one of the clues is given, or one of the deeper parts holds. */
export interface Clause {
  readonly clues: readonly number[];
  readonly deeper: readonly Deeper[];
  /** An item that gives none of them does not hold it. */
  readonly anchors: readonly number[];
  /** The share of items that give an anchor, as estimated. */
  readonly share: number;
}

/** Every clause of `of`, none of `without`. */
export interface AllClauses {
  readonly kind: 'all';
  readonly of: readonly Clause[];
  readonly without: readonly Clause[];
}

/**
 * What is no mere choice of terms. A NEAR needs all of its terms, and the distance of these clues looked at where they
 * are there. A facet leads to no query: it is shared by too many items, and nobody asks for it alone.
 */
export type Deeper =
  | AllClauses
  | { readonly kind: 'facet'; readonly of: readonly []; readonly facet: Facet }
  | { readonly kind: 'near'; readonly of: readonly Clause[]; readonly near: Near; readonly terms: readonly number[] }
  | { readonly kind: 'enough'; readonly of: readonly WeightedClause[]; readonly least: number };

interface WeightedClause {
  readonly clause: Clause;
  readonly weight: number;
}

/** The clause of a query. */
export function clauseOf(query: Query, clues: Clues): Clause {
  switch (query.kind) {
    case 'term':
      return choice([query], clues);
    case 'facet':
      return deep({ kind: 'facet', of: [], facet: query });
    case 'any':
      return query.of.every(isTerm) ? choice(query.of, clues) : together(query.of.map((part) => clauseOf(part, clues)));
    case 'all':
      return deep(allOf(query.of, query.without, clues));
    case 'near':
      return deep({
        kind: 'near',
        of: rarestFirst(query.of, clues),
        near: query,
        terms: query.of.map((term) => clues.ofTerm(term)),
      });
    case 'enough':
      return enough(query, clues);
  }
}

/** The clauses of what must all be found, rarest first, and of what must not. */
export function allOf(of: readonly Query[], without: readonly Query[], clues: Clues): AllClauses {
  return { kind: 'all', of: rarestFirst(of, clues), without: without.map((part) => clauseOf(part, clues)) };
}

function rarestFirst(parts: readonly Query[], clues: Clues): readonly Clause[] {
  return parts.map((part) => clauseOf(part, clues)).sort((a, b) => a.share - b.share);
}

function isTerm(query: Query): query is Term {
  return query.kind === 'term';
}

/** Nearly every group of a query is a choice of terms. */
function choice(terms: readonly Term[], clues: Clues): Clause {
  const list: number[] = [];
  let share = 0;
  for (const term of terms) {
    const clue = clues.ofTerm(term);
    if (!list.includes(clue)) list.push(clue);
    share += clues.shareOf(clue);
  }
  return { clues: list, deeper: [], anchors: list, share };
}

/** What every item holds. */
const ANYTHING: Clause = {
  clues: [ALWAYS],
  deeper: [],
  anchors: [ALWAYS],
  share: Number.POSITIVE_INFINITY,
};

function together(clauses: readonly Clause[]): Clause {
  const clues: number[] = [];
  const deeper: Deeper[] = [];
  let share = 0;
  for (const clause of clauses) {
    for (const clue of clause.clues) if (!clues.includes(clue)) clues.push(clue);
    for (const part of clause.deeper) deeper.push(part);
    share += clause.share;
  }
  const anchors = deeper.length === 0 ? clues : [...new Set(clauses.flatMap((clause) => clause.anchors))];
  return { clues, deeper, anchors, share };
}

function deep(part: Deeper & { readonly of: readonly Clause[] }): Clause {
  const { anchors, share } = part.of[0] ?? ANYTHING;
  return { clues: [], deeper: [part], anchors, share };
}

/** Without the rarest of these the others together never reach the least. */
function enough({ of, least }: Enough, clues: Clues): Clause {
  if (least <= 0) return ANYTHING;
  const weighted = of.map(({ query, weight }) => ({ clause: clauseOf(query, clues), weight }));
  const commonestFirst = [...weighted].sort((a, b) => b.clause.share - a.clause.share);
  let reach = 0;
  const needed = commonestFirst.filter(({ weight }) => {
    const isSpare = reach + weight < least;
    if (isSpare) reach += weight;
    return !isSpare;
  });
  const { anchors, share } = together(needed.map(({ clause }) => clause));
  return { clues: [], deeper: [{ kind: 'enough', of: weighted, least }], anchors, share };
}
