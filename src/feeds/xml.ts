/** Tidied XML through rss-parser to a raw feed. */
import Parser from 'rss-parser';
import { z } from 'zod';
import { type FieldName, TIDY_NAMES } from './names.ts';
import type { RawEntry, RawFeed } from './raw.ts';

const texts = z.array(z.string()).optional();

const entryShape = z.object({
  title: texts,
  'dc:title': texts,
  guid: texts,
  id: texts,
  about: texts,
  link: texts,
  permalink: texts,
  summary: texts,
  content: texts,
  published: texts,
  updated: texts,
} satisfies Partial<Record<FieldName, typeof texts>>);

const feedShape = z.object({
  [TIDY_NAMES.title]: z.string().optional(),
  [TIDY_NAMES.ttl]: z.coerce.number().positive().nullable().catch(null),
  items: z.array(entryShape),
});

type ReadEntry = z.infer<typeof entryShape>;

/** Every occurrence of an element is kept, in its order. */
const ENTRY_FIELDS = entryShape.keyof().options.map((field): Kept => [TIDY_NAMES[field], field, { keepArray: true }]);
type Kept = [name: string, field: string, options: { keepArray: true }];

/** Rejects with rss-parser's own error when it cannot read `xml`. */
export async function readXml(xml: string): Promise<RawFeed> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    customFields: { feed: [TIDY_NAMES.title, TIDY_NAMES.ttl], item: ENTRY_FIELDS },
  });
  const {
    items,
    [TIDY_NAMES.title]: title = '',
    [TIDY_NAMES.ttl]: ttl,
  } = feedShape.parse(await parser.parseString(xml));
  return { title, ttl, entries: items.map(rawEntryOf), problems: [] };
}

/** An entry with two summaries and no content has its content under a wrong name. */
function rawEntryOf(entry: ReadEntry): RawEntry {
  const [summary = '', ...more] = entry.summary ?? [];
  return {
    guid: firstOf(entry.guid, entry.id, entry.about),
    title: firstOf(entry.title, entry['dc:title']) ?? '',
    link: firstOf(entry.link, entry.permalink),
    summary,
    content: firstOf(entry.content) ?? more.find((text) => text !== summary) ?? '',
    published: entry.published ?? [],
    updated: entry.updated ?? [],
  };
}

function firstOf(...kinds: readonly (readonly string[] | undefined)[]): string | null {
  return kinds.find((texts) => texts !== undefined)?.[0] ?? null;
}
