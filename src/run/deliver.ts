/** The board made visible: what is behind is posted or edited until wanted and shown are equal. */
import { decideMorning } from '../decide/morning.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Showing } from '../domain/message.ts';
import { holds, type Pause } from '../domain/pause.ts';
import type { Chat, Clock, Failure, Log, Outcome, Store } from '../domain/ports.ts';
import { heldUntil } from '../domain/quiet.ts';
import { between, DAY, HOUR, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import type { Step } from './loop.ts';
import { publishDue } from './publish.ts';

export interface DeliverPorts {
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly log: Log;
  /** Told once when the chat no longer accepts who we are. */
  readonly onUnauthorised: (reason: string) => void;
}

/** Messages under way or next in their channel: few enough to be shown well within their lease. */
const IN_HAND = 20;

/** Discord checks a nonce for "the past few minutes"; we rely on two. */
const NONCE_WINDOW = 2 * MINUTE;

/** No nonce keeps a forum from a second post: a request that is still on its way has arrived before we look for it. */
const ARRIVING = 30 * SECOND;

/** 2 s, 4 s … 10 min between tries of one message, and up to a quarter more, so that many do not come at once. */
function backoff({ attempts, marker, subject }: Showing): number {
  const shortest = subject.kind === 'thread' ? ARRIVING : 0;
  const pause = Math.max(shortest, Math.min(2 ** Math.min(attempts, 12) * SECOND, 10 * MINUTE));
  return pause + Math.floor((pause / 4) * ((marker % 256) / 256));
}

/** Lost access may come back: asked again after this long, if nothing tells us sooner. */
const CLOSED_PAUSE = HOUR;

/** A channel that was deleted hardly comes back. */
const GONE_PAUSE = DAY;

/** It was sent before, perhaps, and nobody can tell any more. */
interface Unproven {
  readonly kind: 'unproven';
  readonly reason: string;
}

function closed({ channel }: Showing, reason: string, until: Instant): Pause {
  return { channel, act: null, cause: 'closed', until, reason };
}

/** What else must wait after this failure of one message; null when nothing else has to. */
function pauseAfter(showing: Showing, failure: Failure | Unproven, now: Instant): Pause | null {
  const { reason } = failure;
  if (failure.kind === 'denied') return closed(showing, reason, plus(now, CLOSED_PAUSE));
  if (failure.kind === 'gone' && failure.what === 'channel') return closed(showing, reason, plus(now, GONE_PAUSE));
  if (failure.kind !== 'limited') return null;
  const { act, until, where } = failure;
  return { channel: where === 'channel' ? showing.channel : null, act, cause: 'limit', until, reason };
}

/** Each pause is said once, not once for every message that waits for it. */
async function pauseFor({ key }: Showing, pause: Pause, { store, log, clock }: DeliverPorts): Promise<void> {
  const { channel, cause, until, reason } = pause;
  const isNew = await store.pause(pause, clock.now());
  await store.unsent([key], clock.now());
  if (cause === 'limit') return log.debug({ channel, until }, `waiting for a limit: ${reason}`);
  if (isNew) log.warn({ key, channel, until }, `channel ${channel} is closed to us, its messages wait: ${reason}`);
}

async function done(showing: Showing, outcome: Extract<Outcome, { kind: 'done' }>, ports: DeliverPorts): Promise<void> {
  const { store, log, clock } = ports;
  const { posted, digest } = outcome;
  const reopened = await store.shown(showing.key, showing.rev, posted, digest, clock.now());
  if (reopened !== null) log.info({ channel: reopened }, `channel ${reopened} is open to us again`);
}

const REMEDY = '"desk board" lists it and takes your answer';

async function record(showing: Showing, failure: Failure | Unproven, ports: DeliverPorts): Promise<void> {
  const { store, log, clock } = ports;
  const { key, attempts } = showing;
  const { kind, reason } = failure;
  switch (kind) {
    case 'unproven':
    case 'refused':
    case 'gone':
      log.error({ key, state: kind }, `message ${key} is ${kind}: ${reason}; ${REMEDY}`);
      return store.stopped(key, kind, reason);
    case 'unauthorised':
      await store.postponed(key, plus(clock.now(), MINUTE), reason);
      return ports.onUnauthorised(reason);
    default: {
      const soonest = plus(clock.now(), backoff(showing));
      const retryAt = failure.kind === 'later' ? failure.retryAt : null;
      const until = retryAt && retryAt > soonest ? retryAt : soonest;
      log.warn({ key, attempts, until }, `message not shown yet: ${reason}`);
      return store.postponed(key, until, reason);
    }
  }
}

/**
 * Whether an earlier try may have arrived although we never heard of it, too long ago for the nonce to tell. Threads and
 * posts of forums have none.
 */
function isInDoubt({ firstTriedAt, subject }: Showing, now: Instant): boolean {
  if (firstTriedAt === null) return false;
  return subject.kind === 'thread' || between(firstTriedAt, now) >= NONCE_WINDOW;
}

async function postOnce(showing: Showing, ports: DeliverPorts): Promise<Outcome | Unproven> {
  if (!isInDoubt(showing, ports.clock.now())) return ports.chat.post(showing);
  const finding = await ports.chat.find(showing);
  if (finding.kind === 'found') return ports.chat.edit(showing, finding.posted);
  if (finding.kind === 'absent') return ports.chat.post(showing);
  if (finding.kind !== 'unprovable') return finding;
  const reason = `it was sent at ${showing.firstTriedAt}, and whether it arrived cannot be told: ${finding.reason}`;
  return { kind: 'unproven', reason };
}

/** Nobody is disturbed in quiet hours; an edit disturbs nobody. */
function quietEnd({ posted, quiet, subject }: Showing, now: Instant): Instant | null {
  return posted === null ? heldUntil(quiet, subject, now) : null;
}

/** Answers what else must wait; null when nothing has to. */
async function show(showing: Showing, ports: DeliverPorts): Promise<Pause | null> {
  const quiet = quietEnd(showing, ports.clock.now());
  if (quiet !== null) {
    await ports.store.keepBack(showing.key, quiet, ports.clock.now());
    return null;
  }
  const outcome = showing.posted ? await ports.chat.edit(showing, showing.posted) : await postOnce(showing, ports);
  if (outcome.kind === 'done') {
    await done(showing, outcome, ports);
    return null;
  }
  const pause = pauseAfter(showing, outcome, ports.clock.now());
  if (outcome.kind === 'gone' && outcome.what === 'channel') await ports.store.lost(showing.channel, outcome.reason);
  await (pause ? pauseFor(showing, pause, ports) : record(showing, outcome, ports));
  return pause;
}

/** One sender per channel keeps the order in it. What a pause holds, or an ending, is given back untried. */
async function showInOrder(showings: readonly Showing[], signal: AbortSignal, ports: DeliverPorts): Promise<void> {
  const pauses: Pause[] = [];
  const untried: Showing[] = [];
  for (const showing of showings) {
    const pause = signal.aborted || pauses.some((one) => holds(one, showing)) ? undefined : await show(showing, ports);
    if (pause === undefined) untried.push(showing);
    else if (pause !== null) pauses.push(pause);
  }
  if (untried.length > 0) {
    const keys = untried.map(({ key }) => key);
    await ports.store.unsent(keys, ports.clock.now());
  }
}

function byChannel(showings: readonly Showing[]): readonly (readonly [Showing, ...Showing[]])[] {
  const channels = new Map<ChannelId, [Showing, ...Showing[]]>();
  for (const showing of showings) {
    const there = channels.get(showing.channel);
    if (there) there.push(showing);
    else channels.set(showing.channel, [showing]);
  }
  return [...channels.values()];
}

/** Resolves once `signal` has aborted; without one, never. */
function aborted(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** One sender for each channel that has something to show; a slow one holds up nobody but itself. */
class Senders {
  readonly #ports: DeliverPorts;
  readonly #busy = new Map<ChannelId, Promise<void>>();
  #inHand = 0;
  #failures: unknown[] = [];

  constructor(ports: DeliverPorts) {
    this.#ports = ports;
  }

  get areBusy(): boolean {
    return this.#busy.size > 0;
  }

  /** Takes as much as there is room for in hand. */
  async take(signal: AbortSignal): Promise<void> {
    const room = IN_HAND - this.#inHand;
    if (signal.aborted || room <= 0) return;
    const { store, clock } = this.#ports;
    const showings = await store.claim(clock.now(), room, [...this.#busy.keys()]);
    for (const channel of byChannel(showings)) this.#start(channel, signal);
  }

  #start(showings: readonly [Showing, ...Showing[]], signal: AbortSignal): void {
    const [{ channel }] = showings;
    this.#inHand += showings.length;
    const shown = showInOrder(showings, signal, this.#ports)
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => {
        this.#inHand -= showings.length;
        this.#busy.delete(channel);
      });
    this.#busy.set(channel, shown);
  }

  /** Resolves when one of them is done, or `woken` before. Rejects with the first failure, when all are done. */
  async oneDone(woken: Promise<void>): Promise<void> {
    await Promise.race([woken, ...this.#busy.values()]);
    if (this.#failures.length > 0) await this.allDone();
  }

  async allDone(): Promise<void> {
    await Promise.all(this.#busy.values());
    const [first] = this.#failures.splice(0);
    if (first !== undefined) throw first;
  }
}

/** Quiet hours that are over: one message tells what was kept back. A message that changes meanwhile is looked at again. */
async function tellMorning({ store, clock }: DeliverPorts): Promise<void> {
  const now = clock.now();
  const changes = decideMorning(await store.kept(now), now);
  if (changes.length > 0) await store.commit(changes, { at: now, actor: 'deliver' });
}

/** The delivery loop's step: goes on as long as there is something to show, or somebody at work. */
export function deliverStep(ports: DeliverPorts): Step {
  const senders = new Senders(ports);
  return async (_, signal, woken) => {
    const isWoken = aborted(woken);
    await tellMorning(ports);
    await senders.take(signal);
    while (senders.areBusy && !woken?.aborted) {
      await senders.oneDone(isWoken);
      await senders.take(signal);
    }
    if (signal.aborted) await senders.allDone();
    await publishDue(ports, signal);
    return senders.areBusy ? ports.clock.now() : (await ports.store.nextDue()).deliver;
  };
}
