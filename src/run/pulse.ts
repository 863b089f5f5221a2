/** The desk's sign of life, which also shows a clock that was set back: its last one lies in the future then. */
import type { Clock, Log, Store } from '../domain/ports.ts';
import { between, type Instant, MINUTE, plus } from '../domain/time.ts';
import { type Step, startLoop } from './loop.ts';

export interface PulsePorts {
  readonly store: Pick<Store, 'beat' | 'setBack'>;
  readonly log: Log;
}

/** Written every minute, so that a start knows how long no desk was running. */
const ALIVE = 'desk';

/** Answers when a desk was last alive, by the clock as it went then; null when none ever was. */
export async function beat(now: Instant, { store, log }: PulsePorts): Promise<Instant | null> {
  const last = await store.beat(ALIVE, now);
  if (last === null || last <= now) return last;
  const by = between(now, last);
  await store.setBack(by, now);
  log.warn(
    { last, now },
    `the clock was set back by ${Math.ceil(by / MINUTE)} minutes; what waits is due as much sooner`,
  );
  return last;
}

/** Beats once a minute until it is stopped; `onSetBack` is told of a clock that was set back once nothing waits too long. */
export function startPulse(ports: PulsePorts & { readonly clock: Clock; readonly onSetBack: () => void }) {
  const stopping = new AbortController();
  const { clock, log } = ports;
  const step: Step = async (now) => {
    const last = await beat(now, ports);
    if (last !== null && last > now) ports.onSetBack();
    return plus(now, MINUTE);
  };
  const { ended } = startLoop({ name: 'pulse', step, clock, log, signal: stopping.signal });
  return async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
}
