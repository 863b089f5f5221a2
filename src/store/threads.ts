/** Threads on the board: what is told in one waits until it is there, and goes where it is. */
import type { ChangeOf } from '../domain/change.ts';
import type { ChannelId, MessageKey, PostedId } from '../domain/ids.ts';
import { type Follow, placeOf } from '../domain/storyline.ts';
import type { Statement } from './engine.ts';

/** The thread of a row of `message`, which is a row of its own, as `opening`. */
const OPENING = `SELECT 1 FROM message AS opening WHERE opening.key = 'thread:' || message.place`;

/** The condition that a row of `message` waits for its thread, which is not there yet or no more. */
export const WAITS_FOR_THREAD = `(posted IS NULL AND EXISTS (${OPENING} AND opening.state NOT IN ('shown', 'given_up')))`;

const INTO_THREAD = `UPDATE message SET channel = (SELECT posted FROM message AS opening WHERE opening.key = 'thread:' || :place)
  WHERE key = :key AND posted IS NULL AND EXISTS (${OPENING} AND opening.state = 'shown')`;

/** What is wanted in a thread that is there goes there. */
export function intoThread({ key, thread: place }: ChangeOf<'message.wanted'>): readonly Statement[] {
  return place === undefined ? [] : [{ sql: INTO_THREAD, params: { key, place } }];
}

/** A thread is there: what waited for it goes there. */
export function openedStatement(key: MessageKey, posted: PostedId): Statement {
  return {
    sql: `UPDATE message SET channel = :posted WHERE 'thread:' || place = :key AND posted IS NULL`,
    params: { key, posted },
  };
}

/** What waits for a thread that is not there goes wherever its storyline is told now. */
export function replacedStatement(follow: Follow): Statement {
  const { id, channel } = follow;
  return {
    sql: `UPDATE message SET place = :place,
        channel = COALESCE((SELECT posted FROM message AS opening WHERE opening.key = 'thread:' || :place AND opening.state = 'shown'), :channel)
      WHERE follow = :id AND place <> :place AND attempts = 0 AND ${WAITS_FOR_THREAD}`,
    params: { id, channel, place: placeOf(follow) },
  };
}

/** A channel was deleted; if it was a thread, whatever is to be told in it waits until moderators want another one. */
export function lostStatement(channel: ChannelId, reason: string): Statement {
  return {
    sql: `UPDATE message SET state = 'gone', reason = :reason WHERE subject_kind = 'thread' AND posted = :channel AND state = 'shown'`,
    params: { channel, reason },
  };
}

/** Every thread that was ever wanted. */
export const THREADS = `SELECT key, follow, channel, posted, state FROM message WHERE subject_kind = 'thread' ORDER BY key`;
