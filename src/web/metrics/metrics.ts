/** `/metrics`: what was counted, and how things stand as they are asked for. */

import type { Change } from '../../domain/change.ts';
import { PRIORITIES } from '../../domain/message.ts';
import type { Chat, Clock, Store } from '../../domain/ports.ts';
import { between, type Instant, SECOND } from '../../domain/time.ts';
import { countCommitted, countedChat } from './observe.ts';
import { type Instruments, openRegistry } from './registry.ts';

/** How the process stands, beside what the store knows. */
export interface Standing {
  readonly isConnected: boolean;
  readonly clockAheadMs: number | null;
  readonly overdue: readonly string[];
}

export interface MetricsText {
  readonly contentType: string;
  readonly text: string;
}

export interface Metrics {
  committed(changes: readonly Change[]): void;
  /** `chat` with its outcomes counted. */
  counted(chat: Chat): Chat;
  /** All metrics in Prometheus's text format. */
  read(
    store: Pick<Store, 'feeds' | 'backlog' | 'stuck' | 'pauses' | 'space'>,
    standing: Standing,
  ): Promise<MetricsText>;
}

type MeasuredStore = Parameters<Metrics['read']>[0];

async function measureFeeds(store: MeasuredStore, { feeds }: Instruments): Promise<void> {
  feeds.reset();
  for (const { feed, state } of await store.feeds()) {
    const owner = feed.guild === null ? 'catalogue' : 'server';
    if (feed.enabled) feeds.inc({ verdict: state.verdict, owner });
  }
}

async function measureBoard(store: MeasuredStore, now: Instant, to: Instruments): Promise<void> {
  const backlog = await store.backlog();
  for (const [priority, value] of Object.entries(PRIORITIES)) {
    const row = backlog.find((one) => one.priority === value);
    to.waiting.set({ priority }, row?.waiting ?? 0);
    to.oldest.set({ priority }, row ? Math.max(0, between(row.oldest, now) / SECOND) : 0);
  }
  to.stuck.set((await store.stuck()).length);
  to.closed.set((await store.pauses(now)).filter(({ cause }) => cause === 'closed').length);
}

async function measureDisk(store: MeasuredStore, { database, free }: Instruments): Promise<void> {
  const space = await store.space();
  database.set(space.bytes);
  free.set(space.freeBytes);
}

function measureProcess({ isConnected, clockAheadMs, overdue }: Standing, to: Instruments): void {
  to.connected.set(isConnected ? 1 : 0);
  to.clockAhead.set((clockAheadMs ?? 0) / SECOND);
  to.overdue.set(overdue.length);
}

/** Metrics of a desk of this `version`. */
export function openMetrics(version: string, clock: Pick<Clock, 'now'>): Metrics {
  const instruments = openRegistry();
  instruments.info.set({ version }, 1);
  return {
    committed: countCommitted(instruments),
    counted: (chat) => countedChat(chat, clock, instruments),
    async read(store, standing) {
      measureProcess(standing, instruments);
      await measureFeeds(store, instruments);
      await measureBoard(store, clock.now(), instruments);
      await measureDisk(store, instruments);
      const { registry } = instruments;
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
