/** JSON Feed 1.0 and 1.1 (jsonfeed.org), which rss-parser does not read. */
import { z } from 'zod';
import { absoluteUrl } from './links.ts';
import { ENTRY_LIMIT, type RawEntry, type RawFeed } from './raw.ts';
import { oneLine, plainText } from './text.ts';

/** JSON can hold halves of characters, which no database gives back as they went in. */
const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function whole(value: string | number): string {
  return String(value).replace(HALVES, '\uFFFD');
}

const text = z.string().transform(whole).catch('');
const texts = z.union([z.string(), z.number()]).transform(whole).catch('');

const entryShape = z.object({
  id: texts,
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
});

const feedShape = z.object({
  version: z.string().includes('jsonfeed.org'),
  title: text,
  items: z.array(z.unknown()),
});

/** The feed as read; null when the text is JSON of another kind or none. */
export function readJsonFeed(source: string, documentUrl: string | null): RawFeed | null {
  const feed = feedShape.safeParse(jsonOf(source));
  if (!feed.success) return null;
  const problems: string[] = [];
  const { items } = feed.data;
  if (items.length > ENTRY_LIMIT) problems.push(`more than ${ENTRY_LIMIT} entries: the later ones were left out`);
  const entries = items.slice(0, ENTRY_LIMIT).map((item, index) => rawEntryOf(item, index + 1, documentUrl, problems));
  return {
    title: oneLine(feed.data.title),
    ttl: null,
    entries: entries.filter((entry) => entry !== null),
    problems,
  };
}

/** Ten lists and objects an entry are more than any feed has; millions of empty ones cost a hundred bytes each. */
const BRACKET_LIMIT = 10 * ENTRY_LIMIT;

function isOvergrown(source: string): boolean {
  return ['[', '{'].some((bracket) => {
    let at = source.indexOf(bracket);
    for (let count = 0; at >= 0 && count < BRACKET_LIMIT; count++) at = source.indexOf(bracket, at + 1);
    return at >= 0;
  });
}

function jsonOf(source: string): unknown {
  if (isOvergrown(source)) return null;
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function rawEntryOf(item: unknown, number: number, documentUrl: string | null, problems: string[]): RawEntry | null {
  const parsed = entryShape.safeParse(item);
  if (!parsed.success) problems.push(`entry ${number}: is no object, left out`);
  if (!parsed.success) return null;
  const entry = parsed.data;
  const reference = entry.url === '' ? entry.external_url : entry.url;
  const link = reference === '' ? absoluteUrl(entry.id, null) : absoluteUrl(reference, documentUrl);
  if (reference !== '' && link === null) problems.push(`entry ${number}: link is no web address, left out`);
  return {
    guid: entry.id === '' ? null : entry.id,
    title: oneLine(entry.title),
    link,
    summary: oneLine(entry.summary),
    content: entry.content_html === '' ? oneLine(entry.content_text) : plainText(entry.content_html),
    published: [entry.date_published].filter(isFilled),
    updated: [entry.date_modified].filter(isFilled),
  };
}

function isFilled(value: string): boolean {
  return value !== '';
}
