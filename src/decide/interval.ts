/** How long a feed is left alone: what operators, servers, the feed's own rhythm and a near deadline ask for. */
import type { DueFeed } from '../domain/facts.ts';
import type { FailureVerdict } from '../domain/feed.ts';
import { between, DAY, HOUR, type Instant, MINUTE, plus } from '../domain/time.ts';

/** No feed is asked more often, whatever anyone configures or asks. */
export const SHORTEST = 5 * MINUTE;
const LONGEST = DAY;
/** A feed that slept for this long is looked at less often, up to `DORMANT_FACTOR` times its interval and an hour. */
const DORMANT_AFTER = 7 * DAY;
const DORMANT_FACTOR = 4;
const DORMANT_LONGEST = HOUR;

/** How long before its end a followed deadline makes all feeds quicker, and the longest interval then. */
const NEAR: readonly (readonly [within: number, atMost: number])[] = [
  [24 * HOUR, SHORTEST],
  [72 * HOUR, 10 * MINUTE],
];

/** Outages end by themselves; what is wrong with an address does not. */
const LONGEST_AFTER: Readonly<Record<FailureVerdict, number>> = {
  unreachable: HOUR,
  timeout: HOUR,
  truncated: HOUR,
  empty: HOUR,
  rate_limited: HOUR,
  challenge_page: 6 * HOUR,
  http_error: 6 * HOUR,
  bad_xml: 6 * HOUR,
  too_large: DAY,
  hostile: DAY,
  not_a_feed: DAY,
  refused_address: DAY,
  gone: 7 * DAY,
};

/** Failures that are worth more tries while a deadline is near. */
const PASSING: ReadonlySet<FailureVerdict> = new Set([
  'unreachable',
  'timeout',
  'truncated',
  'empty',
  'http_error',
  'challenge_page',
  'bad_xml',
  'not_a_feed',
]);

/** Feeds of one interval spread over it instead of all coming at once: up to a tenth, the same for a feed every time. */
function jitter(feed: string, interval: number): number {
  const sum = [...feed].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 997, 7);
  return Math.round((sum / 997) * (interval / 10));
}

function bounded(interval: number, longest = LONGEST): number {
  return Math.min(Math.max(interval, SHORTEST), longest);
}

/** The longest interval that a followed deadline which ends at `end` leaves room for; its outcome is awaited. */
function longestBefore(end: Instant, now: Instant): number {
  const left = between(now, end);
  return NEAR.find(([within]) => left <= within)?.[1] ?? Number.POSITIVE_INFINITY;
}

function longestNear({ nextDeadlineAt }: DueFeed, now: Instant): number {
  return nextDeadlineAt === null ? Number.POSITIVE_INFINITY : longestBefore(nextDeadlineAt, now);
}

/** When every feed that works should be polled at the latest, now that a deadline ends at `end`; null when it is far. */
export function hurryBefore(end: Instant, now: Instant): Instant | null {
  const longest = longestBefore(end, now);
  return end > now && Number.isFinite(longest) ? plus(now, longest) : null;
}

/** A busy feed is asked up to twice as often as configured, a dormant one less often. */
function byRhythm({ feed, state }: DueFeed, now: Instant): number {
  const base = feed.everyMinutes * MINUTE;
  const isDormant = state.newestAt !== null && between(state.newestAt, now) > DORMANT_AFTER;
  if (isDormant) return Math.max(base, Math.min(base * DORMANT_FACTOR, DORMANT_LONGEST));
  if (state.rhythmMinutes === null) return base;
  return Math.min(base, Math.max(state.rhythmMinutes * MINUTE, base / 2));
}

/**
 * Milliseconds until the next poll after one that went well. `due.state` is the state after it; `isOverrun` says that
 * entries may have come and gone since the poll before.
 */
export function waitAfterSuccess(due: DueFeed, ttlMinutes: number | null, isOverrun: boolean, now: Instant): number {
  const own = byRhythm(due, now) / (isOverrun ? 2 : 1);
  const asked = isOverrun ? own : Math.max(own, (ttlMinutes ?? 0) * MINUTE);
  const interval = bounded(Math.min(asked, longestNear(due, now)));
  return interval + jitter(due.feed.id, interval);
}

/** Milliseconds after a failure: twice as long with every one in a row (`due.state.failures` before it). */
export function waitAfterFailure(due: DueFeed, verdict: FailureVerdict, now: Instant): number {
  if (verdict === 'gone') return LONGEST_AFTER.gone;
  const doubled = due.feed.everyMinutes * MINUTE * 2 ** Math.min(due.state.failures, 10);
  const longest = PASSING.has(verdict)
    ? Math.min(LONGEST_AFTER[verdict], longestNear(due, now) * 2)
    : LONGEST_AFTER[verdict];
  return bounded(doubled, Math.max(longest, SHORTEST));
}

/** Hosts that ask every client to come seldom, subdomains included, and the pause after each request. */
const PAUSES: readonly (readonly [domain: string, pause: number])[] = [
  ['reddit.com', MINUTE],
  ['openrss.org', MINUTE],
  ['nasdaq.com', MINUTE / 2],
];

/** Milliseconds for which a host wants no other request after one; 0 for most. */
export function pauseOf(host: string): number {
  const name = host.replace(/:\d+$/, '');
  return PAUSES.find(([domain]) => name === domain || name.endsWith(`.${domain}`))?.[1] ?? 0;
}
