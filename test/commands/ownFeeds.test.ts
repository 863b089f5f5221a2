/** Feeds that moderators add for their own server, from addresses on loopback. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feed as feedCommand } from '../../src/commands/feed.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import type { Feeds } from '../../src/domain/ports.ts';
import { createFeeds } from '../../src/feeds/feeds.ts';
import { type FeedServer, startFeedServer } from '../fakes/feedServer.ts';
import { rss } from '../fakes/liveDesk.ts';
import { aFeed, aFollow, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { type Steering, steeredServer } from '../fakes/steering.ts';
import { fakeLog } from '../fakes/world.ts';

const GUILD = aFollow().guild;
const AWAY = id<typeof GUILD>('999');
const because = 'a test says so';

let server: FeedServer;
let feeds: Feeds;
let desk: Steering;
let url: string;

beforeAll(async () => {
  server = await startFeedServer();
  const limits = { timeoutMs: 5_000, maxBytes: 1_000_000, perHost: 2 };
  feeds = createFeeds({ ...limits, userAgent: 'DeadlineDesk/test', allowedHosts: ['127.0.0.1'], log: fakeLog() });
});
afterAll(async () => {
  await feeds.close();
  await server.close();
});
beforeEach(async () => {
  desk = await steeredServer({ feeds, feedRoom: { perServer: 2, total: 3 } });
  url = server.feed('/harbour').answers(200, rss('Ferries stop', 'Ferries run')).url;
});
afterEach(() => desk.store.close());

async function commit(...changes: readonly Change[]): Promise<void> {
  await desk.store.commit(changes, { at: at('2025-07-14T16:00Z'), actor: 'test' });
}

async function ownOnes() {
  return (await desk.store.server(GUILD)).feeds;
}

async function nameOfOnly(): Promise<string> {
  const [own, another] = await ownOnes();
  if (own === undefined || another !== undefined) throw new Error('one feed was expected');
  return own.feed.id;
}

/** A feed of another server. */
function theirs(address: string): readonly Change[] {
  const outlet = anOutlet({ id: id('theirs'), name: 'Their paper', label: 'unreviewed' });
  const feed = aFeed({ id: id('theirs'), url: address, outlet: outlet.id, guild: AWAY });
  const firstPollAt = at('2025-07-14T16:00Z');
  return [
    { kind: 'outlet.listed', outlet, because },
    { kind: 'feed.listed', feed, firstPollAt, because },
  ];
}

async function choices(subcommand: string, option = 'feed'): Promise<readonly string[]> {
  const now = at('2025-07-14T18:00Z');
  const typing = { subcommand, option, text: '', options: new Map(), member: '3', guild: GUILD, locale: 'en', now };
  return ((await feedCommand.offer?.(typing, desk)) ?? []).map(({ value }) => value);
}

