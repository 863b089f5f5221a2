/** `desk backup`: one file that holds everything, made while a desk runs or not. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { wallClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Backup, backupFolder, backupPath, backupsIn } from '../store/backups.ts';
import { copyDatabase } from '../store/copy.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function fileOf(named: string | undefined, dataFolder: string): string {
  if (named === undefined) return backupPath(backupFolder(dataFolder), wallClock().now(), 'by-hand');
  const path = resolve(named);
  if (existsSync(path)) throw new Refusal(`${path}: is there already, and no backup is overwritten; name another file`);
  return path;
}

async function backUp(named: string | undefined, { env, terminal }: CommandLine): Promise<ExitCode> {
  const { database, dataFolder } = loadConfig({ env });
  if (!existsSync(database)) throw new Refusal(`${database}: there is no database yet; DESK_DATA names its folder`);
  const { path, bytes } = await copyDatabase(database, fileOf(named, dataFolder));
  terminal.out(`${path}: ${megabytes(bytes)}, checked`);
  return 0;
}

function lineOf({ path, bytes, occasion }: Backup): string {
  return `${path}  ${occasion}  ${megabytes(bytes)}`;
}

async function list({ env, terminal }: CommandLine): Promise<ExitCode> {
  const folder = backupFolder(loadConfig({ env }).dataFolder);
  const found = backupsIn(folder);
  for (const one of found) terminal.out(lineOf(one));
  if (found.length === 0) terminal.out(`${folder}: holds no backup`);
  return 0;
}

export const backup: Subcommand = {
  add: (program, line, run) => {
    program
      .command('backup')
      .description('copy the database into one checked file, while a desk runs or not')
      .argument('[file]', 'where to; a new file in the folder "backups" of the data folder without it')
      .option('--list', 'name the backups in that folder instead, the newest first')
      .action((file: string | undefined, { list: listed }: { list?: true }) =>
        run(() => (listed ? list(line) : backUp(file, line))),
      );
  },
};
