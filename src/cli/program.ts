/** Words on the command line -> a subcommand -> an exit code: 0 done, 1 failed, 2 wrong usage or configuration, 3 stuck. */
import { Command, CommanderError } from 'commander';
import { ConfigurationError } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import { VERSION } from '../main.ts';
import { StoreError } from '../store/engine.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

/** Every subcommand there is: what only others need is not loaded. */
const SUBCOMMANDS: ReadonlyMap<string, () => Promise<Subcommand>> = new Map([
  ['run', async () => (await import('./run.ts')).run],
  ['demo', async () => (await import('./demo.ts')).demo],
  ['backtest', async () => (await import('./backtest.ts')).backtest],
  ['eval', async () => (await import('./eval.ts')).evaluate],
  ['inspect', async () => (await import('./inspect.ts')).inspect],
  ['check', async () => (await import('./check.ts')).check],
  ['settings', async () => (await import('./settings.ts')).settings],
  ['board', async () => (await import('./board.ts')).board],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore', async () => (await import('./restore.ts')).restore],
  ['doctor', async () => (await import('./doctor.ts')).doctor],
  ['addresses', async () => (await import('./addresses.ts')).addresses],
  ['webhooks', async () => (await import('./webhooks.ts')).webhooks],
  ['export', async () => (await import('./guild.ts')).exporting],
  ['import', async () => (await import('./guild.ts')).importing],
  ['migrate', async () => (await import('./migrate.ts')).migrate],
  ['healthcheck', async () => (await import('./healthcheck.ts')).healthcheck],
]);

const EXIT_CODES = '\nExit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 stuck: start again.';

/** Every level of the program reports instead of exiting, and says the exit codes. */
function tamed(program: Command, line: CommandLine): void {
  program.exitOverride().addHelpText('after', EXIT_CODES).showHelpAfterError('(add --help for what it takes)');
  program.configureOutput({
    writeOut: (text) => line.terminal.out(text.trimEnd()),
    writeErr: (text) => line.terminal.note(text.trimEnd()),
  });
  for (const inner of program.commands) tamed(inner, line);
}

function isUsage(error: unknown): boolean {
  return error instanceof Refusal || error instanceof ConfigurationError;
}

/** What the machine refuses is no bug: Node's names for it (documentation, Common system errors), with the remedy. */
const MACHINE_REMEDIES: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'give this user the right to it, or name another path'],
  ['EISDIR', 'that is a folder: name another path, or move the folder away'],
  ['ENOSPC', 'the disk is full: free some space and start again'],
  ['ENOTDIR', 'a part of that path is a file: name another'],
  ['EPERM', 'give this user the right to it, or name another path'],
  ['EROFS', 'that file system is read-only: name another path'],
]);

/** What people can mend, in words for them; null for a bug. */
function wordsFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (isUsage(error) || error instanceof StoreError) return error.message;
  const remedy = 'code' in error ? MACHINE_REMEDIES.get(error.code) : undefined;
  return remedy === undefined ? null : `${error.message}; ${remedy}`;
}

/** Stacks only: an error's other fields may hold what must not be shown, such as a request. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${traceOf(error.cause)}`;
}

function failed(error: unknown, line: CommandLine): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  line.terminal.done();
  const words = wordsFor(error) ?? `this is a bug, please report it with the lines below\n${traceOf(error)}`;
  line.terminal.note(`desk: ${words}`);
  return isUsage(error) ? 2 : 1;
}

/** The one that is named first; all of them where none is, for their help. */
function wanted([first = '']: readonly string[]): Promise<readonly Subcommand[]> {
  const named = SUBCOMMANDS.get(first);
  const loads = named ? [named] : [...SUBCOMMANDS.values()];
  return Promise.all(loads.map((load) => load()));
}

/** Runs `desk` with these words. Never throws: what a person must know is on the terminal, what scripts must know is the code. */
export async function runDesk(words: readonly string[], line: CommandLine): Promise<ExitCode> {
  let work: (() => Promise<ExitCode>) | null = null;
  const program = new Command('desk').description(
    'Follows sanctions deadlines and ceasefire talks, and posts what changes to Discord.',
  );
  program.version(VERSION, '--version', 'print the version');
  for (const subcommand of await wanted(words)) {
    subcommand.add(program, line, (chosen) => {
      work = chosen;
    });
  }
  tamed(program, line);
  try {
    program.parse([...words], { from: 'user' });
    return await chosenWork(work, program, line);
  } catch (error) {
    return failed(error, line);
  }
}

async function chosenWork(
  work: (() => Promise<ExitCode>) | null,
  program: Command,
  line: CommandLine,
): Promise<ExitCode> {
  if (work) return work();
  line.terminal.note(program.helpInformation());
  return 2;
}
