/**
 * `desk` in process, as from a terminal: `await desk(['check'], { DESK_DATA: folder })` for a command that ends by
 * itself, `startDeskCommand(['run', '--preview'], env)` for one that runs until it is stopped.
 */
import type { ExitCode } from '../../src/cli/command.ts';
import { runDesk } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export type Variables = Readonly<Record<string, string>>;

/** How a command ended and what its person read. */
export interface Ran {
  readonly code: ExitCode;
  /** Standard output, line by line as it was written. */
  readonly out: readonly string[];
  /** Standard error. */
  readonly notes: string;
  /** Both streams together. */
  readonly said: string;
}

export interface Running {
  readonly out: readonly string[];
  readonly ended: Promise<Ran>;
  /** As Ctrl+C does. */
  stop(): Promise<Ran>;
}

function keptTerminal() {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    row: (line) => void out.push(line),
    note: (line) => void notes.push(line),
    progress: () => undefined,
    done: () => undefined,
  };
  return { terminal, out, notes };
}

export function startDeskCommand(words: readonly string[], env: Variables = {}): Running {
  const { terminal, out, notes } = keptTerminal();
  const stopping = new AbortController();
  const ended = runDesk(words, { terminal, env: { DESK_LOG_LEVEL: 'silent', ...env }, stopping: stopping.signal }).then(
    (code): Ran => ({ code, out, notes: notes.join('\n'), said: [...out, ...notes].join('\n') }),
  );
  return {
    out,
    ended,
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

export function desk(words: readonly string[], env: Variables = {}): Promise<Ran> {
  return startDeskCommand(words, env).ended;
}
