/** The discord.js client as we want it: nothing kept that we do not read, nothing retried behind our back. */
import { Client, type ClientOptions, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import type { Clock } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { makeRequest } from './forms.ts';
import { identifying } from './identify.ts';

/** The longest wait for the answer to one request. */
const REQUEST_TIMEOUT = 15_000;

/** The longest wait for servers that are down when we come in; the bot is ready without them. */
const GUILD_TIMEOUT = 5_000;

/** All that can be limited without breaking discord.js (its guide, Cache customization). */
const NOTHING_KEPT = Options.cacheWithLimits({
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
  VoiceStateManager: 0,
});

/** The longest wait for the gateway to say goodbye. */
const GOODBYE_TIMEOUT = 2_000;

export interface ClientParts {
  /** Null for Discord itself. */
  readonly apiUrl: string | null;
  readonly loginDeadlineMs: number;
  readonly clock: Clock;
  /** Told until when the bot may not log in again, because it did too often. */
  readonly onHeld: (until: Instant) => void;
}

export interface DeskClient {
  readonly client: Client;
  /** Ends the connection for good, whatever state it is in. */
  leave(): Promise<void>;
}

function atMost(ms: number, task: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    task.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;

/**
 * A client destroyed while it waits for the gateway's first words connects again half a second later, and its
 * `destroy` never resolves (@discordjs/ws 1.2, WebSocketShard.waitForEvent). Every connection begins by asking for the
 * session to resume: once `isOver`, it waits for that answer for ever.
 */
function shardingUntil(isOver: () => boolean): BuildStrategy {
  return (manager) => {
    const sessionOf = manager.options.retrieveSessionInfo;
    manager.options.retrieveSessionInfo = (shard) => (isOver() ? new Promise(() => {}) : sessionOf(shard));
    return new SimpleShardingStrategy(manager);
  };
}

/**
 * Not yet logged in. The board does the retrying, because discord.js repeats a post that may have arrived and waits
 * out limits for up to an hour; and the counting, because it would count answers to commands, which Discord does not. Requests end before `loginDeadlineMs`, so that a login given up leaves none behind.
 */
export function deskClient({ apiUrl, loginDeadlineMs, clock, onHeld }: ClientParts): DeskClient {
  let isOver = false;
  const turns = identifying(clock, onHeld);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: NOTHING_KEPT,
    waitGuildTimeout: GUILD_TIMEOUT,
    ws: { buildStrategy: shardingUntil(() => isOver), buildIdentifyThrottler: () => turns },
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl }),
      version: '10',
      retries: 0,
      makeRequest,
      timeout: Math.min(REQUEST_TIMEOUT, loginDeadlineMs / 2),
      rejectOnRateLimit: () => true,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    },
  });
  const leave = () => {
    isOver = true;
    return atMost(GOODBYE_TIMEOUT, client.destroy());
  };
  return { client, leave };
}
