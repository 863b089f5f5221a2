/** Pauses of the chat: kept until they are over, a closed channel until it is open again. */
import type { ChannelId } from '../domain/ids.ts';
import type { Pause } from '../domain/pause.ts';
import type { Instant } from '../domain/time.ts';
import { allIn, type Engine, type Statement } from './engine.ts';
import { channelRow } from './rows.ts';

/** Stands for every channel, and for every act. */
const ALL = '*';

/** Whether a row of `pause` speaks of a row of `message`. */
const CONCERNS = `pause.channel IN ('${ALL}', message.channel)
  AND pause.act IN ('${ALL}', CASE WHEN message.posted IS NULL THEN 'post' ELSE 'edit' END)`;

/** The condition that a row of `message` is held at `:now`. */
export const IS_HELD = `EXISTS (SELECT 1 FROM pause WHERE ${CONCERNS} AND pause.until > :now)`;

/** Until when a row of `message` is held at most, in the past or to come; null when it never was. */
export const HELD_UNTIL = `(SELECT MAX(pause.until) FROM pause WHERE ${CONCERNS})`;

/** Prolongs a pause of the same cause; limits that are over go. */
export function pauseStatements({ channel, act, cause, until, reason }: Pause, now: Instant): readonly Statement[] {
  return [
    { sql: `DELETE FROM pause WHERE cause = 'limit' AND until <= :now`, params: { now } },
    {
      sql: `INSERT INTO pause (channel, act, cause, since, until, reason) VALUES (:channel, :act, :cause, :now, :until, :reason)
        ON CONFLICT (channel, act, cause) DO UPDATE SET until = excluded.until, reason = excluded.reason
        RETURNING since`,
      params: { channel: channel ?? ALL, act: act ?? ALL, cause, now, until, reason },
    },
  ];
}

/** The channel of a message that was shown is open again: answers it if it was closed. */
export function reopenedStatement(key: string): Statement {
  return {
    sql: `DELETE FROM pause WHERE cause = 'closed' AND channel = (SELECT channel FROM message WHERE key = :key) RETURNING channel`,
    params: { key },
  };
}

/** The closed channels among these (of all of them for null) are asked again at once; answers which. */
export async function recheckedChannels(
  engine: Engine,
  channels: readonly ChannelId[] | null,
  now: Instant,
): Promise<readonly ChannelId[]> {
  const sql = `SELECT channel FROM pause WHERE cause = 'closed'`;
  const rows = channels
    ? await allIn(engine, channels, (list) => `${sql} AND channel IN (${list})`)
    : await engine.all(sql, {});
  const closed = rows.map((row) => channelRow.parse(row).channel);
  if (closed.length === 0) return [];
  await engine.batch(
    closed.map((channel) => ({
      sql: `UPDATE pause SET until = :now WHERE cause = 'closed' AND channel = :channel AND until > :now`,
      params: { channel, now },
    })),
  );
  return closed;
}

/** Every pause that holds at `:now`, and every channel that is closed. */
export const PAUSES = `SELECT * FROM pause WHERE until > :now OR cause = 'closed' ORDER BY since, channel, act`;
