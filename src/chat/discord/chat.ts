/** The Chat port over Discord's REST API: a card becomes a message, once, and is edited from then on. */
import { type APIMessageReferenceSend, Routes } from 'discord-api-types/v10';
import { threadName } from '../../cards/thread.ts';
import type { Card } from '../../domain/card.ts';
import { type ChannelId, id, type PostedId } from '../../domain/ids.ts';
import type { Audience, Showing, Subject } from '../../domain/message.ts';
import type { Chat, Clock, Failure, Finding, Log, Outcome } from '../../domain/ports.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { between, HOUR, type Instant, SECOND } from '../../domain/time.ts';
import { digestOf, type MessageBody, messageBody } from '../payload.ts';
import type { Ending } from './ending.ts';
import { failureOf, loggable, meaningOf } from './errors.ts';
import { findMessage, type Reader } from './find.ts';
import { postedMessage } from './message.ts';
import { crosspost } from './publish.ts';
import type { InvalidRequests } from './requests.ts';
import { sentAt } from './snowflake.ts';
import { findPost, isForum, openAt, openPost, readChannel, unarchived } from './threads.ts';
import { slidingWindow, type Window } from './window.ts';

export interface ChatParts extends Reader {
  readonly draw: (subject: Subject, audience: Audience) => Card;
  readonly log: Log;
  readonly ending: Ending;
  readonly invalid: InvalidRequests;
}

const TOO_MANY = 'Discord refused too many of our requests: nothing is sent for a while.';

/** The role's line stays, so that only a changed card changes the message; nobody is pinged twice. */
function quiet(body: MessageBody): MessageBody {
  return { ...body, allowed_mentions: { parse: [] } };
}

/** An answer to a message that was deleted meanwhile stands by itself. */
function replying({ replyTo }: Showing): { readonly message_reference?: APIMessageReferenceSend } {
  return replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
}

function done(posted: PostedId, body: MessageBody): Outcome {
  return { kind: 'done', posted, digest: digestOf(body) };
}

const OLD_EDITS = 3;
const OLD_EDITS_SPAN = 7 * SECOND;

/** As it is after a desk of before made all that it may and ended at `start`. */
function usedUp(start: Instant): Window {
  const window = slidingWindow(OLD_EDITS, OLD_EDITS_SPAN);
  for (let made = 0; made < OLD_EDITS; made += 1) window.spend(start);
  return window;
}

/**
 * Edits of messages older than an hour: 3 in 6 s a channel (community documentation of Discord, Message), a second more to
 * be sure. Null when this one may be made.
 */
function oldEdits(clock: Clock): (channel: ChannelId, posted: PostedId) => Failure | null {
  const start = clock.now();
  const windows = new Map<ChannelId, Window>();
  return (channel, posted) => {
    const now = clock.now();
    if (between(sentAt(posted), now) < HOUR) return null;
    const window = windows.get(channel) ?? usedUp(start);
    windows.set(channel, window);
    const until = window.freeAt(now);
    if (until === null) window.spend(now);
    if (until === null) return null;
    const reason = 'messages older than an hour take three edits in six seconds';
    return { kind: 'limited', where: 'channel', act: 'edit', until, reason };
  };
}

type Doing = 'post' | 'edit' | 'find' | 'publish';

/** What is said of a failure: which message, by its key or its id. */
interface Concerned {
  readonly key: string;
  readonly channel: ChannelId;
}

/** A channel that no longer exists holds no message of ours. */
function findingOf(failure: Failure): Finding {
  return failure.kind === 'gone' && failure.what === 'channel' ? { kind: 'absent' } : failure;
}

/**
 * Posts carry a deterministic nonce, so that Discord itself answers a repeated post with the first message. Methods
 * never reject; what nobody foresaw is `later`, with its cause in the log. A rejected token ends everything.
 */
