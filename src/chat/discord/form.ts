/** The form that a button opens to ask for one option before its command is used. */
import type { ButtonInteraction } from 'discord.js';
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { commandText } from '../../cards/commandTexts.ts';
import { truncate } from '../../cards/escape.ts';
import type { Command, CommandOption } from '../../domain/command.ts';
import { Refusal } from '../../domain/refusal.ts';
import { actOf } from '../customId.ts';
import { askedBy, commandFor } from './call.ts';

/** Discord's limits of a title, and what an option may hold that is sent by a button as well. */
const TITLE_LIMIT = 45;
const TEXT_LIMIT = 100;

function fieldOf({ name, description }: CommandOption) {
  return {
    type: ComponentType.Label,
    label: name,
    description: commandText(description),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: true,
      max_length: TEXT_LIMIT,
    },
  } as const;
}

/** Null for a button that asks for nothing, or that its presser may not use: its command answers that. */
export function formFor(
  interaction: ButtonInteraction,
  commands: readonly Command[],
): APIModalInteractionResponseCallbackData | null {
  const act = actOf(interaction.customId);
  if (act?.asks == null) return null;
  const command = commandFor(askedBy(interaction, commands), interaction, commands);
  if (command instanceof Refusal) return null;
  const { options = [] } = command.subcommands.find(({ name }) => name === act.subcommand) ?? {};
  const option = options.find(({ name }) => name === act.asks);
  if (option === undefined) return null;
  const title = truncate(`/${command.name} ${act.subcommand}`, TITLE_LIMIT);
  return { custom_id: interaction.customId, title, components: [fieldOf(option)] };
}
