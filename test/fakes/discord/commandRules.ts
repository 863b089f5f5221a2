/** What Discord's documentation asks of a list of slash commands. */
import { z } from 'zod';

const name = z
  .string()
  .regex(/^[-_\p{L}\p{N}]{1,32}$/u)
  .refine((text) => text === text.toLowerCase(), 'not lower case');
const description = z.string().min(1).max(100);

/** Used on messages: its name may be written as people write, and it has neither description nor options. */
const MESSAGE = 3;

/** Of the locales that Discord knows (documentation, Locales), those that are tried here. */
const localized = (text: z.ZodType<string>) =>
  z.partialRecord(z.enum(['en-US', 'en-GB', 'de', 'fr', 'ru', 'uk']), text).nullish();
const descriptions = localized(description);

const option = z.strictObject({
  type: z.int().min(3).max(11),
  name,
  description,
  description_localizations: descriptions,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
});

const subcommand = z.strictObject({
  type: z.literal(1),
  name,
  description,
  description_localizations: descriptions,
  options: z.array(option).max(25).optional(),
});

const command = z.strictObject({
  type: z.union([z.literal(1), z.literal(MESSAGE)]).optional(),
  name: z.string(),
  name_localizations: localized(z.string().min(1).max(32)),
  description: z.string().max(100).default(''),
  description_localizations: descriptions,
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
  options: z.array(subcommand).max(25).optional(),
});

export const commandList = z.array(command).max(100);
export type CommandJson = z.infer<typeof command>;

/** The longest translation counts. */
function longest(text: Pick<CommandJson, 'description' | 'description_localizations'>): number {
  const all = [text.description, ...Object.values(text.description_localizations ?? {})];
  return Math.max(...all.map(({ length }) => length));
}

function textLength(command: CommandJson): number {
  const { name: own, description: told, description_localizations: translated, options = [] } = command;
  const inside = options.flatMap((each) => [each, ...(each.options ?? [])]);
  const all = [{ name: own, description: told, description_localizations: translated }, ...inside];
  return all.reduce((sum, each) => sum + each.name.length + longest(each), 0);
}

function namingComplaints({ type = 1, name: own, description: told, options = [] }: CommandJson): readonly string[] {
  if (type === MESSAGE) {
    const isWell = own.length >= 1 && own.length <= 32 && told === '' && options.length === 0;
    return isWell ? [] : [`"${own}" on messages has no name of 1 to 32, or more than a name`];
  }
  const read = z.object({ name, description }).safeParse({ name: own, description: told });
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function hasLateRequirement({ options = [] }: CommandJson): boolean {
  return options.some(({ options: inside = [] }) => {
    const firstFree = inside.findIndex(({ required = false }) => !required);
    return firstFree >= 0 && inside.slice(firstFree).some(({ required = false }) => required);
  });
}

/** Everything wrong with the body of a registration; empty when Discord would take it. */
export function commandComplaints(body: unknown): readonly string[] {
  const read = commandList.safeParse(body);
  if (!read.success) return read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const names = read.data.map((each) => `${each.type ?? 1} ${each.name}`);
  return [
    ...(new Set(names).size < names.length ? ['two commands of one name'] : []),
    ...read.data.filter((each) => textLength(each) > 8_000).map((each) => `/${each.name} is longer than 8000`),
    ...read.data.flatMap(namingComplaints),
    ...read.data.filter(hasLateRequirement).map((each) => `/${each.name} requires an option after a free one`),
  ];
}
