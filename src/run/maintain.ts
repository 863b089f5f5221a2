/** What a desk does for its database while the line goes on: small steps, and the line has its turn after each. */
import type { ItemId } from '../domain/ids.ts';
import type { Keeper, Log, Store } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

/** Looked at in one step; deleting as many takes a few milliseconds. */
const ITEMS_A_STEP = 25;

/** Moving as many takes a millisecond or two. */
const PAGES_A_STEP = 50;

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Items that no storyline wanted, seen before `before`, go; then the room they leave is given back. Resolves early when `stopping` aborts. */
export async function retireOld(
  store: Pick<Store, 'retire' | 'shrink'>,
  before: Instant,
  log: Log,
  stopping: AbortSignal,
): Promise<void> {
  let gone = 0;
  let after: ItemId | null = null;
  do {
    const step = await store.retire(before, after, ITEMS_A_STEP);
    gone += step.gone;
    after = step.next;
    await breathe();
  } while (after !== null && !stopping.aborted);
  log.info({ gone, before }, 'old items without a storyline deleted');
  await shrink(store, stopping);
}

async function shrink(store: Pick<Store, 'shrink'>, stopping: AbortSignal): Promise<void> {
  for (let given = PAGES_A_STEP; given > 0 && !stopping.aborted; ) {
    given = await store.shrink(PAGES_A_STEP);
    await breathe();
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

/** The daily backup; 0 to keep is none. */
export async function backUpDaily(keeper: Keeper, keep: number, now: Instant, log: Log): Promise<void> {
  if (keep === 0) return;
  const { path, bytes, gone } = await keeper.backUp(now, keep);
  log.info({ path, megabytes: megabytes(bytes), gone }, 'database backed up');
}

/** Keeps the write-ahead log short. */
export async function moveCommitted(keeper: Keeper, log: Log): Promise<void> {
  const isAll = await keeper.checkpoint();
  if (!isAll) log.debug({}, 'somebody wrote on while the write-ahead log was moved; the next minute moves the rest');
}
