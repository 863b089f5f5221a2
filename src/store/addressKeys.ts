/** Keys of outward addresses: one a guild, made of chance, never shown itself. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { GuildId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Engine } from './engine.ts';

const keyRow = z.object({ key: z.string() });

/** Null for a guild without addresses. */
export async function addressKeyOf(engine: Engine, guild: GuildId): Promise<string | null> {
  const [row] = await engine.all('SELECT key FROM address_key WHERE guild = :guild', { guild });
  return row ? keyRow.parse(row).key : null;
}

/** Another key: addresses of before lead nowhere from now on. */
export async function renewedKey(engine: Engine, guild: GuildId, at: Instant): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  const sql = `INSERT INTO address_key (guild, key, made_at) VALUES (:guild, :key, :at)
    ON CONFLICT (guild) DO UPDATE SET key = excluded.key, made_at = excluded.made_at`;
  await engine.batch([{ sql, params: { guild, key, at } }]);
  return key;
}
