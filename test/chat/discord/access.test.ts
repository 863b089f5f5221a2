/** What may let the bot in again is heard of: messages that wait for a closed channel need not wait for the clock. */
import { expect, it, vi } from 'vitest';
import { channelsJson } from '../../fakes/discord/places.ts';
import { CHANNEL, GUILD, guildJson, MODERATORS, READY } from '../../fakes/discord/world.ts';
import { aDesk } from './start.ts';

const guild = guildJson(
  channelsJson([
    [CHANNEL, []],
    [MODERATORS, []],
  ]),
);
const [everyone] = guild.roles;
const [member] = guild.members;

it.each<[string, string, object]>([
  ['the overwrites of a channel', 'CHANNEL_UPDATE', guild.channels[0] ?? {}],
  ['a role', 'GUILD_ROLE_UPDATE', { guild_id: GUILD, role: { ...everyone, permissions: '8' } }],
  [
    'the roles of the bot',
    'GUILD_MEMBER_UPDATE',
    { ...member, guild_id: GUILD, roles: [], nick: 'desk', user: READY.user },
  ],
])('%s changed: every channel of that server may be open again', async (_, event, data) => {
  const desk = await aDesk();
  desk.discord.gateway.dispatch(event, data);
  await vi.waitFor(() => expect(desk.access.flat().sort()).toEqual([CHANNEL, MODERATORS]));
});

it('a session that began anew has missed what happened before it: every channel may be open again', async () => {
  const desk = await aDesk();
  desk.discord.gateway.forgetsSession();
  desk.discord.gateway.drops(4000);
  await vi.waitFor(() => expect(desk.access).toContain(null), { timeout: 10_000 });
}, 15_000);
