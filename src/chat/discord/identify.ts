/**
 * How often the bot presents itself anew. Who does so more than 1,000 times a day has its token reset, and one connection
 * may once in five seconds (documentation, Gateway, Rate Limiting and Session Start Limit): discord.js keeps the seconds
 * and not the day, so that a gateway that ends every session would cost the token within two hours.
 */
import type { Clock } from '../../domain/ports.ts';
import { HOUR, type Instant, SECOND } from '../../domain/time.ts';
import { slidingWindow } from './window.ts';

/** At most 480 a day, which leaves as many to restarts. */
const MOST_AN_HOUR = 20;

/** What discord.js asks before every IDENTIFY. */
export interface Identifying {
  /** Resolves when it may be sent. Rejects when `signal` aborts before. */
  waitForIdentify(shard: number, signal: AbortSignal): Promise<void>;
}

/** One bot's turns; `onHeld` is told until when, where that is longer than the usual seconds. */
export function identifying(clock: Clock, onHeld: (until: Instant) => void): Identifying {
  const pace = slidingWindow(1, 5 * SECOND);
  const hour = slidingWindow(MOST_AN_HOUR, HOUR);
  return {
    async waitForIdentify(_shard, signal) {
      for (;;) {
        const now = clock.now();
        const held = hour.freeAt(now);
        const until = held ?? pace.freeAt(now);
        if (until === null) break;
        if (held !== null) onHeld(held);
        await clock.sleepUntil(until, signal);
        signal.throwIfAborted();
      }
      for (const window of [pace, hour]) window.spend(clock.now());
    },
  };
}
