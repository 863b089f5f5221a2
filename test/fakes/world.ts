/**
 * A small world for the line: a clock moved by hand, a chat that remembers and fails on request, and a log that can
 * be read. `chat.fails('later').times(2)`, `clock.set('2025-08-08T00:00Z')`.
 */
import { id, type PostedId } from '../../src/domain/ids.ts';
import type { Showing } from '../../src/domain/message.ts';
import type { Chat, Clock, Finding, Log, Outcome } from '../../src/domain/ports.ts';
import type { Instant } from '../../src/domain/time.ts';
import { at } from './nouns.ts';

export interface HandClock extends Clock {
  set(text: string): void;
  /** Appointments that loops are sleeping towards. */
  readonly sleeping: readonly Instant[];
}

/** Stands still until it is set; sleepers whose time has come wake then. */
export function handClock(start: string): HandClock {
  let present = at(start);
  const sleepers = new Map<() => void, Instant>();
  return {
    now: () => present,
    set(text) {
      present = at(text);
      for (const [wake, until] of [...sleepers]) if (until <= present) wake();
    },
    get sleeping() {
      return [...sleepers.values()];
    },
    sleepUntil: (until, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          resolve();
        };
        if (until <= present || signal.aborted) return resolve();
        sleepers.set(wake, until);
        signal.addEventListener('abort', wake, { once: true });
      }),
  };
}

export interface Shown {
  readonly kind: 'post' | 'edit';
  readonly key: string;
  readonly rev: number;
}

export interface FakeChat extends Chat {
  readonly shown: readonly Shown[];
  /** `post development in 200`, however it ended. */
  readonly asked: readonly string[];
  /** The next `times` calls end like this instead of being done. */
  fails(outcome: Outcome, times?: number): void;
  /** What reading the channel gives from now on. */
  finds(finding: Finding): void;
}

export function fakeChat(): FakeChat {
  const shown: Shown[] = [];
  const failures: Outcome[] = [];
  const asked: string[] = [];
  let finding: Finding = { kind: 'absent' };
  const note = (act: string, { subject, channel }: Showing) => void asked.push(`${act} ${subject.kind} in ${channel}`);
  const answer = (kind: Shown['kind'], showing: Showing, posted: PostedId): Outcome => {
    note(kind, showing);
    const failure = failures.shift();
    if (failure) return failure;
    shown.push({ kind, key: showing.key, rev: showing.rev });
    return { kind: 'done', posted, digest: `digest-${showing.rev}` };
  };
  return {
    shown,
    asked,
    fails: (outcome, times = 1) => failures.push(...Array.from({ length: times }, () => outcome)),
    finds: (next) => {
      finding = next;
    },
    post: async (showing) => answer('post', showing, id(`posted-${showing.key}`)),
    edit: async (showing, posted) => answer('edit', showing, posted),
    find: async (showing) => {
      note('find', showing);
      return finding;
    },
  };
}

export interface FakeLog extends Log {
  readonly lines: readonly string[];
}

export function fakeLog(): FakeLog {
  const lines: string[] = [];
  const write = (level: string) => (_: object, message: string) => {
    lines.push(`${level}: ${message}`);
  };
  return { lines, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Lets everything that is ready to run, run: promises, and the input and output of this machine. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
