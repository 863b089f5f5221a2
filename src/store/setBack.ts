/** A clock that was set back: what waits would wait for as much longer. */
import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Statement } from './engine.ts';

/** `column` so much sooner, and in UTC ISO text again. */
function sooner(column: string): string {
  return `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, :by)`;
}

function waitsOf(table: string, column: string): string {
  return `UPDATE ${table} SET ${column} = MAX(:now, ${sooner(column)}) WHERE ${column} > :now`;
}

function modifier(ms: number): string {
  return `-${ms / SECOND} seconds`;
}

/**
 * Every wait that was reckoned from an instant of the clock as it went before ends `by` milliseconds sooner, now at the
 * earliest. A message that waits for the end of quiet hours waits for the clock on the wall, and stays. What was tried was
 * tried earlier by the clock of now: a minute more than is known, because a message is looked for from there on.
 */
export function setBackStatements(by: number, now: Instant): readonly Statement[] {
  const params = { now, by: modifier(by) };
  return [
    { sql: waitsOf('feed', 'next_poll_at'), params },
    { sql: waitsOf('host', 'held_until'), params },
    { sql: waitsOf('pause', 'until'), params },
    { sql: waitsOf('refusal', 'at'), params },
    { sql: `${waitsOf('message', 'next_try_at')} AND first_tried_at IS NOT NULL`, params },
    {
      sql: `UPDATE message SET first_tried_at = ${sooner('first_tried_at')} WHERE first_tried_at IS NOT NULL AND posted IS NULL`,
      params: { by: modifier(by + MINUTE) },
    },
  ];
}
