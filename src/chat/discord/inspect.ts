/** What the bot may do where it is meant to, asked before it matters. */
import { type Client, Events, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { type ChannelId, type GuildId, id } from '../../domain/ids.ts';
import type { Clock } from '../../domain/ports.ts';
import { deskClient } from './client.ts';
import { login } from './login.ts';
import { invitationOf } from './premises.ts';

export interface InspectOptions {
  readonly token: string;
  /** Null for Discord itself. */
  readonly apiUrl: string | null;
  readonly loginDeadlineMs: number;
  readonly stopping: AbortSignal;
  readonly channels: readonly ChannelId[];
  readonly clock: Clock;
}

/** A channel as the bot finds it. */
export interface InspectedChannel {
  readonly channel: ChannelId;
  /** Its server; null when the bot is in no server that has it, or may not see it. */
  readonly guild: GuildId | null;
  /** What its messages cannot do without, as Discord names it. */
  readonly lacks: readonly string[];
}

export interface Inspected {
  readonly channels: readonly InspectedChannel[];
  /** Where somebody who manages a server lets the bot in. */
  readonly invitation: string;
}

/** By the names that people read in Discord. */
const NEEDED: ReadonlyMap<string, bigint> = new Map([
  ['View Channels', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
]);

function lacking(channel: GuildBasedChannel, client: Client<true>): readonly string[] {
  const own = channel.permissionsFor(client.user);
  return [...NEEDED].filter(([, bit]) => !own?.has(bit)).map(([name]) => name);
}

function inspected(client: Client<true>, name: ChannelId): InspectedChannel {
  const channel = client.channels.cache.get(name);
  if (!channel || channel.isDMBased()) return { channel: name, guild: null, lacks: [] };
  return { channel: name, guild: id<GuildId>(channel.guildId), lacks: lacking(channel, client) };
}

/**
 * Logs in as a live bot would, looks and leaves; nothing is posted or registered. Rejects with Refusal, which says what
 * to do, when Discord does not let us in.
 */
export async function inspectDiscord(options: InspectOptions): Promise<Inspected> {
  const desk = deskClient({ ...options, onHeld: () => undefined });
  // discord.js throws at whoever listens to no `error`; what it means for the login, the login says.
  desk.client.on(Events.Error, () => undefined);
  const client = await login(desk, options.token, options.loginDeadlineMs, options.stopping);
  try {
    const channels = options.channels.map((channel) => inspected(client, channel));
    return { channels, invitation: invitationOf(client) };
  } finally {
    await desk.leave();
  }
}
