/** Messages that are kept back for quiet hours, and what becomes of them afterwards. */
import type { MessageKey } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Statement } from './engine.ts';

/** Taken and not sent: the attempt does not count, and it is looked at again when the quiet hours are over. */
export function keptStatement(key: MessageKey, until: Instant, now: Instant): Statement {
  return {
    sql: `UPDATE message SET attempts = attempts - 1, first_tried_at = CASE WHEN attempts > 1 THEN first_tried_at END,
        kept_since = COALESCE(kept_since, :now), next_try_at = :until, reason = 'its place has quiet hours' WHERE key = :key`,
    params: { key, until, now },
    mustChange: `message ${key}`,
  };
}

const IS_KEPT = `kept_since IS NOT NULL AND posted IS NULL AND state = 'waiting' AND follow IS NOT NULL`;

/** What was kept back until now, the oldest first. */
export const KEPT = `SELECT message.*, attempts > 0 AS was_tried FROM message WHERE ${IS_KEPT} AND next_try_at <= :now
  ORDER BY made_at, key`;

/** When the first quiet hours are over that anything is kept back for. */
export const NEXT_MORNING = `SELECT MIN(next_try_at) AS at FROM message WHERE ${IS_KEPT}`;

export function releasedStatement(key: MessageKey, at: Instant): Statement {
  return {
    sql: 'UPDATE message SET kept_since = NULL, next_try_at = :at WHERE key = :key',
    params: { key, at },
    mustChange: `message ${key}`,
  };
}

export function foldedStatement(key: MessageKey): Statement {
  return {
    sql: 'DELETE FROM message WHERE key = :key AND posted IS NULL AND attempts = 0',
    params: { key },
    mustChange: `message ${key}, which was never sent`,
  };
}
