/** What can be said of the queries in a file without knowing their grammar. */
import type { Aliases, DeadlineTrack } from '../domain/storyline.ts';
import { type ConfigFile, type Placed, tell } from './file.ts';
import type { Path } from './json.ts';
import { didYouMean, type Problems } from './problems.ts';
import { ALIAS_NAME } from './schemas.ts';

/** What is wrong with a query, in words; null when nothing is. Whoever owns the query language provides it. */
export type CheckQuery = (query: string, aliases: Aliases) => string | null;

/** The parts of a storyline that are written in the query language. */
interface Queried {
  readonly query: string;
  readonly deadline?: DeadlineTrack | null | undefined;
}

interface QueryAt {
  readonly query: string;
  readonly path: Path;
}

function queriesOf({ value, path }: Placed<Queried>): readonly QueryAt[] {
  const own = { query: value.query, path: [...path, 'query'] };
  if (!value.deadline) return [own];
  const { issuer, target } = value.deadline;
  const issuerAt = { query: issuer.query, path: [...path, 'deadline', 'issuer', 'query'] };
  return [own, issuerAt, { query: target.query, path: [...path, 'deadline', 'target', 'query'] }];
}

/** Tells of every `@name` that no alias set has, and of what `checkQuery` finds in the queries whose names are known. */
export function tellQueries(
  file: ConfigFile,
  storyline: Placed<Queried>,
  aliases: Aliases,
  checkQuery: CheckQuery,
  problems: Problems,
): void {
  for (const { query, path } of queriesOf(storyline)) {
    const unknown = unknownAliases(query, aliases);
    const faults = unknown.length > 0 ? unknown : [checkQuery(query, aliases)];
    for (const fault of faults) if (fault !== null) tell(file, path, fault, problems);
  }
}

function unknownAliases(query: string, aliases: Aliases): readonly string[] {
  const used = new Set([...query.matchAll(/@([\p{L}\p{N}_-]+)/gu)].map(([, name = '']) => name));
  const unknown = [...used].filter((name) => !Object.hasOwn(aliases, name));
  const names = Object.keys(aliases);
  return unknown.map(
    (name) =>
      `"@${name}" is no set of aliases${didYouMean(name, names, 'add it to the aliases or write the names out')}`,
  );
}

/** Tells of alias sets that no query could use: by their name, or by what `checkQuery` finds in them. */
export function tellAliases(file: ConfigFile, aliases: Aliases, checkQuery: CheckQuery, problems: Problems): void {
  for (const name of Object.keys(aliases)) {
    const fault = ALIAS_NAME.test(name) ? checkQuery(`@${name}`, aliases) : UNUSABLE_NAME;
    if (fault !== null) tell(file, ['aliases', name], fault, problems);
  }
}

const UNUSABLE_NAME = 'is no name for a set; use lower-case letters, digits and _';
