/** The two clocks, and the timetable: the only places where wall-clock time enters the line. */
import cron from 'node-cron';
import type { Clock, Log } from './domain/ports.ts';
import { between, type Instant, instantOf, MINUTE } from './domain/time.ts';

/**
 * A sleep is cut into naps: `setTimeout` fires at once beyond 24.8 days, and a clock that was set forward or back must be
 * noticed within one.
 */
const LONGEST_NAP = MINUTE;

function nap(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** The clock on the wall. Who sleeps while it is set back wakes too early, and looks again. */
export function wallClock(): Clock {
  const now = () => instantOf(Date.now());
  return {
    now,
    async sleepUntil(at, signal) {
      let present = now();
      while (!signal.aborted && present < at) {
        await nap(Math.min(between(present, at), LONGEST_NAP), signal);
        const woken = now();
        if (woken < present) return;
        present = woken;
      }
    },
  };
}

interface Sleeper {
  readonly at: Instant;
  readonly wake: () => void;
}

export interface SimulatedClock extends Clock {
  /** Sleepers needed before time moves: everyone who works by this clock. */
  readonly workers: number;
}

/**
 * A clock that stands still while anyone works and jumps to the next appointment once all `workers` sleep, so that a
 * month plays in seconds with every loop exactly as live. `pace` is handed each jump before it is made and may wait,
 * for people to watch. Time ends at `end`: later appointments are never kept, and `onEnd` is called once.
 */
export function simulatedClock(options: {
  readonly start: Instant;
  readonly end: Instant;
  readonly workers: number;
  readonly pace: (from: Instant, to: Instant) => Promise<void>;
  readonly onEnd: () => void;
}): SimulatedClock {
  let present = options.start;
  let isJumping = false;
  let isOver = false;
  const sleepers = new Set<Sleeper>();

  const next = () => [options.end, ...[...sleepers].map((sleeper) => sleeper.at)].sort()[0] ?? options.end;

  const wakeThose = () => {
    for (const sleeper of [...sleepers]) if (sleeper.at <= present) sleeper.wake();
  };

  const over = () => {
    if (isOver) return;
    isOver = true;
    options.onEnd();
  };

  const jump = async () => {
    if (isJumping || isOver || sleepers.size < options.workers) return;
    isJumping = true;
    const to = next();
    await options.pace(present, to);
    isJumping = false;
    if (sleepers.size < options.workers) return;
    if (to > present) present = to;
    if (present >= options.end) return over();
    wakeThose();
  };

  return {
    workers: options.workers,
    now: () => present,
    sleepUntil: (at, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { at, wake };
        if (signal.aborted || at <= present) return resolve();
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake);
        void jump();
      }),
  };
}

/** One job of the timetable: a name, a cron expression in UTC and what to do. */
export interface Job {
  readonly name: string;
  readonly cron: string;
  readonly run: (now: Instant) => Promise<unknown>;
}

export interface Timetable {
  /** The clock was set back: each job's next time is nearer than it was told. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A job that is still at work is not begun beside itself. */
function alone(job: Job, log: Log): () => Promise<void> {
  let isAtWork = false;
  return async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      await job.run(instantOf(Date.now()));
    } catch (error) {
      log.error({ job: job.name, err: error }, 'a job of the timetable failed; it runs again at its next time');
    } finally {
      isAtWork = false;
    }
  };
}

/** What node-cron has to say, which it would print beside the log. */
function loggerFor({ name }: Job, log: Log) {
  const said = (message: string | Error) => String(message);
  return {
    debug: (message: string | Error) => log.debug({ job: name }, said(message)),
    info: (message: string) => log.debug({ job: name }, message),
    warn: (message: string) => log.warn({ job: name }, message),
    error: (message: string | Error) => log.error({ job: name }, said(message)),
  };
}

/**
 * Starts jobs that belong to the clock on the wall, such as the nightly retention. In UTC, because a job in a zone is
 * skipped in spring and late in autumn; a run that comes late by up to a minute still counts, where node-cron's own
 * second would drop it whenever the loop was busy.
 */
export function startTimetable(jobs: readonly Job[], log: Log): Timetable {
  const tasks = jobs.map((job) => {
    const options = {
      ...{ name: job.name, timezone: 'UTC', missedExecutionTolerance: MINUTE },
      logger: loggerFor(job, log),
    };
    return cron.schedule(job.cron, alone(job, log), options);
  });
  return {
    async restart() {
      for (const task of tasks) await task.stop();
      for (const task of tasks) await task.start();
    },
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}
