/** Tidied XML through rss-parser to a raw feed. */
import Parser from 'rss-parser';
import { z } from 'zod';
import type { RawEntry, RawFeed } from './raw.ts';

const text = z.string().optional();
const texts = z.array(z.string()).optional();

const entryShape = z.object({
  guid: text,
  id: text,
  title: text,
  links: texts,
  permalinks: texts,
  abouts: texts,
  summaries: texts,
  contents: texts,
  published: texts,
  updated: texts,
});

const feedShape = z.object({
  title: text,
  ttl: z.coerce.number().positive().nullable().catch(null),
  items: z.array(entryShape),
});

type ReadEntry = z.infer<typeof entryShape>;

/** Every occurrence of an element is kept: rss-parser would take the first, even an empty one. */
const KEPT: readonly (readonly [element: string, as: keyof ReadEntry])[] = [
  ['url', 'links'],
  ['permalink', 'permalinks'],
  ['about', 'abouts'],
  ['lede', 'summaries'],
  ['body', 'contents'],
  ['issued', 'published'],
  ['edited', 'updated'],
];

/** Rejects with rss-parser's own error when it cannot read `xml`. */
export async function readXml(xml: string): Promise<RawFeed> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2.0,
    customFields: { item: KEPT.map(([element, as]) => [element, as, { keepArray: true }]) },
  });
  const feed = feedShape.parse(await parser.parseString(xml));
  return { title: feed.title ?? '', ttl: feed.ttl, entries: feed.items.map(rawEntryOf), problems: [] };
}

/** An entry with two summaries and no content has its content under a wrong name. */
function rawEntryOf(entry: ReadEntry): RawEntry {
  const [summary = '', ...more] = entry.summaries ?? [];
  return {
    guid: entry.guid ?? entry.id ?? entry.abouts?.[0] ?? null,
    title: entry.title ?? '',
    link: entry.links?.[0] ?? entry.permalinks?.[0] ?? null,
    summary,
    content: entry.contents?.[0] ?? more.find((text) => text !== summary) ?? '',
    published: entry.published ?? [],
    updated: entry.updated ?? [],
  };
}
