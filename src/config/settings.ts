/**
 * Everything an operator can set, once: the same names in the environment and in the settings file, their defaults and
 * what they mean. No message repeats a value, since each may hold a secret by mistake.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { RUNG_STEPS, type RungStep } from '../domain/deadline.ts';
import { type Branded, type ChannelId, type GuildId, id } from '../domain/ids.ts';
import { UNCONFIRMED } from '../domain/storyline.ts';
import { didYouMean } from './problems.ts';
import { baseAddress, isWebAddress } from './schemas.ts';
import { Secret } from './secret.ts';

/** What people are told of a setting. */
export interface Described {
  /** In the documented file, settings of one group stand together. */
  readonly group: string;
  readonly meaning: string;
  /** As it would be written; null where nothing holds until something is set. */
  readonly usual: string | null;
  /** May be read from the file that its `_FILE` twin names, and is shown to nobody. */
  readonly secret: boolean;
}

const descriptions = z.registry<Described>();

/** A setting without which something is off. */
function optional<Value>(schema: z.ZodType<Value, string>, group: string, meaning: string) {
  return schema.nullable().default(null).register(descriptions, { group, meaning, usual: null, secret: false });
}

/** A setting with a default that works. */
function usually<Value>(usual: string, schema: z.ZodType<Value, string>, group: string, meaning: string) {
  return schema.prefault(usual).register(descriptions, { group, meaning, usual, secret: false });
}

function secret(schema: z.ZodType<string, string>, group: string, meaning: string) {
  const kept = schema.transform((text) => new Secret(text)).nullable();
  return kept.default(null).register(descriptions, { group, meaning, usual: null, secret: true });
}

/** Discord's ids: https://docs.discord.com/developers/reference#snowflakes */
function snowflake<Kind extends Branded<string>>(menu: string): z.ZodType<Kind, string> {
  const message = `is no Discord id of 17 to 20 digits; switch on Developer Mode, right-click and choose ${menu}`;
  return z
    .string()
    .regex(/^\d{17,20}$/, message)
    .transform((text) => id<Kind>(text));
}

function whole(least: number, most: number): z.ZodType<number, string> {
  const message = `is no whole number from ${least} to ${most}; write one`;
  return z
    .string()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
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

/** One word of a few, in whatever case it is written. */
function oneOf<Word extends string>(what: string, known: readonly Word[]): z.ZodType<Word, string> {
  return z.string().transform((text, context) => {
    const word = known.find((one) => one === text.toLowerCase());
    if (word !== undefined) return word;
    const remedy = didYouMean(text.toLowerCase(), known, `use one of ${known.join(', ')}`);
    context.addIssue({ code: 'custom', message: `is no ${what}${remedy}` });
    return z.NEVER;
  });
}

function entriesOf(text: string): readonly string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '');
}

function isRungStep(name: string): name is RungStep {
  return RUNG_STEPS.some((step) => step === name);
}

const ladder = z
  .string()
  .transform(entriesOf)
  .refine((names) => names.every(isRungStep), `names a step that there is not; use any of ${RUNG_STEPS.join(', ')}`)
  .transform((names) => RUNG_STEPS.filter((step) => names.includes(step)));

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

