import type { Branded, FeedId, GuildId, OutletId } from './ids.ts';
import type { Instant } from './time.ts';

/** Where an outlet's entries are read: of the catalogue, or a guild's own. */
export interface Feed {
  readonly id: FeedId;
  readonly url: string;
  readonly outlet: OutletId;
  /** Whose own it is; null for one of the catalogue, which is read for everybody. */
  readonly guild: GuildId | null;
  /** Minutes between polls when nothing else asks for more or less; never below 5. */
  readonly everyMinutes: number;
  /** False keeps it in the catalogue without polling it. */
  readonly enabled: boolean;
}

/** An address that is known not to be the feed it seems to be. */
export interface Trap {
  /** Without scheme and `www.`; a `*` at its end stands for all that follows. */
  readonly address: string;
  /** What it is instead and where the real feed is, one clause each. */
  readonly says: string;
}

function bareAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** Whether `address` is that of the trap; `example.org/rss/*` stands for the folder itself, too. */
export function standsAt({ address: trap }: Trap, address: string): boolean {
  const bare = bareAddress(address);
  return trap.endsWith('*') ? `${bare}/`.startsWith(trap.slice(0, -1)) : bare === bareAddress(trap);
}

/** Why a poll brought nothing that can be read, in words operators meet in `/feed health`, logs and the journal. */
export const FAILURES = [
  'unreachable', // no address, no connection, reset
  'timeout',
  'http_error', // 4xx and 5xx other than the ones below
  'rate_limited', // 429, or 503 with Retry-After
  'gone', // 410
  'refused_address', // the guard would not go there
  'too_large',
  'hostile', // reading it would have taken more time or memory than any feed may
  'not_a_feed',
  'challenge_page',
  'bad_xml',
  'truncated',
  'empty',
] as const;

export type FailureVerdict = (typeof FAILURES)[number];

/** What is wrong with a feed although its items were read and taken; the gravest first. */
export const FAULTS = [
  'decoy', // a valid feed of the wrong content
  'stale', // valid, and nothing new for far longer than its own rhythm
  'gap', // none of the entries known before is left: some may have come and gone between two polls
  'empty_flap', // had entries, has none, and will list the old ones again
  'truncated', // ended before its end; its whole entries were taken
  'bad_encoding', // letters were lost before the text reached us
  'moved', // redirects for good to another address
  'redated', // old entries come with new dates
  'flapping', // fails and recovers by turns
] as const;

export type FaultVerdict = (typeof FAULTS)[number];

/** How a feed stands; `new` was never polled. */
export const FEED_VERDICTS = [
  'new',
  'healthy',
  ...FAILURES,
  ...FAULTS.filter((fault) => fault !== 'truncated'),
] as const;

export type FeedVerdict = 'new' | 'healthy' | FailureVerdict | FaultVerdict;

/** One thing that is wrong with a feed that can be read. */
export interface Fault {
  readonly verdict: FaultVerdict;
  /** What was seen and what to do, one clause each, for operators. */
  readonly says: string;
  readonly since: Instant;
  /** When it was last seen; some faults show only now and then. */
  readonly lastAt: Instant;
}

/** What a poll can remark on. */
export const POLLED_REMARKS = [
  'no_entries',
  'archive',
  'teaser_only',
  'undated',
  'date_uncertain',
  'future_date',
  'repeated_link',
  'repeated_title',
  'tracked_guid',
] as const;

export type PolledRemark = (typeof POLLED_REMARKS)[number];

/** What a remark can be about; `ill_formed` is looked for in saved documents only. */
export const REMARKS = [...POLLED_REMARKS, 'ill_formed'] as const;

/** Harmless and worth knowing: the desk copes with it. */
export interface Remark {
  readonly name: (typeof REMARKS)[number];
  readonly says: string;
}

/** What the next request sends so that an unchanged feed costs nothing. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** sha-256 of the decoded body. */
  readonly bodyHash: string | null;
  /** The address whose server gave them, after all redirects; null when that is not known. */
  readonly from: string | null;
}

