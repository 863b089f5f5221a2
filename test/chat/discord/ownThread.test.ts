/** A storyline that moderators give a thread of its own, with nothing but what they can type; in a forum, a post. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import { want } from '../../../src/decide/show.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import { PRIORITIES } from '../../../src/domain/message.ts';
import type { Feeds } from '../../../src/domain/ports.ts';
import { DAY, MINUTE, plus } from '../../../src/domain/time.ts';
import { openStore } from '../../../src/main.ts';
import { deliverStep } from '../../../src/run/deliver.ts';
import { textOf } from '../../fakes/discord/messages.ts';
import type { Place } from '../../fakes/discord/places.ts';
import { CHANNEL, FORUM, GUILD, MANAGE_GUILD, MODERATORS } from '../../fakes/discord/world.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, NO_RULES } from '../../fakes/nouns.ts';
import { aDiscord, deskAt, keptLog } from './start.ts';

const because = 'a test says so';
const MODERATOR = { permissions: MANAGE_GUILD };
const FEEDS: Feeds = { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined };
const never = new AbortController().signal;

async function aDeskThatFollows(change: Partial<Place> = {}) {
  const discord = await aDiscord();
  const { clock } = discord;
  discord.channel(CHANNEL).becomes(change);
  const store = openStore(':memory:', clock, keptLog(), {});
  const known: readonly Change[] = [
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'storyline.defined', storyline: aStoryline({ title: 'Ceasefire deadline' }), because },
    { kind: 'follow.set', follow: aFollow({ guild: id(GUILD), channel: id(CHANNEL) }), because },
    { kind: 'item.seen', item: anItem(), baseline: false, because },
    { kind: 'development.opened', development: aDevelopment(), because },
  ];
  await store.commit(known, { at: clock.now(), actor: 'test' });
  const commit: typeof store.commit = async (changes, act) => {
    clock.reaches(plus(clock.now(), MINUTE));
    await store.commit(changes, { ...act, at: clock.now() });
  };
  const desk = await deskAt(discord, { commands: COMMANDS, ports: { ...NO_RULES, store, feeds: FEEDS, commit } });
  const log = keptLog();
  const deliver = deliverStep({ store, chat: desk.chat, clock, log, onUnauthorised: () => undefined });
  const step = () => deliver(clock.now(), never);
  const news = async (key: string) => {
    const [follow = aFollow()] = (await store.server(id(GUILD))).follows;
    const manner = { rev: 1, priority: PRIORITIES.development, because };
    await commit([{ ...want({ kind: 'development', id: 'development-1' }, follow, manner), key: id(key) }], {
      at: clock.now(),
      actor: 'test',
    });
    await step();
  };
  const read = (channel: string) =>
    discord.channel(channel).messages.map(({ components }) => textOf({ components: [...components] }));
  const types = async (command: string, options = {}) => {
    const [name = '', subcommand = ''] = command.split(' ');
    const { text } = await discord.slash(name, subcommand, options, MODERATOR);
    await step();
    return text;
  };
  return { discord, news, read, types, threads: () => discord.channel(CHANNEL).threads, step };
}

const THREAD = expect.stringContaining('Everything about this storyline is told here');
const NEWS = expect.stringContaining('50 days');

it('is told there from now on, audited, and in the channel again by undo', async () => {
  const { news, read, types, threads } = await aDeskThatFollows();
  expect(await types('alerts thread', { channel: CHANNEL, own: true })).toContain(
    'Each storyline in a thread of its own',
  );
  const [thread] = threads();
  expect(thread).toMatchObject({ name: 'Ceasefire deadline' });
  await news('first');
  expect([read(CHANNEL), read(thread?.id ?? '')]).toEqual([[THREAD], [NEWS]]);
  expect(await types('desk audit')).toContain('Each storyline in a thread of its own');

  await types('desk undo');
  await news('second');
  expect([read(CHANNEL), read(thread?.id ?? '')]).toEqual([[THREAD, NEWS], [NEWS]]);
  await types('alerts thread', { channel: CHANNEL, own: true });
  expect(threads()).toHaveLength(1);
});

it('has a post of its own in a forum, and nothing else there', async () => {
  const { news, read, types, threads } = await aDeskThatFollows({ type: FORUM });
  expect(await types('alerts channel', { channel: CHANNEL, to: CHANNEL })).toContain('in a thread of its own');
  await news('first');
  expect(threads().map(({ id: post }) => read(post))).toEqual([[THREAD, NEWS]]);
  expect(await types('alerts thread', { channel: CHANNEL, own: false })).toContain('A forum takes posts alone');
});

it('is refused where the bot may make none, which says what to allow', async () => {
  const { discord, types, threads } = await aDeskThatFollows();
  discord.channel(CHANNEL).forbids('making threads');
  expect(await types('alerts thread', { channel: CHANNEL, own: true })).toContain(
    'the bot lacks Create Public Threads',
  );
  expect(await types('desk permissions')).not.toContain('Create Public Threads');
  expect(threads()).toEqual([]);
});

it('is refused by what Discord says with the command, also where the gateway has not told of it yet', async () => {
  const { discord, types } = await aDeskThatFollows();
  discord.channel(CHANNEL).forbidsUntold('sending in threads');
  expect(await types('alerts thread', { channel: CHANNEL, own: true })).toContain('lacks Send Messages in Threads');
  discord.channel(MODERATORS).forbidsUntold('sending');
  expect(await types('alerts channel', { channel: CHANNEL, to: MODERATORS })).toContain('lacks Send Messages');
  discord.channel(MODERATORS).forbidsUntold();
  expect(await types('alerts channel', { channel: CHANNEL, to: MODERATORS })).toContain(`Alerts in <#${MODERATORS}>`);
});

it('gets no new thread for one that was deleted, before moderators ask for it', async () => {
  const { discord, news, read, types, threads, step } = await aDeskThatFollows();
  await types('alerts thread', { channel: CHANNEL, own: true });
  discord.channel(threads()[0]?.id ?? '').vanishes();
  await news('first');
  expect(await types('desk status')).toContain('Unknown Channel');
  discord.clock.reaches(plus(discord.clock.now(), 2 * DAY));
  await step();
  expect(threads()).toEqual([]);
  await types('alerts thread', { channel: CHANNEL, own: true });
  expect(threads().map(({ id: thread }) => read(thread))).toEqual([[NEWS]]);
});

it('that was locked is told of again as soon as it is open', async () => {
  const { discord, news, read, types, threads, step } = await aDeskThatFollows();
  await types('alerts thread', { channel: CHANNEL, own: true });
  const thread = threads()[0]?.id ?? '';
  discord.channel(thread).becomes({ archivedAt: discord.clock.now(), isLocked: true });
  await news('first');
  expect(await types('desk status')).toContain('The thread is locked');
  discord.channel(thread).becomes({ isLocked: false });
  discord.clock.reaches(plus(discord.clock.now(), DAY));
  await step();
  expect(read(thread)).toEqual([NEWS]);
});
