/** Environment and configuration folder -> one frozen, validated object. The only reader of the environment. */
import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBackground } from './config/background.ts';
import { type Catalogue, type Folder, readCatalogue } from './config/catalogue.ts';
import { ConfigurationError, type Problems } from './config/problems.ts';
import type { CheckQuery } from './config/queries.ts';
import type { Secret } from './config/secret.ts';
import type { Settings } from './config/settings.ts';
import { type Effective, type Environment, type ReadSettings, readSettings, textOf } from './config/sources.ts';
import type { Background } from './domain/background.ts';
import type { RungStep } from './domain/deadline.ts';
import type { ChannelId, GuildId } from './domain/ids.ts';
import type { Caps, Gate, GuildSettings } from './domain/storyline.ts';

export type { Catalogue } from './config/catalogue.ts';
export { settingsFile, settingsTables } from './config/document.ts';
export { ConfigurationError } from './config/problems.ts';
export type { CheckQuery } from './config/queries.ts';
export { Secret } from './config/secret.ts';
export type { Environment } from './config/sources.ts';
export { parseStorylineFile, type StorylineFile } from './config/storylineFile.ts';

/** Where a server listens; port 0 takes any free one. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Everything an operator can set, deeply frozen. */
export interface Config {
  readonly catalogue: Catalogue;
  /** Shipped with the desk: no operator needs to know it. */
  readonly background: Background;
  /** Both absolute; neither needs to exist yet. */
  readonly dataFolder: string;
  readonly database: string;
  readonly discord: {
    /** Null runs without Discord. */
    readonly token: Secret | null;
    readonly channel: ChannelId | null;
    readonly guild: GuildId | null;
    /** Where proposals go; null leaves what the guild chose. */
    readonly moderators: ChannelId | null;
    /** Null leaves what the guild chose. */
    readonly dates: GuildSettings['dates'] | null;
    /** Without a slash at its end. */
    readonly apiUrl: string;
  };
  readonly preview: ListenAddress;
  readonly health: ListenAddress;
  /** The desk page; its token may be null where only this machine can reach it. */
  readonly page: ListenAddress & { readonly token: Secret | null };
  /** Where others reach the desk page, for addresses that are handed out; without a slash at its end. */
  readonly publicUrl: string | null;
  readonly polling: {
    readonly everyMinutes: number;
    readonly timeoutSeconds: number;
    readonly concurrency: number;
    /** Requests at the same time to one host. */
    readonly perHost: number;
    /** Of one feed document, unpacked. */
    readonly maxMegabytes: number;
    readonly userAgent: string;
  };
  /** How many feeds moderators may add for their server alone: of one server, and of all together. */
  readonly serverFeeds: { readonly perServer: number; readonly total: number };
  /** How long items without a storyline are kept. */
  readonly retentionDays: number;
  /** Of the daily ones; 0 makes none. */
  readonly backups: { readonly keep: number };
  readonly ladder: readonly RungStep[];
  /** Independent origins that a press report needs where a follow says nothing else. */
  readonly gate: Gate;
  readonly caps: Caps;
  readonly log: { readonly level: Settings['DESK_LOG_LEVEL']; readonly format: Settings['DESK_LOG_FORMAT'] };
  /** Hosts feeds may be read from although their address is private, as `URL.hostname` writes them. */
  readonly allowedHosts: readonly string[];
  /** Every setting as it holds and where it was written, secrets masked: for people. */
  readonly settings: readonly Effective[];
}

export interface LoadOptions {
  readonly env: Environment;
  /** The configuration folder; goes before DESK_CONFIG and the shipped one. */
  readonly folder?: string | undefined;
  /** Without it, queries are checked for unknown aliases only. */
  readonly checkQuery?: CheckQuery | undefined;
}

/** The variables this process was started with. */
export function environment(): Environment {
  return { ...process.env };
}

