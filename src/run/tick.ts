/** Rungs and endings whose time has come -> changes -> one commit a deadline, one for all that came too late. */
import { decideTicks } from '../decide/tick.ts';
import type { Change } from '../domain/change.ts';
import { StaleRevision, type Store } from '../domain/ports.ts';
import type { Step } from './loop.ts';

export interface TickPorts {
  readonly store: Store;
  readonly onCommitted: (changes: readonly Change[]) => void;
}

/** The tick loop's step. A deadline that a report moved meanwhile is read again at once. */
export function tickStep(ports: TickPorts): Step {
  return async (now) => {
    for (const changes of decideTicks(await ports.store.ripe(now), now)) {
      try {
        await ports.store.commit(changes, { at: now, actor: 'tick' });
        ports.onCommitted(changes);
      } catch (error) {
        if (error instanceof StaleRevision) return now;
        throw error;
      }
    }
    return (await ports.store.nextDue()).tick;
  };
}
