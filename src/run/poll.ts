/** Due feeds -> items -> facts -> changes -> commits, the last of a feed with its new state. */
import type { News } from '../decide/context.ts';
import { pauseOf } from '../decide/interval.ts';
import { NOTHING_SEEN, type Sight } from '../decide/lint.ts';
import { decideNews, inOrder, judgeItems, questionOf, sightOf } from '../decide/news.ts';
import { itemFor, rulesFor } from '../decide/ownFeeds.ts';
import { decidePoll } from '../decide/polling.ts';
import type { Rules } from '../decide/rules.ts';
import type { Change } from '../domain/change.ts';
import type { DueFeed } from '../domain/facts.ts';
import { addressOf, type DocumentMemory, hostOf, type PollState } from '../domain/feed.ts';
import type { FeedId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { type Clock, type Feeds, type Fetched, type Log, StaleRevision, type Store } from '../domain/ports.ts';
import { between, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import { breaths } from './breaths.ts';
import { inLanes } from './lanes.ts';
import type { Step } from './loop.ts';
import { type Polled, Troubles } from './troubles.ts';

export interface PollPorts {
  readonly store: Store;
  readonly feeds: Feeds;
  /** As they stand now: storylines change while the desk runs. */
  readonly rules: () => Rules;
  readonly log: Log;
  readonly clock: Clock;
  /** Feeds polled at the same time. */
  readonly concurrency: number;
  /** Of these, at one host. */
  readonly perHost: number;
  /** What is known against an address; null when nothing is. */
  readonly trapAt: (address: string) => string | null;
  /** Told after each commit, so that the other loops can be woken. */
  readonly onCommitted: (changes: readonly Change[]) => void;
}

/** What is needed to make true what a poll brought. */
export interface TakePorts extends Pick<PollPorts, 'rules' | 'trapAt' | 'onCommitted'> {
  readonly store: Pick<Store, 'facts' | 'commit'>;
}

/** Another writer may have moved a development or a deadline between our read and our commit: read and decide anew. */
const TRIES = 3;
/** Items judged and committed at once: an archive of thousands must not hold up reminders. */
const BATCH = 25;

function newsOf(due: DueFeed, items: readonly Item[], rules: Rules): News {
  const baseline = due.state.baselineAt === null;
  const { outlet, toldUntil } = due;
  return { judged: judgeItems(items, rules), outlet, baseline, lastSuccessAt: due.state.lastSuccessAt, toldUntil };
}

function batchesOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.max(1, Math.ceil(items.length / BATCH));
  return Array.from({ length: count }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}

function added(a: Sight, b: Sight): Sight {
  return { known: a.known + b.known, fresh: a.fresh + b.fresh, redated: a.redated + b.redated };
}

/** One batch a turn, whichever feed it is of: what Discord asks meanwhile has a few seconds to be answered in. */
const breathe = breaths();

/** A feed's poll on its way into the store. */
interface Taking {
  readonly due: DueFeed;
  readonly now: Instant;
  readonly ports: TakePorts;
}

/** What comes true with a batch beside its items, given what was seen up to and with it. */
type After = (sight: Sight) => readonly Change[];

interface Decided {
  readonly changes: readonly Change[];
  readonly sight: Sight;
}

async function decide(items: readonly Item[], seen: Sight, after: After, taking: Taking): Promise<Decided> {
  if (items.length === 0) return { changes: after(seen), sight: seen };
  const { due, now, ports } = taking;
  const rules = rulesFor(due.feed, ports.rules());
  const news = newsOf(due, items, rules);
  const facts = await ports.store.facts(questionOf(news.judged, { rules, now }));
  const sight = added(seen, sightOf(items, facts));
  return { changes: [...decideNews(news, facts, { rules, now }), ...after(sight)], sight };
}

async function takeBatch(items: readonly Item[], seen: Sight, after: After, taking: Taking): Promise<Sight> {
  const { due, now, ports } = taking;
  await breathe();
  for (let attempt = 1; ; attempt += 1) {
    const { changes, sight } = await decide(items, seen, after, taking);
    try {
      await ports.store.commit(changes, { at: now, actor: `poll:${due.feed.id}` });
      ports.onCommitted(changes);
      return sight;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === TRIES) throw error;
    }
  }
}

/** Judges what a feed brought and makes it true; the feed's new state, answered here, comes true with the last of it. */
export async function takeFetched(due: DueFeed, fetched: Fetched, now: Instant, ports: TakePorts): Promise<PollState> {
  const taking = { due, now, ports };
  const trap = ports.trapAt(addressOf(due.feed, due.state));
  const items = fetched.kind === 'items' ? fetched.items.map((item) => itemFor(due.feed, item)) : [];
  const [last = [], ...earlier] = batchesOf(inOrder(items)).toReversed();
  let sight: Sight = { ...NOTHING_SEEN, known: fetched.kind === 'items' ? (fetched.signs?.known ?? 0) : 0 };
  for (const batch of earlier.toReversed()) {
    sight = await takeBatch(batch, sight, () => [], taking);
  }
  let state = due.state;
  await takeBatch(
    last,
    sight,
    (whole) => {
      const polled = decidePoll(due, fetched, { sight: whole, trap, now });
      state = polled.state;
      return polled.changes;
    },
    taking,
  );
  return state;
}

function reportFields(due: DueFeed, fetched: Fetched, log: Log): void {
  if (fetched.kind !== 'items' || fetched.problems.length === 0) return;
  const feed = due.feed.id;
  log.debug({ feed, problems: fetched.problems }, `${feed}: ${fetched.problems.length} fields could not be read`);
}

/** What each feed's last committed document left. */
type Memories = Map<FeedId, DocumentMemory>;

/** Null when it was asked to stop before the feed had answered. */
async function pollOne(
  due: DueFeed,
  memories: Memories,
  signal: AbortSignal,
  ports: PollPorts,
): Promise<Polled | null> {
  const now = ports.clock.now();
  const memory = memories.get(due.feed.id) ?? null;
  const fetched = await ports.feeds.fetch(due, { now, memory, signal });
  if (signal.aborted) return null;
  reportFields(due, fetched, ports.log);
  const state = await takeFetched(due, fetched, now, ports);
  if (fetched.kind === 'items' && fetched.memory !== null) memories.set(due.feed.id, fetched.memory);
  return { due, fetched, verdict: state.verdict, reason: state.reason };
}

/** Feeds taken from the store at a time: a round of these ends before the next begins. */
const ROUND = 500;

function hostAsked({ feed, state }: DueFeed): string {
  return hostOf(addressOf(feed, state));
}

/** What a fault of the store or of ours kept from being stored is asked for again after this long. */
const STUCK_FOR = 5 * MINUTE;
/** How soon the loop looks again while such a feed is due. */
const LOOK_AGAIN = 30 * SECOND;

/** Feeds whose last poll could not be stored, and until when they are left alone. */
class Stuck {
  readonly #until = new Map<FeedId, Instant>();

  hold({ feed }: DueFeed, now: Instant): void {
    this.#until.set(feed.id, plus(now, STUCK_FOR));
  }

  release({ feed }: DueFeed): void {
    this.#until.delete(feed.id);
  }

  /** Until later than can be, it was held before a clock was set back. */
  isHeld({ feed }: DueFeed, now: Instant): boolean {
    const left = between(now, this.#until.get(feed.id) ?? now);
    return left > 0 && left <= STUCK_FOR;
  }

  /** `next` is the store's next appointment, which stays in the past while a feed is stuck. */
  wait(next: Instant | null, now: Instant): Instant | null {
    return this.#until.size > 0 && next !== null && next <= now ? plus(now, LOOK_AGAIN) : next;
  }
}

/** The poll loop's step. One feed's failure never keeps another from being read; the first is thrown at the end. */
export function pollStep(ports: PollPorts): Step {
  const troubles = new Troubles(ports.log);
  const memories: Memories = new Map();
  const stuck = new Stuck();
  const { store, concurrency: lanes } = ports;
  return async (now, signal) => {
    const round: Polled[] = [];
    const failures: unknown[] = [];
    const held = new Set<string>();
    const onCommitted = (changes: readonly Change[]) => {
      for (const change of changes) if (change.kind === 'host.held') held.add(change.host);
      ports.onCommitted(changes);
    };
    const poll = async (due: DueFeed) => {
      if (signal.aborted) return;
      try {
        const polled = await pollOne(due, memories, signal, { ...ports, onCommitted });
        if (polled) round.push(polled);
        stuck.release(due);
      } catch (error) {
        failures.push(error);
        stuck.hold(due, now);
      }
    };
    const due = (await store.dueFeeds(now, ROUND)).filter((one) => !stuck.isHeld(one, now));
    const perHost = (host: string) => (pauseOf(host) > 0 ? 1 : ports.perHost);
    await inLanes(due, { lanes, perHost, hostOf: hostAsked, isHeld: (host) => held.has(host) }, poll);
    troubles.report(round);
    if (failures.length > 0) throw failures[0];
    return stuck.wait((await store.nextDue()).poll, now);
  };
}
