/** A feed's text, whatever its format, to entries. */
import type { FeedVerdict } from '../domain/feed.ts';
import type { Entry } from '../domain/item.ts';
import type { Instant } from '../domain/time.ts';
import { readDate } from './dates.ts';
import { readJsonFeed } from './json.ts';
import type { RawEntry, RawFeed } from './raw.ts';
import { oneLine, plainText } from './text.ts';
import { type Known, type Slot, type Tidied, tidy, type XmlFormat } from './tidy.ts';
import { readXml } from './xml.ts';

export type FeedFormat = XmlFormat | 'json';

/** A document that is a feed. */
export interface FeedDocument {
  readonly kind: 'feed';
  readonly format: FeedFormat;
  readonly title: string;
  /** The entries that were read. */
  readonly entries: readonly Entry[];
  /** All entries in the order of the document, with those that were known and leapt over. */
  readonly slots: readonly ReadSlot[];
  /** Minutes the channel asks to wait between polls; null when it asks nothing. */
  readonly ttlMinutes: number | null;
  /** It ended before its end: entries may be missing, and the next poll must fetch it again. */
  readonly cutOff: boolean;
  readonly problems: readonly string[];
}

/** An entry of a document in its place. */
export type ReadSlot =
  | { readonly kind: 'known'; readonly digest: string }
  | {
      readonly kind: 'read';
      readonly entry: Entry;
      /** Stands for its text and all that its reading depends on; null where that is not known. */
      readonly digest: string | null;
      /** A date was written and could not be read, or names no zone. */
      readonly isDateUncertain: boolean;
      /** The document ended before it did: only its whole fields are there. */
      readonly isCut: boolean;
    };

/** A document that is none. `reason` says what it is instead and what to do, as one clause without its address. */
export interface NotAFeed {
  readonly kind: 'not_a_feed';
  readonly verdict: Extract<FeedVerdict, 'empty' | 'not_a_feed' | 'challenge_page' | 'bad_xml' | 'truncated'>;
  readonly reason: string;
}

/** Phrases of pages that stand before the real one until a browser proves itself. */
const CHALLENGES =
  /just a moment\.\.\.|cf-chl|challenge-platform|cf-browser-verification|_incapsula_|ddos protection by|enable javascript and cookies|checking (?:if the site connection is secure|your browser)|are you a (?:human|robot)|captcha-delivery/i;

/**
 * `documentUrl` is where the text was read, after redirects; null when nobody knows. Entries whose digest is `known`
 * are not read again. Never rejects.
 */
export async function parse(
  text: string,
  documentUrl: string | null,
  known: Known | null = null,
): Promise<FeedDocument | NotAFeed> {
  const source = text.trim();
  if (source === '')
    return notAFeed('empty', 'the document is empty; look again later, and remove the feed if it stays so');
  if (source.startsWith('{')) return parseJson(source, documentUrl);
  const tidied = tidy(source, documentUrl, known);
  return tidied.format === null ? judgePage(source, tidied) : parseXml(tidied, tidied.format);
}

function parseJson(source: string, documentUrl: string | null): FeedDocument | NotAFeed {
  const feed = readJsonFeed(source, documentUrl);
  if (feed !== null)
    return documentOf('json', feed, { slots: feed.entries.map(() => UNKNOWN), cutOff: false, problems: [] });
  return notAFeed('not_a_feed', 'the document is JSON but no JSON Feed, or cut off; check the address');
}

async function parseXml(tidied: Tidied, format: XmlFormat): Promise<FeedDocument | NotAFeed> {
  if (tidied.cutOff && tidied.slots.length === 0) {
    return notAFeed('truncated', 'the document ends before its first entry does; look again later');
  }
  try {
    return documentOf(format, await readXml(tidied), tidied);
  } catch (error) {
    const cause = error instanceof Error ? oneLine(error.message).slice(0, 120) : 'unknown cause';
    return notAFeed('bad_xml', `the document cannot be read as XML (${cause}); run desk inspect feed on a saved copy`);
  }
}

function judgePage(source: string, { firstElement }: Tidied): NotAFeed {
  if (firstElement === null) {
    return source.startsWith('<')
      ? notAFeed('bad_xml', 'the document starts like XML but holds no element; look again later')
      : notAFeed('not_a_feed', 'the document is plain text, no feed; check the address');
  }
  if (CHALLENGES.test(source)) {
    return notAFeed(
      'challenge_page',
      'a page that tests for browsers came instead of the feed; ask the outlet or use another address',
    );
  }
  const title = titleOf(source);
  return firstElement === 'html' || firstElement === 'head' || firstElement === 'body'
    ? notAFeed(
        'not_a_feed',
        `an HTML page${title} came instead of a feed; open the address in a browser and correct it`,
      )
    : notAFeed(
        'not_a_feed',
        `the document is XML with <${firstElement.slice(0, 40)}> first, no feed; check the address`,
      );
}

function titleOf(html: string): string {
  const start = html.search(/<title[\s>]/i);
  if (start < 0) return '';
  const title = oneLine(plainText(html.slice(start, start + 200).split(/<\/title/i)[0] ?? ''));
  return title === '' ? '' : ` ("${title.slice(0, 60)}")`;
}

function notAFeed(verdict: NotAFeed['verdict'], reason: string): NotAFeed {
  return { kind: 'not_a_feed', verdict, reason };
}

const UNKNOWN: Slot = { digest: null, isKnown: false, isCut: false };

function documentOf(
  format: FeedFormat,
  feed: RawFeed,
  { slots: places, cutOff, problems: found }: Pick<Tidied, 'slots' | 'cutOff' | 'problems'>,
): FeedDocument {
  const problems = [...found, ...feed.problems];
  if (cutOff) problems.push('the document ends before its end; its complete entries were kept');
  if (places.length === 0) problems.push('the feed has no entries');
  const slots = slotsOf(places, feed.entries, problems);
  const entries = slots.flatMap((slot) => (slot.kind === 'read' ? [slot.entry] : []));
  return { kind: 'feed', format, title: feed.title, entries, slots, ttlMinutes: feed.ttl, cutOff, problems };
}

function slotsOf(places: readonly Slot[], entries: readonly RawEntry[], problems: string[]): readonly ReadSlot[] {
  const unread = entries.values();
  return places.flatMap((place, index): readonly ReadSlot[] => {
    if (place.isKnown && place.digest !== null) return [{ kind: 'known', digest: place.digest }];
    const raw = unread.next().value;
    return raw === undefined ? [] : [readSlot(raw, place, index + 1, problems)];
  });
}

function readSlot(raw: RawEntry, { digest, isCut }: Slot, number: number, problems: string[]): ReadSlot {
  const { guid, title, link, summary, content } = raw;
  const published = firstDate(raw.published, `entry ${number}: published`, problems);
  const updated = firstDate(raw.updated, `entry ${number}: updated`, problems);
  const isDateUncertain = published === null && [...raw.published, ...raw.updated].some((text) => text.trim() !== '');
  return {
    kind: 'read',
    entry: { guid, title, link, published, updated, summary, content },
    digest,
    isDateUncertain: isDateUncertain && updated === null,
    isCut,
  };
}

function firstDate(written: readonly string[], where: string, problems: string[]): Instant | null {
  const read = written.map(readDate).find((date) => date !== null);
  if (read !== undefined) return read;
  const shown = oneLine(written[0] ?? '').slice(0, 60);
  if (shown !== '') problems.push(`${where} "${shown}" is unreadable or names no zone, left out`);
  return null;
}