/** Reads and checks the whole configuration. Throws ConfigurationError with every problem found. */
export function loadConfig(options: LoadOptions): Config {
  const problems: Problems = [];
  const settings = readSettings(options.env, problems);
  const folder = folderOf(options, settings, problems);
  const files = folder && readFiles(folder, settings, options.checkQuery ?? acceptsAll, problems);
  const config = settings.values && files && assemble(settings.values, files, settings.effective, problems);
  if (!config || problems.length > 0) throw new ConfigurationError(problems);
  return deepFreeze(config);
}

/** Where `/livez` and `/readyz` are served; reads no file but the settings. Throws ConfigurationError as `loadConfig`. */
export function healthAddress(env: Environment): ListenAddress {
  const problems: Problems = [];
  const { values } = readSettings(env, problems);
  if (!values || problems.length > 0) throw new ConfigurationError(problems);
  return { host: values.DESK_HEALTH_HOST, port: values.DESK_HEALTH_PORT };
}

interface Files {
  readonly catalogue: Catalogue;
  readonly background: Background;
}

const acceptsAll: CheckQuery = () => null;

/** Beside `src/` and, once built, beside `dist/`. */
const SHIPPED_FOLDER = fileURLToPath(new URL('../config', import.meta.url));

function folderOf({ env, folder }: LoadOptions, { values }: ReadSettings, problems: Problems): Folder | null {
  const named = values?.DESK_CONFIG ?? textOf(env, 'DESK_CONFIG');
  const path = resolve(folder ?? named ?? SHIPPED_FOLDER);
  const name = asCalled(path);
  if (isFolder(path)) return { path, name };
  problems.push(
    `${name}: there is no such configuration folder; name one with DESK_CONFIG or unset it for the shipped one`,
  );
  return null;
}

/** Relative to where the operator stands when it is below, else absolute. */
function asCalled(path: string): string {
  const name = relative(process.cwd(), path);
  return name === '' || name.startsWith('..') || isAbsolute(name) ? path : name;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readFiles(folder: Folder, { values }: ReadSettings, checkQuery: CheckQuery, problems: Problems): Files | null {
  const catalogue = readCatalogue(folder, values?.DESK_POLL_MINUTES ?? 0, checkQuery, problems);
  const background = readBackground(join(SHIPPED_FOLDER, 'background.json'), 'config/background.json', problems);
  return background && { catalogue, background };
}

function assemble(settings: Settings, files: Files, effective: readonly Effective[], problems: Problems): Config {
  const dataFolder = resolve(settings.DESK_DATA);
  tellTakenFolder(dataFolder, problems);
  tellSharedPorts(settings, problems);
  tellOpenPage(settings, problems);
  tellLoneChannel(settings, problems);
  tellLoneModerators(settings, problems);
  tellLowGate(settings, problems);
  return {
    ...files,
    dataFolder,
    database: join(dataFolder, 'desk.db'),
    discord: discordOf(settings),
    preview: { host: settings.DESK_PREVIEW_HOST, port: settings.DESK_PREVIEW_PORT },
    health: { host: settings.DESK_HEALTH_HOST, port: settings.DESK_HEALTH_PORT },
    page: { host: settings.DESK_PAGE_HOST, port: settings.DESK_PAGE_PORT, token: settings.DESK_PAGE_TOKEN },
    publicUrl: settings.DESK_PUBLIC_URL,
    polling: pollingOf(settings),
    serverFeeds: { perServer: settings.DESK_SERVER_FEEDS, total: settings.DESK_SERVER_FEEDS_TOTAL },
    retentionDays: settings.DESK_RETENTION_DAYS,
    backups: { keep: settings.DESK_BACKUPS },
    ladder: settings.DESK_LADDER,
    gate: { post: settings.DESK_GATE_POST, ping: settings.DESK_GATE_PING, unconfirmed: settings.DESK_UNCONFIRMED },
    caps: { posts: settings.DESK_CAP_POSTS, pings: settings.DESK_CAP_PINGS },
    log: { level: settings.DESK_LOG_LEVEL, format: settings.DESK_LOG_FORMAT },
    allowedHosts: settings.DESK_ALLOWED_HOSTS ?? [],
    settings: effective,
  };
}

function tellTakenFolder(path: string, problems: Problems): void {
  const isTaken = !isFolder(path) && statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isTaken) problems.push('DESK_DATA: names a file; name a folder, which is created when it does not exist');
}

