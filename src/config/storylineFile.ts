/** A storyline in a file of its own, in the catalogue's format: for trying one that is not shipped. */
import type { Aliases, Storyline } from '../domain/storyline.ts';
import { storylineOf } from './catalogue.ts';
import { type ConfigFile, checked, fileOf } from './file.ts';
import type { Path } from './json.ts';
import { ConfigurationError, type Problems } from './problems.ts';
import { type CheckQuery, tellAliases, tellQueries } from './queries.ts';
import { storylineFileSchema, storylineSchema } from './schemas.ts';

/** The storyline and every alias its queries may use: the catalogue's, and the file's own over them. */
export interface StorylineFile {
  readonly storyline: Storyline;
  readonly aliases: Aliases;
}

const acceptsAll: CheckQuery = () => null;

/**
 * Reads `text` as one storyline, bare or as `{ "storyline": {…}, "aliases": {…} }`. `name` is the file as the
 * operator called it. Throws ConfigurationError with every problem found.
 */
export function parseStorylineFile(
  text: string,
  name: string,
  aliases: Aliases,
  checkQuery: CheckQuery = acceptsAll,
): StorylineFile {
  const problems: Problems = [];
  const file = fileOf(text, name, problems);
  const read = file && readStoryline(file, aliases, checkQuery, problems);
  if (!read || problems.length > 0) throw new ConfigurationError(problems);
  return read;
}

function readStoryline(
  file: ConfigFile,
  shipped: Aliases,
  checkQuery: CheckQuery,
  problems: Problems,
): StorylineFile | null {
  const path: Path = isWrapped(file.value) ? ['storyline'] : [];
  const own = isWrapped(file.value) ? checked(file, [], storylineFileSchema, problems)?.aliases : {};
  const value = checked(file, path, storylineSchema, problems);
  const aliases = { ...shipped, ...own };
  tellAliases(file, own ?? {}, checkQuery, problems);
  if (value === null || problems.length > 0) return null;
  tellQueries(file, { value, path }, aliases, checkQuery, problems);
  return { storyline: storylineOf(value), aliases };
}

function isWrapped(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'storyline' in value;
}
