import { describe, expect, it } from 'vitest';
import { movedAfter } from '../../src/decide/moved.ts';
import type { Moved } from '../../src/domain/feed.ts';
import { DAY, type Instant, plus } from '../../src/domain/time.ts';
import { aDueFeed, at, fails, isUnchanged } from '../fakes/nouns.ts';

const START = at('2025-08-01T12:00Z');
const NEW = 'https://news.example/new/feed';

interface Polled {
  readonly to?: string | null;
  readonly day: number;
  readonly isOurs?: boolean;
  readonly isFailed?: boolean;
}

/** What is known after these polls, one after the other. */
function knownAfter(...polls: readonly Polled[]): Moved | null {
  let moved: Moved | null = null;
  let failures = 0;
  for (const { to = NEW, day, isOurs = true, isFailed = false } of polls) {
    const due = aDueFeed({}, { moved, failures });
    const now: Instant = plus(START, day * DAY);
    moved = movedAfter(due, isFailed ? fails('http_error') : isUnchanged({ movedTo: to }), isOurs, now);
    failures = isFailed ? failures + 1 : 0;
  }
  return moved;
}

const thrice = [{ day: 0 }, { day: 1 }, { day: 2 }];

describe('a permanent redirect', () => {
  it('is remembered and not yet believed', () => {
    expect(knownAfter({ day: 0 })).toEqual({ to: NEW, times: 1, since: START, learnt: false });
  });

  it('is believed after three times over two days', () => {
    expect(knownAfter(...thrice)).toMatchObject({ to: NEW, times: 3, learnt: true });
  });

  it.each<[string, readonly Polled[]]>([
    ['three times within a day', [{ day: 0 }, { day: 0.5 }, { day: 1 }]],
    ['twice over a week', [{ day: 0 }, { day: 7 }]],
    ['to different places', [{ day: 0 }, { day: 1, to: `${NEW}2` }, { day: 2 }]],
    ['to what lists none of the entries known', thrice.map((poll) => ({ ...poll, isOurs: false }))],
    ['to a login', thrice.map((poll) => ({ ...poll, to: 'https://wifi.example/login?next=feed' }))],
    ['to a captive portal', thrice.map((poll) => ({ ...poll, to: 'https://portal.hotel.example/' }))],
    ['to a suspended site', thrice.map((poll) => ({ ...poll, to: 'https://host.example/suspendedpage.cgi' }))],
    ['that ceased', [...thrice.slice(0, 2), { day: 2, to: null }]],
  ])('is not believed %s', (_when, polls) => {
    expect(knownAfter(...polls)?.learnt ?? false).toBe(false);
  });

  it('stays believed while its target answers by itself', () => {
    expect(knownAfter(...thrice, { day: 3, to: null })?.learnt).toBe(true);
  });

  it('is given up when its target fails three times', () => {
    const failed = { day: 3, isFailed: true };
    expect(knownAfter(...thrice, failed, failed)?.learnt).toBe(true);
    expect(knownAfter(...thrice, failed, failed, failed)).toBe(null);
  });
});
