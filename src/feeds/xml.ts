/** Tidied XML through rss-parser to a raw feed. */
import Parser from 'rss-parser';
import { z } from 'zod';
import { type FieldName, TIDY_NAMES } from './names.ts';
import type { RawEntry, RawFeed } from './raw.ts';
import type { Tidied } from './tidy.ts';

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
  [TIDY_NAMES.ttl]: z.string().optional(),
  items: z.array(entryShape),
});

type ReadEntry = z.infer<typeof entryShape>;

/** Every occurrence of an element is kept, in its order. */
const ENTRY_FIELDS = entryShape.keyof().options.map((field): Kept => [TIDY_NAMES[field], field, { keepArray: true }]);
type Kept = [name: string, field: string, options: { keepArray: true }];

/** Minutes, where the text is a number of them. */
const minutes = z.coerce.number().positive().nullable().catch(null);

/** Rejects with rss-parser's own error when it cannot read `xml`. */
export async function readXml({ xml, texts }: Pick<Tidied, 'xml' | 'texts'>): Promise<RawFeed> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    customFields: { feed: [TIDY_NAMES.title, TIDY_NAMES.ttl], item: ENTRY_FIELDS },
  });
  const {
    items,
    [TIDY_NAMES.title]: title = '',
    [TIDY_NAMES.ttl]: ttl,
  } = feedShape.parse(await parser.parseString(xml));
  const textOf = (number: string) => texts[Number(number)] ?? '';
  return {
    title: title === '' ? '' : textOf(title),
    ttl: ttl === undefined ? null : minutes.parse(textOf(ttl)),
    entries: items.map((item) => rawEntryOf(item, textOf)),
    problems: [],
  };
}

/** The text a number stands for. */
type TextOf = (number: string) => string;

/** An entry with two summaries and no content has its content under a wrong name. */
function rawEntryOf(entry: ReadEntry, textOf: TextOf): RawEntry {
  const [summary = '', ...more] = (entry.summary ?? []).map(textOf);
  const first = (...kinds: readonly (readonly string[] | undefined)[]) => firstOf(kinds, textOf);
  return {
    guid: first(entry.guid, entry.id, entry.about),
    title: first(entry.title, entry['dc:title']) ?? '',
    link: first(entry.link, entry.permalink),
    summary,
    content: first(entry.content) ?? more.find((text) => text !== summary) ?? '',
    published: (entry.published ?? []).map(textOf),
    updated: (entry.updated ?? []).map(textOf),
  };
}

function firstOf(kinds: readonly (readonly string[] | undefined)[], textOf: TextOf): string | null {
  const number = kinds.find((numbers) => numbers !== undefined)?.[0];
  return number === undefined ? null : textOf(number);
}
