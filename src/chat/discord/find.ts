/** Reading a channel back for a message of ours whose sending was never confirmed. */

import { Routes } from 'discord-api-types/v10';
import { type ChannelId, id, type PostedId } from '../../domain/ids.ts';
import type { Showing } from '../../domain/message.ts';
import type { Clock, Finding } from '../../domain/ports.ts';
import { MINUTE, plus, SECOND } from '../../domain/time.ts';
import { waitAfter } from './errors.ts';
import { type ChannelMessage, carries, channelMessages } from './message.ts';
import type { Requests } from './requests.ts';

/** Discord's most for one request. */
const PAGE = 100;

/** 2,000 messages: more would spend the channel's request budget on one doubt. */
const MOST_PAGES = 20;

/** How far our clock and Discord's may be apart. */
const CLOCK_SLACK = MINUTE;

/** Longer limits are for the board to wait out. */
const LONGEST_WAIT = 10 * SECOND;

const BLIND = 'the channel shows no messages, and the bot may lack Read Message History there';

export interface Reader {
  readonly rest: Requests;
  /** Whether the bot may read what was said in a channel; null where nobody knows. */
  readonly mayRead: (channel: ChannelId) => boolean | null;
  /** Our own user id. */
  readonly self: string;
  readonly clock: Clock;
  /** Aborts when we leave: nothing is waited for any more. */
  readonly leaving: AbortSignal;
}

async function readPage(rest: Requests, channel: ChannelId, before: string | null): Promise<readonly ChannelMessage[]> {
  const query = new URLSearchParams({ limit: String(PAGE), ...(before === null ? {} : { before }) });
  return channelMessages.parse(await rest.get(Routes.channelMessages(channel), { query }));
}

/** A few pages use up the channel's limit: it is waited out once for each, lest a long search never ends. */
async function patiently<Result>(ask: () => Promise<Result>, { clock, leaving }: Reader): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    const wait = waitAfter(error);
    if (wait === null || wait > LONGEST_WAIT || leaving.aborted) throw error;
    await clock.sleepUntil(plus(clock.now(), wait), leaving);
    return ask();
  }
}

/** Without Read Message History a channel reads as if it were empty (documentation, Get Channel Messages). */
function isBlind(page: number, messages: readonly ChannelMessage[], { mayRead }: Reader, channel: ChannelId): boolean {
  return page === 0 && messages.length === 0 && mayRead(channel) !== true;
}

/**
 * Newest first, back to a minute before the first try; what was never tried is absent without asking. Rejects as the
 * REST client does, and with ZodError on an answer that is no list of messages.
 */
export async function findMessage(reader: Reader, showing: Showing): Promise<Finding> {
  const { channel, marker, firstTriedAt } = showing;
  if (firstTriedAt === null) return { kind: 'absent' };
  const since = plus(firstTriedAt, -CLOCK_SLACK);
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from: string | null = before;
    const messages: readonly ChannelMessage[] = await patiently(() => readPage(reader.rest, channel, from), reader);
    if (isBlind(page, messages, reader, channel)) return { kind: 'unprovable', reason: BLIND };
    const ours = messages.find((message) => carries(message, reader.self, marker));
    if (ours) return { kind: 'found', posted: id<PostedId>(ours.id) };
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE || oldest.timestamp < since) return { kind: 'absent' };
    before = oldest.id;
  }
  return {
    kind: 'unprovable',
    reason: `channel ${channel} has more than ${PAGE * MOST_PAGES} messages since ${since}`,
  };
}
