/** What a desk does for its database while the line goes on. */
import type { ItemId } from '../domain/ids.ts';
import type { Keeper, Log, Retired } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

interface Keeping<Act extends keyof Keeper> {
  readonly keeper: Pick<Keeper, Act>;
  readonly log: Log;
}

/** Items that no storyline wanted, seen before `before`, go, pass by pass. Answers how many. */
export async function retireOld({ keeper, log }: Keeping<'retire'>, before: Instant): Promise<number> {
  let all = 0;
  let after: ItemId | null = null;
  do {
    const from: ItemId | null = after;
    const { gone, next }: Retired = await keeper.retire(before, from);
    all += gone;
    after = next;
  } while (after !== null);
  log.info({ gone: all, before }, 'old items without a storyline deleted');
  return all;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

/** The daily backup; 0 to keep is none. */
export async function backUpDaily({ keeper, log }: Keeping<'backUp'>, keep: number, now: Instant): Promise<void> {
  if (keep === 0) return;
  const { path, bytes, gone } = await keeper.backUp(now, keep);
  log.info({ path, megabytes: megabytes(bytes), gone }, 'database backed up');
}

/** A burst of polls writes as much in a few seconds. */
const LONG_LOG_BYTES = 16_000_000;

/** Keeps the write-ahead log short. */
export async function moveCommitted(keeper: Pick<Keeper, 'checkpoint'>, log: Log, fromBytes = 0): Promise<void> {
  const isAll = await keeper.checkpoint(fromBytes);
  if (!isAll) log.debug({}, 'somebody wrote on while the write-ahead log was moved; the next turn moves the rest');
}

/** The same where a burst made it long, sooner than its turn comes. */
export function moveBurst(keeper: Pick<Keeper, 'checkpoint'>, log: Log): Promise<void> {
  return moveCommitted(keeper, log, LONG_LOG_BYTES);
}
