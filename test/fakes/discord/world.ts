/** Who is who in the fake: one bot in one server with one channel and one member. */
import type { Clock } from '../../../src/domain/ports.ts';
import { type Instant, plus } from '../../../src/domain/time.ts';
import type { Place } from './places.ts';

export const TOKEN = 'the-right-token';
export const BOT = '200000000000000001';
export const APPLICATION = '200000000000000002';
export const GUILD = '200000000000000003';
export const CHANNEL = '200000000000000004';
export const MODERATORS = '200000000000000055';
export const DESK_ROLE = '200000000000000066';
/** Called by alerts: harmless, and below the bot's own. */
export const ALERTS_ROLE = '200000000000000067';
/** Below the bot's own as well, and its members may manage the server. */
export const STEWARDS_ROLE = '200000000000000068';
export const MEMBER = '200000000000000005';

/** Permission bits. */
export const MANAGE_GUILD = '32';
const MANAGE_ROLES = String(1 << 28);

/** READY's data without the session. */
export const READY = {
  user: { id: BOT, username: 'desk', discriminator: '0', avatar: null, bot: true },
  guilds: [{ id: GUILD, unavailable: true }],
  application: { id: APPLICATION, flags: 0 },
};

const BOT_MEMBER = {
  user: READY.user,
  roles: [DESK_ROLE],
  joined_at: '2025-01-01T00:00:00Z',
  deaf: false,
  mute: false,
  flags: 0,
};

/** What the bot may be kept from in a channel, by its bit. */
const FORBIDDEN = {
  seeing: 1n << 10n,
  sending: 1n << 11n,
  reading: 1n << 16n,
  'making threads': 1n << 35n,
  'sending in threads': 1n << 38n,
} as const;
export type Forbidden = keyof typeof FORBIDDEN;

/** Everyone may do all of it. */
const EVERYONE = String(Object.values(FORBIDDEN).reduce((bits, bit) => bits | bit));

/** What is left of it without these. */
export function allowedBut(forbidden: readonly Forbidden[]): string {
  return String(forbidden.reduce((bits, one) => bits & ~FORBIDDEN[one], BigInt(EVERYONE)));
}

/** Types of channels (documentation, Channel). */
export const TEXT = 0;
export const ANNOUNCEMENT = 5;
export const FORUM = 15;
/** Of an announcement channel, and of any other one. */
export const THREAD: readonly number[] = [10, 11];

/** The flag of a forum whose posts need a tag. */
const REQUIRE_TAG = 1 << 4;

function threadJson({ id, type, name, parent, owner, appliedTags, isLocked: locked, archivedAt }: Place) {
  const archive = archivedAt ?? '2015-01-01T00:00:00.000000+00:00';
  const metadata = { archived: archivedAt !== null, archive_timestamp: archive, auto_archive_duration: 4320, locked };
  return {
    ...{ id, guild_id: GUILD, type, name, parent_id: parent, owner_id: owner, applied_tags: appliedTags },
    ...{ thread_metadata: metadata, message_count: 0, member_count: 1 },
  };
}

/** A channel in which everyone is kept from `forbidden`. */
export function channelJson(place: Place, forbidden: readonly Forbidden[]) {
  const { id, type, name, tags, requiresTag } = place;
  if (THREAD.includes(type)) return threadJson(place);
  const deny = String(forbidden.reduce((bits, one) => bits | FORBIDDEN[one], 0n));
  const overwrites = [{ id: GUILD, type: 0, allow: '0', deny }];
  const own = { id, guild_id: GUILD, type, name, position: 0, permission_overwrites: overwrites };
  return type === FORUM ? { ...own, flags: requiresTag ? REQUIRE_TAG : 0, available_tags: tags } : own;
}

export type PlaceJson = ReturnType<typeof channelJson>;

function roleJson(id: string, name: string, permissions: string, position: number, mentionable = false) {
  return { id, name, permissions, position, mentionable, managed: false, color: 0, hoist: false };
}

/** GUILD_CREATE's data. */
export function guildJson(channels: readonly PlaceJson[]) {
  const isThread = ({ type }: PlaceJson) => THREAD.includes(type);
  return {
    id: GUILD,
    name: 'Desk',
    owner_id: MEMBER,
    roles: [
      roleJson(GUILD, '@everyone', EVERYONE, 0),
      roleJson(ALERTS_ROLE, 'alerts', '0', 1, true),
      roleJson(STEWARDS_ROLE, 'stewards', MANAGE_GUILD, 2),
      roleJson(DESK_ROLE, 'desk', MANAGE_ROLES, 3),
    ],
    channels: channels.filter((one) => !isThread(one)),
    members: [BOT_MEMBER],
    threads: channels.filter(isThread),
    emojis: [],
    stickers: [],
    features: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 1,
    premium_tier: 0,
    preferred_locale: 'en-US',
    system_channel_flags: 0,
  };
}

/** A clock that moves when told to, and at once for whoever sleeps by it. */
export interface HandClock extends Clock {
  passes(ms: number): void;
  /** It is at least so late. */
  reaches(instant: Instant): void;
}

export function handClock(start: Instant): HandClock {
  let present = start;
  return {
    now: () => present,
    async sleepUntil(until) {
      if (until > present) present = until;
    },
    reaches(instant) {
      if (instant > present) present = instant;
    },
    passes(ms) {
      present = plus(present, ms);
    },
  };
}
