/** The line: three loops over one store, woken by each other's commits, stopped together. */
import { setMaxListeners } from 'node:events';
import type { Rules } from '../decide/rules.ts';
import type { Change } from '../domain/change.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Chat, Clock, Feeds, Log, Store } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { deliverStep } from './deliver.ts';
import { type Loop, startLoop } from './loop.ts';
import { pollStep } from './poll.ts';
import { tickStep } from './tick.ts';

export interface LinePorts {
  readonly store: Store;
  readonly feeds: Feeds;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly log: Log;
  readonly rules: () => Rules;
  readonly concurrency: number;
  readonly perHost: number;
  readonly trapAt: (address: string) => string | null;
  readonly onUnauthorised: (reason: string) => void;
  /** Told of everything that was committed, for those who count it. */
  readonly onCommitted?: (changes: readonly Change[]) => void;
}

export interface Line {
  /** Something was committed beside the line's own loops: wakes those that have work now. */
  committed(changes: readonly Change[]): void;
  /** Whoever closed these channels (null for all there are) to us may have opened them: messages that wait there are tried at once. */
  accessChanged(channels: readonly ChannelId[] | null): void;
  /** Somebody else may have changed the board: looks at it again. */
  boardChanged(): void;
  /** Everything may be due sooner: every loop looks again. */
  lookAgain(): void;
  /** The loops that should have been heard of by `now`. */
  overdue(now: Instant): readonly string[];
  /** Ends the loops after what they have in hand; resolves when they have. */
  stop(): Promise<void>;
}

const LOOP_NAMES = ['poll', 'tick', 'deliver'] as const;

/** Loops of a line: a simulated clock must know how many sleepers to wait for. */
export const LOOPS = LOOP_NAMES.length;

/** A fetch listens for the stop at each of its stages; Node warns of a leak beyond what it was told to expect. */
const LISTENERS_PER_FETCH = 4;

/** Starts polling, ticking and delivering. */
export function startLine(ports: LinePorts): Line {
  const stopping = new AbortController();
  const { signal } = stopping;
  setMaxListeners(LOOPS + ports.concurrency * LISTENERS_PER_FETCH, signal);
  const { clock, log } = ports;
  const loops: Record<(typeof LOOP_NAMES)[number], Loop | null> = { poll: null, tick: null, deliver: null };
  const onCommitted = (changes: readonly Change[]) => {
    ports.onCommitted?.(changes);
    if (changes.some((change) => change.kind === 'rung.planned' || change.kind === 'deadline.set')) loops.tick?.wake();
    if (changes.some((change) => change.kind === 'message.wanted' || change.kind === 'follow.set'))
      loops.deliver?.wake();
    if (changes.some(({ kind }) => kind === 'feeds.hurried' || kind === 'feed.listed')) loops.poll?.wake();
  };
  loops.deliver = startLoop({ name: 'deliver', step: deliverStep(ports), clock, log, signal });
  const committedBy = (name: 'poll' | 'tick') => (changes: readonly Change[]) => {
    loops[name]?.alive();
    onCommitted(changes);
  };
  const tick = tickStep({ ...ports, onCommitted: committedBy('tick') });
  const poll = pollStep({ ...ports, onCommitted: committedBy('poll') });
  loops.tick = startLoop({ name: 'tick', step: tick, clock, log, signal });
  loops.poll = startLoop({ name: 'poll', step: poll, clock, log, signal });
  let rechecks = Promise.resolve();
  const recheck = async (channels: readonly ChannelId[] | null) => {
    try {
      const closed = await ports.store.recheck(channels, clock.now());
      if (closed.length > 0) loops.deliver?.wake();
    } catch (error) {
      log.error({ err: error }, 'closed channels could not be looked at again; each is tried again by itself');
    }
  };
  return {
    committed: onCommitted,
    boardChanged: () => loops.deliver?.wake(),
    lookAgain() {
      for (const name of LOOP_NAMES) loops[name]?.wake();
    },
    overdue: (now) => LOOP_NAMES.filter((name) => loops[name]?.isOverdue(now)),
    accessChanged(channels) {
      rechecks = rechecks.then(() => recheck(channels));
    },
    async stop() {
      stopping.abort();
      await Promise.all([rechecks, ...[loops.poll, loops.tick, loops.deliver].map((loop) => loop?.ended)]);
    },
  };
}
