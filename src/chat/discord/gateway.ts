/** Commands, typed or by buttons: from the interaction that Discord sends to the card that its person sees. */
import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
} from 'discord.js';
import { MessageFlags, Routes } from 'discord-api-types/v10';
import { truncate } from '../../cards/escape.ts';
import { speaking } from '../../cards/language.ts';
import { bugCard, refusalCard } from '../../cards/lists.ts';
import { words } from '../../cards/words.ts';
import type { Card } from '../../domain/card.ts';
import type { Choice, Command, CommandPorts, Handout, Picture, Reply } from '../../domain/command.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { Refusal } from '../../domain/refusal.ts';
import { handoutBody, messageBody, pictureBody } from '../payload.ts';
import { askedBy, callOf, commandFor, typingOf, type Use } from './call.ts';
import { loggable } from './errors.ts';
import { formFor } from './form.ts';
import { premisesAt } from './premises.ts';

export interface GatewayParts {
  readonly commands: readonly Command[];
  readonly ports: CommandPorts;
  readonly clock: Clock;
  readonly log: Log;
}

/** What was typed or pressed. */
function nameOf(interaction: Use | AutocompleteInteraction): string {
  return 'customId' in interaction ? interaction.customId : interaction.commandName;
}

/** Who did what, for the log. */
function traceOf(interaction: Use | AutocompleteInteraction) {
  const { user, guildId, channelId } = interaction;
  return { command: nameOf(interaction), member: user.id, guild: guildId, channel: channelId };
}

function fileOf({ name, bytes }: Picture | Handout, contentType: string) {
  return { auth: false, files: [{ name, data: bytes, contentType }] };
}

/** The request that carries an answer: with a file in two parts, its body and the file. */
function requestOf({ card, picture, handout }: Reply) {
  if (picture !== undefined) return { ...fileOf(picture, 'image/png'), body: pictureBody(card, picture) };
  if (handout !== undefined) return { ...fileOf(handout, 'application/json'), body: handoutBody(card, handout) };
  return { body: messageBody(card, null, null), auth: false };
}

/** Where the app may attach no files, or a file is not taken for another reason, words go without it. */
async function send(reply: Reply, by: (request: ReturnType<typeof requestOf>) => Promise<unknown>, log: Log) {
  const { picture, handout, ...plain } = reply;
  const file = picture ?? handout;
  if (file === undefined) return by(requestOf(plain));
  try {
    return await by(requestOf(reply));
  } catch (error) {
    log.warn({ err: loggable(error), file: file.name }, 'a file was not taken; words go without it');
    const without = handout === undefined ? plain : { ...plain, card: refusalCard(words.desk.noFiles) };
    return by(requestOf(without));
  }
}

/**
 * The answer was deferred for the caller's eyes, and Discord does not let a message change that: what everyone may see
 * replaces it by a message of its own.
 */
async function show(interaction: Use, reply: Reply, log: Log): Promise<void> {
  const { client, applicationId, token } = interaction;
  const deferred = Routes.webhookMessage(applicationId, token, '@original');
  if (reply.ephemeral) {
    await send(reply, (request) => client.rest.patch(deferred, request), log);
    return;
  }
  await client.rest.delete(deferred, { auth: false });
  await send(reply, (request) => client.rest.post(Routes.webhook(applicationId, token), request), log);
}

/** A refusal becomes its own text; anything else is a bug, known to its person by a reference number only. */
function apology(error: unknown, interaction: Use, log: Log): Card {
  const trace = traceOf(interaction);
  if (error instanceof Refusal) {
    log.info({ ...trace, refusal: error.message }, `/${trace.command} was refused`);
    return refusalCard(error.message);
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ ...trace, reference, err: loggable(error) }, `/${trace.command} failed, reference ${reference}`);
  return bugCard(reference);
}

/** Throws whatever the command does, and a Refusal for whom it is not for. */
async function used(interaction: Use, parts: GatewayParts): Promise<Reply> {
  const asked = askedBy(interaction, parts.commands);
  const command = commandFor(asked, interaction, parts.commands);
  if (command instanceof Refusal) throw command;
  const premises = premisesAt(interaction, parts.ports.premises);
  return command.run(callOf(interaction, asked, parts.clock.now()), { ...parts.ports, premises });
}

/** Deferred before anything else, because Discord waits three seconds for a first answer and then forgets us. */
async function answer(interaction: Use, parts: GatewayParts, reply = () => used(interaction, parts)): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  try {
    await show(interaction, await reply(), parts.log);
  } catch (error) {
    await show(interaction, { card: apology(error, interaction, parts.log), ephemeral: true }, parts.log);
  }
}

/** A form is itself the first answer; one that is refused is answered like a command. */
async function open(interaction: ButtonInteraction | ChatInputCommandInteraction, parts: GatewayParts): Promise<void> {
  const { commands, ports, clock } = parts;
  const form = await formFor(interaction, { commands, ports, now: clock.now() }).catch((error: unknown) => ({ error }));
  if (form === null) return answer(interaction, parts);
  if ('error' in form) return answer(interaction, parts, () => Promise.reject(form.error));
  await interaction.showModal(form);
}

/** Discord's limits for choices: their number, and the length of what is read and of what is sent. */
const CHOICES = 25;
const CHOICE_LIMIT = 100;

function choiceOf({ name, value }: Choice): Choice {
  return { name: truncate(name, CHOICE_LIMIT), value };
}

/** What fits what is being typed; nothing to those who may not run the command. */
async function choicesFor(interaction: AutocompleteInteraction, parts: GatewayParts): Promise<readonly Choice[]> {
  const typing = typingOf(interaction, parts.clock.now());
  const command = commandFor(askedBy(interaction, parts.commands), interaction, parts.commands);
  if (command instanceof Refusal || typing === null) return [];
  const choices = await command.offer?.(typing, parts.ports);
  return (choices ?? [])
    .filter(({ value }) => value.length <= CHOICE_LIMIT)
    .slice(0, CHOICES)
    .map(choiceOf);
}

/** Whoever types is never shown an error: with nothing to offer they type on. */
async function offer(interaction: AutocompleteInteraction, parts: GatewayParts): Promise<void> {
  const choices = await choicesFor(interaction, parts).catch((error) => {
    parts.log.error({ err: loggable(error) }, `nothing could be offered for /${interaction.commandName}`);
    return [];
  });
  await interaction.respond(choices);
}

/** In the language of whoever asks; null for what is no command's: it is not for us. */
function answered(interaction: Interaction, parts: GatewayParts): Promise<void> | null {
  if (interaction.isAutocomplete()) return offer(interaction, parts);
  if (interaction.isButton() || interaction.isChatInputCommand()) return open(interaction, parts);
  const isUse = interaction.isMessageContextMenuCommand() || interaction.isModalSubmit();
  return isUse ? answer(interaction, parts) : null;
}

/**
 * Answers every command that `client` hears of. A failure stays with its interaction and never rejects. Resolving
 * the function returned means that every command begun has ended.
 */
export function answerCommands(client: Client, parts: GatewayParts): () => Promise<void> {
  const running = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const begun = speaking(interaction.locale, () => answered(interaction, parts));
    if (begun === null) return;
    const run = begun
      .catch((error) => {
        const fields = { interaction: interaction.id, member: interaction.user.id, err: loggable(error) };
        parts.log.error(fields, 'the answer to a command did not reach its person');
      })
      .finally(() => running.delete(run));
    running.add(run);
  });
  return async () => {
    await Promise.all(running);
  };
}
