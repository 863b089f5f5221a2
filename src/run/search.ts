/** Stored items by a storyline's query: what it means, found in milliseconds. */
import type { CompiledQuery } from '../decide/match/compile.ts';
import type { Query } from '../decide/match/query.ts';
import { type Sought, soughtBy } from '../decide/match/search.ts';
import { SearchJudge } from '../decide/match/searchJudge.ts';
import { NO_SETS, type Sets } from '../decide/match/searchSets.ts';
import type { Log, Store } from '../domain/ports.ts';
import type { Found, FoundText, Span } from '../domain/search.ts';

type Searched = Pick<Store, 'hits' | 'search' | 'lookUp' | 'unsearchable'>;

/** So many are judged sooner than the sure ones are told from the doubtful. */
const FEW = 400;

/**
 * The stored items of a query, of one span or of all time, in order of time. What cannot be looked up is judged item
 * by item. `sets` are those that the store makes items findable by; as long as it does not know all items by these, it is
 * asked for their names.
 */
export async function lookUp(
  store: Searched,
  { query }: CompiledQuery,
  span: Span | null,
  sets: Sets,
): Promise<readonly Found[]> {
  const sought = soughtBy(query, (await store.unsearchable()) === 0 ? sets : NO_SETS);
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
  const known = new Set(certain.map((each) => each.id));
  const rest = (await store.search(doubtful, span)).filter(({ id }) => !known.has(id));
  return inTimeOrder([...certain, ...judged(rest, query)]);
}

const JUDGE = new SearchJudge();

function judged(items: readonly FoundText[], query: Query): readonly Found[] {
  return items.filter((item) => JUDGE.isMeant(query, item)).map(({ id, seen }) => ({ id, seen }));
}

function inTimeOrder(found: readonly Found[]): readonly Found[] {
  return [...found].sort((a, b) => (a.seen < b.seen ? -1 : Number(a.seen > b.seen)));
}

/** Few enough that the line waits for milliseconds only. */
const AT_ONCE = 50;
const TOLD_EVERY = 10_000;

type Indexed = Pick<Store, 'unsearchable' | 'makeSearchable'>;

async function makeSearchable(store: Indexed, log: Log, stopping: AbortSignal): Promise<void> {
  const waiting = await store.unsearchable();
  if (waiting === 0) return;
  log.info({ waiting }, 'stored items of before are being made searchable');
  let done = 0;
  for (let step = 1; step > 0 && !stopping.aborted; done += step) {
    if (done > 0 && done % TOLD_EVERY === 0) log.info({ done, waiting }, 'stored items are being made searchable');
    step = await store.makeSearchable(AT_ONCE);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!stopping.aborted) log.info({ done }, 'all stored items are searchable');
}

/** Makes items of before searchable while the line goes on; answers what stops it after the step under way. */
export function startMakingSearchable(store: Indexed, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const ended = makeSearchable(store, log, stopping.signal).catch((error: unknown) => {
    log.error({ err: error }, 'stored items could not be made searchable; the next start goes on with it');
  });
  return async () => {
    stopping.abort();
    await ended;
  };
}
