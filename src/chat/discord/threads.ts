/**
 * Threads and posts of forums (Discord's documentation, Threads). A thread at a message has the message's id, and a
 * second one is refused: it is made once whatever breaks. A forum takes no nonce: a post that may be there is looked
 * for, by its first message, among its threads.
 */
import { DiscordAPIError } from 'discord.js';
import { ChannelFlags, ChannelType, RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { threadName } from '../../cards/thread.ts';
import { type ChannelId, id, type PostedId } from '../../domain/ids.ts';
import type { Showing } from '../../domain/message.ts';
import type { Finding } from '../../domain/ports.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { type Instant, MINUTE, plus } from '../../domain/time.ts';
import type { MessageBody } from '../payload.ts';
import type { Reader } from './find.ts';
import { carries, channelMessage, postedMessage } from './message.ts';
import type { Requests } from './requests.ts';
import { sentAt } from './snowflake.ts';

const tag = z.object({ id: z.string(), name: z.string(), moderated: z.boolean().default(false) });

const channelShape = z.object({
  id: z.string(),
  type: z.int(),
  guild_id: z.string().default(''),
  flags: z.int().default(0),
  available_tags: z.array(tag).default([]),
});

export type ChannelShape = z.infer<typeof channelShape>;

const threadList = z.object({
  threads: z.array(
    z.object({ id: z.string(), name: z.string(), parent_id: z.string().nullish(), owner_id: z.string().nullish() }),
  ),
});

type Listed = z.infer<typeof threadList>['threads'][number];

export async function readChannel(rest: Requests, channel: ChannelId): Promise<ChannelShape> {
  return channelShape.parse(await rest.get(Routes.channel(channel)));
}

export function isForum({ type }: ChannelShape): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

function saysAs(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Makes the thread at a message; one that is there already is that. */
export async function openAt(rest: Requests, channel: ChannelId, message: PostedId, storyline: Storyline) {
  try {
    await rest.post(Routes.threads(channel, message), { body: { name: threadName(storyline) } });
  } catch (error) {
    if (!saysAs(error, Code.ThreadAlreadyCreatedForMessage)) throw error;
  }
}

/** A forum may ask for a tag: the one that the storyline's title names, else the first that anyone may use. */
function tagsFor({ flags, available_tags: tags }: ChannelShape, { title }: Storyline): readonly string[] {
  if ((flags & ChannelFlags.RequireTag) === 0) return [];
  const open = tags.filter(({ moderated }) => !moderated);
  const named = open.find(({ name }) => title.toLowerCase().includes(name.toLowerCase()));
  return [named ?? open[0]].flatMap((one) => (one ? [one.id] : []));
}

/** A post of a forum begins with a message that has its id. */
export async function openPost(rest: Requests, forum: ChannelShape, storyline: Storyline, message: MessageBody) {
  const body = { name: threadName(storyline), message, applied_tags: tagsFor(forum, storyline) };
  return id<PostedId>(postedMessage.parse(await rest.post(Routes.threads(forum.id), { body })).id);
}

/** Posting opens an archived thread by itself, editing does not; one that is locked stays shut to us. */
export async function unarchived<Result>(rest: Requests, channel: ChannelId, act: () => Promise<Result>) {
  try {
    return await act();
  } catch (error) {
    if (!saysAs(error, Code.InvalidActionOnArchivedThread)) throw error;
    await rest.patch(Routes.channel(channel), { body: { archived: false } }).catch(() => Promise.reject(error));
    return act();
  }
}

/** How far our clock and Discord's may be apart. */
const CLOCK_SLACK = MINUTE;

/** Of one kind, the newest activity first: a post just made is among the first, unless somebody hid it at once. */
async function threadsOf(rest: Requests, { id: forum, guild_id: guild }: ChannelShape): Promise<readonly Listed[]> {
  const query = new URLSearchParams({ limit: '100' });
  const active = threadList.parse(await rest.get(Routes.guildActiveThreads(guild)));
  const archived = threadList.parse(await rest.get(Routes.channelThreads(forum, 'public'), { query }));
  return [...active.threads.filter(({ parent_id: parent }) => parent === forum), ...archived.threads];
}

/** Whether the post begins with our message; null where its first message was deleted. */
async function isOurs({ rest, self }: Reader, thread: string, marker: number): Promise<boolean | null> {
  try {
    const first = await rest.get(Routes.channelMessage(thread, thread));
    return carries(channelMessage.parse(first), self, marker);
  } catch (error) {
    if (saysAs(error, Code.UnknownMessage)) return null;
    throw error;
  }
}

function isCandidate({ id: thread, owner_id: owner }: Listed, since: Instant, self: string): boolean {
  return owner === self && sentAt(thread) >= since;
}

/** Looks for the post of a forum that an earlier try may have made. */
export async function findPost(reader: Reader, forum: ChannelShape, showing: Showing, name: string): Promise<Finding> {
  const { firstTriedAt, marker } = showing;
  if (firstTriedAt === null) return { kind: 'absent' };
  const since = plus(firstTriedAt, -CLOCK_SLACK);
  const candidates = (await threadsOf(reader.rest, forum)).filter((one) => isCandidate(one, since, reader.self));
  let doubtful: Listed | null = null;
  for (const candidate of candidates) {
    const own = await isOurs(reader, candidate.id, marker);
    if (own) return { kind: 'found', posted: id<PostedId>(candidate.id) };
    if (own === null && candidate.name === name) doubtful = candidate;
  }
  if (doubtful === null) return { kind: 'absent' };
  return { kind: 'unprovable', reason: `post ${doubtful.id} has its name, and no first message any more` };
}
