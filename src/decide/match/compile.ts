/** Query text -> what is judged by. */
import type { Aliases } from '../../domain/storyline.ts';
import { format } from './format.ts';
import type { Names } from './names.ts';
import { parseQuery } from './parse.ts';
import { groupsOf, type Query, type QueryError, withoutOf } from './query.ts';

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
 * Compiles a query; `parse.ts` has its grammar. A mistake is a value that says what, at which character and what to
 * do. Without `sources` any outlet may be named.
 */
export function compileQuery(text: string, aliases: Aliases, sources: Names['sources'] = null): Compiled {
  const parsed = parseQuery(text, aliases, sources);
  if (parsed.kind === 'error') return parsed;
  return { kind: 'compiled', query: compiledOf(parsed.query) };
}

/** A tree ready for judging. */
export function compiledOf(query: Query): CompiledQuery {
  return new LazilyWritten(query);
}

/** Of thousands of queries hardly one is ever shown, so that texts are made when they are wanted. */
class LazilyWritten implements CompiledQuery {
  readonly query: Query;
  #written: string | null = null;
  #groups: readonly Group[] | null = null;
  #stops: readonly string[] | null = null;

  constructor(query: Query) {
    this.query = query;
  }

  get written(): string {
    this.#written ??= format(this.query);
    return this.#written;
  }

  get groups(): readonly Group[] {
    this.#groups ??= groupsOf(this.query).map((group) => ({ written: format(group), query: group }));
    return this.#groups;
  }

  get stops(): readonly string[] {
    this.#stops ??= withoutOf(this.query).flatMap(alternatives).map(format);
    return this.#stops;
  }
}

function alternatives(query: Query): readonly Query[] {
  return query.kind === 'any' ? query.of : [query];
}
