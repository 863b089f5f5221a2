/** Where the bot speaks first in a server that it has come to. */
import { expect, it, vi } from 'vitest';
import { id } from '../../../src/domain/ids.ts';
import { channelsJson } from '../../fakes/discord/places.ts';
import { CHANNEL, type Forbidden, GUILD, guildJson, MODERATORS } from '../../fakes/discord/world.ts';
import { aDesk, aDiscord, deskAt } from './start.ts';

const OTHER = '200000000000000103';

/** Another server; its roles go by its own id. */
function anotherServer(forbidden: readonly Forbidden[], more: object = {}) {
  const guild = guildJson(
    channelsJson([
      ['41', forbidden],
      ['42', []],
    ]),
  );
  const own = JSON.parse(JSON.stringify(guild).replaceAll(GUILD, OTHER));
  return { ...own, ...more };
}

it('it knows the servers that it was in before', async () => {
  const desk = await aDesk();
  expect(desk.arrivals).toEqual([{ guild: GUILD, channel: CHANNEL, locale: 'en-US' }]);
});

it.each<[string, object, string]>([
  ['the topmost channel', anotherServer([]), '41'],
  ['the topmost channel that it may write to', anotherServer(['sending']), '42'],
  ['where Discord tells of new members', anotherServer([], { system_channel_id: '42' }), '42'],
])('in a new server it speaks first in %s', async (_, server, channel) => {
  const desk = await aDesk();
  desk.discord.gateway.dispatch('GUILD_CREATE', { ...server, preferred_locale: 'uk' });
  await vi.waitFor(() => expect(desk.arrivals).toContainEqual({ guild: OTHER, channel, locale: 'uk' }));
});

it('takes a server that names no language for one that speaks English', async () => {
  const desk = await aDesk();
  desk.discord.gateway.dispatch('GUILD_CREATE', { ...anotherServer([]), preferred_locale: undefined });
  await vi.waitFor(() => expect(desk.arrivals).toContainEqual({ guild: OTHER, channel: '41', locale: 'en-US' }));
});

it('nowhere in a server that lets it write nowhere', async () => {
  const discord = await aDiscord();
  for (const channel of [CHANNEL, MODERATORS]) discord.channel(channel).forbids('sending');
  expect((await deskAt(discord)).arrivals).toEqual([]);
});

it('nowhere but in the server that its commands are in', async () => {
  const desk = await deskAt(await aDiscord(), { guild: id(OTHER) });
  expect(desk.arrivals).toEqual([]);
});
