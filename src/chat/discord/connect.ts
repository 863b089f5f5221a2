/** Discord as one of the two chats: cards out, slash commands in. */
import { type Client, Events, type Guild, PermissionFlagsBits, RESTEvents, Status } from 'discord.js';
import { drawCard } from '../../cards/draw.ts';
import type { Command, CommandPorts } from '../../domain/command.ts';
import { type ChannelId, type GuildId, id } from '../../domain/ids.ts';
import type { Chat, Clock, Log } from '../../domain/ports.ts';
import type { Arrival } from '../../domain/premises.ts';
import type { Instant } from '../../domain/time.ts';
import { arrivalsIn } from './arrivals.ts';
import { discordChat } from './chat.ts';
import { deskClient } from './client.ts';
import { type ClockCheck, clockCheck } from './clockCheck.ts';
import { type Ending, ending } from './ending.ts';
import { loggable, meaningOf, reasonOf } from './errors.ts';
import { answerCommands } from './gateway.ts';
import { finalClose, login } from './login.ts';
import { discordPremises } from './premises.ts';
import { registerCommands } from './register.ts';
import { evenly, type InvalidRequests, invalidRequests, type Refusals } from './requests.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Another server that speaks Discord's API, such as `http://127.0.0.1:8080/api`; null for Discord itself. */
  readonly apiUrl: string | null;
  readonly loginDeadlineMs: number;
  /** Calls off a login under way; later it does nothing. */
  readonly stopping: AbortSignal;
  /** Commands are registered in this server alone, at once visible there; null registers them everywhere. */
  readonly guild: GuildId | null;
  readonly commands: readonly Command[];
  readonly ports: Omit<CommandPorts, 'premises'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly refusals: Refusals;
  /** Told of channels (null: of all) where the bot may have been let in again. */
  readonly onAccess: (channels: readonly ChannelId[] | null) => void;
  /** Told of the servers that the bot is in, and of each that it comes to, where its commands are. */
  readonly onArrivals: (arrivals: readonly Arrival[]) => void;
  /** Told once, with what to do, when the bot can do nothing more: the token was revoked, the gateway closed for good. */
  readonly onFatal: (reason: string) => void;
}

export interface DiscordChat {
  readonly chat: Chat;
  /** Whether the gateway is connected, so that commands reach us; posts and edits do not need it. */
  ready(): boolean;
  /** By how many milliseconds this machine's clock is ahead of Discord's; null before it answered anything. */
  clockAheadMs(): number | null;
  /** Ends after the commands under way. */
  close(): Promise<void>;
}

/** discord.js ends the process on an `error` that nobody listens to. */
function logTrouble(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ err: loggable(error) }, 'discord.js reported an error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to the gateway failed'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'the gateway connection was lost; connecting again'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warned'));
}

function endWithGateway(client: Client, end: Ending): void {
  client.on(Events.ShardDisconnect, ({ code }) => end.end(finalClose(code)));
  client.on(Events.Invalidated, () => end.end('Discord ended our session for good. Start again.'));
}

/**
 * Whatever may change what the bot may do in a server concerns all of its channels: overwrites, roles, its own roles, a
 * thread that is opened again, its coming back. What happened before a new session was told to nobody.
 */
function watchAccess(client: Client, onAccess: DiscordOptions['onAccess']): void {
  const changed = ({ channels }: Guild) => onAccess([...channels.cache.keys()].map((key) => id<ChannelId>(key)));
  client.on(Events.ChannelUpdate, (_, channel) => channel.isDMBased() || changed(channel.guild));
  client.on(Events.ThreadUpdate, (_, thread) => {
    onAccess([id<ChannelId>(thread.id)]);
    changed(thread.guild);
  });
  client.on(Events.GuildRoleUpdate, (_, { guild }) => changed(guild));
  client.on(Events.GuildMemberUpdate, (_, { guild }) => changed(guild));
  client.on(Events.GuildCreate, changed);
  client.on(Events.ShardReady, () => onAccess(null));
}

/** Discord tells a client that is ready of new servers alone; of all others it has told before. */
function watchArrivals(client: Client<true>, { guild, onArrivals }: DiscordOptions): void {
  const arrived = (guilds: Iterable<Guild>) => {
    const ours = [...guilds].filter((one) => guild === null || one.id === guild);
    onArrivals(arrivalsIn(ours, client));
  };
  client.on(Events.GuildCreate, (one) => arrived([one]));
  arrived(client.guilds.cache.values());
}

function readAnswers({ rest }: Client, invalid: InvalidRequests, ours: ClockCheck): void {
  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    invalid.count(status, headers.get('x-ratelimit-scope'));
    ours.heard(headers.get('date'));
  });
}

const TOO_MANY_SESSIONS = 'Discord ended too many sessions: the bot logs in no more, and takes no commands,';

/** As the gateway has told; null for a channel that it has not told of. */
function mayRead(client: Client<true>, name: ChannelId): boolean | null {
  const channel = client.channels.cache.get(name);
  if (!channel || channel.isDMBased()) return null;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) ?? null;
}

/** discord.js itself calls a client ready while its connection is being made again. */
function isConnected(client: Client): boolean {
  return client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready);
}

/** Without its commands registered anew the bot still alerts, and Discord still offers the former ones. */
async function register(client: Client<true>, options: DiscordOptions, end: Ending): Promise<void> {
  const { guild, commands, log } = options;
  try {
    const result = await registerCommands(client.rest, client.application.id, guild, commands);
    log.info({ commands: commands.length, guild }, `slash commands ${result}`);
  } catch (error) {
    if (meaningOf(error) === 'unauthorised') end.end(reasonOf(error, 'unauthorised'));
    log.error({ err: loggable(error), guild }, 'slash commands could not be registered; the next start tries again');
  }
}

/**
 * Logs in, registers the commands that changed and answers them from then on. Rejects with Refusal, which says what to
 * do, when Discord does not let us in.
 */
export async function connectDiscord(options: DiscordOptions): Promise<DiscordChat> {
  const { clock, log, refusals } = options;
  const onHeld = (until: Instant) => log.warn({ until }, `${TOO_MANY_SESSIONS} until ${until}; messages go on`);
  const desk = deskClient({ ...options, onHeld });
  const { client } = desk;
  const end = ending(options.onFatal);
  const invalid = invalidRequests(clock, log, refusals);
  logTrouble(client, log);
  const ours = clockCheck(clock);
  readAnswers(client, invalid, ours);
  const ports = { ...options.ports, premises: discordPremises(client) };
  const commandsEnded = answerCommands(client, { ...options, ports });
  const entered = await login(desk, options.token, options.loginDeadlineMs, options.stopping);
  endWithGateway(client, end);
  watchAccess(client, options.onAccess);
  watchArrivals(entered, options);
  await register(entered, options, end);
  const leaving = new AbortController();
  const reader = {
    rest: evenly(client.rest, clock, leaving.signal),
    mayRead: (channel: ChannelId) => mayRead(entered, channel),
    self: entered.user.id,
    clock,
    leaving: leaving.signal,
  };
  return {
    chat: discordChat({ ...reader, draw: drawCard, log, ending: end, invalid }),
    ready: () => end.reason() === null && isConnected(client),
    clockAheadMs: ours.aheadMs,
    async close() {
      leaving.abort();
      await desk.leave();
      await commandsEnded();
    },
  };
}
