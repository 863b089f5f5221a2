/**
 * Feed readers side by side. `parse(text, url)` is what a reader does by itself; `entriesOf` maps what it gave to the
 * entries of ours, in its favour where it leaves room: one date stands for both, one text for summary and content, and
 * what is HTML in a field becomes text by our own `plainText`.
 */
import { parseFeed as parseFeedsmith } from 'feedsmith';
import { parseFeed as parseHtmlparser2 } from 'htmlparser2';
import RssParser from 'rss-parser';
import { decode } from '../../dist/feeds/decode.js';
import { parse } from '../../dist/feeds/parse.js';
import { plainText } from '../../dist/feeds/text.js';

/** rss-parser gives an object for some texts; those are not readable as one. */
function plain(value) {
  return typeof value === 'string' ? plainText(value) : '';
}

function instantOf(value) {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function rssParserEntry(item) {
  const isAtom = item.id !== undefined;
  const date = instantOf(item.isoDate);
  return {
    guid: item.guid ?? item.id ?? item['rdf:about'] ?? null,
    title: plain(item.title),
    link: item.link ?? null,
    published: date,
    updated: date,
    summary: plain(isAtom ? item.summary : item.content),
    content: plain(isAtom ? item.content : item['content:encoded']),
  };
}

function htmlparser2Entry(item) {
  const date = instantOf(item.pubDate);
  const text = plain(item.description);
  const { id = null, title, link = null } = item;
  return { guid: id, title: plain(title), link, published: date, updated: date, summary: text, content: text };
}

function atomText(text) {
  return text?.type === 'text' ? text.value : plain(text?.value);
}

function feedsmithAtomEntry(entry) {
  const links = entry.links ?? [];
  const link = links.find(({ rel = 'alternate' }) => rel === 'alternate');
  return {
    guid: entry.id ?? null,
    title: atomText(entry.title),
    link: link?.href ?? null,
    published: instantOf(entry.published),
    updated: instantOf(entry.updated),
    summary: atomText(entry.summary),
    content: atomText(entry.content),
  };
}

function feedsmithRssEntry(item) {
  return {
    guid: item.guid?.value ?? item.rdf?.about ?? null,
    title: plain(item.title),
    link: item.link ?? null,
    published: instantOf(item.pubDate ?? item.dc?.dates?.[0]),
    updated: instantOf(item.dcterms?.modified?.[0]),
    summary: plain(item.description),
    content: plain(item.content?.encoded),
  };
}

function feedsmithJsonEntry(item) {
  return {
    guid: item.id ?? null,
    title: item.title ?? '',
    link: item.url ?? item.external_url ?? null,
    published: instantOf(item.date_published),
    updated: instantOf(item.date_modified),
    summary: item.summary ?? '',
    content: item.content_text ?? plain(item.content_html),
  };
}

const FEEDSMITH_ENTRIES = {
  atom: feedsmithAtomEntry,
  json: feedsmithJsonEntry,
  rdf: feedsmithRssEntry,
  rss: feedsmithRssEntry,
};

function feedsmithEntries({ format, feed }) {
  return (feed.entries ?? feed.items ?? []).map(FEEDSMITH_ENTRIES[format]);
}

const decodedByUs = (bytes, charset) => decode(bytes, charset).text;
/** What a program has in hand after `(await fetch(url)).text()`. */
const decodedByFetch = (bytes) => new TextDecoder().decode(bytes);

function rssParser(name, options) {
  return {
    name,
    textOf: decodedByFetch,
    parse: (text) => new RssParser(options).parseString(text),
    entriesOf: (feed) => feed.items.map(rssParserEntry),
  };
}

export const OURS = {
  name: 'ours',
  textOf: decodedByUs,
  parse,
  entriesOf: (document) => document.entries ?? [],
};

export const RSS_PARSER = rssParser('rss-parser', {});

export const FEEDSMITH = {
  name: 'feedsmith',
  textOf: decodedByFetch,
  parse: async (text) => parseFeedsmith(text),
  entriesOf: feedsmithEntries,
};

export const HTMLPARSER2 = {
  name: 'htmlparser2',
  textOf: decodedByFetch,
  parse: async (text) => parseHtmlparser2(text),
  entriesOf: (feed) => (feed?.items ?? []).map(htmlparser2Entry),
};

export const RSS_PARSER_LENIENT = rssParser('rss-parser, defaultRSS 2.0', { defaultRSS: 2.0 });

export const READERS = [OURS, RSS_PARSER, RSS_PARSER_LENIENT, FEEDSMITH, HTMLPARSER2];

/** The entries `reader` finds in a document; none when it rejects it. `charset` and `url` are null when unknown. */
export async function readWith(reader, { bytes, charset, url }) {
  try {
    return reader.entriesOf(await reader.parse(reader.textOf(bytes, charset), url));
  } catch {
    return [];
  }
}
