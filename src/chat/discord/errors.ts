/**
 * What Discord's errors mean for a message of ours. Codes are Discord's own (documentation, Opcodes and Status Codes);
 * their meaning for delivery is our reading of them.
 */

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { Pause } from '../../domain/pause.ts';
import type { Failure } from '../../domain/ports.ts';
import { HOUR, type Instant, MINUTE, plus, SECOND } from '../../domain/time.ts';

export type Meaning = 'channel_gone' | 'message_gone' | 'denied' | 'refused' | 'later' | 'unauthorised';

const MEANINGS: ReadonlyMap<number | string, Meaning> = new Map<number | string, Meaning>([
  [Code.UnknownChannel, 'channel_gone'],
  [Code.UnknownGuild, 'channel_gone'],
  [Code.UnknownMessage, 'message_gone'],
  [Code.MissingAccess, 'denied'],
  [Code.MissingPermissions, 'denied'],
  [Code.ThreadLocked, 'denied'],
  [Code.InvalidActionOnArchivedThread, 'denied'],
  [Code.CannotSendAMessageInAForumChannel, 'denied'],
  [Code.CannotExecuteActionOnThisChannelType, 'denied'],
  [Code.InvalidMessageType, 'denied'],
  [Code.SendMessagesHasBeenTemporarilyDisabled, 'denied'],
  [Code.FeatureTemporarilyDisabledServerSide, 'denied'],
  [Code.InvalidFormBodyOrContentType, 'refused'],
  [Code.TagRequiredToCreateAForumPostInThisChannel, 'refused'],
  [Code.CannotSendAnEmptyMessage, 'refused'],
  [Code.RequestBodyContainsInvalidJSON, 'refused'],
  [Code.RequestEntityTooLarge, 'refused'],
  [Code.FileUploadedExceedsMaximumSize, 'refused'],
  [Code.MessageWasBlockedByAutomaticModeration, 'refused'],
  [Code.MessageBlockedByHarmfulLinksFilter, 'refused'],
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 'later'],
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit, 'later'],
  [Code.AnnouncementEditLimitExceeded, 'later'],
  [Code.MaximumActiveThreads, 'later'],
  [Code.ChannelSendRateLimit, 'later'],
  [Code.ServerSendRateLimit, 'later'],
  [Code.APIResourceOverloaded, 'later'],
  [Code.ServiceResourceIsBeingRateLimited, 'later'],
  [Code.InvalidToken, 'unauthorised'],
]);

/**
 * How long a channel rests after limits that come without a wait: 3 edits of old messages in 6 s (community
 * documentation of Discord, Message); for sending nobody knows.
 */
const RESTS: ReadonlyMap<number | string, number> = new Map<number | string, number>([
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 6 * SECOND],
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit, MINUTE],
  [Code.ChannelSendRateLimit, MINUTE],
  [Code.ServerSendRateLimit, MINUTE],
]);

/** A limit that is over by the time we read of it. */
const SHORTEST_WAIT = SECOND / 10;

/** A published announcement takes three edits an hour (Discord's users; its documentation is silent). */
const ANNOUNCEMENT_REST = HOUR / 3;

/** For answers whose code says nothing to us, such as those of a proxy on the way. */
const STATUSES: ReadonlyMap<number, Meaning> = new Map([
  [401, 'unauthorised'],
  [403, 'denied'],
  [429, 'later'],
]);

/** How undici and Node name connections that were not made, broke, or took too long. */
const NETWORK_CODES: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

const REMEDIES: Readonly<Record<Meaning, string>> = {
  channel_gone: 'The channel was deleted or the bot left its server: follow the storyline in another channel.',
  message_gone: 'The message was deleted in Discord.',
  denied:
    'Allow the bot View Channel, Send Messages and Read Message History there; for threads also Create Public Threads and Send Messages in Threads.',
  refused: 'Discord will not take this content: report it with this text.',
  later: 'It is tried again by itself.',
  unauthorised: 'Put a working bot token into DISCORD_TOKEN and start again.',
};

const LOCKED = 'The thread is locked: unlock it, or allow the bot Manage Threads there.';
const FORUM = 'It takes posts alone: give each storyline a post of its own with "/alerts thread".';

