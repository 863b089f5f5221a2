/** Messages of announcement channels that are to be published: each once, within the limit of its channel. */
import type { MessageKey } from '../domain/ids.ts';
import { HOUR, type Instant, plus } from '../domain/time.ts';
import type { Statement } from './engine.ts';

/** What is for moderators, or opens a thread, is published nowhere. */
const OF_THIS_SERVER = `('proposal', 'notice', 'thread', 'welcome')`;

/** A message that is about to be shown for the first time. */
export function publishableStatement(key: MessageKey, at: Instant): Statement {
  return {
    sql: `UPDATE message SET publish_at = :at WHERE key = :key AND posted IS NULL AND place = channel
      AND subject_kind NOT IN ${OF_THIS_SERVER}
      AND follow IN (SELECT id FROM follow WHERE publishes = 1 AND follow.channel = message.channel)`,
    params: { key, at },
  };
}

const CONCERNS = `pause.channel IN ('*', message.channel) AND pause.act IN ('*', 'publish')`;

/** What may be published at `:now`, the most urgent first. */
export const PUBLISHABLE = `SELECT key, channel, posted FROM message WHERE publish_at <= :now AND posted IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM pause WHERE ${CONCERNS} AND pause.until > :now) ORDER BY priority, publish_at, key LIMIT 1`;

/** When the next message may be published. */
export const NEXT_PUBLISHING = `SELECT MIN(CASE WHEN held_until > publish_at THEN held_until ELSE publish_at END) AS at
  FROM (SELECT publish_at, (SELECT MAX(pause.until) FROM pause WHERE ${CONCERNS}) AS held_until
    FROM message WHERE publish_at IS NOT NULL AND posted IS NOT NULL) AS waiting`;

export function publishedStatement(key: MessageKey, at: Instant): Statement {
  return {
    sql: 'UPDATE message SET publish_at = NULL, published_at = :at WHERE key = :key',
    params: { key, at },
    mustChange: `message ${key}`,
  };
}

export function publishLaterStatement(key: MessageKey, until: Instant): Statement {
  return { sql: 'UPDATE message SET publish_at = :until WHERE key = :key', params: { key, until } };
}

/** Discord takes ten an hour of a channel (its users; the documentation is silent). */
const MOST = 10;

/** The tenth last message that the channel of a message published within the hour. */
export function tenthLast(key: MessageKey, now: Instant): Statement {
  return {
    sql: `SELECT (SELECT published_at FROM message WHERE channel = (SELECT channel FROM message WHERE key = :key)
      AND published_at > :since ORDER BY published_at DESC LIMIT 1 OFFSET ${MOST - 1}) AS at`,
    params: { key, since: plus(now, -HOUR) },
  };
}