export const NOTHING_KNOWN: Validators = { etag: null, lastModified: null, bodyHash: null, from: null };

/** An address that permanent redirects lead to. */
export interface Moved {
  readonly to: string;
  /** Polls in a row that were sent there. */
  readonly times: number;
  readonly since: Instant;
  /** True once it was seen often and long enough: it is asked instead of the catalogue's address. */
  readonly learnt: boolean;
}

/** Where polling of one feed stands. */
export interface PollState {
  readonly feed: FeedId;
  readonly validators: Validators;
  /** When the first body was stored in silence; null until then. */
  readonly baselineAt: Instant | null;
  readonly lastPollAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  /** When a body was last read instead of believing that nothing changed. */
  readonly lastBodyAt: Instant | null;
  /** The newest entry: published or, without a date, first seen then. */
  readonly newestAt: Instant | null;
  /** Median minutes between the feed's entries; null while unknown. */
  readonly rhythmMinutes: number | null;
  readonly nextPollAt: Instant;
  /** Polls failed in a row. */
  readonly failures: number;
  readonly verdict: FeedVerdict;
  /** One sentence for operators; null while healthy. */
  readonly reason: string | null;
  readonly faults: readonly Fault[];
  /** On the document that was last read. */
  readonly remarks: readonly Remark[];
  readonly moved: Moved | null;
  /** How the last polls ended, the oldest first: `+` items, `=` unchanged, `x` failed. */
  readonly outcomes: string;
}

/** A feed that was never polled. */
export function neverPolled(feed: FeedId, firstPollAt: Instant): PollState {
  return {
    feed,
    validators: NOTHING_KNOWN,
    baselineAt: null,
    lastPollAt: null,
    lastSuccessAt: null,
    lastBodyAt: null,
    newestAt: null,
    rhythmMinutes: null,
    nextPollAt: firstPollAt,
    failures: 0,
    verdict: 'new',
    reason: null,
    faults: [],
    remarks: [],
    moved: null,
    outcomes: '',
  };
}

/** The address asked: the learnt one, else the catalogue's. */
export function addressOf({ url }: Feed, { moved }: PollState): string {
  return moved?.learnt ? moved.to : url;
}

/** Host and port of an address, in lower case; the text itself when it is no address. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** What a document shows of itself, entries known from the last poll included: what the linter judges. */
export interface DocumentSigns {
  readonly title: string | null;
  readonly entries: number;
  /** Entries that stand as they stood at the last poll, and were not read again. */
  readonly known: number;
  /** False when it ended before its end. */
  readonly whole: boolean;
  /** The server sent what is new and left out the rest (226 IM Used). */
  readonly delta: boolean;
  readonly newest: Instant | null;
  readonly oldest: Instant | null;
  readonly rhythmMinutes: number | null;
  /** Entries by what can be said of them. */
  readonly undated: number;
  /** A date was written and could not be read, or names no zone. */
  readonly uncertain: number;
  /** Dated further ahead than any clock is wrong. */
  readonly future: number;
  /** Letters were lost or read in the wrong encoding before the text reached us. */
  readonly damaged: number;
  /** Their links lead neither to the outlet nor to the feed's own site. */
  readonly foreign: number;
  /** Pages of a site (about, contact, questions and answers), or a publishing system's samples: no news. */
  readonly pages: number;
  /** A headline, or an opening that breaks off. */
  readonly teasers: number;
  /** Listed more than once under one address. */
  readonly repeated: number;
  /** Another entry of the document has the same title and another address. */
  readonly doubles: number;
  /** Their guid ends in a fragment that is no part of their name. */
  readonly trackedGuids: number;
}

/**
 * The name under which an adapter remembers a document, so that its unchanged entries are not read again. Kept by the
 * poll loop once the items are committed and handed back with the next poll; it may be forgotten at any time, which
 * costs one full reading.
 */
export type DocumentMemory = Branded<'DocumentMemory'>;
