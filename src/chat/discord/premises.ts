/** Discord's servers, channels and roles as the gateway tells of them. */
import {
  BaseChannel,
  ChannelType,
  type Client,
  type GuildBasedChannel,
  PermissionFlagsBits,
  PermissionsBitField,
  Routes,
} from 'discord.js';
import { type ChannelId, type GuildId, id, type RoleId } from '../../domain/ids.ts';
import type { Need, Premises, RoleUse } from '../../domain/premises.ts';
import type { Use } from './call.ts';
import { meaningOf } from './errors.ts';

const BITS: Readonly<Record<Need, bigint>> = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  history: PermissionFlagsBits.ReadMessageHistory,
  threads: PermissionFlagsBits.CreatePublicThreads,
  inThreads: PermissionFlagsBits.SendMessagesInThreads,
};

/** What is needed there; in a thread another permission lets us write, and a forum's posts are made by writing. */
function needsIn(channel: GuildBasedChannel, inThreads: boolean): readonly Need[] {
  if (channel.isThread()) return ['view', 'inThreads', 'history'];
  if (!inThreads) return ['view', 'send', 'history'];
  return channel.isThreadOnly()
    ? ['view', 'send', 'history', 'inThreads']
    : ['view', 'send', 'history', 'threads', 'inThreads'];
}

/** What the bot asks for when it is let in. */
const ASKED = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
]).bitfield;

type Allowed = Readonly<PermissionsBitField>;

function channelOf(client: Client, name: ChannelId): GuildBasedChannel | null {
  const channel = client.channels.cache.get(name);
  return channel === undefined || channel.isDMBased() ? null : channel;
}

/** `told` is what the bot may do there, where Discord has just said so; the gateway's word otherwise. */
function lacks(client: Client<true>, name: ChannelId, inThreads: boolean, told?: Allowed): readonly Need[] | null {
  const channel = channelOf(client, name);
  if (channel === null || !(inThreads ? 'threads' in channel : channel.isTextBased())) return null;
  const own = told ?? channel.permissionsFor(client.user);
  return needsIn(channel, inThreads).filter((need) => !own?.has(BITS[need]));
}

function parentOf(client: Client<true>, name: ChannelId): ChannelId | null {
  const channel = channelOf(client, name);
  return channel?.isThread() && channel.parentId ? id<ChannelId>(channel.parentId) : null;
}

/**
 * Discord lets a bot give roles below its own highest one alone (documentation, Permission Hierarchy). Anyone may press
 * the button: a role that lets its members do more than everyone may is never given.
 */
function roleUse(client: Client<true>, guild: GuildId, name: RoleId, channel: ChannelId): RoleUse | null {
  const server = client.guilds.cache.get(guild);
  const role = server?.roles.cache.get(name);
  const self = server?.members.me;
  if (!role || !self) return null;
  const mayMention = channelOf(client, channel)?.permissionsFor(client.user)?.has(PermissionFlagsBits.MentionEveryone);
  const isBelow = !role.managed && role.id !== guild && self.roles.highest.comparePositionTo(role) > 0;
  const isHarmless = server.roles.everyone.permissions.has(role.permissions);
  return {
    calls: role.mentionable || mayMention === true,
    given: isBelow && isHarmless && self.permissions.has(PermissionFlagsBits.ManageRoles),
  };
}

/** What the bot may do where a command is used, and in the channels that are named with it. */
function toldWith(interaction: Use): ReadonlyMap<string, Allowed> {
  const told = new Map<string, Allowed>([[interaction.channelId ?? '', interaction.appPermissions]]);
  const named = interaction.isChatInputCommand() ? (interaction.options.data[0]?.options ?? []) : [];
  for (const { channel } of named) {
    if (channel instanceof BaseChannel && channel.appPermissions) told.set(channel.id, channel.appPermissions);
  }
  return told;
}

/** The premises as a command finds them: what Discord says with it is newer than what the gateway has told. */
export function premisesAt(interaction: Use, premises: Premises): Premises {
  const { client } = interaction;
  const told = toldWith(interaction);
  return {
    ...premises,
    lacks: (channel, inThreads) => {
      const allowed = told.get(channel);
      return allowed ? lacks(client, channel, inThreads, allowed) : premises.lacks(channel, inThreads);
    },
  };
}

const BECAUSE = 'They pressed "Follow" or "Unfollow"';

/** Where somebody who manages a server lets the bot in with what it needs. */
export function invitationOf({ application }: Client<true>): string {
  const query = { client_id: application.id, scope: 'bot applications.commands', permissions: `${ASKED}` };
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`;
}

/** `client` once it is ready: the server it has not been told of yet has no channels and no roles. */
export function discordPremises(client: Client): Premises {
  const ready = (): Client<true> => {
    if (!client.isReady()) throw new Error('Discord has not let us in yet');
    return client;
  };
  const changeRole = async (act: 'put' | 'delete', guild: GuildId, member: string, role: RoleId) => {
    const use = roleUse(ready(), guild, role, id(''));
    if (!use?.given) return false;
    try {
      await client.rest[act](Routes.guildMemberRole(guild, member, role), { reason: BECAUSE });
      return true;
    } catch (error) {
      if (meaningOf(error) === 'denied') return false;
      throw error;
    }
  };
  return {
    lacks: (channel, inThreads) => lacks(ready(), channel, inThreads),
    isAnnouncing: (channel) => channelOf(ready(), channel)?.type === ChannelType.GuildAnnouncement,
    isForum: (channel) => channelOf(ready(), channel)?.isThreadOnly() ?? false,
    parentOf: (channel) => parentOf(ready(), channel),
    roleUse: (guild, role, channel) => roleUse(ready(), guild, role, channel),
    give: (guild, member, role) => changeRole('put', guild, member, role),
    take: (guild, member, role) => changeRole('delete', guild, member, role),
    invitation: () => invitationOf(ready()),
  };
}
