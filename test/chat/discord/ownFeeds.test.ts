/** A server's own feed from the command to the card, with nothing but what a moderator can type and press. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import { vocabularyOf } from '../../../src/decide/rules.ts';
import type { Change } from '../../../src/domain/change.ts';
import { type ChannelId, id } from '../../../src/domain/ids.ts';
import type { Feeds } from '../../../src/domain/ports.ts';
import { HOUR, MINUTE, plus } from '../../../src/domain/time.ts';
import { createFeeds } from '../../../src/feeds/feeds.ts';
import { openRules, openStore } from '../../../src/main.ts';
import { pollStep } from '../../../src/run/poll.ts';
import { CHANNEL, GUILD, MANAGE_GUILD } from '../../fakes/discord/world.ts';
import { type FeedServer, startFeedServer } from '../../fakes/feedServer.ts';
import { rss } from '../../fakes/liveDesk.ts';
import { aFollow, aStoryline, NO_RULES } from '../../fakes/nouns.ts';
import { aDiscord, deskAt, keptLog } from './start.ts';

const because = 'a test says so';
const MODERATOR = { permissions: MANAGE_GUILD };
const AWAY: ChannelId = id('900000000000000001');
const QUERY = { query: 'grain*', deadline: null };
const OURS = aStoryline({ slug: id('ours'), title: 'Grain', guild: id(GUILD), ...QUERY });
const THEIRS = aStoryline({ slug: id('theirs'), title: 'Grain, too', guild: id('999'), ...QUERY });
const SHARED = aStoryline({ slug: id('shared'), title: 'Grain for all', ...QUERY });
const STORYLINES = [OURS, THEIRS, SHARED];

let server: FeedServer;
let feeds: Feeds;
beforeAll(async () => {
  server = await startFeedServer();
  const limits = { timeoutMs: 5_000, maxBytes: 1_000_000, perHost: 2 };
  feeds = createFeeds({ ...limits, userAgent: 'DeadlineDesk/test', allowedHosts: ['127.0.0.1'], log: keptLog() });
});
afterAll(async () => {
  await feeds.close();
  await server.close();
});

async function aDeskThatReads() {
  const discord = await aDiscord();
  const { clock } = discord;
  const [store, log] = [openStore(':memory:', clock, keptLog(), {}), keptLog()];
  const follows = [
    aFollow({ id: id('f1'), storyline: OURS.slug, guild: id(GUILD), channel: id(CHANNEL) }),
    aFollow({ id: id('f2'), storyline: THEIRS.slug, guild: id('999'), channel: AWAY }),
    aFollow({ id: id('f3'), storyline: SHARED.slug, guild: id('999'), channel: AWAY }),
  ];
  const known: readonly Change[] = [
    ...STORYLINES.map((storyline): Change => ({ kind: 'storyline.defined', storyline, because })),
    ...follows.map((follow): Change => ({ kind: 'follow.set', follow, because })),
  ];
  await store.commit(known, { at: clock.now(), actor: 'test' });
  const commit: typeof store.commit = async (changes, act) => {
    await store.commit(changes, act);
    clock.reaches(plus(clock.now(), MINUTE));
  };
  await deskAt(discord, { commands: COMMANDS, ports: { ...NO_RULES, store, feeds, commit } });
  const rules = openRules(STORYLINES, vocabularyOf({}));
  const ports = { store, feeds, log, clock, rules: () => rules, trapAt: () => null, onCommitted: () => undefined };
  const step = pollStep({ ...ports, concurrency: 1, perHost: 1 });
  const polls = async () => {
    clock.reaches(plus(clock.now(), HOUR));
    await step(clock.now(), new AbortController().signal);
  };
  return { discord, store, polls };
}

it('is added, told to its own server alone, paused, read again and removed', async () => {
  const { discord, store, polls } = await aDeskThatReads();
  const told = async (channel: ChannelId) => (await store.channelMessages(channel, 10)).length;
  const old = rss('Grain prices rise');
  const feed = server.feed('/rss').answers(200, old).answers(200, old);
  feed.answers(200, rss('Grain prices rise', 'Grain ships leave Odesa'));

  const { text } = await discord.slash('feed', 'add', { url: feed.url }, MODERATOR);
  expect(text).toContain('Feed added');
  expect(text).toContain('for the storylines that this server owns: Grain');
  const [own] = (await store.server(id(GUILD))).feeds;
  const name = own?.feed.id ?? '';

  await polls();
  expect([await told(id(CHANNEL)), await told(AWAY)]).toEqual([0, 0]);
  await polls();
  expect([await told(id(CHANNEL)), await told(AWAY)]).toEqual([1, 0]);

  const typing = { option: 'feed', text: '', options: {} };
  expect(await discord.typing('feed', 'pause', typing, MODERATOR)).toMatchObject([{ value: name }]);
  expect((await discord.slash('feed', 'pause', { feed: name }, MODERATOR)).text).toContain('Feed paused');
  const asked = server.requests.length;
  await polls();
  expect(server.requests).toHaveLength(asked);
  expect((await discord.slash('feed', 'resume', { feed: name }, MODERATOR)).text).toContain('Feed read again');
  expect((await discord.slash('feed', 'remove', { feed: name }, MODERATOR)).text).toContain('Feed removed');
  expect(await told(id(CHANNEL))).toBe(1);
});

it.each(['add', 'pause', 'resume', 'remove'])('is for moderators: members may not %s one', async (subcommand) => {
  const { discord, store } = await aDeskThatReads();
  const options = subcommand === 'add' ? { url: server.feed('/rss').url } : { feed: 'any' };
  expect((await discord.slash('feed', subcommand, options)).text).toContain('Manage Server');
  expect((await store.server(id(GUILD))).feeds).toEqual([]);
});
