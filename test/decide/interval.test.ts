import { describe, expect, it } from 'vitest';
import { hurryBefore, pauseOf, waitAfterFailure, waitAfterSuccess } from '../../src/decide/interval.ts';
import type { DueFeed } from '../../src/domain/facts.ts';
import type { FailureVerdict, PollState } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import { type Instant, MINUTE } from '../../src/domain/time.ts';
import { aDueFeed, at } from '../fakes/nouns.ts';

const NOW = at('2025-08-01T12:00Z');

interface Feed {
  readonly every?: number;
  readonly state?: Partial<PollState>;
  readonly deadline?: Instant | null;
}

function due({ every = 20, state = {}, deadline = null }: Feed): DueFeed {
  return { ...aDueFeed({ everyMinutes: every }, state), nextDeadlineAt: deadline };
}

/** Whole minutes without the jitter of at most a tenth. */
function minutesAfterSuccess(feed: Feed, ttl: number | null = null, isOverrun = false): number {
  const wait = waitAfterSuccess(due(feed), ttl, isOverrun, NOW) / MINUTE;
  const least = waitAfterSuccess(
    { ...due(feed), feed: { ...due(feed).feed, id: due(feed).feed.id } },
    ttl,
    isOverrun,
    NOW,
  );
  expect(least / MINUTE).toBe(wait);
  return (
    [5, 10, 15, 20, 30, 40, 60, 80, 120, 1_440].find((minutes) => wait >= minutes && wait <= minutes * 1.1) ?? wait
  );
}

const RECENT = { newestAt: at('2025-08-01T11:00Z') };

describe('after a poll that went well', () => {
  it.each<[string, Feed, number | null, number]>([
    ['the configured interval holds', {}, null, 20],
    ['nothing is below five minutes', { every: 1 }, null, 5],
    ['a server that asks for more is obeyed', {}, 60, 60],
    ['a server that asks for less is not', {}, 5, 20],
    ['no server is obeyed for longer than a day', {}, 99_999, 1_440],
    ['a feed with a quicker rhythm is asked as often', { state: { ...RECENT, rhythmMinutes: 15 } }, null, 15],
    ['at most twice as often', { state: { ...RECENT, rhythmMinutes: 2 } }, null, 10],
    ['a feed with a slower rhythm is asked as configured', { state: { ...RECENT, rhythmMinutes: 600 } }, null, 20],
    ['a feed that sleeps for a week less often', { state: { newestAt: at('2025-07-20T11:00Z') } }, null, 60],
    ['but never less than every hour', { every: 30, state: { newestAt: at('2025-01-01T00:00Z') } }, null, 60],
    ['unless it was configured so', { every: 120, state: { newestAt: at('2025-01-01T00:00Z') } }, null, 120],
  ])('%s', (_sentence, feed, ttl, minutes) => {
    expect(minutesAfterSuccess(feed, ttl)).toBe(minutes);
  });

  it.each<[string, string, number | null, number]>([
    ['more than 72 hours away changes nothing', '2025-08-04T12:01Z', null, 20],
    ['within 72 hours makes it ten minutes', '2025-08-04T12:00Z', null, 10],
    ['within 24 hours makes it five', '2025-08-02T12:00Z', null, 5],
    ['that is just over still does: its outcome is awaited', '2025-07-31T13:00Z', null, 5],
    ['goes before what the server wants', '2025-08-02T12:00Z', 120, 5],
  ])('a followed deadline %s', (_sentence, deadline, ttl, minutes) => {
    expect(minutesAfterSuccess({ deadline: at(deadline) }, ttl)).toBe(minutes);
  });

  it('entries that may have been missed halve the interval, whatever the server asks', () => {
    expect(minutesAfterSuccess({}, null, true)).toBe(10);
    expect(minutesAfterSuccess({}, 1_440, true)).toBe(10);
  });

  it('feeds of one interval do not come at the same moment', () => {
    const waits = ['a', 'b', 'c', 'd'].map((name) => {
      const feed = aDueFeed({ id: id(name) });
      return waitAfterSuccess(feed, null, false, NOW);
    });
    expect(new Set(waits).size).toBeGreaterThan(1);
  });
});

describe('after a failure', () => {
  const minutes = (verdict: FailureVerdict, failures: number, deadline: Instant | null = null) =>
    waitAfterFailure(due({ state: { failures }, deadline }), verdict, NOW) / MINUTE;

  it.each<[string, FailureVerdict, number, number]>([
    ['the first wait is the interval', 'unreachable', 0, 20],
    ['the second twice as long', 'unreachable', 1, 40],
    ['an outage is looked after every hour', 'timeout', 9, 60],
    ['a wrong status every six', 'http_error', 9, 360],
    ['a page that is no feed once a day', 'not_a_feed', 9, 1_440],
    ['what is gone for good once a week, from the first time', 'gone', 0, 10_080],
  ])('%s', (_sentence, verdict, failures, expected) => {
    expect(minutes(verdict, failures)).toBe(expected);
  });

  it.each<[FailureVerdict, number]>([
    ['unreachable', 10],
    ['http_error', 10],
    ['not_a_feed', 10],
    ['challenge_page', 10],
    ['refused_address', 1_440],
  ])('%s within a day of a followed deadline waits %d minutes', (verdict, expected) => {
    expect(minutes(verdict, 9, at('2025-08-02T00:00Z'))).toBe(expected);
  });
});

it.each([
  ['2025-08-05T12:00Z', null],
  ['2025-08-04T12:00Z', '2025-08-01T12:10:00.000Z'],
  ['2025-08-02T12:00Z', '2025-08-01T12:05:00.000Z'],
  ['2025-08-01T11:00Z', null],
])('a deadline that is learnt to end at %s hurries waiting polls to %j', (end, latest) => {
  expect(hurryBefore(at(end), NOW)).toBe(latest);
});

it.each([
  ['www.reddit.com', 60_000],
  ['reddit.com:443', 60_000],
  ['notreddit.com', 0],
  ['feeds.bbci.co.uk', 0],
])('%s wants a pause of %d ms after each request', (host, pause) => {
  expect(pauseOf(host)).toBe(pause);
});
