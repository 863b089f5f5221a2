/** `desk doctor`: is the database sound, and what takes its room? */
import { existsSync } from 'node:fs';
import { wallClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Ailment, type Examined, examine } from '../store/doctor.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function sizeLines({ bytes, items, parts }: Examined): readonly string[] {
  const each = items === 0 ? '' : `, ${Math.round(bytes / items)} bytes an item with all that is kept of it`;
  return [
    `size       ${megabytes(bytes)}, ${items} items${each}`,
    ...parts.map((part) => `           ${megabytes(part.bytes).padStart(10)}  ${part.name}`),
  ];
}

function ailmentLine({ what, where, remedy }: Ailment): string {
  return `trouble    ${where}: ${what}; ${remedy}`;
}

async function examineAll({ env, terminal }: CommandLine): Promise<ExitCode> {
  const { database } = loadConfig({ env });
  if (!existsSync(database)) throw new Refusal(`${database}: there is no database yet; DESK_DATA names its folder`);
  const examined = examine(database, wallClock().now());
  terminal.out(`database   ${database}`);
  for (const text of [...sizeLines(examined), ...examined.ailments.map(ailmentLine)]) terminal.out(text);
  if (examined.ailments.length === 0)
    terminal.out('sound      no damage, no orphans, nothing stuck, room for a backup');
  return examined.ailments.length === 0 ? 0 : 1;
}

export const doctor: Subcommand = {
  add: (program, line, run) => {
    program
      .command('doctor')
      .description('examine the database: integrity, orphans, board, disk, backups, and what takes its room')
      .action(() => run(() => examineAll(line)));
  },
};
