/** Environment and configuration folder -> one frozen, validated object. The only reader of the environment. */
import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { readBackground } from './config/background.ts';
import { type Catalogue, type Folder, openIn, readCatalogue } from './config/catalogue.ts';
import { checked } from './config/file.ts';
import { ConfigurationError, type Problems } from './config/problems.ts';
import type { CheckQuery } from './config/queries.ts';
import { defaultsSchema, type LOG_LEVELS } from './config/schemas.ts';
import type { Secret } from './config/secret.ts';
import { type Environment, readVariables, textOf, type Variables } from './config/variables.ts';
import type { Background } from './domain/background.ts';
import type { RungStep } from './domain/deadline.ts';
import type { ChannelId, GuildId } from './domain/ids.ts';
import type { Caps, Gate, GuildSettings } from './domain/storyline.ts';

export type { Catalogue } from './config/catalogue.ts';
export { ConfigurationError } from './config/problems.ts';
export type { CheckQuery } from './config/queries.ts';
export { Secret } from './config/secret.ts';
export { parseStorylineFile, type StorylineFile } from './config/storylineFile.ts';
export type { Environment } from './config/variables.ts';

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
  /** How long items without a storyline are kept. */
  readonly retentionDays: number;
  readonly ladder: readonly RungStep[];
  /** Independent origins that a press report needs where a follow says nothing else. */
  readonly gate: Gate;
  readonly caps: Caps;
  readonly log: { readonly level: (typeof LOG_LEVELS)[number]; readonly pretty: boolean };
  /** Hosts feeds may be read from although their address is private, as `URL.hostname` writes them. */
  readonly allowedHosts: readonly string[];
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
  const variables = readVariables(options.env, problems);
  const folder = folderOf(options, problems);
  const files = folder && readFiles(folder, options.checkQuery ?? acceptsAll, problems);
  if (!files) throw new ConfigurationError(problems);
  const config = assemble(variables, files, problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return deepFreeze(config);
}

type Defaults = z.infer<typeof defaultsSchema>;

interface Files {
  readonly catalogue: Catalogue;
  readonly defaults: Defaults;
  readonly background: Background;
}

const acceptsAll: CheckQuery = () => null;

/** Beside `src/` and, once built, beside `dist/`. */
const SHIPPED_FOLDER = fileURLToPath(new URL('../config', import.meta.url));

function folderOf({ env, folder }: LoadOptions, problems: Problems): Folder | null {
  const path = resolve(folder ?? textOf(env, 'DESK_CONFIG') ?? SHIPPED_FOLDER);
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

function readFiles(folder: Folder, checkQuery: CheckQuery, problems: Problems): Files | null {
  const file = openIn(folder, 'defaults.json', problems);
  const defaults = file && checked(file, [], defaultsSchema, problems);
  const catalogue = readCatalogue(folder, defaults?.polling.everyMinutes ?? 0, checkQuery, problems);
  const background = readBackground(join(SHIPPED_FOLDER, 'background.json'), 'config/background.json', problems);
  return defaults && background && { catalogue, defaults, background };
}

function assemble(variables: Variables, { catalogue, defaults, background }: Files, problems: Problems): Config {
  const dataFolder = dataFolderOf(variables, problems);
  const preview = listenAddress(variables.previewHost, variables.previewPort, defaults.preview);
  const health = listenAddress(variables.healthHost, variables.healthPort, defaults.health);
  tellSharedPort(preview, health, problems);
  tellLoneChannel(variables, problems);
  tellLoneModerators(variables, problems);
  return {
    catalogue,
    background,
    dataFolder,
    database: join(dataFolder, 'desk.db'),
    discord: discordOf(variables, defaults),
    preview,
    health,
    polling: { ...defaults.polling, userAgent: userAgentOf(variables) },
    retentionDays: defaults.retentionDays,
    ladder: defaults.ladder,
    gate: defaults.gate,
    caps: defaults.caps,
    log: { level: variables.logLevel ?? defaults.log.level, pretty: defaults.log.pretty },
    allowedHosts: variables.allowedHosts ?? [],
  };
}

function dataFolderOf({ dataFolder }: Variables, problems: Problems): string {
  const path = resolve(dataFolder ?? 'data');
  const isTaken = !isFolder(path) && statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isTaken) problems.push('DESK_DATA: names a file; name a folder, which is created when it does not exist');
  return path;
}

function discordOf(variables: Variables, defaults: Defaults): Config['discord'] {
  const { token, channel, guild, moderators, dates, apiUrl } = variables;
  return { token, channel, guild, moderators, dates, apiUrl: apiUrl ?? defaults.discord.apiUrl };
}

function listenAddress(host: string | null, port: number | null, otherwise: ListenAddress): ListenAddress {
  return { host: host ?? otherwise.host, port: port ?? otherwise.port };
}

function tellSharedPort(preview: ListenAddress, health: ListenAddress, problems: Problems): void {
  if (preview.port !== health.port || preview.port === 0) return;
  problems.push('DESK_PREVIEW_PORT: is the port of DESK_HEALTH_PORT as well; give each its own');
}

/** What the moderators of a server are asked needs a server. */
function tellLoneModerators({ moderators, dates, guild }: Variables, problems: Problems): void {
  if (guild !== null) return;
  const remedy = 'without its server; set DISCORD_GUILD_ID as well (right-click the server, Copy Server ID)';
  if (moderators !== null) problems.push(`DISCORD_MODERATORS_CHANNEL_ID: names a channel ${remedy}`);
  if (dates !== null) problems.push(`DESK_DATES: says how a server takes dates, ${remedy}`);
}

/** Members of the server are answered what their channel follows: one without the other answers nobody. */
function tellLoneChannel({ channel, guild }: Variables, problems: Problems): void {
  if (channel === null || guild !== null) return;
  problems.push(
    'DISCORD_CHANNEL_ID: names a channel without its server; set DISCORD_GUILD_ID as well (right-click the server, Copy Server ID)',
  );
}

/** Publishers ask pollers to say who they are and where to complain. */
function userAgentOf({ contact }: Variables): string {
  return contact === null ? 'DeadlineDesk' : `DeadlineDesk (+${contact})`;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
