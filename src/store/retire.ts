/** Old items that nobody's storyline wanted, deleted a few at a time. */
import { z } from 'zod';
import { type ItemId, id } from '../domain/ids.ts';
import type { Retired } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Engine } from './engine.ts';
import { mergeWords } from './search.ts';

/** The items behind `:after` that one step looks at. */
const LAST_OF_STEP = `SELECT id, COUNT(*) OVER () AS looked FROM (SELECT id FROM item WHERE id > :after ORDER BY id LIMIT :count) AS step
  ORDER BY id DESC LIMIT 1`;

const RETIRE = `DELETE FROM item WHERE id > :after AND id <= :last AND seen < :before AND published IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM match WHERE match.item = item.id) RETURNING id`;

const lastRow = z.object({ id: z.string().transform((text) => id<ItemId>(text)), looked: z.number() });

interface Step {
  readonly before: Instant;
  readonly after: string;
  readonly count: number;
}

export async function retireStep(engine: Engine, { before, after, count }: Step): Promise<Retired> {
  const [row] = await engine.all(LAST_OF_STEP, { after, count });
  if (!row) return { gone: 0, next: null };
  const { id: last, looked } = lastRow.parse(row);
  const [gone = []] = await engine.batch([{ sql: RETIRE, params: { before, after, last } }, mergeWords(count)]);
  return { gone: gone.length, next: looked < count ? null : last };
}
