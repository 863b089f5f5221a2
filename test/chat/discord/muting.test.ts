/** An outlet that moderators mute and hear again, with nothing but what they can type. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Feeds } from '../../../src/domain/ports.ts';
import { MINUTE, plus } from '../../../src/domain/time.ts';
import { openStore } from '../../../src/main.ts';
import { GUILD, MANAGE_GUILD } from '../../fakes/discord/world.ts';
import { aFollow, anOutlet, aStoryline, NO_RULES } from '../../fakes/nouns.ts';
import { aDiscord, deskAt, keptLog } from './start.ts';

const because = 'a test says so';
const MODERATOR = { permissions: MANAGE_GUILD };
const FEEDS: Feeds = { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined };
const BBC = { outlet: 'bbc' };

async function aDeskThatFollows() {
  const discord = await aDiscord();
  const { clock } = discord;
  const store = openStore(':memory:', clock, keptLog(), {});
  const known: readonly Change[] = [
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'outlet.listed', outlet: anOutlet({ id: id('dw'), name: 'Deutsche Welle', group: 'dw' }), because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
    { kind: 'follow.set', follow: aFollow({ guild: id(GUILD) }), because },
    { kind: 'follow.set', follow: aFollow({ id: id('theirs'), guild: id('999'), channel: id('998') }), because },
  ];
  await store.commit(known, { at: clock.now(), actor: 'test' });
  const commit: typeof store.commit = async (changes, act) => {
    clock.reaches(plus(clock.now(), MINUTE));
    await store.commit(changes, { ...act, at: clock.now() });
  };
  await deskAt(discord, { commands: COMMANDS, ports: { ...NO_RULES, store, feeds: FEEDS, commit } });
  const unheard = async (guild: string) => (await store.server(id(guild))).follows.map((follow) => follow.unheard);
  return { discord, unheard };
}

it('is offered, muted in that server alone, audited, and heard again by undo', async () => {
  const { discord, unheard } = await aDeskThatFollows();
  const offered = (verb: string) =>
    discord.typing('feed', verb, { option: 'outlet', text: '', options: {} }, MODERATOR);
  expect(await offered('mute')).toEqual([
    expect.objectContaining({ value: 'bbc' }),
    expect.objectContaining({ value: 'dw' }),
  ]);
  expect(await offered('unmute')).toEqual([]);

  expect((await discord.slash('feed', 'mute', BBC)).text).toContain('Manage Server');
  expect((await discord.slash('feed', 'mute', BBC, MODERATOR)).text).toContain('Muted: BBC News');
  expect(await unheard(GUILD)).toEqual([['bbc']]);
  expect(await unheard('999')).toEqual([[]]);
  expect(await offered('mute')).toEqual([expect.objectContaining({ value: 'dw' })]);
  expect(await offered('unmute')).toEqual([expect.objectContaining({ value: 'bbc' })]);
  expect((await discord.slash('desk', 'audit', {}, MODERATOR)).text).toContain('Muted outlets: `bbc`');

  await discord.slash('desk', 'undo', {}, MODERATOR);
  expect(await unheard(GUILD)).toEqual([[]]);
  await discord.slash('feed', 'mute', { outlet: 'deutsche welle' }, MODERATOR);
  expect((await discord.slash('feed', 'unmute', { outlet: 'dw' }, MODERATOR)).text).toContain('Heard again');
  expect(await unheard(GUILD)).toEqual([[]]);
});