export function discordChat(parts: ChatParts): Chat {
  const { rest, draw, clock, log, ending, invalid } = parts;
  const tooOften = oldEdits(clock);
  const bodyOf = (showing: Showing) =>
    messageBody(draw(showing.subject, showing.audience), showing.marker, showing.role);

  const patch = async (showing: Showing, posted: PostedId, body: MessageBody): Promise<Outcome> => {
    const { channel } = showing;
    await unarchived(rest, channel, () => rest.patch(Routes.channelMessage(channel, posted), { body: quiet(body) }));
    return done(posted, body);
  };

  /** After an earlier try the nonce may have answered with its message, which can show older news. */
  const postMessage = async (showing: Showing): Promise<Outcome> => {
    const body = bodyOf(showing);
    const sent = { ...body, ...replying(showing), nonce: showing.nonce, enforce_nonce: true };
    const answer = await rest.post(Routes.channelMessages(showing.channel), { body: sent });
    const posted = id<PostedId>(postedMessage.parse(answer).id);
    return showing.attempts > 1 ? patch(showing, posted, body) : done(posted, body);
  };

  const editMessage = async (showing: Showing, posted: PostedId): Promise<Outcome> => {
    const body = bodyOf(showing);
    if (digestOf(body) === showing.shownDigest) return done(posted, body);
    return tooOften(showing.channel, posted) ?? patch(showing, posted, body);
  };

  /** What opens a thread is a message in its channel, or the first one of a forum's post. */
  const open = async (showing: Showing, storyline: Storyline): Promise<Outcome> => {
    const channel = await readChannel(rest, showing.channel);
    const body = bodyOf(showing);
    if (isForum(channel)) return done(await openPost(rest, channel, storyline, body), body);
    const outcome = await postMessage(showing);
    if (outcome.kind === 'done') await openAt(rest, showing.channel, outcome.posted, storyline);
    return outcome;
  };

  const reopen = async (showing: Showing, posted: PostedId, storyline: Storyline): Promise<Outcome> => {
    if (isForum(await readChannel(rest, showing.channel)))
      return editMessage({ ...showing, channel: id(posted) }, posted);
    const outcome = await editMessage(showing, posted);
    if (outcome.kind === 'done') await openAt(rest, showing.channel, posted, storyline);
    return outcome;
  };

  const post = (showing: Showing) => {
    const { subject } = showing;
    return subject.kind === 'thread' ? open(showing, subject.storyline) : postMessage(showing);
  };

  const edit = (showing: Showing, posted: PostedId) => {
    const { subject } = showing;
    return subject.kind === 'thread' ? reopen(showing, posted, subject.storyline) : editMessage(showing, posted);
  };

  const search = async (showing: Showing): Promise<Finding> => {
    const { subject, channel } = showing;
    if (subject.kind !== 'thread') return findMessage(parts, showing);
    const forum = await readChannel(rest, channel);
    return isForum(forum)
      ? findPost(parts, forum, showing, threadName(subject.storyline))
      : findMessage(parts, showing);
  };

  const failed = (what: Doing, { key, channel }: Concerned, error: unknown): Failure => {
    const failure = failureOf(error, what === 'find' ? 'post' : what, clock.now());
    if (failure.kind === 'unauthorised') ending.end(failure.reason);
    if (meaningOf(error) === null) {
      log.error({ err: loggable(error), key, channel }, `discord: the ${what} failed in a way nobody foresaw`);
    }
    return failure;
  };

  const guarded = async <Result>(what: Doing, concerned: Concerned, act: () => Promise<Result>) => {
    const over = ending.reason();
    if (over !== null) return { kind: 'unauthorised', reason: over } as const;
    const until = invalid.heldUntil();
    if (until !== null) return { kind: 'limited', where: 'everywhere', act: null, until, reason: TOO_MANY } as const;
    try {
      return await act();
    } catch (error) {
      return failed(what, concerned, error);
    }
  };

  return {
    post: (showing) => guarded('post', showing, () => post(showing)),
    edit: (showing, posted) => guarded('edit', showing, () => edit(showing, posted)),
    publish: (channel, posted) => guarded('publish', { key: posted, channel }, () => crosspost(rest, channel, posted)),
    async find(showing) {
      const result = await guarded('find', showing, () => search(showing));
      return result.kind === 'found' || result.kind === 'absent' || result.kind === 'unprovable'
        ? result
        : findingOf(result);
    },
  };
}
