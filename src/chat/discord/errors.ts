/**
 * What Discord's errors mean for a message of ours. Codes are Discord's own (documentation, Opcodes and Status Codes);
 * their meaning for delivery is our reading of them.
 */

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { Outcome } from '../../domain/ports.ts';
import { type Instant, plus } from '../../domain/time.ts';

export type Meaning = 'channel_gone' | 'message_gone' | 'denied' | 'refused' | 'later' | 'unauthorised';

/** Every way a post or an edit can end but well. */
export type Failure = Exclude<Outcome, { kind: 'done' }>;

const MEANINGS: ReadonlyMap<number | string, Meaning> = new Map<number | string, Meaning>([
  [Code.UnknownChannel, 'channel_gone'],
  [Code.UnknownGuild, 'channel_gone'],
  [Code.UnknownMessage, 'message_gone'],
  [Code.MissingAccess, 'denied'],
  [Code.MissingPermissions, 'denied'],
  [Code.ThreadLocked, 'denied'],
  [Code.InvalidActionOnArchivedThread, 'denied'],
  [Code.SendMessagesHasBeenTemporarilyDisabled, 'denied'],
  [Code.FeatureTemporarilyDisabledServerSide, 'denied'],
  [Code.InvalidFormBodyOrContentType, 'refused'],
  [Code.CannotSendAnEmptyMessage, 'refused'],
  [Code.RequestBodyContainsInvalidJSON, 'refused'],
  [Code.RequestEntityTooLarge, 'refused'],
  [Code.FileUploadedExceedsMaximumSize, 'refused'],
  [Code.MessageWasBlockedByAutomaticModeration, 'refused'],
  [Code.MessageBlockedByHarmfulLinksFilter, 'refused'],
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 'later'],
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit, 'later'],
  [Code.AnnouncementEditLimitExceeded, 'later'],
  [Code.ChannelSendRateLimit, 'later'],
  [Code.ServerSendRateLimit, 'later'],
  [Code.APIResourceOverloaded, 'later'],
  [Code.ServiceResourceIsBeingRateLimited, 'later'],
  [Code.InvalidToken, 'unauthorised'],
]);

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
  denied: 'Allow the bot View Channel, Send Messages and Read Message History there.',
  refused: 'Discord will not take this content: report it with this text.',
  later: 'It is tried again by itself.',
  unauthorised: 'Put a working bot token into DISCORD_TOKEN and start again.',
};

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
  return `${said(error)} ${REMEDIES[meaning]}`;
}

/** The failure that `error` means at `now`; what nobody foresaw is tried again. */
export function failureOf(error: unknown, now: Instant): Failure {
  const meaning = meaningOf(error) ?? 'later';
  const reason = reasonOf(error, meaning);
  if (meaning === 'channel_gone') return { kind: 'gone', what: 'channel', reason };
  if (meaning === 'message_gone') return { kind: 'gone', what: 'message', reason };
  if (meaning !== 'later') return { kind: meaning, reason };
  const wait = waitAfter(error);
  return { kind: 'later', reason, retryAt: wait === null ? null : plus(now, wait) };
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
