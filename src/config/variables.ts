/** The environment's variables -> checked values. No message repeats a value, since each may hold a secret by mistake. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { type Branded, type ChannelId, type GuildId, id } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/storyline.ts';
import { readingFailed } from './file.ts';
import { didYouMean, type Problems } from './problems.ts';
import { baseAddress, isWebAddress, LOG_LEVELS } from './schemas.ts';
import { Secret } from './secret.ts';

/** Variable names and their texts, as a process is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of a variable; null when it is not set or blank, as an empty line in a compose file leaves it. */
export function textOf(env: Environment, name: string): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** What the environment says; null where it says nothing. */
export interface Variables {
  readonly token: Secret | null;
  readonly channel: ChannelId | null;
  readonly guild: GuildId | null;
  readonly moderators: ChannelId | null;
  readonly dates: GuildSettings['dates'] | null;
  readonly apiUrl: string | null;
  readonly dataFolder: string | null;
  readonly previewHost: string | null;
  readonly previewPort: number | null;
  readonly healthHost: string | null;
  readonly healthPort: number | null;
  readonly logLevel: (typeof LOG_LEVELS)[number] | null;
  readonly contact: string | null;
  readonly allowedHosts: readonly string[] | null;
}

export function readVariables(env: Environment, problems: Problems): Variables {
  const read = <Value>(name: string, schema: z.ZodType<Value>) => readOne(env, name, schema, problems);
  return {
    token: readToken(env, problems),
    channel: read('DISCORD_CHANNEL_ID', snowflake<ChannelId>('Copy Channel ID')),
    guild: read('DISCORD_GUILD_ID', snowflake<GuildId>('Copy Server ID')),
    moderators: read('DISCORD_MODERATORS_CHANNEL_ID', snowflake<ChannelId>('Copy Channel ID')),
    dates: read('DESK_DATES', dates),
    apiUrl: read('DISCORD_API_URL', baseAddress),
    dataFolder: textOf(env, 'DESK_DATA'),
    previewHost: read('DESK_PREVIEW_HOST', listenHost),
    previewPort: read('DESK_PREVIEW_PORT', port),
    healthHost: read('DESK_HEALTH_HOST', listenHost),
    healthPort: read('DESK_HEALTH_PORT', port),
    logLevel: read('DESK_LOG_LEVEL', logLevel),
    contact: read('DESK_CONTACT', contact),
    allowedHosts: read('DESK_ALLOWED_HOSTS', hosts),
  };
}

function readOne<Value>(env: Environment, name: string, schema: z.ZodType<Value>, problems: Problems): Value | null {
  const text = textOf(env, name);
  if (text === null) return null;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) problems.push(`${name}: ${issue.message}`);
  return null;
}

/** Discord's ids: https://docs.discord.com/developers/reference#snowflakes */
function snowflake<Kind extends Branded<string>>(menu: string): z.ZodType<Kind> {
  const message = `is no Discord id of 17 to 20 digits; switch on Developer Mode, right-click and choose ${menu}`;
  return z
    .string()
    .regex(/^\d{17,20}$/, message)
    .transform((text) => id<Kind>(text));
}

const PORT_MESSAGE = 'is no port; write a number from 0 (any free one) to 65535';
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT_MESSAGE)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT_MESSAGE);

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text);
}

const listenHost = z
  .string()
  .refine(isHost, 'is no host; write a name or an IP address without a port, such as 127.0.0.1 or 0.0.0.0');

const dates = z.enum(['auto', 'propose'], {
  error: 'is neither auto (dates that several outlets name stand by themselves) nor propose (moderators are asked)',
});

const logLevel = z.string().transform((text, context) => {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level !== undefined) return level;
  const remedy = didYouMean(text.toLowerCase(), LOG_LEVELS, `use one of ${LOG_LEVELS.join(', ')}`);
  context.addIssue({ code: 'custom', message: `is no log level${remedy}` });
  return z.NEVER;
});

/** It travels in a request header, in brackets. */
function isContact(text: string): boolean {
  return /^[!-'*-~]+$/.test(text) && (isWebAddress(text) || /^[^@]+@[^@]+\.[^@]+$/.test(text));
}

const contact = z
  .string()
  .refine(
    isContact,
    'is neither a web address nor an e-mail address; publishers write to it when polling troubles them',
  );

const hosts = z.string().transform((text, context) => {
  const names = text.split(',').map((name) => name.trim());
  const written = names.filter((name) => name !== '');
  if (written.every(isHost)) return written.map(asInAddresses);
  context.addIssue({
    code: 'custom',
    message: 'has an entry that is no host; write names or IP addresses, with commas between',
  });
  return z.NEVER;
});

/** As `new URL(…).hostname` gives it, which is what requests are compared by: lower case, IPv6 in brackets. */
function asInAddresses(name: string): string {
  return new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}`).hostname;
}

function readToken(env: Environment, problems: Problems): Secret | null {
  const own = textOf(env, 'DISCORD_TOKEN');
  const path = textOf(env, 'DISCORD_TOKEN_FILE');
  if (own !== null && path !== null) {
    problems.push('DISCORD_TOKEN: DISCORD_TOKEN_FILE is set as well; keep one of them');
    return null;
  }
  if (own !== null) return secretOf('DISCORD_TOKEN', own, problems);
  return path === null ? null : readTokenFile(path, problems);
}

function readTokenFile(path: string, problems: Problems): Secret | null {
  try {
    return secretOf('DISCORD_TOKEN_FILE', readFileSync(path, 'utf8').trim(), problems);
  } catch (error) {
    problems.push(`DISCORD_TOKEN_FILE: ${readingFailed(error)}`);
    return null;
  }
}

function secretOf(name: string, text: string, problems: Problems): Secret | null {
  if (/^[\w.-]+$/.test(text)) return new Secret(text);
  const fault = text === '' ? 'names an empty file' : 'holds characters that no token has';
  problems.push(`${name}: ${fault}; put in the bot token alone, without quotes, spaces or the word Bot`);
  return null;
}