/** Where the code says more than its meaning. */
const REMEDIES_BY_CODE: ReadonlyMap<number | string, string> = new Map<number | string, string>([
  [Code.ThreadLocked, LOCKED],
  [Code.InvalidActionOnArchivedThread, LOCKED],
  [Code.CannotSendAMessageInAForumChannel, FORUM],
  [Code.TagRequiredToCreateAForumPostInThisChannel, 'The forum asks for a tag, and has none that the bot may use.'],
  [Code.MaximumActiveThreads, 'The server has as many open threads as Discord allows: archive some.'],
]);

/** Whether Discord was not reached, or went away before it answered. */
export function isNetworkTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && NETWORK_CODES.has(error.code));
}

/** Null for what nobody foresaw: a bug here or news from Discord. */
export function meaningOf(error: unknown): Meaning | null {
  if (error instanceof DiscordAPIError) {
    return MEANINGS.get(error.code) ?? STATUSES.get(error.status) ?? null;
  }
  if (error instanceof RateLimitError || error instanceof HTTPError) return 'later';
  return isNetworkTrouble(error) ? 'later' : null;
}

/** Milliseconds until a limit that Discord named is over; null for other errors. */
export function waitAfter(error: unknown): number | null {
  if (!(error instanceof RateLimitError)) return null;
  return Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
}

/** What Discord or the network said, in words. */
export function said(error: unknown): string {
  if (error instanceof DiscordAPIError) {
    return `Discord answered ${error.status} to ${error.method}, code ${error.code}: ${error.message}.`;
  }
  if (error instanceof HTTPError) return `Discord answered ${error.status} to ${error.method}.`;
  if (error instanceof RateLimitError) return `Discord asks us to wait ${waitAfter(error)} ms.`;
  return `Discord was not reached: ${error instanceof Error ? error.message : String(error)}.`;
}

/** What happened and what to do, for operators. */
export function reasonOf(error: unknown, meaning: Meaning): string {
  const own = error instanceof DiscordAPIError ? REMEDIES_BY_CODE.get(error.code) : undefined;
  return `${said(error)} ${own ?? REMEDIES[meaning]}`;
}

/** The limit that `error` tells, for who was about to `act`; null for other errors. A refused request never arrived. */
function limitOf(error: unknown, act: Pause['act'], now: Instant): Failure | null {
  const wait = waitAfter(error) ?? (error instanceof DiscordAPIError ? RESTS.get(error.code) : undefined);
  if (wait === undefined) return null;
  const isGlobal = error instanceof RateLimitError && error.global;
  const where = isGlobal ? ({ where: 'everywhere', act: null } as const) : ({ where: 'channel', act } as const);
  return {
    kind: 'limited',
    ...where,
    until: plus(now, Math.max(wait, SHORTEST_WAIT)),
    reason: reasonOf(error, 'later'),
  };
}

function restAfter(error: unknown, now: Instant): Instant | null {
  const isAnnouncement = error instanceof DiscordAPIError && error.code === Code.AnnouncementEditLimitExceeded;
  return isAnnouncement ? plus(now, ANNOUNCEMENT_REST) : null;
}

/** The failure that `error` means at `now` for who was about to `act`; what nobody foresaw is tried again. */
export function failureOf(error: unknown, act: Pause['act'], now: Instant): Failure {
  const limit = limitOf(error, act, now);
  if (limit !== null) return limit;
  const meaning = meaningOf(error) ?? 'later';
  const reason = reasonOf(error, meaning);
  if (meaning === 'channel_gone') return { kind: 'gone', what: 'channel', reason };
  if (meaning === 'message_gone') return { kind: 'gone', what: 'message', reason };
  if (meaning !== 'later') return { kind: meaning, reason };
  return { kind: 'later', reason, retryAt: restAfter(error, now) };
}

/**
 * An error as it may be logged: those of Discord carry the address called, which holds an interaction's token, and
 * the body sent.
 */
export function loggable(error: unknown): unknown {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { name, message, status, method, stack } = error;
    return { type: name, message, status, method, stack };
  }
  if (!(error instanceof RateLimitError)) return error;
  const { name, method, stack } = error;
  return { type: name, message: said(error), method, stack };
}
