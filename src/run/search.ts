/** Stored items by a storyline's query: what it means, found in milliseconds; and what keeps them findable. */
import type { CompiledQuery } from '../decide/match/compile.ts';
import type { Query } from '../decide/match/query.ts';
import { type Sought, soughtBy } from '../decide/match/search.ts';
import { SearchJudge } from '../decide/match/searchJudge.ts';
import type { Sets } from '../decide/match/searchSets.ts';
import type { Log, Store } from '../domain/ports.ts';
import type { Found, FoundText, Span } from '../domain/search.ts';

type Searched = Pick<Store, 'hits' | 'search' | 'lookUp' | 'unsearched'>;

/** So many are judged sooner than the sure ones are told from the doubtful. */
const FEW = 400;

/**
 * The stored items of a query, of one span or of all time, in order of time. What cannot be looked up is judged item
 * by item, and so is what came just now. `sets` are those that the store makes items findable by.
 */
export async function lookUp(
  store: Searched,
  { query }: CompiledQuery,
  span: Span | null,
  sets: Sets,
): Promise<readonly Found[]> {
  const fresh = judged(await store.unsearched(span), query);
  const found = await searched(store, query, span, sets);
  return fresh.length === 0 ? found : allInTimeOrder(fresh, found);
}

async function searched(store: Searched, query: Query, span: Span | null, sets: Sets): Promise<readonly Found[]> {
  const sought = soughtBy(query, sets);
  const answer = await store.lookUp(sought.atMost, span, { most: FEW, isSure: sought.isExact });
  if (answer.kind === 'few') return judged(answer.texts, query);
  return sought.isExact ? answer.found : sureAndJudged(store, sought, query, span);
}

async function sureAndJudged(
  store: Searched,
  { sure, doubtful }: Sought,
  query: Query,
  span: Span | null,
): Promise<readonly Found[]> {
  const certain = await store.hits(sure, span);
  return allInTimeOrder(certain, judged(await store.search(doubtful, span), query));
}

const JUDGE = new SearchJudge();

function judged(items: readonly FoundText[], query: Query): readonly Found[] {
  return items.filter((item) => JUDGE.isMeant(query, item)).map(({ id, seen }) => ({ id, seen }));
}

/** Each once. */
function allInTimeOrder(some: readonly Found[], others: readonly Found[]): readonly Found[] {
  const each = new Map([...some, ...others].map((found) => [found.id, found]));
  return [...each.values()].sort((a, b) => (a.seen < b.seen ? -1 : Number(a.seen > b.seen)));
}

/** Few enough that the line waits for milliseconds only. */
const AT_ONCE = 50;
/** Fewer came just now; as many are of before, of other rules. */
const MANY = 10_000;

type Indexed = Pick<Store, 'unsearchable' | 'makeSearchable'>;

/** Makes searchable what was committed meanwhile. */
export interface Indexer {
  /** Resolves when nothing waits any more; whoever asks meanwhile waits for the same. */
  catchUp(): Promise<void>;
  /** Ends after the step under way; what is left waits for the next start. */
  close(): Promise<void>;
}

async function makeSearchable(store: Indexed, log: Log, stopping: AbortSignal): Promise<void> {
  const waiting = await store.unsearchable();
  if (waiting >= MANY) log.info({ waiting }, 'stored items of before are being made searchable');
  let done = 0;
  for (let step = waiting; step > 0 && !stopping.aborted; done += step) {
    if (done > 0 && done % MANY === 0) log.info({ done, waiting }, 'stored items are being made searchable');
    step = await store.makeSearchable(AT_ONCE);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (waiting >= MANY && !stopping.aborted) log.info({ done }, 'all stored items are searchable');
}

/** In steps, while the line goes on. */
export function openIndexer(store: Indexed, log: Log): Indexer {
  const stopping = new AbortController();
  let under: Promise<void> | null = null;
  const catchUp = () => {
    under ??= makeSearchable(store, log, stopping.signal).finally(() => {
      under = null;
    });
    return under;
  };
  return {
    catchUp,
    async close() {
      stopping.abort();
      await under?.catch(() => undefined);
    },
  };
}
