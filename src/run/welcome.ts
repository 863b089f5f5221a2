/** Servers that the bot has come to -> a greeting in each that it did not know. */
import { decideWelcome } from '../decide/welcome.ts';
import type { Change } from '../domain/change.ts';
import type { Log, Store } from '../domain/ports.ts';
import type { Arrival } from '../domain/premises.ts';
import type { Instant } from '../domain/time.ts';

export interface WelcomePorts {
  readonly store: Pick<Store, 'catalogue' | 'commit'>;
  readonly log: Log;
  readonly onCommitted: (changes: readonly Change[]) => void;
}

/** What fails is logged: the next start tries again. */
export async function welcome(arrivals: readonly Arrival[], now: Instant, ports: WelcomePorts): Promise<void> {
  const { store, log, onCommitted } = ports;
  try {
    const changes = decideWelcome(arrivals, await store.catalogue());
    if (changes.length === 0) return;
    await store.commit(changes, { at: now, actor: 'arrival' });
    onCommitted(changes);
  } catch (error) {
    log.error({ err: error }, 'a new server could not be greeted; the next start tries again');
  }
}
