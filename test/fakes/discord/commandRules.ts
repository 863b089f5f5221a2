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

const names = localized(name);

const option = z.strictObject({
  type: z.int().min(3).max(11),
  name,
  name_localizations: names,
  description,
  description_localizations: descriptions,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
});

const subcommand = z.strictObject({
  type: z.literal(1),
  name,
  name_localizations: names,
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

function longest(text: string, translated: Readonly<Record<string, string | undefined>> | null | undefined): number {
  return Math.max(...[text, ...Object.values(translated ?? {})].map((each) => each?.length ?? 0));
}

/** The longest translation counts. */
function textLength(command: CommandJson): number {
  const inside = (command.options ?? []).flatMap((each) => [each, ...(each.options ?? [])]);
  return [command, ...inside].reduce((sum, each) => {
    const { name: own, name_localizations: names, description: told, description_localizations: texts } = each;
    return sum + longest(own, names) + longest(told, texts);
  }, 0);
}

function namingComplaints({ type = 1, name: own, description: told, options = [] }: CommandJson): readonly string[] {
  if (type === MESSAGE) {
    const isWell = own.length >= 1 && own.length <= 32 && told === '' && options.length === 0;
    return isWell ? [] : [`"${own}" on messages has no name of 1 to 32, or more than a name`];
  }
  const read = z.object({ name, description }).safeParse({ name: own, description: told });
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** In a language, no two that stand side by side may have one name. */
function hasTwins(siblings: readonly Pick<CommandJson, 'name' | 'name_localizations'>[]): boolean {
  const languages = new Set(siblings.flatMap(({ name_localizations: names }) => Object.keys(names ?? {})));
  return [...languages, ''].some((language) => {
    const names = siblings.map(
      (each) => new Map(Object.entries(each.name_localizations ?? {})).get(language) ?? each.name,
    );
    return new Set(names).size < names.length;
  });
}

function twinComplaints({ name: own, options = [] }: CommandJson): readonly string[] {
  const lists = [options, ...options.map((each) => each.options ?? [])];
  return lists.some(hasTwins) ? [`/${own} has two parts of one name in a language`] : [];
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
    ...(hasTwins(read.data.filter(({ type = 1 }) => type !== MESSAGE))
      ? ['two commands of one name in a language']
      : []),
    ...read.data.flatMap(twinComplaints),
    ...read.data.filter(hasLateRequirement).map((each) => `/${each.name} requires an option after a free one`),
  ];
}
