/** Servers that the bot is in, and where it may speak first in each. */
import { ChannelType, type Client, type Guild, Locale, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { z } from 'zod';
import { type ChannelId, type GuildId, id } from '../../domain/ids.ts';
import type { Arrival } from '../../domain/premises.ts';

function isOpen(channel: TextChannel, client: Client<true>): boolean {
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  return channel.permissionsFor(client.user)?.has(needed) ?? false;
}

/** Where Discord itself tells of new members, else the topmost channel that the bot may write to. */
function firstChannel({ systemChannel, channels }: Guild, client: Client<true>): TextChannel | null {
  if (systemChannel !== null && isOpen(systemChannel, client)) return systemChannel;
  const texts = [...channels.cache.values()].filter((channel) => channel.type === ChannelType.GuildText);
  const open = texts.filter((channel) => isOpen(channel, client));
  return open.toSorted((a, b) => a.rawPosition - b.rawPosition)[0] ?? null;
}

/** Servers that speak Discord's API need not say it, whatever the types promise. */
const LOCALE = z.enum(Locale).catch(Locale.EnglishUS);

/** Nothing for a server where the bot may write nowhere. */
export function arrivalsIn(guilds: Iterable<Guild>, client: Client<true>): readonly Arrival[] {
  return [...guilds].flatMap((guild) => {
    const channel = firstChannel(guild, client);
    if (channel === null) return [];
    const locale = LOCALE.parse(guild.preferredLocale);
    return [{ guild: id<GuildId>(guild.id), channel: id<ChannelId>(channel.id), locale }];
  });
}
