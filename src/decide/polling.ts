/** When a feed is polled next, and what its state says meanwhile. */
import type { Change } from '../domain/change.ts';
import type { DueFeed } from '../domain/facts.ts';
import type { FeedVerdict, PollState } from '../domain/feed.ts';
import type { Fetched } from '../domain/ports.ts';
import { DAY, type Instant, instantOf, MINUTE, msOf, plus } from '../domain/time.ts';

/** No feed is asked more often, whatever anyone configures. */
const SHORTEST = 5 * MINUTE;
const LONGEST = DAY;

/** Feeds of one interval spread over it instead of all coming at once: up to a tenth, the same for a feed every time. */
function jitter(feed: string, interval: number): number {
  const sum = [...feed].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 997, 7);
  return Math.round((sum / 997) * (interval / 10));
}

function bounded(interval: number): number {
  return Math.min(Math.max(interval, SHORTEST), LONGEST);
}

function afterSuccess(due: DueFeed, ttlMinutes: number | null, now: Instant): Instant {
  const interval = bounded(Math.max(due.feed.everyMinutes, ttlMinutes ?? 0) * MINUTE);
  return plus(now, interval + jitter(due.feed.id, interval));
}

/** Twice as long with every failure in a row, up to a day; a server that names a time is taken at its word. */
function afterFailure(due: DueFeed, fetched: Extract<Fetched, { kind: 'failed' }>, now: Instant): Instant {
  if (fetched.verdict === 'gone') return plus(now, LONGEST);
  const waits = bounded(due.feed.everyMinutes * MINUTE * 2 ** Math.min(due.state.failures, 10));
  const asked = fetched.retryAt ? Math.min(msOf(fetched.retryAt), msOf(now) + LONGEST) : 0;
  return instantOf(Math.max(msOf(now) + waits, asked));
}

function nextState(due: DueFeed, fetched: Fetched, now: Instant): PollState {
  const polled = { ...due.state, lastPollAt: now };
  if (fetched.kind === 'failed') {
    const failures = due.state.failures + 1;
    const { verdict, reason } = fetched;
    return { ...polled, failures, verdict, reason, nextPollAt: afterFailure(due, fetched, now) };
  }
  const { validators, ttlMinutes } = fetched;
  const baselineAt = due.state.baselineAt ?? (fetched.kind === 'items' ? now : null);
  const nextPollAt = afterSuccess(due, ttlMinutes, now);
  return {
    ...polled,
    validators,
    baselineAt,
    lastSuccessAt: now,
    failures: 0,
    verdict: 'healthy',
    reason: null,
    nextPollAt,
  };
}

function judged(due: DueFeed, verdict: FeedVerdict, reason: string | null): readonly Change[] {
  if (verdict === due.state.verdict) return [];
  const because = reason ?? 'it answers as it should';
  return [{ kind: 'feed.judged', feed: due.feed.id, was: due.state.verdict, verdict, reason, because }];
}

/** What one poll does to its feed's state. */
export function decidePoll(due: DueFeed, fetched: Fetched, now: Instant): readonly Change[] {
  const state = nextState(due, fetched, now);
  return [{ kind: 'feed.polled', state, because: 'polled' }, ...judged(due, state.verdict, state.reason)];
}
