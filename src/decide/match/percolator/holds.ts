/** What no list of clues can say: parts within parts, so many of several, and what stands near what. */
import { areNear } from '../find.ts';
import { hasFacet } from '../satisfies.ts';
import type { AllClauses, Clause, Deeper } from './clause.ts';
import type { Reader } from './reader.ts';

const FIELDS = ['title', 'lede'] as const;

/** Whether the item that was read last holds all of it. */
export function holdsAll({ of, without }: AllClauses, reader: Reader): boolean {
  for (const clause of of) if (!holds(clause, reader)) return false;
  for (const clause of without) if (holds(clause, reader)) return false;
  return true;
}

function holds({ clues, deeper }: Clause, reader: Reader): boolean {
  for (const clue of clues) if (reader.gives(clue)) return true;
  for (const part of deeper) if (holdsPart(part, reader)) return true;
  return false;
}

function holdsPart(part: Deeper, reader: Reader): boolean {
  if (part.kind === 'all') return holdsAll(part, reader);
  if (part.kind === 'facet') return hasFacet(part.facet, reader);
  if (part.kind === 'near') {
    return part.of.every((clause) => holds(clause, reader)) && standNear(part.terms, part.near.within, reader);
  }
  return part.of.reduce((sum, { clause, weight }) => sum + (holds(clause, reader) ? weight : 0), 0) >= part.least;
}

function standNear(terms: readonly number[], within: number, reader: Reader): boolean {
  const places = terms.map((clue) => reader.placesOf(clue));
  return FIELDS.some((field) =>
    areNear(
      places.map((each) => each[field]),
      within,
    ),
  );
}