function discordOf(settings: Settings): Config['discord'] {
  return {
    token: settings.DISCORD_TOKEN,
    channel: settings.DISCORD_CHANNEL_ID,
    guild: settings.DISCORD_GUILD_ID,
    moderators: settings.DISCORD_MODERATORS_CHANNEL_ID,
    dates: settings.DESK_DATES,
    apiUrl: settings.DISCORD_API_URL,
  };
}

function pollingOf(settings: Settings): Config['polling'] {
  return {
    everyMinutes: settings.DESK_POLL_MINUTES,
    timeoutSeconds: settings.DESK_POLL_TIMEOUT_SECONDS,
    concurrency: settings.DESK_POLL_CONCURRENCY,
    perHost: settings.DESK_POLL_PER_HOST,
    maxMegabytes: settings.DESK_POLL_MAX_MEGABYTES,
    userAgent: userAgentOf(settings.DESK_CONTACT),
  };
}

const PORTS = ['DESK_PAGE_PORT', 'DESK_PREVIEW_PORT', 'DESK_HEALTH_PORT'] as const;

/** Port 0 is any free one. */
function tellSharedPorts(settings: Settings, problems: Problems): void {
  for (const [index, name] of PORTS.entries()) {
    const other = PORTS.slice(index + 1).find((one) => settings[one] === settings[name]);
    if (other && settings[name] !== 0) problems.push(`${name}: is the port of ${other} as well; give each its own`);
  }
}

/** Beyond this machine the page is read by whoever finds it, unless they must know a token. */
function tellOpenPage({ DESK_PAGE_HOST: host, DESK_PAGE_TOKEN: token }: Settings, problems: Problems): void {
  if (token !== null || host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)) return;
  problems.push(
    'DESK_PAGE_HOST: lets other machines read the desk page; set DESK_PAGE_TOKEN as well, or listen on 127.0.0.1',
  );
}

function tellLowGate({ DESK_GATE_POST: post, DESK_GATE_PING: ping }: Settings, problems: Problems): void {
  if (ping >= post) return;
  problems.push('DESK_GATE_PING: asks for fewer origins than DESK_GATE_POST; raise it');
}

/** What the moderators of a server are asked needs a server. */
function tellLoneModerators(settings: Settings, problems: Problems): void {
  if (settings.DISCORD_GUILD_ID !== null) return;
  const remedy = 'without its server; set DISCORD_GUILD_ID as well (right-click the server, Copy Server ID)';
  if (settings.DISCORD_MODERATORS_CHANNEL_ID !== null)
    problems.push(`DISCORD_MODERATORS_CHANNEL_ID: names a channel ${remedy}`);
  if (settings.DESK_DATES !== null) problems.push(`DESK_DATES: says how a server takes dates, ${remedy}`);
}

/** Members of the server are answered what their channel follows: one without the other answers nobody. */
function tellLoneChannel({ DISCORD_CHANNEL_ID: channel, DISCORD_GUILD_ID: guild }: Settings, problems: Problems): void {
  if (channel === null || guild !== null) return;
  problems.push(
    'DISCORD_CHANNEL_ID: names a channel without its server; set DISCORD_GUILD_ID as well (right-click the server, Copy Server ID)',
  );
}

/** Publishers ask pollers to say who they are and where to complain. */
function userAgentOf(contact: string | null): string {
  return contact === null ? 'DeadlineDesk' : `DeadlineDesk (+${contact})`;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
