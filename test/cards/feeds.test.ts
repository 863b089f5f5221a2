import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedDetailCard } from '../../src/cards/feedDetail.ts';
import { feedHealthCard, feedListCard } from '../../src/cards/feeds.ts';
import { feedTestCard, type TestedFeed } from '../../src/cards/feedTest.ts';
import type { Card } from '../../src/domain/card.ts';
import type { ListedFeed } from '../../src/domain/facts.ts';
import {
  FAULTS,
  type Fault,
  FEED_VERDICTS,
  type Feed,
  type PollState,
  REMARKS,
  type Remark,
} from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import { aDueFeed, anItem, anOutlet, at, brings, fails, signs } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';
import { anyText, constructsIn, linesOf, measured, textOf } from './reading.ts';

const NOW = at('2025-07-14T17:00Z');
const stamp = (text: string) => `<t:${Date.parse(at(text)) / 1_000}:R>`;

/** A healthy feed, unless told otherwise. */
function listed(feed: Partial<Feed> = {}, state: Partial<PollState> = {}, rest: Partial<ListedFeed> = {}): ListedFeed {
  const well: Partial<PollState> = {
    verdict: 'healthy',
    lastSuccessAt: at('2025-07-14T16:50Z'),
    nextPollAt: at('2025-07-14T17:05Z'),
    newestAt: at('2025-07-14T16:40Z'),
    rhythmMinutes: 20,
    outcomes: '+==+',
  };
  const { nextDeadlineAt: _, ...due } = aDueFeed(feed, { ...well, ...state });
  return { ...due, heldUntil: null, ...rest };
}

const failing = listed(
  { id: id('state-press'), outlet: id('us-state') },
  {
    verdict: 'http_error',
    reason:
      'Feed state-press (www.state.gov): answered 404: nothing is there; look up the present address of the feed.',
    failures: 2,
    lastSuccessAt: at('2025-07-14T09:00Z'),
    outcomes: '+=xx',
  },
  {
    outlet: anOutlet({ name: 'US Department of State', label: 'official', state: 'US' }),
    heldUntil: at('2025-07-14T18:00Z'),
  },
);

const redated = listed(
  {},
  {
    verdict: 'redated',
    reason: 'Feed bbc-world (feeds.bbci.co.uk): 2 old entries came with a new date; nothing is told again.',
    faults: [
      {
        verdict: 'redated',
        says: '2 old entries came with a new date; nothing is told again',
        since: at('2025-07-14T08:00Z'),
        lastAt: at('2025-07-14T16:50Z'),
      },
    ],
    remarks: [{ name: 'tracked_guid', says: '3 guids end in a fragment; the link tells entries apart' }],
    moved: { to: 'https://new.example/secret?key=1', times: 2, since: at('2025-07-12T00:00Z'), learnt: false },
  },
);

