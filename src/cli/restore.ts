/** `desk restore`: a backup in the place of the database, verified first; nothing that was sent is sent again. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { wallClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Instant, parseInstant } from '../domain/time.ts';
import { type RestoreDone, restoreDatabase, verify } from '../store/restore.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

interface Options {
  readonly toldUntil?: string;
  readonly check?: true;
}

function instantIn(text: string | undefined): Instant | null {
  const at = text === undefined ? null : parseInstant(text);
  if (text === undefined || at !== null) return at;
  throw new Refusal(`--told-until ${text}: is no instant; write it as 2026-11-28T14:00Z`);
}

function fileAt(name: string): string {
  const path = resolve(name);
  if (!existsSync(path)) throw new Refusal(`${path}: there is no such file; "desk backup --list" names the backups`);
  return path;
}

function wordsOf({ asOf, toldUntil, aside, lastSign }: RestoreDone): readonly string[] {
  const silent = lastSign === null && toldUntil === asOf;
  return [
    `Restored: everything up to ${asOf} is known.`,
    ...(aside === null ? [] : [`The database as it was is kept as ${aside}`]),
    `What came due or was published up to ${toldUntil} counts as told; what waits is looked for in its channel before it is sent.`,
    ...(silent ? ['There was no database to tell when its desk stopped: --told-until says it better.'] : []),
  ];
}

async function restoreFrom(name: string, options: Options, { env, terminal }: CommandLine): Promise<ExitCode> {
  const { database } = loadConfig({ env });
  const [from, toldUntil] = [fileAt(name), instantIn(options.toldUntil)];
  if (options.check) {
    const { asOf, missing } = verify(from);
    const behind = missing.length === 0 ? '' : `; ${missing.length} migrations behind, which restoring applies`;
    terminal.out(`${from}: sound, up to ${asOf ?? 'its making'}${behind}`);
    return 0;
  }
  const done = await restoreDatabase({ from, database, at: wallClock().now(), toldUntil });
  for (const text of wordsOf(done)) terminal.out(text);
  return 0;
}

export const restore: Subcommand = {
  add: (program, line, run) => {
    program
      .command('restore')
      .description('put a backup in the place of the database, while no desk runs; it is verified first')
      .argument('<file>', 'the backup')
      .option('--told-until <instant>', 'when the desk of before stopped, where its database cannot tell any more')
      .option('--check', 'verify the backup and change nothing')
      .addHelpText(
        'after',
        '\nNothing that was sent is sent again: what came due before the desk stopped counts as told, and channels are read for what may have been sent.',
      )
      .action((file: string, options: Options) => run(() => restoreFrom(file, options, line)));
  },
};
