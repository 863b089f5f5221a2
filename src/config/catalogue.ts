/** The four files of the catalogue -> outlets, feeds, storylines and aliases that fit together. */
import { join } from 'node:path';
import type { z } from 'zod';
import { type Feed, standsAt, type Trap } from '../domain/feed.ts';
import { id, type OutletId } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Aliases, Storyline } from '../domain/storyline.ts';
import { type ConfigFile, checked, checkedEach, openFile, type Placed, tell } from './file.ts';
import { didYouMean, type Problems } from './problems.ts';
import { type CheckQuery, tellAliases, tellQueries } from './queries.ts';
import {
  aliasesFileSchema,
  feedSchema,
  feedsFileSchema,
  outletSchema,
  outletsFileSchema,
  storylineSchema,
  storylinesFileSchema,
} from './schemas.ts';

/** What the desk follows and where it reads: data, the same for every guild. */
export interface Catalogue {
  readonly outlets: readonly Outlet[];
  readonly feeds: readonly Feed[];
  /** Addresses that are no feeds although they seem to be. */
  readonly traps: readonly Trap[];
  readonly storylines: readonly Storyline[];
  readonly aliases: Aliases;
  /** What the desk can start with and operators should mend; worded and placed like problems. */
  readonly warnings: Problems;
}

/** A configuration folder and how operators call it. */
export interface Folder {
  readonly path: string;
  readonly name: string;
}

/** What a feed and a storyline are in their files; the desk's own nouns are made of them. */
type WrittenFeed = z.infer<typeof feedSchema>;
type WrittenStoryline = z.infer<typeof storylineSchema>;

/** One of the folder's files; null, with the problem told, when it cannot be read. */
export function openIn(folder: Folder, file: string, problems: Problems): ConfigFile | null {
  return openFile(join(folder.path, file), `${folder.name}/${file}`, problems);
}

/** Reads and cross-checks the catalogue; what is faulty is told and left out. `everyMinutes` is for feeds without one. */
export function readCatalogue(
  folder: Folder,
  everyMinutes: number,
  checkQuery: CheckQuery,
  problems: Problems,
): Catalogue {
  const outlets = readOutlets(folder, problems);
  const feeds = readFeeds(folder, outlets.ids, problems);
  const aliases = readAliases(folder, checkQuery, problems);
  const storylines = readStorylines(folder, aliases, checkQuery, problems);
  return {
    outlets: outlets.known,
    feeds: feeds.known.map((feed) => feedOf(feed, everyMinutes)),
    traps: feeds.traps,
    storylines: storylines.map(storylineOf),
    aliases: aliases ?? {},
    warnings: feeds.warnings,
  };
}

interface Outlets {
  readonly known: readonly Outlet[];
  /** Of all outlets written down, faulty ones too; null when the file could not be read. */
  readonly ids: ReadonlySet<string> | null;
}

function readOutlets(folder: Folder, problems: Problems): Outlets {
  const file = openIn(folder, 'outlets.json', problems);
  const list = file && checked(file, [], outletsFileSchema, problems)?.outlets;
  if (!file || !list) return { known: [], ids: null };
  const outlets = checkedEach(file, 'outlets', list.length, outletSchema, problems);
  tellRepeated(file, outlets, 'id', problems);
  return { known: outlets.map(({ value }) => value), ids: new Set(list.flatMap(writtenId)) };
}

function writtenId(entry: unknown): readonly string[] {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return [];
  return typeof entry.id === 'string' ? [entry.id] : [];
}

interface Feeds {
  readonly known: readonly WrittenFeed[];
  readonly traps: readonly Trap[];
  readonly warnings: Problems;
}

function readFeeds(folder: Folder, outlets: ReadonlySet<string> | null, problems: Problems): Feeds {
  const file = openIn(folder, 'feeds.json', problems);
  const written = file && checked(file, [], feedsFileSchema, problems);
  if (!file || !written) return { known: [], traps: [], warnings: [] };
  const { feeds: list, traps = [] } = written;
  const feeds = checkedEach(file, 'feeds', list.length, feedSchema, problems);
  tellRepeated(file, feeds, 'id', problems);
  tellRepeated(file, feeds, 'url', problems);
  if (outlets) for (const feed of feeds) tellOutlet(file, feed, outlets, problems);
  const warnings: Problems = [];
  for (const feed of feeds) tellTrap(file, feed, traps, warnings);
  return { known: feeds.map(({ value }) => value), traps, warnings };
}

/** A feed that is switched off harms nobody. */
function tellTrap(
  file: ConfigFile,
  { value, path }: Placed<WrittenFeed>,
  traps: readonly Trap[],
  warnings: Problems,
): void {
  const trap = traps.find((each) => standsAt(each, value.url));
  if (trap === undefined || value.enabled === false) return;
  tell(file, [...path, 'url'], `"${value.url}" is a known trap: ${trap.says}`, warnings);
}

function tellOutlet(
  file: ConfigFile,
  { value, path }: Placed<WrittenFeed>,
  outlets: ReadonlySet<string>,
  problems: Problems,
): void {
  if (outlets.has(value.outlet)) return;
  const remedy = didYouMean(value.outlet, outlets, 'add the outlet there');
  tell(file, [...path, 'outlet'], `"${value.outlet}" is not in outlets.json${remedy}`, problems);
}

/** Null when a set is faulty too: its fault is told once, and not again for every query that uses it. */
function readAliases(folder: Folder, checkQuery: CheckQuery, problems: Problems): Aliases | null {
  const file = openIn(folder, 'aliases.json', problems);
  const aliases = file && checked(file, [], aliasesFileSchema, problems)?.aliases;
  if (!file || !aliases) return null;
  const before = problems.length;
  tellAliases(file, aliases, checkQuery, problems);
  return problems.length > before ? null : aliases;
}

function readStorylines(
  folder: Folder,
  aliases: Aliases | null,
  checkQuery: CheckQuery,
  problems: Problems,
): readonly WrittenStoryline[] {
  const file = openIn(folder, 'storylines.json', problems);
  const list = file && checked(file, [], storylinesFileSchema, problems)?.storylines;
  if (!file || !list) return [];
  const storylines = checkedEach(file, 'storylines', list.length, storylineSchema, problems);
  tellRepeated(file, storylines, 'slug', problems);
  if (aliases) for (const storyline of storylines) tellQueries(file, storyline, aliases, checkQuery, problems);
  return storylines.map(({ value }) => value);
}

/** Tells of every entry whose `key` an entry before it has. */
function tellRepeated<Key extends string>(
  file: ConfigFile,
  entries: readonly Placed<Readonly<Record<Key, string>>>[],
  key: Key,
  problems: Problems,
): void {
  const first = new Map<string, number>();
  for (const { value, path } of entries) {
    const line = file.lineOf(path);
    const before = first.get(value[key]);
    if (before === undefined) first.set(value[key], line);
    else tell(file, [...path, key], `"${value[key]}" is used on line ${before} already; give each its own`, problems);
  }
}

function feedOf({ id: feed, url, outlet, everyMinutes, enabled }: WrittenFeed, otherwise: number): Feed {
  return {
    id: feed,
    url,
    outlet: id<OutletId>(outlet),
    guild: null,
    everyMinutes: everyMinutes ?? otherwise,
    enabled: enabled ?? true,
  };
}

/** A storyline of the catalogue: it belongs to no guild. */
export function storylineOf({ slug, title, summary, query, profile, deadline }: WrittenStoryline): Storyline {
  return { slug, title, summary, guild: null, query, profile: profile ?? null, deadline: deadline ?? null };
}
