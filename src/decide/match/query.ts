/**
 * What a query means, as a tree. NOT lives only beside something positive (`without`), so every query can be found
 * by words it needs, and no text matches by what it lacks alone.
 */
import type { Pattern } from './pattern.ts';

/** A word, a phrase or an alias set; found when one of its patterns is. */
export interface Term {
  readonly kind: 'term';
  /** Canonical: `tariff*`, `"secondary tariff*"`, `@kyiv`. */
  readonly written: string;
  /** The alias set, without `@`; null for a term written out. */
  readonly alias: string | null;
  readonly patterns: readonly Pattern[];
}

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

export type Query = Term | All | Any;

/** What is wrong with a query, for the person who wrote it; `at` is the character offset to point at. */
export interface QueryError {
  readonly message: string;
  readonly at: number;
  readonly remedy: string;
}

/** AND: flat, since `(a AND b) AND c` needs the same three groups as `a AND b AND c`. */
export function all(of: readonly Query[], without: readonly Query[]): Query {
  const parts = of.map((part) => (part.kind === 'all' ? part : { of: [part], without: [] }));
  const needed = parts.flatMap((part) => part.of);
  const unwanted = [...parts.flatMap((part) => part.without), ...without];
  const [only] = needed;
  if (only && needed.length === 1 && unwanted.length === 0) return only;
  return { kind: 'all', of: needed, without: unwanted };
}

/** OR, flat. */
export function any(of: readonly Query[]): Query {
  const choices = of.flatMap((part) => (part.kind === 'any' ? part.of : [part]));
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

/** Terms whose presence counts for the query; what stands behind NOT is left out. */
export function positiveTerms(query: Query): readonly Term[] {
  return query.kind === 'term' ? [query] : query.of.flatMap(positiveTerms);
}

/** The query in canonical form; parsing it gives the same tree. */
export function format(query: Query): string {
  if (query.kind === 'term') return query.written;
  if (query.kind === 'any') return query.of.map(operand).join(' OR ');
  const unwanted = query.without.map((part) => ` NOT ${operand(part)}`);
  return query.of.map(operand).join(' AND ') + unwanted.join('');
}

function operand(query: Query): string {
  return query.kind === 'term' ? query.written : `(${format(query)})`;
}