/** As `new URL(…).hostname` gives it, which is what requests are compared by: lower case, IPv6 in brackets. */
function asInAddresses(name: string): string {
  return new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}`).hostname;
}

const hosts = z
  .string()
  .transform(entriesOf)
  .refine(
    (names) => names.every(isHost),
    'has an entry that is no host; write names or IP addresses, with commas between',
  )
  .transform((names) => names.map(asInAddresses));

const token = z
  .string()
  .regex(
    /^[\w.-]+$/,
    'holds characters that no token has; put in the bot token alone, without quotes, spaces or the word Bot',
  );

const pageToken = z
  .string()
  .regex(
    /^[\w.~-]{16,200}$/,
    'is too short, or holds characters that no address may; put in 16 letters and digits or more that nobody can guess, such as from "openssl rand -hex 16"',
  );

const path = z.string();

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const LOG_FORMATS = ['auto', 'json', 'pretty'] as const;
const DATES = ['propose', 'auto'] as const;

const DISCORD = 'Discord';
const PLACES = 'Files and ports';
const SHOWN = 'What is shown';
const POLLING = 'Polling';
const LOG = 'Log';

const schema = z.object({
  DISCORD_TOKEN: secret(token, DISCORD, 'the bot’s token; without it only `--preview` and the demo work'),
  DISCORD_CHANNEL_ID: optional(
    snowflake<ChannelId>('Copy Channel ID'),
    DISCORD,
    'the channel that follows every storyline',
  ),
  DISCORD_GUILD_ID: optional(snowflake<GuildId>('Copy Server ID'), DISCORD, 'the server of that channel'),
  DISCORD_MODERATORS_CHANNEL_ID: optional(
    snowflake<ChannelId>('Copy Channel ID'),
    DISCORD,
    'where dates are proposed to your moderators before they count; without it they are proposed in the channel itself',
  ),
  DISCORD_API_URL: usually('https://discord.com/api', baseAddress, DISCORD, 'another server that speaks Discord’s API'),
  DESK_DATA: usually('data', path, PLACES, 'folder of the database, made when it does not exist'),
  DESK_CONFIG: optional(path, PLACES, 'folder with the catalogue’s four files, instead of the shipped `config/`'),
  DESK_PREVIEW_HOST: usually('127.0.0.1', listenHost, PLACES, 'where the preview page listens'),
  DESK_PREVIEW_PORT: usually('8080', port, PLACES, 'its port; 0 takes any free one'),
  DESK_HEALTH_HOST: usually('127.0.0.1', listenHost, PLACES, 'where `/livez` and `/readyz` listen'),
  DESK_HEALTH_PORT: usually('8081', port, PLACES, 'their port; 0 takes any free one'),
  DESK_PAGE_HOST: usually('127.0.0.1', listenHost, PLACES, 'where the desk page listens'),
  DESK_PAGE_PORT: usually('8082', port, PLACES, 'its port; 0 takes any free one'),
  DESK_PAGE_TOKEN: secret(
    pageToken,
    PLACES,
    'what readers of the desk page must know; needed where it listens for other machines',
  ),
  DESK_PUBLIC_URL: optional(
    baseAddress,
    PLACES,
    'where others reach the desk page, for the addresses of calendars and feeds',
  ),
  DESK_RETENTION_DAYS: usually('90', whole(1, 3_650), PLACES, 'how long items without a storyline are kept'),
  DESK_BACKUPS: usually('7', whole(0, 365), PLACES, 'daily backups that are kept beside the database; 0 makes none'),
  DESK_DATES: optional(
    oneOf('way to take dates', DATES),
    SHOWN,
    '`propose`: moderators with a channel confirm what news reports say; `auto`: a date that enough outlets name outright stands by itself',
  ),
  DESK_LADDER: usually(
    '30d,7d,72h,24h,6h,1h,due,after24h',
    ladder,
    SHOWN,
    'reminders of a deadline, with commas between',
  ),
  DESK_GATE_POST: usually('2', whole(1, 20), SHOWN, 'independent outlets that make a reported day stand by itself'),
  DESK_GATE_PING: usually('3', whole(1, 20), SHOWN, 'independent outlets that let it ping'),
  DESK_UNCONFIRMED: usually(
    'show',
    oneOf('way to take what one outlet reports', UNCONFIRMED),
    SHOWN,
    'what fewer outlets report: `show` it, marked, or `hold` it back',
  ),
  DESK_CAP_POSTS: usually('12', whole(1, 60), SHOWN, 'messages of developments that a channel gets within an hour'),
  DESK_CAP_PINGS: usually('4', whole(0, 60), SHOWN, 'pings among them'),
  DESK_POLL_MINUTES: usually('10', whole(5, 1_440), POLLING, 'how often a feed is asked that says nothing else'),
  DESK_POLL_TIMEOUT_SECONDS: usually('20', whole(1, 300), POLLING, 'the longest wait for an answer'),
  DESK_POLL_CONCURRENCY: usually('8', whole(1, 64), POLLING, 'feeds asked at the same time'),
  DESK_POLL_PER_HOST: usually('2', whole(1, 8), POLLING, 'of these, at one host'),
  DESK_POLL_MAX_MEGABYTES: usually('5', whole(1, 100), POLLING, 'the largest feed document that is read, unpacked'),
  DESK_SERVER_FEEDS: usually(
    '20',
    whole(0, 200),
    POLLING,
    'feeds that the moderators of one server may add for it alone; 0 lets them add none',
  ),
  DESK_SERVER_FEEDS_TOTAL: usually('200', whole(0, 5_000), POLLING, 'such feeds of all servers together'),
  DESK_CONTACT: optional(
    contact,
    POLLING,
    'web or e-mail address named in the User-Agent, so that outlets can reach you',
  ),
  DESK_ALLOWED_HOSTS: optional(
    hosts,
    POLLING,
    'hosts that may be read although their address is private, with commas between; what moderators test or add may read them too, and can allow no other; nobody else may redirect to them',
  ),
  DESK_LOG_LEVEL: usually(
    'info',
    oneOf('log level', LOG_LEVELS),
    LOG,
    LOG_LEVELS.map((one) => `\`${one}\``).join(', '),
  ),
  DESK_LOG_FORMAT: usually(
    'auto',
    oneOf('log format', LOG_FORMATS),
    LOG,
    '`json` lines, `pretty` for people, or `auto`: pretty on a terminal',
  ),
});

/** What is set, by name. */
export type Settings = z.output<typeof schema>;
export type SettingName = keyof Settings;

/** A setting and what is to be told of it. */
export interface Setting extends Described {
  readonly name: string;
}

/** Every setting there is, in the order of the documented file. */
export const SETTINGS: readonly Setting[] = Object.entries(schema.shape).map(([name, one]) => {
  const described = descriptions.get(one);
  if (described === undefined) throw new Error(`the setting ${name} is described nowhere`);
  return { name, ...described };
});

/** Names the file of all others; known to the environment alone. */
export const SETTINGS_FILE: Setting = {
  name: 'DESK_SETTINGS',
  group: PLACES,
  meaning: 'the settings file; `desk.env` in the working directory is read unasked. The environment goes before it',
  usual: null,
  secret: false,
};

export interface Fault {
  readonly name: string;
  readonly words: string;
}

/** Texts by name -> checked values; what is not among them has its default. */
export function parseSettings(texts: Readonly<Record<string, string>>): Settings | readonly Fault[] {
  const parsed = schema.safeParse(texts);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path: [name], message }) => ({ name: String(name), words: message }));
}
