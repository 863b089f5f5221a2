/** Permanent redirects: believed after repetition over days, forgotten when their target fails. */
import type { DueFeed } from '../domain/facts.ts';
import type { Moved } from '../domain/feed.ts';
import type { Fetched } from '../domain/ports.ts';
import { between, DAY, type Instant } from '../domain/time.ts';

const TIMES = 3;
const OVER = 2 * DAY;
/** A learnt address that fails this often in a row is given up for the catalogue's. */
const FAILURES_ALLOWED = 3;

/** Networks before a login, hosts that suspended a site, and parked domains redirect everything "for good". */
const NO_FEED =
  /(?:^|[./?=_-])(?:log-?in|sign-?in|sso|auth|captive|portal|hotspot|landing(?:page)?|consent|suspended(?:page)?|parking|parked|blocked|maintenance)(?:[./?&=_-]|$)/i;

function isTrusted(address: string): boolean {
  const { host, pathname, search } = new URL(address);
  return !NO_FEED.test(host) && !NO_FEED.test(`${pathname}${search}`);
}

function again(before: Moved | null, to: string, now: Instant): Moved {
  if (before?.to !== to) return { to, times: 1, since: now, learnt: false };
  return { ...before, times: before.times + 1 };
}

/** What is known of a feed's move after a poll. `isOurs` says that entries known from before were found at its end. */
export function movedAfter({ state }: DueFeed, fetched: Fetched, isOurs: boolean, now: Instant): Moved | null {
  const before = state.moved;
  if (fetched.kind === 'failed') return before?.learnt && state.failures + 1 >= FAILURES_ALLOWED ? null : before;
  if (fetched.movedTo === null) return before?.learnt ? before : null;
  const moved = again(before, fetched.movedTo, now);
  const isOften = moved.times >= TIMES && between(moved.since, now) >= OVER;
  return isOften && isOurs && isTrusted(moved.to) ? { ...moved, learnt: true } : { ...moved, learnt: false };
}
