/** `desk inspect feed FILE…` */
import { readFileSync } from 'node:fs';
import { Refusal } from '../../domain/refusal.ts';
import { inspectFeed } from '../../feeds/inspect.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(`${path}: cannot be read; check the name and your rights to it`, { cause: error });
  }
}

async function inspectFiles(files: readonly string[], { terminal }: CommandLine): Promise<ExitCode> {
  let allRead = true;
  for (const file of files) {
    const report = await inspectFeed(readBytes(file), file);
    allRead &&= report.ok;
    terminal.out(JSON.stringify(report));
  }
  return allRead ? 0 : 1;
}

export const addFeed: Subcommand['add'] = (group, line, run) => {
  group
    .command('feed')
    .description('parse feed documents: {file, ok, format, encoding, title, items, problems}')
    .argument('<files...>', 'feed documents as saved from the net')
    .addHelpText('after', '\nExits with 1 when a file is no feed; its line says why.')
    .action((files: string[]) => run(() => inspectFiles(files, line)));
};
