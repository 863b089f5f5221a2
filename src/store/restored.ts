/** A database that took the place of another: what it must assume that the desk of before did. */
import { z } from 'zod';
import type { DueFeed } from '../domain/facts.ts';
import { id, type MessageKey } from '../domain/ids.ts';
import { HOUR, type Instant, plus } from '../domain/time.ts';
import type { Engine, Statement } from './engine.ts';

export interface LastRestored {
  readonly at: Instant;
  /** The desk of before told its channels what came up to then. */
  readonly toldUntil: Instant;
}

export interface Restored extends LastRestored {
  /** The database knows nothing of what happened later. */
  readonly asOf: Instant;
}

const instant = z.string().transform((text) => id<Instant>(text));

const restoredRow = z
  .object({ at: instant, told_until: instant })
  .transform(({ at, told_until }): LastRestored => ({ at, toldUntil: told_until }));

/** Null for a database that was never restored. */
export async function lastRestored(engine: Engine): Promise<LastRestored | null> {
  const [row] = await engine.all('SELECT at, told_until FROM restored ORDER BY at DESC LIMIT 1', {});
  return row ? restoredRow.parse(row) : null;
}

/** Up to when a feed's items were told, for a feed that was not read since; null for all others. */
export function toldBefore({ state }: Pick<DueFeed, 'state'>, restored: LastRestored | null): Instant | null {
  const isReadSince = restored === null || (state.lastSuccessAt ?? '') >= restored.at;
  return isReadSince ? null : restored.toldUntil;
}

/** So long after a backup was restored a new message may be one that the desk of before sent just before it ended. */
const DOUBT = 6 * HOUR;

/** Counts a message as tried, so that its channel is read for it before it is posted. */
export function inDoubtStatement(key: MessageKey, at: Instant): Statement {
  return {
    sql: `UPDATE message SET attempts = 1, first_tried_at = (SELECT MAX(told_until) FROM restored)
      WHERE key = :key AND posted IS NULL AND attempts = 0 AND EXISTS (SELECT 1 FROM restored WHERE restored.at > :since)`,
    params: { key, since: plus(at, -DOUBT) },
  };
}

/** What was waiting in a backup may have been sent since: it counts as tried when the backup was made. */
const WAITING_IN_DOUBT = `UPDATE message SET attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, :asOf), next_try_at = :at
  WHERE posted IS NULL AND state = 'waiting'`;

/** What a database has to take for true from now on that took the place of another. */
export function restoredStatements(restored: Restored): readonly Statement[] {
  const { at, asOf, toldUntil } = restored;
  return [
    {
      sql: 'INSERT INTO restored (at, as_of, told_until) VALUES (:at, :asOf, :toldUntil)',
      params: { at, asOf, toldUntil },
    },
    { sql: WAITING_IN_DOUBT, params: { at, asOf } },
    { sql: 'UPDATE feed SET next_poll_at = :at WHERE next_poll_at > :at', params: { at } },
  ];
}
