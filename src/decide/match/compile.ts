/** Query text -> what is judged by. */
import type { Aliases } from '../../domain/storyline.ts';
import { parseQuery } from './parse.ts';
import { format, groupsOf, type Query, type QueryError, withoutOf } from './query.ts';

/** A part of a query that must be found, or must not; `written` is its canonical text. */
export interface Group {
  readonly written: string;
  readonly query: Query;
}

/** A query ready for judging; immutable, to be compiled once and used for every item. */
export interface CompiledQuery {
  /** Canonical text. */
  readonly written: string;
  readonly query: Query;
  /** All of them must be found. */
  readonly groups: readonly Group[];
  /** NOT-terms that stop a match, as written. */
  readonly stops: readonly string[];
}

export type Compiled =
  | { readonly kind: 'compiled'; readonly query: CompiledQuery }
  | { readonly kind: 'error'; readonly error: QueryError };

/**
 * Compiles a query: AND, OR, NOT, brackets, "phrases", prefix*, words and @alias sets. A mistake is a value that
 * says what, at which character and what to do.
 */
export function compileQuery(text: string, aliases: Aliases): Compiled {
  const parsed = parseQuery(text, aliases);
  if (parsed.kind === 'error') return parsed;
  const { query } = parsed;
  const groups = groupsOf(query).map((group) => ({ written: format(group), query: group }));
  const stops = withoutOf(query).flatMap(alternatives).map(format);
  return { kind: 'compiled', query: { written: format(query), query, groups, stops } };
}

function alternatives(query: Query): readonly Query[] {
  return query.kind === 'any' ? query.of : [query];
}
