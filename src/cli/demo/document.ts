/** What a demo feed answers at an instant: the same world, feed and instant always give the same bytes. */
import { type Instant, msOf } from '../../domain/time.ts';
import { encodeWindows1251 } from './windows1251.ts';
import type { DemoFeed, DemoItem, DemoWorld, Outage, Stamp } from './world.ts';
import { type ChannelEntry, type Format, xmlOf } from './xml.ts';

export interface DemoDocument {
  readonly status: number;
  /** Names in lower case. Without `last-modified` the document is none to remember. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Entries a feed shows at most, the newest first; older ones fall off its end. */
const SHOWN = 20;
/** Entries that one block of the BBC's page holds; the guid's `#n` counts blocks. */
const PER_BLOCK = 2;
/** How much of a truncated document arrives. */
const ARRIVING = 0.6;

interface Standing {
  readonly item: DemoItem;
  readonly title: string;
  readonly link: string;
  readonly published: Stamp;
}

function standingAt(item: DemoItem, now: Instant): Standing {
  const { quirk, title, link, published } = item;
  const standing = { item, title, link, published };
  if (quirk?.kind === 'redated' && quirk.at.at <= now) return { ...standing, published: quirk.at };
  if (quirk?.kind === 'retitled' && quirk.at.at <= now) return { ...standing, title: quirk.title, link: quirk.link };
  return standing;
}

function newestFirst(a: Standing, b: Standing): number {
  return msOf(b.published.at) - msOf(a.published.at);
}

function guidOf({ item, link }: Standing, place: number, feed: DemoFeed): string {
  if (item.guid !== null) return item.guid;
  const permanent = new URL(link, feed.site);
  if (feed.quirk !== 'block_guids') return permanent.href;
  return `${permanent.origin}${permanent.pathname}#${Math.floor(place / PER_BLOCK)}`;
}

function entriesAt(feed: DemoFeed, now: Instant): readonly ChannelEntry[] {
  const published = feed.items.filter((item) => item.published.at <= now).map((item) => standingAt(item, now));
  const shown = published.sort(newestFirst).slice(0, SHOWN);
  return shown.map((standing, place) => ({
    title: standing.title,
    summary: standing.item.summary,
    body: standing.item.body,
    link: new URL(standing.link, feed.site).href,
    guid: guidOf(standing, place, feed),
    published: standing.published.text,
  }));
}

function changesOf(item: DemoItem): readonly Stamp[] {
  return item.quirk && 'at' in item.quirk ? [item.published, item.quirk.at] : [item.published];
}

/** The latest of the stamps that has come; null when none has. */
function latest(stamps: readonly Stamp[], now: Instant): Stamp | null {
  const come = stamps.filter((stamp) => stamp.at <= now).sort((a, b) => msOf(a.at) - msOf(b.at));
  return come.at(-1) ?? null;
}

/** When the feed's answer changed last, outages included; null before its first item. Between two changes it is the same. */
export function editionAt(feed: DemoFeed, now: Instant): Instant | null {
  const outages = feed.outages.flatMap((outage) => [outage.from, outage.until]);
  return latest([...feed.items.flatMap(changesOf), ...outages], now)?.at ?? null;
}

const CHALLENGE = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>One moment</title><meta http-equiv="refresh" content="10"></head>
<body><h1>Checking that you are a person</h1><p>This takes a few seconds.</p></body>
</html>
`;

const CHALLENGE_PAGE: DemoDocument = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cf-mitigated': 'challenge', 'cache-control': 'no-store' },
  body: Buffer.from(CHALLENGE),
};

const TYPES: Readonly<Record<Format, string>> = {
  rss2: 'application/rss+xml',
  rss1: 'application/rdf+xml',
  atom: 'application/atom+xml',
};

/** Only the XML declaration names windows-1251, as in feeds whose server knows nothing of their text. */
function typeOf({ format, encoding }: DemoFeed): string {
  return encoding === 'utf-8' ? `${TYPES[format]}; charset=utf-8` : 'text/xml';
}

function wholeDocument(feed: DemoFeed, now: Instant): DemoDocument {
  const { title, site, encoding } = feed;
  const updated = latest(feed.items.flatMap(changesOf), now);
  const channel = { title, site, encoding, updated: updated?.text ?? null, entries: entriesAt(feed, now) };
  const xml = xmlOf(channel, feed.format);
  const modified = updated && { 'last-modified': new Date(msOf(updated.at)).toUTCString() };
  return {
    status: 200,
    headers: { 'content-type': typeOf(feed), ...modified },
    body: encoding === 'utf-8' ? Buffer.from(xml) : encodeWindows1251(xml),
  };
}

function outageAt(feed: DemoFeed, now: Instant): Outage | null {
  return feed.outages.find((outage) => outage.from.at <= now && now < outage.until.at) ?? null;
}

/** The feed as it stood at `now`: its latest 20 entries, newest first, quirks and outages applied; null for an unknown feed. */
export function documentAt(world: DemoWorld, feedId: string, now: Instant): DemoDocument | null {
  const feed = world.feeds.get(feedId);
  if (feed === undefined) return null;
  const outage = outageAt(feed, now);
  if (outage?.kind === 'challenge_page') return CHALLENGE_PAGE;
  const document = wholeDocument(feed, now);
  if (outage === null) return document;
  return { ...document, body: document.body.subarray(0, Math.floor(document.body.length * ARRIVING)) };
}
