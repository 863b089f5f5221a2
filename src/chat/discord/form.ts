/** The form that is filled in before a command is used: one option that a button asks for, or a form of the command's own. */
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { commandText } from '../../cards/commandTexts.ts';
import { truncate } from '../../cards/escape.ts';
import type { CardAct } from '../../domain/card.ts';
import type { Command, CommandOption, CommandPorts, Form, FormField } from '../../domain/command.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { actOf, customId } from '../customId.ts';
import { askedBy, callOf, commandFor, subcommandOf } from './call.ts';

/** Discord's limits of a title and a label, and what an option may hold that is sent by a button as well. */
const TITLE_LIMIT = 45;
const LABEL_LIMIT = 45;
const ABOUT_LIMIT = 100;
const TEXT_LIMIT = 100;

type Modal = APIModalInteractionResponseCallbackData;
type Opening = ButtonInteraction | ChatInputCommandInteraction;

export interface FormParts {
  readonly commands: readonly Command[];
  readonly ports: Pick<CommandPorts, 'store' | 'vocabulary'>;
  readonly now: Instant;
}

function optionField({ name, description }: CommandOption) {
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

/** The option that a button asks for; null where it asks for none. */
function askedForm(act: CardAct, command: Command): Modal | null {
  const { options = [] } = command.subcommands.find(({ name }) => name === act.subcommand) ?? {};
  const option = options.find(({ name }) => name === act.asks);
  if (option === undefined) return null;
  const title = truncate(`/${command.name} ${act.subcommand}`, TITLE_LIMIT);
  return { custom_id: customId(act), title, components: [optionField(option)] };
}

function inputOf(field: FormField) {
  if (field.kind === 'choices') {
    const options = field.choices.map(({ name, value }) => {
      return { label: truncate(name, TEXT_LIMIT), value, default: field.chosen.includes(value) };
    });
    const amount = { min_values: 0, max_values: options.length, required: false };
    return { type: ComponentType.StringSelect, custom_id: field.name, options, ...amount } as const;
  }
  const { name, isLong, required, most, value } = field;
  const style = isLong ? TextInputStyle.Paragraph : TextInputStyle.Short;
  const filled = value === '' ? {} : { value: truncate(value, most) };
  return { type: ComponentType.TextInput, custom_id: name, style, required, max_length: most, ...filled } as const;
}

function labelOf(field: FormField) {
  return {
    type: ComponentType.Label,
    label: truncate(field.label, LABEL_LIMIT),
    description: truncate(field.about, ABOUT_LIMIT),
    component: inputOf(field),
  } as const;
}

function modalOf({ title, fields }: Form, act: CardAct): Modal {
  return { custom_id: customId(act), title: truncate(title, TITLE_LIMIT), components: fields.map(labelOf) };
}

/**
 * Null where nothing is filled in first, or the person may not use the command: its answer says so. Rejects with the
 * command's Refusal of a form.
 */
export async function formFor(interaction: Opening, { commands, ports, now }: FormParts): Promise<Modal | null> {
  const pressed = interaction.isButton() ? actOf(interaction.customId) : null;
  if (interaction.isButton() && pressed === null) return null;
  const asked = askedBy(interaction, commands);
  const command = commandFor(asked, interaction, commands);
  if (command instanceof Refusal) return null;
  if (pressed !== null && pressed.asks !== null) return askedForm(pressed, command);
  if (!subcommandOf(command, asked.subcommand)?.form || !command.form) return null;
  const form = await command.form(callOf(interaction, asked, now), ports);
  const typed = Object.fromEntries([...asked.options].map(([name, value]) => [name, String(value)]));
  const { options = typed } = form;
  return modalOf(form, { command: command.name, subcommand: asked.subcommand, options, asks: null });
}
