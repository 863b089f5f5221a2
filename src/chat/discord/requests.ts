/**
 * The requests of the board, within limits of our own below Discord's, so that Discord never has to refuse one: 50 a second
 * for a bot, and 10,000 invalid ones (401, 403, 429) in ten minutes for an address (documentation, Rate Limits).
 */
import type { REST } from 'discord.js';
import type { Clock, Log } from '../../domain/ports.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import { evenPace, slidingWindow } from './window.ts';

export type Requests = Pick<REST, 'get' | 'post' | 'patch'>;

/**
 * Milliseconds from one request to the next. A few a second below Discord's 50: what was sent evenly may arrive bunched by
 * a tenth of a second, and commands register beside the board.
 */
export const GAP = 23;

/** Sent at once after a rest. */
const AHEAD = 2;

const MOST_INVALID = 1_000;
export const INVALID_SPAN = 10 * MINUTE;

const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

/** `rest` at no more than 46 requests in any second; who comes too early waits, in order, until `leaving` aborts. */
export function evenly(rest: Requests, clock: Clock, leaving: AbortSignal): Requests {
  const pace = evenPace(GAP, AHEAD);
  let turn: Promise<void> = Promise.resolve();
  const take = async () => {
    const freeAt = pace.freeAt(clock.now());
    if (freeAt !== null) await clock.sleepUntil(freeAt, leaving);
    pace.spend(clock.now());
  };
  const inTurn = () => {
    turn = turn.then(take);
    return turn;
  };
  return {
    get: (...request) => inTurn().then(() => rest.get(...request)),
    post: (...request) => inTurn().then(() => rest.post(...request)),
    patch: (...request) => inTurn().then(() => rest.patch(...request)),
  };
}

export interface InvalidRequests {
  /** An answer of Discord's. */
  count(status: number, scope: string | null): void;
  /** Until when nothing may be sent, because too many were invalid; null when all is well. */
  heldUntil(): Instant | null;
}

/** Refused requests over starts. */
export interface Refusals {
  /** Those of the last `INVALID_SPAN`, by desks of before. */
  readonly before: readonly Instant[];
  readonly keep: (at: Instant) => void;
}

/** Stops a desk that asks for what it may not have, long before Discord shuts out its address. Says so once. */
export function invalidRequests(clock: Clock, log: Log, { before, keep }: Refusals): InvalidRequests {
  const window = slidingWindow(MOST_INVALID, INVALID_SPAN);
  for (const at of before) window.spend(at);
  return {
    count(status, scope) {
      if (!INVALID.has(status) || scope === 'shared') return;
      window.spend(clock.now());
      keep(clock.now());
      const until = window.freeAt(clock.now());
      if (until === null) return;
      log.error(
        { until },
        `Discord refused ${MOST_INVALID} requests in ten minutes (401, 403 or 429): nothing is sent before ${until}. Look at the lines before this one for why.`,
      );
    },
    heldUntil: () => window.freeAt(clock.now()),
  };
}
