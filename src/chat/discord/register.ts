/**
 * Tells Discord which commands there are, in every language, only when it does not know already: it takes 200 new commands a day and
 * server (documentation, Application Commands).
 */

import type { REST } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { namesOf, translationsOf } from '../../cards/commandTexts.ts';
import type { Command, CommandOption } from '../../domain/command.ts';
import type { GuildId } from '../../domain/ids.ts';

const OPTION_TYPES: Readonly<Record<CommandOption['kind'], ApplicationCommandOptionType>> = {
  text: ApplicationCommandOptionType.String,
  number: ApplicationCommandOptionType.Number,
  yes_no: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
};

/** In one order, so that two of them can be compared as text. */
function sorted(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** By the languages that Discord knows; those that nobody wrote are left out. */
const translations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => sorted(texts ?? {}));

const option = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: translations,
  description: z.string(),
  description_localizations: translations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
});

const subcommand = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: translations,
  description: z.string(),
  description_localizations: translations,
  options: z.array(option).default([]),
});

const places = z
  .array(z.int())
  .nullish()
  .transform((list) => list ?? null);

/** A command as Discord stores it, reduced to what we ever say about one, absent fields filled in. */
const registered = z.object({
  type: z.int().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  name_localizations: translations,
  description: z.string().default(''),
  description_localizations: translations,
  default_member_permissions: z
    .string()
    .nullish()
    .transform((bits) => bits ?? null),
  contexts: places,
  integration_types: places,
  options: z.array(subcommand).default([]),
});

export type Registration = z.infer<typeof registered>;

function described(description: string) {
  return { description, description_localizations: sorted(translationsOf(description)) };
}

function named(name: string) {
  return { name, name_localizations: sorted(namesOf(name)) };
}

function optionJson({ kind, name, description, required, offers }: CommandOption): z.infer<typeof option> {
  return {
    type: OPTION_TYPES[kind],
    ...named(name),
    ...described(description),
    required,
    autocomplete: offers === true,
  };
}

/**
 * A command as Discord's API takes it: for servers only, and steering ones for who may manage the server. Discord knows
 * no permissions of subcommands: a command that steers in part stays open, and the gateway asks.
 */
export function registrationOf(command: Command): Registration {
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(command.name),
    ...described(command.description),
    default_member_permissions: command.steering ? String(PermissionFlagsBits.ManageGuild) : null,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: command.subcommands.map(({ name, description, options }) => ({
      type: ApplicationCommandOptionType.Subcommand,
      ...named(name),
      ...described(description),
      options: options.map(optionJson),
    })),
  };
}

/** What is used on messages, one beside its command in Discord's list; it has no description. */
function messageRegistrations({ steering, messages = [] }: Command): readonly Registration[] {
  return messages.map(({ name }) => ({
    type: ApplicationCommandType.Message,
    name,
    name_localizations: sorted(translationsOf(name)),
    description: '',
    description_localizations: {},
    default_member_permissions: steering ? String(PermissionFlagsBits.ManageGuild) : null,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [],
  }));
}

/** Commands of one server have no places of their own: they are there and nowhere else. */
function comparable(command: Registration, guild: GuildId | null): Registration {
  return guild === null ? command : { ...command, contexts: null, integration_types: null };
}

function listText(commands: readonly Registration[], guild: GuildId | null): string {
  const byName = [...commands].sort((one, other) => (one.name < other.name ? -1 : 1));
  return JSON.stringify(byName.map((command) => comparable(command, guild)));
}

/** Whether Discord's list (its answer, unread) says the same as ours. One that we cannot read does not. */
export function isRegistered(theirs: unknown, ours: readonly Registration[], guild: GuildId | null): boolean {
  const read = z.array(registered).safeParse(theirs);
  return read.success && listText(read.data, guild) === listText(ours, guild);
}

/**
 * Makes Discord's list of commands (of `guild`, or of every server for null) equal to `commands`. Answers whether it
 * had to be written. Rejects as the REST client does.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  guild: GuildId | null,
  commands: readonly Command[],
): Promise<'unchanged' | 'written'> {
  const route =
    guild === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const ours = commands.flatMap((command) => [registrationOf(command), ...messageRegistrations(command)]);
  const query = new URLSearchParams({ with_localizations: 'true' });
  if (isRegistered(await rest.get(route, { query }), ours, guild)) return 'unchanged';
  await rest.put(route, { body: ours.map((command) => sendable(command, guild)) });
  return 'written';
}

/** Only what takes typed words says that it offers choices: Discord's description has no such field for others. */
function sendableOption({ autocomplete, ...rest }: z.infer<typeof option>) {
  return autocomplete ? { ...rest, autocomplete } : rest;
}

function sendableParts({ type, options, description, description_localizations }: Registration) {
  if (type === ApplicationCommandType.Message) return {};
  const inside = options.map((each) => ({ ...each, options: each.options.map(sendableOption) }));
  return { description, description_localizations, options: inside };
}

/** What is used on messages has a name and no more; commands of one server have no places. */
function sendable(command: Registration, guild: GuildId | null): object {
  const { type, name, name_localizations, default_member_permissions, contexts, integration_types } = command;
  const places = guild === null ? { contexts, integration_types } : {};
  return { type, name, name_localizations, default_member_permissions, ...places, ...sendableParts(command) };
}
