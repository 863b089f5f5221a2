/** Messages that only an operator can help, and what is made of the answer. */
import type { MessageKey } from '../domain/ids.ts';
import type { StuckAnswer } from '../domain/message.ts';
import type { Instant } from '../domain/time.ts';
import type { Statement } from './engine.ts';
import { markerOf, nonceOf } from './names.ts';

/** The condition of the partial index `message_stuck`. */
const IS_STUCK = `state IN ('refused', 'gone', 'unproven')`;

export const STUCK = `SELECT * FROM message WHERE ${IS_STUCK} ORDER BY wanted_at, key`;

/** A refused edit still has its message; what is gone or in doubt is posted anew, under other names than before. */
const RESEND = `UPDATE message SET
    state = CASE WHEN state = 'refused' AND posted IS NOT NULL THEN 'shown' ELSE 'waiting' END,
    posted = CASE WHEN state = 'refused' THEN posted END, digest = CASE WHEN state = 'refused' THEN digest END,
    shown_rev = CASE WHEN state = 'refused' THEN shown_rev ELSE 0 END,
    nonce = :nonce, marker = :marker, attempts = 0, first_tried_at = NULL, next_try_at = :at, reason = :reason
  WHERE key = :key AND ${IS_STUCK}`;

const GIVE_UP = `UPDATE message SET state = 'given_up', reason = :reason WHERE key = :key AND ${IS_STUCK}`;

export function stuckStatement(key: MessageKey, answer: StuckAnswer, at: Instant): Statement {
  const reason = `${answer} was chosen at ${at}`;
  const mustChange = `stuck message ${key}`;
  if (answer === 'give_up') return { sql: GIVE_UP, params: { key, reason }, mustChange };
  const name = `${key}#${at}`;
  return { sql: RESEND, params: { key, at, reason, nonce: nonceOf(name), marker: markerOf(name) }, mustChange };
}
