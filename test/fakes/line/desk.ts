/**
 * The desk as a process of its own: `startDesk(['demo', '--exit'], { dies: 'after 3 posted' })`. What it writes is
 * read line by line; `signalAt` answers a line with a signal the moment it is read.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { DESK, DYING } from './built.ts';

/** A line of standard output that is answered with a signal. */
export interface SignalAt {
  readonly words: RegExp;
  /** Counted from 1 over the lines that have these words. */
  readonly nth: number;
  readonly signal: NodeJS.Signals;
}

export interface DeskOptions {
  /** See `dying.ts`. */
  readonly dies?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signalAt?: SignalAt;
}

export interface EndedDesk {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Lines of standard output. */
  readonly out: readonly string[];
  /** All of standard error. */
  readonly notes: string;
  /** Milliseconds from our signal to the end; null when none was sent. */
  readonly stoppedAfter: number | null;
}

export interface StartedDesk {
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<EndedDesk>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const alive = new Set<Child>();

/** Ends every desk that a failed test left behind. */
export function killDesks(): void {
  for (const child of alive) child.kill('SIGKILL');
}

/** Nothing of this machine's environment reaches the desk but the way to its programs. */
function spawnDesk(words: readonly string[], { dies, env }: DeskOptions): Child {
  const preload = dies === undefined ? [] : ['--import', pathToFileURL(DYING).href];
  const own = dies === undefined ? {} : { DIES_AT: dies };
  const child = spawn(process.execPath, [...preload, DESK, ...words], {
    env: { PATH: process.env.PATH ?? '', ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.on('close', () => alive.delete(child));
  return child;
}

/** Calls `act` at the line it waits for. */
function awaiting(signalAt: SignalAt | undefined, act: (signal: NodeJS.Signals) => void): (line: string) => void {
  let seen = 0;
  return (line) => {
    if (!signalAt?.words.test(line)) return;
    seen += 1;
    if (seen === signalAt.nth) act(signalAt.signal);
  };
}

export function startDesk(words: readonly string[], options: DeskOptions = {}): StartedDesk {
  const child = spawnDesk(words, options);
  const out: string[] = [];
  let notes = '';
  let signalledAt: number | null = null;
  const send = (signal: NodeJS.Signals) => {
    signalledAt = performance.now();
    child.kill(signal);
  };
  const answer = awaiting(options.signalAt, send);
  createInterface({ input: child.stdout }).on('line', (line) => {
    out.push(line);
    answer(line);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notes += text;
  });
  const ended = new Promise<EndedDesk>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const stoppedAfter = signalledAt === null ? null : performance.now() - signalledAt;
      resolve({ code, signal, out, notes, stoppedAfter });
    });
  });
  return { signal: send, ended };
}