describe('the health of feeds', () => {
  it('shows those with trouble first, and the healthy ones in brief', () => {
    const feeds = [listed({ id: id('nyt-world') }), redated, failing, listed({ id: id('rt'), enabled: false })];
    expect(linesOf(feedHealthCard(feeds, NOW))).toEqual([
      '### Health of the feeds',
      '4 feeds: 2 with trouble, 1 healthy, 1 switched off',
      '**state-press** · US Department of State, official (US)',
      `answers with an error (\`http_error\`) since ${stamp('2025-07-14T09:00Z')}`,
      'Answered 404\\: nothing is there; look up the present address of the feed.',
      `-# Last success ${stamp('2025-07-14T09:00Z')} · next try ${stamp('2025-07-14T17:05Z')} · its host asked for a pause until ${stamp('2025-07-14T18:00Z')}`,
      '-# `▇▁××` the last 4 polls: 1 brought a document, 1 unchanged, 2 failed',
      '**bbc-world** · BBC News, press',
      `old entries come with new dates (\`redated\`) since ${stamp('2025-07-14T08:00Z')}`,
      '2 old entries came with a new date; nothing is told again.',
      `-# Last success ${stamp('2025-07-14T16:50Z')} · next try ${stamp('2025-07-14T17:05Z')}`,
      '-# `▇▁▁▇` the last 4 polls: 2 brought a document, 2 unchanged',
      '-# Polls are drawn with the oldest first: ▇ a document, ▁ unchanged, × failed',
      '### Healthy',
      `**nyt-world** · newest entry ${stamp('2025-07-14T16:40Z')}, one about every 20 minutes`,
    ]);
  });

  it('says of a feed that never worked that it never did', () => {
    const never = listed({}, { verdict: 'unreachable', reason: null, lastSuccessAt: null, outcomes: 'x' });
    expect(linesOf(feedHealthCard([never], NOW)).slice(3, 6)).toEqual([
      'cannot be reached (`unreachable`)',
      `-# No success so far · next try ${stamp('2025-07-14T17:05Z')}`,
      '-# `×` the last poll: 1 failed',
    ]);
  });

  it('says what to do when there is no feed', () => {
    expect(linesOf(feedHealthCard([], NOW))[1]).toContain('Ask whoever runs this bot');
  });

  it.each([40, 1_000])(
    'with %d feeds is within limits, counts what is left out, and drops healthy ones first',
    (count) => {
      const feeds = Array.from({ length: count }, (_, index) =>
        index % 4 === 0
          ? { ...failing, feed: { ...failing.feed, id: id<Feed['id']>(`bad-${index}`) } }
          : listed({ id: id(`good-${index}`) }),
      );
      const card = feedHealthCard(feeds, NOW);
      const { characters, components, broken } = measured(card);
      expect({ fits: characters <= 4_000 && components <= 40, broken }).toEqual({ fits: true, broken: [] });
      expect(linesOf(card)[1]).toBe(`${count} feeds: ${count / 4} with trouble, ${(count * 3) / 4} healthy`);
      const shown = linesOf(card).filter((text) => text.startsWith('**bad-')).length;
      expect(shown).toBeGreaterThan(5);
      if (shown < count / 4) expect(linesOf(card)).toContain(`-# and ${count / 4 - shown} more with trouble`);
    },
  );
});

describe('one feed in full', () => {
  const text = linesOf(feedDetailCard(redated, 'it is a decoy; use news.example/rss', NOW));

  it('says all that is known of it', () => {
    expect(text).toEqual([
      '### Feed **bbc-world**',
      'BBC News, press · feeds.bbci.co.uk',
      `Status: old entries come with new dates (\`redated\`) since ${stamp('2025-07-14T08:00Z')}`,
      '2 old entries came with a new date; nothing is told again.',
      'Known trap: It is a decoy; use news.example/rss',
      `newest entry ${stamp('2025-07-14T16:40Z')}, one about every 20 minutes · configured to be polled every 10 minutes`,
      `Redirects for good to an address on new.example, seen 2 times since ${stamp('2025-07-12T00:00Z')}: not believed before it was seen often enough over days`,
      `Last success ${stamp('2025-07-14T16:50Z')} · next try ${stamp('2025-07-14T17:05Z')}`,
      '`▇▁▁▇` the last 4 polls: 2 brought a document, 2 unchanged',
      '-# Polls are drawn with the oldest first: ▇ a document, ▁ unchanged, × failed',
      '### What is wrong',
      `**old entries come with new dates (\`redated\`)** since ${stamp('2025-07-14T08:00Z')}, last seen ${stamp('2025-07-14T16:50Z')}`,
      '2 old entries came with a new date; nothing is told again',
      '### Worth knowing',
      '**Tracked guids** · 3 guids end in a fragment; the link tells entries apart',
    ]);
  });

  it('never shows more of an address than its host', () => {
    expect(text.join('\n')).not.toMatch(/rss\.xml|secret|key/);
  });

  it('is within limits with every fault there is', () => {
    const faults = FAULTS.map((verdict): Fault => ({ verdict, says: 'words '.repeat(60), since: NOW, lastAt: NOW }));
    const remarks = REMARKS.map((name): Remark => ({ name, says: 'words '.repeat(60) }));
    const card = feedDetailCard(listed({}, { faults, remarks }), null, NOW);
    expect(measured(card).characters).toBeLessThanOrEqual(4_000);
  });
});

