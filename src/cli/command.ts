/** What every subcommand is: it adds itself to the program and answers an exit code. */
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** 0 done, 1 failed, 2 wrong usage or configuration, 3 stuck: start again. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The world a subcommand works in; tests hand in another. */
export interface CommandLine {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts when the process is asked to stop. */
  readonly stopping: AbortSignal;
  /** Called once a live desk is open: from then on nothing may hold up this process. */
  readonly onOpen?: () => void;
}

export interface Subcommand {
  /** Declares name, options and help on `program`; calls `run` with what the action made. */
  readonly add: (program: Command, line: CommandLine, run: (work: () => Promise<ExitCode>) => void) => void;
}
