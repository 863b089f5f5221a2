/** Feed documents as outlets write them: RSS 2.0, RSS 1.0 and Atom. */
import { parseDay, weekdayOf } from '../../domain/time.ts';

/** A channel and its entries as they stand at one instant; texts are plain, dates are ISO with the outlet's offset. */
export interface Channel {
  readonly title: string;
  readonly site: string;
  readonly encoding: string;
  /** When anything in it changed last; null for a channel that never held anything. */
  readonly updated: string | null;
  readonly entries: readonly ChannelEntry[];
}

export interface ChannelEntry {
  readonly title: string;
  readonly summary: string;
  /** Markup; null when the outlet gives none. */
  readonly body: string | null;
  /** Absolute. */
  readonly link: string;
  readonly guid: string;
  readonly published: string;
}

export type Format = 'rss2' | 'rss1' | 'atom';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as XML character data or attribute value. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-07-14T16:38:00+01:00` as RSS 2.0 writes it: `Mon, 14 Jul 2025 16:38:00 +0100`. Throws RangeError on anything else. */
export function rfc822(iso: string): string {
  const day = parseDay(iso.slice(0, 10));
  if (day === null) throw new RangeError(`not an ISO date and time: ${iso}`);
  const month = MONTHS[Number(day.slice(5, 7)) - 1];
  const offset = iso.endsWith('Z') ? 'GMT' : iso.slice(-6).replace(':', '');
  return `${WEEKDAYS[weekdayOf(day)]}, ${day.slice(8)} ${month} ${day.slice(0, 4)} ${iso.slice(11, 19)} ${offset}`;
}

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;
const lines = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('\n');

function rss2Item(entry: ChannelEntry): string {
  return lines([
    '<item>',
    element('title', entry.title),
    element('link', entry.link),
    element('description', entry.summary),
    entry.body && element('content:encoded', entry.body),
    `<guid isPermaLink="${entry.guid === entry.link}">${escaped(entry.guid)}</guid>`,
    element('pubDate', rfc822(entry.published)),
    '</item>',
  ]);
}

function rss2(channel: Channel): string {
  return lines([
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    element('title', channel.title),
    element('link', channel.site),
    element('description', channel.title),
    channel.updated && element('lastBuildDate', rfc822(channel.updated)),
    ...channel.entries.map(rss2Item),
    '</channel>',
    '</rss>',
  ]);
}

function rss1Item(entry: ChannelEntry): string {
  return lines([
    `<item rdf:about="${escaped(entry.guid)}">`,
    element('title', entry.title),
    element('link', entry.link),
    element('description', entry.summary),
    entry.body && element('content:encoded', entry.body),
    element('dc:date', entry.published),
    '</item>',
  ]);
}

/** RSS 1.0 lists its items in the channel and writes them beside it. */
function rss1(channel: Channel): string {
  return lines([
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    `<channel rdf:about="${escaped(channel.site)}">`,
    element('title', channel.title),
    element('link', channel.site),
    element('description', channel.title),
    channel.updated && element('dc:date', channel.updated),
    '<items><rdf:Seq>',
    ...channel.entries.map((entry) => `<rdf:li rdf:resource="${escaped(entry.guid)}"/>`),
    '</rdf:Seq></items>',
    '</channel>',
    ...channel.entries.map(rss1Item),
    '</rdf:RDF>',
  ]);
}

function atomEntry(entry: ChannelEntry): string {
  return lines([
    '<entry>',
    element('id', entry.guid),
    element('title', entry.title),
    `<link rel="alternate" href="${escaped(entry.link)}"/>`,
    element('summary', entry.summary),
    entry.body && `<content type="html">${escaped(entry.body)}</content>`,
    element('published', entry.published),
    element('updated', entry.published),
    '</entry>',
  ]);
}

function atom(channel: Channel): string {
  return lines([
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', `${channel.site}/`),
    element('title', channel.title),
    `<link rel="alternate" href="${escaped(channel.site)}"/>`,
    channel.updated && element('updated', channel.updated),
    ...channel.entries.map(atomEntry),
    '</feed>',
  ]);
}

const WRITERS: Readonly<Record<Format, (channel: Channel) => string>> = { rss2, rss1, atom };

/** The whole document as text, its declaration naming the channel's encoding. */
export function xmlOf(channel: Channel, format: Format): string {
  return `<?xml version="1.0" encoding="${channel.encoding}"?>\n${WRITERS[format](channel)}\n`;
}
