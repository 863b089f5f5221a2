/**
 * What a query means, as a tree. NOT lives only beside something positive (`without`), so every query can be found
 * by words it needs, and no text matches by what it lacks alone.
 */
import type { Day } from '../../domain/time.ts';
import type { Language } from './language.ts';
import type { Pattern } from './pattern.ts';

/** The one field a part of a query is bound to; null for title and lede alike. */
export type BoundTo = 'title' | 'lede' | null;

/** A word, a phrase or an alias set; found when one of its patterns is. */
export interface Term {
  readonly kind: 'term';
  /** Canonical: `tariff*`, `"secondary tariff*"`, `=US`, `@kyiv`, without the field it is bound to. */
  readonly written: string;
  /** The alias set, without `@`; null for a term written out. */
  readonly alias: string | null;
  /** From 1 on; terms of one number look for the same, in whatever field. */
  readonly number: number;
  readonly patterns: readonly Pattern[];
  readonly field: BoundTo;
}

/** All of the terms in one field, in any order, with at most `within` other words between the outer two. */
export interface Near {
  readonly kind: 'near';
  readonly of: readonly Term[];
  readonly within: number;
  readonly field: BoundTo;
}

/** What is known of an item beside its words; days are those of UTC, and both ends of a span belong to it. */
export type Facet =
  | { readonly kind: 'facet'; readonly facet: 'lang'; readonly value: Language }
  | { readonly kind: 'facet'; readonly facet: 'source'; readonly value: string }
  | { readonly kind: 'facet'; readonly facet: 'since' | 'until'; readonly value: Day };

/** All of `of`, at least one, and none of `without`. */
export interface All {
  readonly kind: 'all';
  readonly of: readonly Query[];
  readonly without: readonly Query[];
}

/** One of `of`, at least two. */
export interface Any {
  readonly kind: 'any';
  readonly of: readonly Query[];
}

export interface Weighted {
  readonly query: Query;
  readonly weight: number;
}

/**
 * Found when the weights of what is found reach `least`. `n-of` counts; `boosts` are the `~groups^w` of a query with
 * its threshold, 0 when they only raise the score.
 */
export interface Enough {
  readonly kind: 'enough';
  readonly form: 'n-of' | 'boosts';
  readonly of: readonly Weighted[];
  readonly least: number;
}

export type Query = Term | Near | Facet | All | Any | Enough;

/** What is wrong with a query, for the person who wrote it; `at` is the character offset to point at. */
export interface QueryError {
  readonly message: string;
  readonly at: number;
  readonly remedy: string;
}

/** AND: flat, since `(a AND b) AND c` needs the same three groups as `a AND b AND c`. */
export function all(of: readonly Query[], without: readonly Query[]): Query {
  if (!of.some((part) => part.kind === 'all')) return flatAll(of, without);
  const parts = of.map((part) => (part.kind === 'all' ? part : { of: [part], without: [] }));
  const needed = parts.flatMap((part) => part.of);
  return flatAll(needed, [...parts.flatMap((part) => part.without), ...without]);
}

function flatAll(of: readonly Query[], without: readonly Query[]): Query {
  const [only] = of;
  return only && of.length === 1 && without.length === 0 ? only : { kind: 'all', of, without };
}

/** OR, flat. */
export function any(of: readonly Query[]): Query {
  const choices = of.some((part) => part.kind === 'any')
    ? of.flatMap((part) => (part.kind === 'any' ? part.of : [part]))
    : [...of];
  const [only] = choices;
  return only && choices.length === 1 ? only : { kind: 'any', of: choices };
}

/** The groups that must all be found. */
export function groupsOf(query: Query): readonly Query[] {
  return query.kind === 'all' ? query.of : [query];
}

/** What stops the whole query. */
export function withoutOf(query: Query): readonly Query[] {
  return query.kind === 'all' ? query.without : [];
}

/** What a query consists of, one step down; what stands behind NOT is left out. */
export function partsOf(query: Query): readonly Query[] {
  if (query.kind === 'term' || query.kind === 'facet') return [];
  return query.kind === 'enough' ? query.of.map((part) => part.query) : query.of;
}

/** Terms whose presence counts for the query; what stands behind NOT is left out. */
export function positiveTerms(query: Query): readonly Term[] {
  return query.kind === 'term' ? [query] : partsOf(query).flatMap(positiveTerms);
}
