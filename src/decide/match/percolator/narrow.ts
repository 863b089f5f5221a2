/** A query without the terms that an item does not hold: what is left is judged alike, and far sooner. */
import type { CompiledQuery } from '../compile.ts';
import type { Pattern } from '../pattern.ts';
import { type Query, type Term, withoutOf } from '../query.ts';
import type { Reader } from './reader.ts';

/** `query` for judging the item that was read last; it must have been planned in the clues of the reader. */
export function narrowed(query: CompiledQuery, reader: Reader): CompiledQuery {
  const groups = query.groups.map(({ written, query: group }) => ({ written, query: narrow(group, reader) }));
  const without = present(withoutOf(query.query), reader);
  const all: Query = { kind: 'all', of: groups.map((group) => group.query), without };
  return { written: query.written, stops: query.stops, groups, query: all };
}

function narrow(query: Query, reader: Reader): Query {
  switch (query.kind) {
    case 'term':
      return narrowTerm(query, reader);
    case 'any':
      return { kind: 'any', of: present(query.of, reader) };
    case 'all':
      return { kind: 'all', of: query.of.map((part) => narrow(part, reader)), without: present(query.without, reader) };
    case 'enough':
      return { ...query, of: query.of.map((part) => ({ ...part, query: narrow(part.query, reader) })) };
    default:
      return query;
  }
}

/** The parts that could be found; most are terms that are not, and are left without a look. */
function present(parts: readonly Query[], reader: Reader): readonly Query[] {
  const found: Query[] = [];
  for (const part of parts) if (part.kind !== 'term' || isGiven(part, reader)) found.push(narrow(part, reader));
  return found;
}

/** Terms that only raise a score are in no plan, and may be found. */
function isGiven(term: Term, reader: Reader): boolean {
  const clue = reader.clues.knownTerm(term);
  return clue === null || reader.gives(clue);
}

/** Of a set, the names that could be found: of several words any, of one word those that are there. */
function narrowTerm(term: Term, reader: Reader): Term {
  if (term.patterns.length === 1 || term.field !== null || reader.clues.knownTerm(term) === null) return term;
  return { ...term, patterns: term.patterns.filter((pattern) => mayStand(pattern, reader)) };
}

function mayStand(pattern: Pattern, reader: Reader): boolean {
  const clue = reader.clues.ofSingle(pattern);
  return clue === null || reader.gives(clue);
}
