/** Old items that nobody's storyline wanted, deleted a few at a time. */
import { z } from 'zod';
import { type ItemId, id } from '../domain/ids.ts';
import type { Retired } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Engine } from './engine.ts';
import { mergeWords } from './mergeWords.ts';

/** Looked at in one step. */
const ITEMS_A_STEP = 25;

/** Looked at in one pass: where more are gone, one step of merging reads on through words of nothing else, and commits wait. */
const ITEMS_A_PASS = 2_500;

/** Of the file, given back in one step. */
const PAGES_A_STEP = 50;

/** The items behind `:after` that one step looks at, and when the first of them was seen. */
const STEP = `SELECT MAX(id) AS last, MIN(seen) AS since, COUNT(*) AS looked
  FROM (SELECT id, seen FROM item WHERE id > :after ORDER BY id LIMIT :count) AS step`;

/** Those without a date stay: their feed may list them for ever, and nothing but their being known says that they are old. */
const RETIRE = `DELETE FROM item WHERE id > :after AND id <= :last AND seen < :before AND published IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM match WHERE match.item = item.id) RETURNING id`;

const stepRow = z.object({ last: z.string().nullable(), since: z.string().nullable(), looked: z.number() });

export interface RetireOptions {
  /** Items that were seen before go. */
  readonly before: Instant;
  /** The pass begins behind this one; null for the first. */
  readonly after: ItemId | null;
  /** Awaited after each step that wrote, so that somebody else can write. */
  readonly rest: () => Promise<void>;
  /** Smaller in tests. */
  readonly itemsAStep?: number;
  readonly itemsAPass?: number;
}

/** Ids begin with the time their items were seen: behind a step of younger ones come younger ones. */
async function retireItems(
  engine: Engine,
  { before, after, rest, itemsAStep = ITEMS_A_STEP, itemsAPass = ITEMS_A_PASS }: RetireOptions,
): Promise<Retired> {
  let all = 0;
  let behind: string = after ?? '';
  for (let seen = 0; seen < itemsAPass; seen += itemsAStep) {
    const { last, since, looked } = stepRow.parse((await engine.all(STEP, { after: behind, count: itemsAStep }))[0]);
    if (last === null || since === null || since >= before) return { gone: all, next: null };
    const [gone = []] = await engine.batch([{ sql: RETIRE, params: { before, after: behind, last } }]);
    all += gone.length;
    if (gone.length > 0) await rest();
    if (looked < itemsAStep) return { gone: all, next: null };
    behind = last;
  }
  return { gone: all, next: id<ItemId>(behind) };
}

async function shrunk(engine: Engine): Promise<boolean> {
  return (await engine.shrink(PAGES_A_STEP)) === 0;
}

/**
 * Deletes what was seen before `before` and matched nothing, then what the index of words still holds of it, and gives
 * the room back: one pass, which ends after some thousands of items.
 */
export async function retireOld(engine: Engine, options: RetireOptions): Promise<Retired> {
  const retired = await retireItems(engine, options);
  await mergeWords(engine, options.rest);
  while (!(await shrunk(engine))) await options.rest();
  return retired;
}
