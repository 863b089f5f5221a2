/** Due feeds -> items -> facts -> changes -> one commit a feed. */
import type { News } from '../decide/context.ts';
import { decideNews, judgeItems, questionOf } from '../decide/news.ts';
import { decidePoll } from '../decide/polling.ts';
import type { Rules } from '../decide/rules.ts';
import type { Change } from '../domain/change.ts';
import type { DueFeed } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import { type Clock, type Feeds, type Fetched, type Log, StaleRevision, type Store } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Step } from './loop.ts';
import { type Polled, Troubles } from './troubles.ts';

export interface PollPorts {
  readonly store: Store;
  readonly feeds: Feeds;
  readonly rules: Rules;
  readonly log: Log;
  readonly clock: Clock;
  /** Feeds polled at the same time. */
  readonly concurrency: number;
  /** Told after each commit, so that the other loops can be woken. */
  readonly onCommitted: (changes: readonly Change[]) => void;
}

/** Another writer may have moved a development or a deadline between our read and our commit: read and decide anew. */
const TRIES = 3;

function newsOf(due: DueFeed, items: readonly Item[], rules: Rules): News {
  const baseline = due.state.baselineAt === null;
  return { judged: judgeItems(items, rules), outlet: due.outlet, baseline, lastSuccessAt: due.state.lastSuccessAt };
}

async function decide(due: DueFeed, fetched: Fetched, now: Instant, ports: PollPorts): Promise<readonly Change[]> {
  const polled = decidePoll(due, fetched, now);
  if (fetched.kind !== 'items') return polled;
  const news = newsOf(due, fetched.items, ports.rules);
  const facts = await ports.store.facts(questionOf(news.judged, now));
  return [...decideNews(news, facts, { rules: ports.rules, now }), ...polled];
}

/** Judges what a feed brought and makes it true together with the feed's new state. */
export async function takeFetched(due: DueFeed, fetched: Fetched, now: Instant, ports: PollPorts): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const changes = await decide(due, fetched, now, ports);
    try {
      await ports.store.commit(changes, { at: now, actor: `poll:${due.feed.id}` });
      ports.onCommitted(changes);
      return;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === TRIES) throw error;
    }
  }
}

function reportFields(due: DueFeed, fetched: Fetched, log: Log): void {
  if (fetched.kind !== 'items' || fetched.problems.length === 0) return;
  const feed = due.feed.id;
  log.debug({ feed, problems: fetched.problems }, `${feed}: ${fetched.problems.length} fields could not be read`);
}

/** Null when it was asked to stop before the feed had answered. */
async function pollOne(due: DueFeed, signal: AbortSignal, ports: PollPorts): Promise<Fetched | null> {
  const now = ports.clock.now();
  const fetched = await ports.feeds.fetch(due.feed, due.outlet, due.state, now, signal);
  if (signal.aborted) return null;
  reportFields(due, fetched, ports.log);
  await takeFetched(due, fetched, now, ports);
  return fetched;
}

/** Feeds taken from the store at a time: a round of these ends before the next begins. */
const ROUND = 500;

/** As many lanes as feeds may be read at once; each takes the next feed as soon as it is done with one. */
async function inLanes(due: readonly DueFeed[], lanes: number, poll: (feed: DueFeed) => Promise<void>): Promise<void> {
  const waiting = due.values();
  const lane = async () => {
    for (const feed of waiting) await poll(feed);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The poll loop's step. One feed's failure never keeps another from being read; the first is thrown at the end. */
export function pollStep(ports: PollPorts): Step {
  const troubles = new Troubles(ports.log);
  return async (now, signal) => {
    const round: Polled[] = [];
    const failures: unknown[] = [];
    const poll = async (due: DueFeed) => {
      if (signal.aborted) return;
      try {
        const fetched = await pollOne(due, signal, ports);
        if (fetched) round.push({ due, fetched });
      } catch (error) {
        failures.push(error);
      }
    };
    await inLanes(await ports.store.dueFeeds(now, ROUND), ports.concurrency, poll);
    troubles.report(round);
    if (failures.length > 0) throw failures[0];
    return (await ports.store.nextDue()).poll;
  };
}