describe('/feed add', () => {
  it('reads the address, shows what it found, and reads it from then on', async () => {
    const text = await desk.types('feed add', { url });
    expect(text).toContain('### Feed added: **127');
    expect(text).toContain('Verdict: **healthy (`healthy`)**');
    expect(text).toContain('2 entries');
    expect(text).toContain('newest entry');
    expect(text).toContain('“Ferries stop”');
    expect(text).toContain('nothing of it is posted before `/story add` makes one');
    const [own] = await ownOnes();
    expect(own).toMatchObject({
      feed: { url, guild: GUILD, enabled: true },
      outlet: { label: 'unreviewed', names: [] },
    });
    const due = await desk.store.dueFeeds(at('2025-07-14T18:00Z'), 10);
    expect(due.map(({ feed, state }) => [feed.url, state.baselineAt])).toEqual([[url, null]]);
  });

  it('names the storylines that the server owns', async () => {
    await commit({
      kind: 'storyline.defined',
      storyline: aStoryline({ slug: id('ours'), title: 'Ferries', guild: GUILD }),
      because,
    });
    expect(await desk.types('feed add', { url })).toContain('for the storylines that this server owns: Ferries');
  });

  it('counts an address of a known outlet as its owner’s', async () => {
    await commit({ kind: 'outlet.listed', outlet: anOutlet({ hosts: [server.host], group: 'bbc' }), because });
    await desk.types('feed add', { url });
    expect((await ownOnes())[0]?.outlet).toMatchObject({ label: 'unreviewed', group: 'bbc', zone: 'Europe/London' });
  });

  it.each([
    [
      'an answer that is no feed',
      () => server.feed('/page').answers(200, '<html><title>Us</title></html>').url,
      /an HTML page/i,
    ],
    ['an error', () => server.feed('/none').answers(404).url, /404/],
    ['a private address', () => 'http://10.0.0.1/feed', /nobody can allow one from Discord/],
  ])('adds nothing for %s, and says what is wrong', async (_what, address, says) => {
    const text = await desk.types('feed add', { url: address() });
    expect(text).toMatch(says);
    expect(text).toContain('Nothing was added.');
    expect(await ownOnes()).toEqual([]);
  });

  it('refuses what is no address, or carries a login', async () => {
    await expect(desk.types('feed add', { url: 'harbour' })).rejects.toThrow('That is no web address.');
    await expect(desk.types('feed add', { url: 'https://me:word@a.example/' })).rejects.toThrow('Leave them out');
  });

  it('names the feed that has the address already, also behind a redirect', async () => {
    const firstPollAt = at('2025-07-14T16:00Z');
    const shared: readonly Change[] = [
      { kind: 'outlet.listed', outlet: anOutlet(), because },
      { kind: 'feed.listed', feed: aFeed({ url }), firstPollAt, because },
    ];
    await commit(...shared);
    const moved = server.feed('/moved').redirects(url, 301).url;
    const says = 'That address is read for every server already, as bbc-world.';
    await expect(desk.types('feed add', { url })).rejects.toThrow(says);
    await expect(desk.types('feed add', { url: moved })).rejects.toThrow(says);
    const other = server.feed('/other').answers(200, rss('Rain')).url;
    await desk.types('feed add', { url: other });
    await expect(desk.types('feed add', { url: other })).rejects.toThrow(
      'This server has that address already, as 127',
    );
  });

  it('knows nothing of what another server reads', async () => {
    await commit(...theirs(url));
    expect(await desk.types('feed add', { url })).toContain('### Feed added');
    expect(await desk.types('feed list')).not.toContain('Their paper');
    expect(await choices('health')).toEqual([await nameOfOnly()]);
    expect(await choices('mute', 'outlet')).toEqual([await nameOfOnly()]);
    await expect(desk.types('feed pause', { feed: 'theirs' })).rejects.toThrow('is no feed of this server');
    await expect(desk.types('feed health', { feed: 'theirs' })).rejects.toThrow('There is no feed "theirs".');
  });

  it('takes as many as the server, and all of them, may have', async () => {
    const add = (path: string) => desk.types('feed add', { url: server.feed(path).answers(200, rss('Rain')).url });
    await add('/1');
    await add('/2');
    await expect(add('/3')).rejects.toThrow('A server may add 2 feeds at most.');
    await desk.types('feed remove', { feed: (await choices('remove'))[0] ?? '' });
    await commit(...theirs('http://a.example/'));
    const second = aFeed({ id: id('second'), url: 'http://b.example/', outlet: id('theirs'), guild: AWAY });
    await commit({ kind: 'feed.listed', feed: second, firstPollAt: at('2025-07-14T16:00Z'), because });
    await expect(add('/3')).rejects.toThrow('DESK_SERVER_FEEDS_TOTAL');
  });

  it('adds none where the operator allows none', async () => {
    const closed = await steeredServer({ feeds, feedRoom: { perServer: 0, total: 3 } });
    await expect(closed.types('feed add', { url })).rejects.toThrow('lets servers add no feeds');
    await closed.store.close();
  });
});

describe('a feed of a server', () => {
  beforeEach(() => desk.types('feed add', { url }));

  it('rests while it is paused, and begins in silence when it is read again', async () => {
    const feed = await nameOfOnly();
    const state = { ...(await listed()).state, baselineAt: at('2025-07-14T17:30Z') };
    await commit({ kind: 'feed.polled', host: server.host, state, because });
    expect(await desk.types('feed pause', { feed })).toContain('It is not read until');
    expect([await choices('pause'), await choices('resume')]).toEqual([[], [feed]]);
    expect(await desk.store.dueFeeds(at('2025-07-20T18:00Z'), 10)).toEqual([]);
    await expect(desk.types('feed pause', { feed })).rejects.toThrow('is paused already');
    expect(await desk.types('feed list')).toContain('of this server · switched off');
    expect(await desk.types('feed resume', { feed })).toContain('taken in silence');
    await expect(desk.types('feed resume', { feed })).rejects.toThrow('is read already');
    expect((await listed()).state.baselineAt).toBeNull();
    expect([await choices('pause'), await choices('resume')]).toEqual([[feed], []]);
  });

  it('is gone once it is removed, and comes back under the same name', async () => {
    const feed = await nameOfOnly();
    expect(await desk.types('feed remove', { feed })).toContain('What it reported stays where it was told');
    expect(await ownOnes()).toEqual([]);
    await expect(desk.types('feed remove', { feed })).rejects.toThrow('is no feed of this server');
    await desk.types('feed add', { url });
    expect(await nameOfOnly()).toBe(feed);
  });

  it('is told in the audit, and every step of it is taken back', async () => {
    const feed = await nameOfOnly();
    await desk.types('feed pause', { feed });
    await desk.types('feed resume', { feed });
    await desk.types('feed remove', { feed });
    const audit = await desk.types('desk audit');
    for (const done of ['removed', 'read again', 'paused', 'added']) expect(audit).toContain(`Feed ${done}: **127`);
    const standing: (boolean | null)[] = [];
    for (let steps = 0; steps < 4; steps += 1) {
      await desk.types('desk undo');
      standing.push((await ownOnes())[0]?.feed.enabled ?? null);
    }
    expect(standing).toEqual([true, false, true, null]);
    expect((await desk.types('desk audit')).match(/· taken back/g)).toHaveLength(4);
  });

  async function listed() {
    const [one] = await desk.store.feeds();
    if (one === undefined) throw new Error('no feed is listed');
    return one;
  }
});
