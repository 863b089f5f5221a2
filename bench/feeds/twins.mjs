/** Golden twins: a document `<group>/<name>.<ext>` and, in `<name>.twin.json`, what is right about it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TWINS_FOLDER = fileURLToPath(new URL('../../test/fixtures/feeds', import.meta.url));
export const GROUPS = ['wellformed', 'illformed', 'encodings', 'trap'];

const TWIN = '.twin.json';
const DATES = new Set(['published', 'updated']);

/** Every file below `folder`, sorted. */
export function filesBelow(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => join(entry.parentPath, entry.name)).sort();
}

function twinIn(folder, group, names, twinName) {
  const stem = twinName.slice(0, -TWIN.length);
  const name = names.find((each) => each !== twinName && each.replace(/\.[^.]+$/, '') === stem);
  if (name === undefined) throw new Error(`${join(group, twinName)} has no document beside it`);
  const twin = JSON.parse(readFileSync(join(folder, group, twinName), 'utf8'));
  const bytes = readFileSync(join(folder, group, name));
  return { charset: null, url: null, entries: [], ...twin, bytes, group, name: `${group}/${name}` };
}

function twinsOf(folder, group) {
  if (!existsSync(join(folder, group))) return [];
  const names = readdirSync(join(folder, group)).sort();
  return names.filter((name) => name.endsWith(TWIN)).map((name) => twinIn(folder, group, names, name));
}

/** All twins of a folder as `{ name, group, bytes, charset, url, items, entries }`; none when it is not there. */
export function readTwins(folder) {
  return GROUPS.flatMap((group) => twinsOf(folder, group));
}

function comparable(field, value) {
  if (DATES.has(field)) return Number.isNaN(Date.parse(value)) ? null : Date.parse(value);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : (value ?? null);
}

function judgedEntry(expected, entry, index) {
  return Object.entries(expected).map(([field, value]) => ({
    field: `entry ${index + 1} ${field}`,
    holds: entry !== undefined && comparable(field, entry[field]) === comparable(field, value),
  }));
}

/** Each asserted field of a twin against the entries a reader found: `{ field, holds }`; layout does not count. */
export function judged(twin, entries) {
  return twin.entries.flatMap((expected, index) => judgedEntry(expected, entries[index], index));
}
