import type { FeedId, OutletId } from './ids.ts';
import type { Instant } from './time.ts';

/** A feed of the catalogue: where an outlet's entries are read. */
export interface Feed {
  readonly id: FeedId;
  readonly url: string;
  readonly outlet: OutletId;
  /** Minutes between polls when nothing else asks for more or less; never below 5. */
  readonly everyMinutes: number;
  /** False keeps it in the catalogue without polling it. */
  readonly enabled: boolean;
}

/** How a poll ended, in words operators meet in `/feed health`, logs and the journal. */
export const FEED_VERDICTS = [
  'new', // never polled
  'healthy',
  'unreachable', // no address, no connection, reset
  'timeout',
  'http_error', // 4xx and 5xx other than the ones below
  'rate_limited', // 429, or 503 with Retry-After
  'gone', // 410
  'refused_address', // the guard would not go there
  'too_large',
  'not_a_feed',
  'challenge_page',
  'bad_xml',
  'truncated',
  'empty',
] as const;

export type FeedVerdict = (typeof FEED_VERDICTS)[number];

/** What the next request sends so that an unchanged feed costs nothing. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** sha-256 of the decoded body. */
  readonly bodyHash: string | null;
}

/** Where polling of one feed stands. */
export interface PollState {
  readonly feed: FeedId;
  readonly validators: Validators;
  /** When the first body was stored in silence; null until then. */
  readonly baselineAt: Instant | null;
  readonly lastPollAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly nextPollAt: Instant;
  /** Polls failed in a row. */
  readonly failures: number;
  readonly verdict: FeedVerdict;
  /** One sentence for operators; null while healthy. */
  readonly reason: string | null;
}
