/**
 * Items of the past through the live line: the same rules, store, ladder and delivery, each at the instant it would
 * have happened. Time moves from item to item and stops at every reminder on the way.
 */
import type { Rules } from '../decide/rules.ts';
import type { DueFeed } from '../domain/facts.ts';
import { neverPolled } from '../domain/feed.ts';
import { type FeedId, id } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Chat, Clock, Fetched, Log, Store } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { type DeliverPorts, deliverStep } from './deliver.ts';
import type { PollPorts } from './poll.ts';
import { takeFetched } from './poll.ts';
import { tickStep } from './tick.ts';

/** One item of the past and who published it; `item.seen` is when it happens. */
export interface PastItem {
  readonly item: Item;
  readonly outlet: Outlet;
}

export interface ReplayOptions {
  readonly store: Store;
  readonly rules: Rules;
  readonly log: Log;
  readonly start: Instant;
  /** Where cards become visible; `now` tells it the simulated instant. */
  readonly chat: (now: () => Instant) => Chat;
}

export interface Replay {
  /** Lets an item happen at its instant, after everything the clock had to do before. Items come in time order. */
  take(past: PastItem): Promise<void>;
  /** Lets time pass without news. */
  until(instant: Instant): Promise<void>;
}

const FEED = id<FeedId>('replay');

function dueFor(outlet: Outlet, now: Instant): DueFeed {
  return {
    outlet,
    feed: { id: FEED, url: '', outlet: outlet.id, guild: null, everyMinutes: 60, enabled: true },
    state: { ...neverPolled(FEED, now), baselineAt: now },
    nextDeadlineAt: null,
    toldUntil: null,
  };
}

function brought(item: Item): Fetched {
  const { validators } = neverPolled(FEED, item.seen);
  const document = { validators, signs: null, memory: null, movedTo: null, problems: [], ttlMinutes: null };
  return { kind: 'items', items: [item], ...document };
}

/** Opens a replay over an empty store that has the catalogue and its follows. */
export function openReplay(options: ReplayOptions): Replay {
  const { store, rules, log } = options;
  let present = options.start;
  const clock: Clock = { now: () => present, sleepUntil: async () => undefined };
  const never = new AbortController().signal;
  const onCommitted = () => undefined;
  const deliverPorts: DeliverPorts = { store, log, clock, chat: options.chat(clock.now), onUnauthorised: onCommitted };
  const pollPorts: PollPorts = {
    ...deliverPorts,
    rules: () => rules,
    onCommitted,
    concurrency: 1,
    perHost: 1,
    trapAt: () => null,
    feeds: { fetch: neverFetches, close: async () => undefined },
  };
  const tick = tickStep({ store, onCommitted });
  const deliver = deliverStep(deliverPorts);

  const deliverAll = async () => {
    for (let next = (await store.nextDue()).deliver; next && next <= present; ) next = await deliver(present, never);
  };

  const nextWork = async (): Promise<Instant | undefined> => {
    const { tick: ticks, deliver: delivers } = await store.nextDue();
    return [ticks, delivers].filter((due) => due !== null).sort()[0];
  };

  const until = async (instant: Instant) => {
    for (let next = await nextWork(); next && next <= instant; next = await nextWork()) {
      if (next > present) present = next;
      await tick(present, never);
      await deliverAll();
    }
    if (instant > present) present = instant;
  };

  return {
    until,
    async take({ item, outlet }) {
      await until(item.seen);
      await takeFetched(dueFor(outlet, present), brought(item), present, pollPorts);
      await deliverAll();
    },
  };
}

async function neverFetches(): Promise<never> {
  throw new Error('A replay reads no feed');
}
