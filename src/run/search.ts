/** Stored items by a storyline's query: what it means, found in milliseconds; and what keeps them findable. */
import type { CompiledQuery } from '../decide/match/compile.ts';
import type { Query } from '../decide/match/query.ts';
import { type Sought, soughtBy } from '../decide/match/search.ts';
import { SearchJudge } from '../decide/match/searchJudge.ts';
import type { Sets } from '../decide/match/searchSets.ts';
import type { Keeper, Log, Store } from '../domain/ports.ts';
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

/** Parts of the index of words that a search goes through without being slower for it. */
const FEW_PARTS = 64;
/** Far from the 2,000 that it can have, with what a kill before left unmerged. */
const MOST_PARTS = 800;

interface Indexing {
  readonly store: Pick<Store, 'unsearchable' | 'makeSearchable'>;
  readonly keeper: Pick<Keeper, 'mergeWords'>;
  readonly log: Log;
}

/** Makes searchable what was committed meanwhile, in steps, while the line goes on. */
export class Indexer {
  readonly #ports: Indexing;
  readonly #stopping = new AbortController();
  #under: Promise<void> | null = null;
  #merging: Promise<void> | null = null;
  /** At a start nobody knows how many there are. */
  #parts = FEW_PARTS;

  constructor(ports: Indexing) {
    this.#ports = ports;
  }

  /** Resolves when nothing waits any more; whoever asks meanwhile waits for the same. */
  catchUp(): Promise<void> {
    this.#under ??= this.#makeSearchable().finally(() => {
      this.#under = null;
    });
    return this.#under;
  }

  /** Has the index of words merged where it has many parts; whoever asks meanwhile waits for the same. */
  merge(): Promise<void> {
    if (this.#parts < FEW_PARTS) return Promise.resolve();
    this.#merging ??= this.#merge().finally(() => {
      this.#merging = null;
    });
    return this.#merging;
  }

  /** Ends after the step under way; what is left waits for the next start. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#under?.catch(() => undefined);
  }

  async #makeSearchable(): Promise<void> {
    const { store, log } = this.#ports;
    const waiting = await store.unsearchable();
    if (waiting >= MANY) log.info({ waiting }, 'stored items of before are being made searchable');
    let done = 0;
    for (let step = waiting; step > 0 && !this.#stopping.signal.aborted; done += step) {
      if (done > 0 && done % MANY === 0) log.info({ done, waiting }, 'stored items are being made searchable');
      step = await this.#step();
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (waiting >= MANY && !this.#stopping.signal.aborted) log.info({ done }, 'all stored items are searchable');
  }

  async #step(): Promise<number> {
    if (this.#parts >= MOST_PARTS) await this.merge();
    const made = await this.#ports.store.makeSearchable(AT_ONCE);
    if (made > 0) this.#parts += 1;
    return made;
  }

  async #merge(): Promise<void> {
    const before = this.#parts;
    await this.#ports.keeper.mergeWords();
    this.#parts -= before;
  }
}