it('the list of feeds names outlets and labels, and what is switched off', () => {
  const card = feedListCard([redated, failing, listed({ id: id('rt'), enabled: false })]);
  expect(linesOf(card)).toEqual([
    '### Feeds',
    '**bbc-world** · BBC News, press',
    '**state-press** · US Department of State, official (US)',
    '**rt** · BBC News, press · switched off',
  ]);
  const many = Array.from({ length: 1_000 }, (_, index) => listed({ id: id(`feed-${index}`) }));
  expect(measured(feedListCard(many)).characters).toBeLessThanOrEqual(4_000);
});

function tested(change: Partial<TestedFeed> = {}): TestedFeed {
  const items = ['Envoys meet', 'A date is named', 'Talks go on', 'Never shown'].map((title) => anItem({ title }));
  return {
    address: 'https://news.example/rss?key=secret',
    fetched: brings(items, { signs: signs() }),
    state: listed().state,
    trap: null,
    everyMinutes: 10,
    listed: null,
    ...change,
  };
}

describe('a test', () => {
  it('says what was found and how often it would be polled', () => {
    expect(linesOf(feedTestCard(tested()))).toEqual([
      '### Test of a feed on news.example',
      'Verdict: **healthy (`healthy`)**',
      '“BBC News” · 10 entries',
      `newest entry ${stamp('2025-07-14T16:40Z')}, one about every 20 minutes`,
      'It would be polled about every 10 minutes',
      '### First entries',
      '“Envoys meet”',
      '“A date is named”',
      '“Talks go on”',
      '-# A test stores nothing and posts nothing.',
    ]);
  });

  it('of a failing address says why and what to do', () => {
    const fetched = fails('refused_address', { reason: 'Feed test (127.0.0.1): 127.0.0.1 is no public address.' });
    const state = { ...listed().state, verdict: 'refused_address' as const };
    expect(linesOf(feedTestCard(tested({ fetched, state, address: 'http://127.0.0.1/x' })))).toEqual([
      '### Test of a feed on 127\\.0.0.1',
      'Verdict: **its address is refused (`refused_address`)**',
      '127\\.0.0.1 is no public address.',
      'Private addresses are never read on request: nobody can allow one from Discord, only whoever runs this bot in its configuration.',
      '-# A test stores nothing and posts nothing.',
    ]);
  });
});

/** What a card of ours itself opens, told apart from what a text would. */
const ours = (card: Card) => constructsIn(textOf(card)).length;

describe('whatever feeds say', () => {
  it('the cards open nothing of it and stay within limits', () => {
    const calm = ours(
      feedTestCard(tested({ fetched: brings([anItem({ title: 'x' })], { signs: signs({ title: 'x' }) }) })),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const fetched = brings([anItem({ title: text })], { signs: signs({ title: text }) });
        const card = feedTestCard(tested({ fetched }));
        expect(ours(card)).toBe(calm);
        expect(measured(card).characters).toBeLessThanOrEqual(4_000);
      }),
      runs(),
    );
  });

  it.each(FEED_VERDICTS)('the reason of %s is shown as plain text', (verdict) => {
    const plainly = listed({}, { verdict, reason: 'x' });
    const hostile = listed({}, { verdict, reason: '<@&1> @everyone **x** [a](https://evil.example)' });
    expect(ours(feedHealthCard([hostile], NOW))).toBe(ours(feedHealthCard([plainly], NOW)));
    expect(ours(feedDetailCard(hostile, null, NOW))).toBe(ours(feedDetailCard(plainly, null, NOW)));
  });
});
