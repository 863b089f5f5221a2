/** Golden twins: every document of `test/fixtures/feeds` beside what must be read in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/feeds/document.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/feeds');
const TWIN = '.twin.json';

const entryShape = z
  .strictObject({
    guid: z.string().nullable(),
    title: z.string(),
    link: z.string().nullable(),
    published: z.string().nullable(),
    updated: z.string().nullable(),
    summary: z.string(),
    content: z.string(),
  })
  .partial();

const twinShape = z.strictObject({
  about: z.string(),
  /** As the server declares it. */
  charset: z.string().nullable(),
  /** Where it was read. */
  url: z.string().nullable(),
  items: z.number(),
  entries: z.array(entryShape),
});

interface Case {
  readonly about: string;
  readonly bytes: Uint8Array;
  readonly twin: z.infer<typeof twinShape>;
}

function casesOf(group: string): readonly Case[] {
  const folder = join(FOLDER, group);
  const names = readdirSync(folder);
  return names.filter((name) => name.endsWith(TWIN)).map((name) => caseOf(folder, names, name));
}

function caseOf(folder: string, names: readonly string[], twinName: string): Case {
  const stem = twinName.slice(0, -TWIN.length);
  const documents = names.filter((name) => name !== twinName && name.slice(0, name.lastIndexOf('.')) === stem);
  const [document] = documents;
  if (document === undefined || documents.length > 1)
    throw new Error(`${twinName} stands beside no document or several`);
  const twin = twinShape.parse(JSON.parse(readFileSync(join(folder, twinName), 'utf8')));
  return { about: twin.about, bytes: readFileSync(join(folder, document)), twin };
}

function fieldsOf(group: string): number {
  return casesOf(group).reduce((sum, { twin }) => sum + twin.entries.flatMap(Object.keys).length, 0);
}

describe.each(['wellformed', 'illformed', 'encodings', 'trap'])('Golden twins, %s', (group) => {
  it.each(casesOf(group))('$about', async ({ bytes, twin }) => {
    const { document } = await readDocument(bytes, twin.charset, twin.url);
    if (document.kind === 'not_a_feed') throw new Error(document.reason);
    expect(document.entries).toHaveLength(twin.items);
    expect(document.entries.slice(0, twin.entries.length)).toMatchObject(twin.entries);
  });
});

it('The fixtures hold as much as is claimed of them', () => {
  expect(fieldsOf('wellformed')).toBeGreaterThanOrEqual(125);
  expect(casesOf('illformed')).toHaveLength(13);
  expect(casesOf('encodings')).toHaveLength(29);
});
