/** Requests that Discord refused lately, counted over starts. */
import { z } from 'zod';
import { id } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Engine, Statement } from './engine.ts';

const refusalRow = z.object({ at: z.string() }).transform(({ at }) => id<Instant>(at));

/** The refusals later than `since`, the first one first. */
export async function refusalsSince(engine: Engine, since: Instant): Promise<readonly Instant[]> {
  const rows = await engine.all('SELECT at FROM refusal WHERE at > :since ORDER BY at', { since });
  return rows.map((row) => refusalRow.parse(row));
}

/** One more; those up to `since` go. */
export function refusedStatements(at: Instant, since: Instant): readonly Statement[] {
  return [
    { sql: 'DELETE FROM refusal WHERE at <= :since', params: { since } },
    { sql: 'INSERT INTO refusal (at) VALUES (:at)', params: { at } },
  ];
}
