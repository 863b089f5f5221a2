/** One loop: do what is due, sleep until the next appointment or until woken, stop when told, survive a failure. */
import type { Clock, Log } from '../domain/ports.ts';
import { DAY, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';

/**
 * Work that is due by `now`; answers when there is more, null when nothing is planned. `woken` aborts when there may be
 * more while it is at work; the step after it begins at once then.
 */
export type Step = (now: Instant, signal: AbortSignal, woken?: AbortSignal) => Promise<Instant | null>;

export interface Loop {
  /** Cuts the present sleep short: there may be work. */
  wake(): void;
  /** What it has in hand goes on: told within a long step. */
  alive(): void;
  /** Whether it should have been heard of by `now`: its step hangs, or nobody woke it. */
  isOverdue(now: Instant): boolean;
  /** Resolves once the loop has ended after `signal` aborted. */
  readonly ended: Promise<void>;
}

export interface LoopOptions {
  readonly name: string;
  readonly step: Step;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 300 * SECOND;

/** Every request ends much sooner by itself; so do the twenty of one delivery. */
const PATIENCE = 10 * MINUTE;

/** After a failure: 5 s, 10 s … 5 min, so that a full disk does not turn into a busy loop. */
function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
}

/** The same trouble is said once, until it ends or another takes its place. */
class Trouble {
  #said: string | null = null;
  failures = 0;

  met(error: unknown, options: LoopOptions): void {
    this.failures += 1;
    const message = error instanceof Error ? error.message : String(error);
    if (message === this.#said) return;
    this.#said = message;
    options.log.error({ loop: options.name, err: error }, `${options.name}: ${message}; trying again until it works`);
  }

  ended(options: LoopOptions): void {
    if (this.#said !== null) options.log.info({ loop: options.name }, `${options.name}: works again`);
    this.#said = null;
    this.failures = 0;
  }
}

/** Starts a loop. It never rejects: a step that throws is logged and tried again after a pause. */
export function startLoop(options: LoopOptions): Loop {
  const { clock, signal } = options;
  const trouble = new Trouble();
  let bell = new AbortController();
  let expected = clock.now();
  const alive = () => {
    expected = plus(clock.now(), PATIENCE);
  };

  const attempt = async (now: Instant): Promise<Instant> => {
    alive();
    try {
      const next = await options.step(now, signal, bell.signal);
      trouble.ended(options);
      return next ?? plus(now, DAY);
    } catch (error) {
      trouble.met(error, options);
      return plus(clock.now(), pauseAfter(trouble.failures));
    }
  };

  const turn = async () => {
    bell = new AbortController();
    const next = await attempt(clock.now());
    expected = plus(next, PATIENCE);
    if (!bell.signal.aborted && !signal.aborted) await clock.sleepUntil(next, bell.signal);
  };

  const stop = () => bell.abort();
  const run = async () => {
    signal.addEventListener('abort', stop);
    while (!signal.aborted) await turn();
    signal.removeEventListener('abort', stop);
  };

  return { wake: () => bell.abort(), alive, isOverdue: (now) => now > expected, ended: run() };
}
