import { describe, expect, it } from 'vitest';
import { NOTHING_SEEN, type Sight } from '../../src/decide/lint.ts';
import { decidePoll } from '../../src/decide/polling.ts';
import type { Change } from '../../src/domain/change.ts';
import type { DueFeed } from '../../src/domain/facts.ts';
import { NOTHING_KNOWN, type PollState } from '../../src/domain/feed.ts';
import type { Fetched } from '../../src/domain/ports.ts';
import { DAY, HOUR, type Instant, plus } from '../../src/domain/time.ts';
import { aDueFeed, at, brings, fails, isUnchanged, signs } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:10Z');
const KNOWN: Sight = { known: 9, fresh: 1, redated: 0 };

function decided(fetched: Fetched, state: Partial<PollState> = {}, sight = KNOWN, now = NOW) {
  return decidePoll(aDueFeed({}, { baselineAt: NOW, ...state }), fetched, { sight, trap: null, now });
}

const kindsOf = (changes: readonly Change[]) => changes.map(({ kind }) => kind);

/** A feed after these polls, twenty minutes apart. */
function lived(polls: readonly Fetched[]) {
  let due: DueFeed = aDueFeed({}, { baselineAt: NOW });
  const verdicts: string[] = [];
  const news: Change[] = [];
  for (const [index, fetched] of polls.entries()) {
    const now: Instant = plus(NOW, index * (HOUR / 3));
    const { state, changes } = decidePoll(due, fetched, { sight: KNOWN, trap: null, now });
    due = { ...due, state };
    verdicts.push(state.verdict);
    news.push(...changes.filter(({ kind }) => kind === 'feed.judged'));
  }
  return { state: due.state, verdicts, news };
}

describe('a poll that went well', () => {
  it('keeps what the next one relies on, and what the feed is like', () => {
    const validators = { ...NOTHING_KNOWN, etag: '"1"', bodyHash: 'h' };
    const { state } = decided(brings([], { validators, signs: signs() }), { baselineAt: null, failures: 3 });
    expect(state).toMatchObject({
      validators,
      baselineAt: NOW,
      lastPollAt: NOW,
      lastSuccessAt: NOW,
      lastBodyAt: NOW,
      newestAt: at('2025-07-14T16:00Z'),
      rhythmMinutes: 15,
      failures: 0,
      verdict: 'healthy',
      reason: null,
      outcomes: '+',
    });
  });

  it('is no baseline when the document was cut off, unless it always is', () => {
    const cut = brings([], { signs: signs({ whole: false }) });
    expect(decided(cut, { baselineAt: null }).state.baselineAt).toBe(null);
    expect(decided(cut, { baselineAt: null, outcomes: '++' }).state.baselineAt).toBe(NOW);
  });

  it('tells a body that was read from one that was believed to be the same', () => {
    const before = { lastBodyAt: at('2025-07-10T00:00Z') };
    expect(decided(isUnchanged({ byBody: true }), before).state.lastBodyAt).toBe(NOW);
    expect(decided(isUnchanged(), before).state.lastBodyAt).toBe(before.lastBodyAt);
  });

  it('says what is wrong in one sentence and journals it once', () => {
    const decoy = brings([], { signs: signs({ pages: 10 }) });
    const { state, changes } = decided(decoy, { verdict: 'healthy' });
    expect(state.verdict).toBe('decoy');
    expect(state.reason).toMatch(/^Feed bbc-world \(feeds\.bbci\.co\.uk\): 10 of 10 entries are pages .+\.$/);
    expect(kindsOf(changes)).toEqual(['feed.polled', 'feed.judged']);
    expect(kindsOf(decided(decoy, state).changes)).toEqual(['feed.polled']);
  });

  it('notices that a feed which always says "not modified" sleeps', () => {
    const asleep = { newestAt: at('2025-01-10T00:00Z'), rhythmMinutes: 60 };
    expect(decided(isUnchanged(), asleep).state).toMatchObject({ verdict: 'stale' });
  });

  it('notices that a feed moved although it never changes', () => {
    expect(decided(isUnchanged({ movedTo: 'https://new.example/feed' })).state.verdict).toBe('moved');
  });

  it('keeps a decoy a decoy while it does not change', () => {
    const faults = [{ verdict: 'decoy' as const, says: 'pages', since: NOW, lastAt: NOW }];
    expect(decided(isUnchanged(), { faults, verdict: 'decoy' }).state.verdict).toBe('decoy');
  });
});

describe('a failed poll', () => {
  it('counts, says why, and keeps all that was known', () => {
    const validators = { ...NOTHING_KNOWN, etag: '"1"', bodyHash: 'h' };
    const { state, changes } = decided(fails('timeout'), { validators, failures: 1, verdict: 'healthy' });
    expect(state).toMatchObject({
      validators,
      failures: 2,
      verdict: 'timeout',
      reason: 'Feed bbc-world (bbc): timeout.',
    });
    expect(kindsOf(changes)).toEqual(['feed.polled', 'feed.judged']);
  });

  it('that names a time holds the whole host until then', () => {
    const retryAt = plus(NOW, HOUR);
    const { state, changes } = decided(fails('rate_limited', { retryAt }));
    expect(state.nextPollAt).toBe(retryAt);
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'host.held', host: 'feeds.bbci.co.uk', until: retryAt }),
    );
  });

  it('that says 410 mutes the feed for a week', () => {
    expect(decided(fails('gone')).state).toMatchObject({ verdict: 'gone', nextPollAt: plus(NOW, 7 * DAY) });
  });
});

describe('a feed that fails and works by turns', () => {
  const turns = [
    isUnchanged(),
    fails('http_error'),
    isUnchanged(),
    fails('http_error'),
    isUnchanged(),
    fails('http_error'),
  ];

  it('is one fault and not a new one with every poll', () => {
    const { verdicts, news } = lived(turns);
    expect(verdicts).toEqual(['healthy', 'http_error', 'healthy', 'flapping', 'flapping', 'flapping']);
    expect(news).toHaveLength(4);
  });

  it('is down when it stays down, and well when it stays well', () => {
    const down = Array.from({ length: 4 }, () => fails('http_error'));
    expect(lived([...turns, ...down]).state.verdict).toBe('http_error');
    const well = Array.from({ length: 7 }, () => isUnchanged());
    expect(lived([...turns, ...well]).state.verdict).toBe('healthy');
  });
});

it('a move that is believed, and one that is given up, are told', () => {
  const to = 'https://new.example/feed';
  const moved = { to, times: 2, since: plus(NOW, -2 * DAY), learnt: false };
  const learnt = decided(isUnchanged({ movedTo: to }), { moved });
  expect(learnt.changes).toContainEqual(expect.objectContaining({ kind: 'feed.moved', to }));
  expect(learnt.changes[0]).toMatchObject({ kind: 'feed.polled', host: 'new.example' });
  const lost = decided(fails('gone'), { ...learnt.state, failures: 2 });
  expect(lost.changes).toContainEqual(expect.objectContaining({ kind: 'feed.moved', to: null }));
});

it('a host that wants few requests is left alone after each', () => {
  const due = aDueFeed({ url: 'https://www.reddit.com/r/geopolitics/.rss' }, { baselineAt: NOW });
  const { changes } = decidePoll(due, isUnchanged(), { sight: NOTHING_SEEN, trap: null, now: NOW });
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'host.held', until: plus(NOW, 60_000) }));
});
