/** How fast the demo's time passes for those who watch. */
import { wallClock } from '../../clock.ts';
import { between, type Instant, plus, SECOND } from '../../domain/time.ts';
import type { DemoOptions } from './options.ts';
import { QUIET, START } from './span.ts';

/** Weeks without a report are played this much faster. */
const QUIET_SPEED = 20;

/** Simulated milliseconds until `at`, quiet ones shortened: what the playing time is divided by. */
function eventful(at: Instant): number {
  const whole = between(START, at);
  const quiet = QUIET.map(([from, to]) => Math.max(0, between(from, at < to ? at : to)));
  return whole - quiet.reduce((sum, ms) => sum + ms, 0) * (1 - 1 / QUIET_SPEED);
}

/**
 * Holds the simulated clock back so that the whole span takes `seconds`; a machine that is slower than that is not
 * held. A demo that goes on at `start` takes its share of them.
 */
export function pacer(
  { seconds, from, until }: Pick<DemoOptions, 'seconds' | 'from' | 'until'>,
  start: Instant,
  stopping: AbortSignal,
): (from: Instant, to: Instant) => Promise<void> {
  const wall = wallClock();
  const began = wall.now();
  const whole = eventful(until) - eventful(from);
  return async (_, to) => {
    const share = (eventful(to) - eventful(start)) / whole;
    const due = plus(began, Math.round(share * seconds * SECOND));
    if (between(wall.now(), due) > 4) await wall.sleepUntil(due, stopping);
  };
}
