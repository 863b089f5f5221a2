/** Messages of announcement channels, published one after the other as far as their channels' limits let them. */
import type { Publishable } from '../domain/message.ts';
import type { Failure } from '../domain/ports.ts';
import { HOUR, type Instant, MINUTE, plus } from '../domain/time.ts';
import type { DeliverPorts } from './deliver.ts';

/** Where nothing may be published now, it is tried again after this long. */
const DENIED_PAUSE = HOUR;

/** After trouble on the way. */
const SOON = MINUTE;

/** How long the channel rests after a failure; null where the message alone waits. */
function restOf(failure: Failure, now: Instant): Instant | null {
  if (failure.kind === 'limited') return failure.until;
  return failure.kind === 'denied' || failure.kind === 'refused' ? plus(now, DENIED_PAUSE) : null;
}

async function failed({ key, channel }: Publishable, failure: Failure, ports: DeliverPorts): Promise<void> {
  const { store, clock, log, onUnauthorised } = ports;
  const { reason } = failure;
  if (failure.kind === 'unauthorised') onUnauthorised(reason);
  if (failure.kind === 'gone') return void (await store.published(key, clock.now()));
  log.warn({ key, channel }, `message not published yet: ${reason}`);
  const until = restOf(failure, clock.now());
  if (until === null) return store.publishLater(key, plus(clock.now(), SOON));
  const where = failure.kind === 'limited' && failure.where === 'everywhere' ? null : channel;
  await store.pause({ channel: where, act: where && 'publish', cause: 'limit', until, reason }, clock.now());
}

const FULL = 'Discord publishes ten messages an hour of a channel';

/** Publishes what may be published by now. */
export async function publishDue(ports: DeliverPorts, signal: AbortSignal): Promise<void> {
  const { store, chat, clock } = ports;
  for (;;) {
    const next = signal.aborted ? null : await store.publishable(clock.now());
    if (next === null) return;
    const failure = (await chat.publish?.(next.channel, next.posted)) ?? null;
    if (failure !== null) {
      await failed(next, failure, ports);
      continue;
    }
    const until = await store.published(next.key, clock.now());
    if (until === null) continue;
    await store.pause({ channel: next.channel, act: 'publish', cause: 'limit', until, reason: FULL }, clock.now());
  }
}
