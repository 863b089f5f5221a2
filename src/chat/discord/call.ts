/** An interaction of Discord as a call in the words of the domain. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  PermissionFlagsBits,
} from 'discord.js';
import type { Call, Command, Typing } from '../../domain/command.ts';
import { type ChannelId, type GuildId, id } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { words } from './words.ts';

function optionValues(options: readonly CommandInteractionOption[]): Call['options'] {
  return new Map(options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** What is being typed at `now`; null outside of servers, where nothing is offered. */
export function typingOf(interaction: AutocompleteInteraction, now: Instant): Typing | null {
  const { guildId, user, locale } = interaction;
  if (guildId === null) return null;
  const { name, value } = interaction.options.getFocused(true);
  return {
    subcommand: interaction.options.getSubcommand(false) ?? '',
    options: optionValues(interaction.options.data[0]?.options ?? []),
    option: name,
    text: value.trim(),
    member: user.id,
    guild: id<GuildId>(guildId),
    locale,
    now,
  };
}

/** The call that `interaction` makes at `now`. Throws Refusal outside of servers. */
export function callOf(interaction: ChatInputCommandInteraction, now: Instant): Call {
  const { guildId, channelId, user, locale } = interaction;
  if (guildId === null) throw new Refusal(words.serversOnly);
  return {
    subcommand: interaction.options.getSubcommand(false) ?? '',
    options: optionValues(interaction.options.data[0]?.options ?? []),
    member: user.id,
    guild: id<GuildId>(guildId),
    channel: id<ChannelId>(channelId),
    locale,
    now,
  };
}

/** What of a command is for moderators alone: all of it, one subcommand, or nothing. */
function steeringPart({ name, steering, subcommands }: Command, subcommand: string | null): string | null {
  if (steering) return name;
  const isSteering = subcommands.some((each) => each.name === subcommand && each.steering);
  return isSteering ? `${name} ${subcommand}` : null;
}

/** The command that `interaction` names, when its member may run it. Throws Refusal otherwise. */
export function commandFor(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  commands: readonly Command[],
): Command {
  const name = interaction.commandName;
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Refusal(words.unknownCommand(name));
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const steering = steeringPart(command, interaction.options.getSubcommand(false));
  if (steering !== null && !mayManage) throw new Refusal(words.moderatorsOnly(steering));
  return command;
}
