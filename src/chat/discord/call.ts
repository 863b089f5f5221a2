/** An interaction of Discord as a call in the words of the domain. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Message,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { words } from '../../cards/words.ts';
import type { Call, Command, Subcommand, Typing } from '../../domain/command.ts';
import { type ChannelId, type GuildId, id } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { actOf } from '../customId.ts';

/** Whatever a command can be used by: typed, on a message, by a button, or by the form that a button opened. */
export type Use =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** The command that is meant, and what is said with it. */
export interface Asked {
  readonly command: string;
  readonly subcommand: string;
  readonly options: Call['options'];
}

function optionValues(options: readonly CommandInteractionOption[]): Call['options'] {
  return new Map(options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

function typedCommand({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): Asked {
  return {
    command: commandName,
    subcommand: options.getSubcommand(false) ?? '',
    options: optionValues(options.data[0]?.options ?? []),
  };
}

/** Every field of a form by its name; what was chosen in one text. */
function filledIn({ fields }: ModalSubmitInteraction): readonly (readonly [string, string])[] {
  return [...fields.fields.values()].map((field) => {
    if ('values' in field) return [field.customId, field.values.join(' ')];
    return [field.customId, 'value' in field ? String(field.value) : ''];
  });
}

/** The command behind a button, with what its form adds. Throws Refusal for a button that we do not know. */
function pressedCommand(interaction: ButtonInteraction | ModalSubmitInteraction): Asked {
  const act = actOf(interaction.customId);
  if (act === null) throw new Refusal(words.gateway.oldButton);
  const { command, subcommand, options, asks } = act;
  const filled = Object.entries(options);
  if (interaction.isModalSubmit() && asks === null)
    return { command, subcommand, options: new Map([...filled, ...filledIn(interaction)]) };
  if (asks === null || interaction.isButton()) return { command, subcommand, options: new Map(filled) };
  return { command, subcommand, options: new Map([...filled, [asks, interaction.fields.getTextInputValue(asks)]]) };
}

/** The first web address that a message shows: in its words, in what it embeds, or behind a button. */
function linkIn({ content, embeds, components }: Message): string {
  const shown = [content, ...embeds.map(({ url }) => url ?? ''), JSON.stringify(components)].join(' ');
  return /https?:\/\/[^\s<>"'\\)\]]+/.exec(shown)?.[0] ?? '';
}

/** Throws Refusal for what the menu of messages offers no more. */
function commandOnMessage(
  { commandName, targetMessage }: MessageContextMenuCommandInteraction,
  commands: readonly Command[],
): Asked {
  const found = commands.flatMap(({ name: command, messages = [] }) => messages.map((one) => ({ command, ...one })));
  const meant = found.find(({ name }) => name === commandName);
  if (meant === undefined) throw new Refusal(words.gateway.unknownCommand(commandName));
  const { command, subcommand } = meant;
  const options = new Map(Object.entries({ message: targetMessage.id, link: linkIn(targetMessage) }));
  return { command, subcommand, options };
}

/** Throws Refusal for what we do not know. */
export function askedBy(interaction: Use | AutocompleteInteraction, commands: readonly Command[]): Asked {
  if (interaction.isMessageContextMenuCommand()) return commandOnMessage(interaction, commands);
  return interaction.isChatInputCommand() || interaction.isAutocomplete()
    ? typedCommand(interaction)
    : pressedCommand(interaction);
}

/** What is being typed at `now`; null outside of servers, where nothing is offered. */
export function typingOf(interaction: AutocompleteInteraction, now: Instant): Typing | null {
  const { guildId, user, locale } = interaction;
  if (guildId === null) return null;
  const { name, value } = interaction.options.getFocused(true);
  const { subcommand, options } = typedCommand(interaction);
  return {
    subcommand,
    options,
    option: name,
    text: value.trim(),
    member: user.id,
    guild: id<GuildId>(guildId),
    locale,
    now,
  };
}

/** The call that `interaction` makes at `now`. Throws Refusal outside of servers. */
export function callOf(interaction: Use, { subcommand, options }: Asked, now: Instant): Call {
  const { guildId, channelId, user, locale } = interaction;
  if (guildId === null || channelId === null) throw new Refusal(words.gateway.serversOnly);
  return {
    subcommand,
    options,
    member: user.id,
    guild: id<GuildId>(guildId),
    channel: id<ChannelId>(channelId),
    locale,
    now,
  };
}

/** Typed, or used by buttons alone. */
export function subcommandOf({ subcommands, buttons = [] }: Command, name: string): Subcommand | undefined {
  return [...subcommands, ...buttons].find((each) => each.name === name);
}

/** What of a command is for moderators alone: all of it, one subcommand, or nothing. */
function steeringPart(command: Command, subcommand: string): string | null {
  const { name, steering } = command;
  if (steering) return name;
  const isSteering = subcommandOf(command, subcommand)?.steering ?? false;
  return isSteering ? `${name} ${subcommand}` : null;
}

function mayManage({ memberPermissions }: Use | AutocompleteInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** The command that is asked for, or why the member of `interaction` may not use it. */
export function commandFor(
  { command: name, subcommand }: Asked,
  interaction: Use | AutocompleteInteraction,
  commands: readonly Command[],
): Command | Refusal {
  const command = commands.find((each) => each.name === name);
  if (!command) return new Refusal(words.gateway.unknownCommand(name));
  const steering = steeringPart(command, subcommand);
  return steering !== null && !mayManage(interaction) ? new Refusal(words.gateway.moderatorsOnly(steering)) : command;
}
