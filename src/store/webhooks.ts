/** Webhooks: kept with the secrets that their messages are signed with. */
import { z } from 'zod';
import { type GuildId, id } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Webhook } from '../domain/webhook.ts';
import type { Engine } from './engine.ts';

const instant = z.string().transform((text) => id<Instant>(text));

const webhookRow = z
  .object({
    id: z.string(),
    guild: z.string().transform((text) => id<GuildId>(text)),
    url: z.string(),
    secret: z.string(),
    made_at: instant,
    ended_at: instant.nullable(),
  })
  .transform(({ made_at, ended_at, ...row }): Webhook => ({ ...row, madeAt: made_at, endedAt: ended_at }));

/** All of them, the oldest first, those that ended too. */
export async function webhooksIn(engine: Engine): Promise<readonly Webhook[]> {
  return (await engine.all('SELECT * FROM webhook ORDER BY made_at, id', {})).map((row) => webhookRow.parse(row));
}

/** Null where there is none of that id. */
export async function webhookOf(engine: Engine, name: string): Promise<Webhook | null> {
  const [row] = await engine.all('SELECT * FROM webhook WHERE id = :name', { name });
  return row ? webhookRow.parse(row) : null;
}

/** As it is from now on, whether it was there before or not. */
export async function keptWebhook(engine: Engine, webhook: Webhook): Promise<void> {
  const { madeAt, endedAt, ...row } = webhook;
  const sql = `INSERT INTO webhook (id, guild, url, secret, made_at, ended_at)
    VALUES (:id, :guild, :url, :secret, :madeAt, :endedAt)
    ON CONFLICT (id) DO UPDATE SET url = excluded.url, secret = excluded.secret, ended_at = excluded.ended_at`;
  await engine.batch([{ sql, params: { ...row, madeAt, endedAt } }]);
}
