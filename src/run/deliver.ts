/** The board made visible: what is behind is posted or edited until wanted and shown are equal. */
import type { ChannelId } from '../domain/ids.ts';
import type { Showing } from '../domain/message.ts';
import type { Chat, Clock, Log, Outcome, Store } from '../domain/ports.ts';
import { between, HOUR, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import type { Step } from './loop.ts';

export interface DeliverPorts {
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly log: Log;
  /** Told once when the chat no longer accepts who we are. */
  readonly onUnauthorised: (reason: string) => void;
}

/** Messages taken at a time: few enough to be shown well within their lease. */
const BATCH = 20;

/** Discord checks a nonce for "the past few minutes"; we rely on two. */
const NONCE_WINDOW = 2 * MINUTE;

/** 2 s, 4 s … 10 min between tries of one message. */
function backoff(attempts: number): number {
  return Math.min(2 ** Math.min(attempts, 12) * SECOND, 10 * MINUTE);
}

/** Lost access may come back: asked again after this long. */
const DENIED_PAUSE = HOUR;

async function record(showing: Showing, outcome: Outcome, ports: DeliverPorts): Promise<void> {
  const { store, log, clock } = ports;
  const { key } = showing;
  const now = clock.now();
  switch (outcome.kind) {
    case 'done':
      return store.shown(key, showing.rev, outcome.posted, outcome.digest, now);
    case 'later': {
      const soonest = plus(now, backoff(showing.attempts));
      const until = outcome.retryAt && outcome.retryAt > soonest ? outcome.retryAt : soonest;
      log.warn({ key, attempts: showing.attempts, until }, `message not shown yet: ${outcome.reason}`);
      return store.postponed(key, until, outcome.reason);
    }
    case 'denied':
      log.warn({ key, channel: showing.channel }, `channel ${showing.channel} is closed to us: ${outcome.reason}`);
      return store.postponed(key, plus(now, DENIED_PAUSE), outcome.reason);
    case 'gone':
    case 'refused':
      log.error({ key, outcome }, `message given up: ${outcome.reason}`);
      return store.givenUp(key, outcome.kind, outcome.reason);
    case 'unauthorised':
      await store.postponed(key, plus(now, MINUTE), outcome.reason);
      return ports.onUnauthorised(outcome.reason);
  }
}

/** Whether an earlier try may have arrived although we never heard of it, too long ago for the nonce to tell. */
function isInDoubt(showing: Showing, now: Instant): boolean {
  return showing.firstTriedAt !== null && between(showing.firstTriedAt, now) >= NONCE_WINDOW;
}

async function postOnce(showing: Showing, ports: DeliverPorts): Promise<Outcome> {
  if (!isInDoubt(showing, ports.clock.now())) return ports.chat.post(showing);
  const finding = await ports.chat.find(showing);
  if (finding.kind === 'found') return ports.chat.edit(showing, finding.posted);
  if (finding.kind === 'absent') return ports.chat.post(showing);
  return { kind: 'later', reason: `an earlier try may have arrived: ${finding.reason}`, retryAt: null };
}

async function show(showing: Showing, ports: DeliverPorts): Promise<void> {
  const outcome = showing.posted ? await ports.chat.edit(showing, showing.posted) : await postOnce(showing, ports);
  await record(showing, outcome, ports);
}

/** One sender per channel keeps the order in it. */
async function showInOrder(showings: readonly Showing[], signal: AbortSignal, ports: DeliverPorts): Promise<void> {
  for (const showing of showings) {
    if (signal.aborted) return;
    await show(showing, ports);
  }
}

function byChannel(showings: readonly Showing[]): readonly Showing[][] {
  const channels = new Map<ChannelId, Showing[]>();
  for (const showing of showings) channels.set(showing.channel, [...(channels.get(showing.channel) ?? []), showing]);
  return [...channels.values()];
}

/** The delivery loop's step. */
export function deliverStep(ports: DeliverPorts): Step {
  return async (now, signal) => {
    const showings = await ports.store.claim(now, BATCH);
    await Promise.all(byChannel(showings).map((channel) => showInOrder(channel, signal, ports)));
    return (await ports.store.nextDue()).deliver;
  };
}
