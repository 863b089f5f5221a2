/** `desk export` and `desk import`: a server's set-up as a file, to keep or to move. */
import { readFileSync, writeFileSync } from 'node:fs';
import { wallClock } from '../clock.ts';
import { offersAfter } from '../commands/offersAfter.ts';
import type { Config } from '../config.ts';
import { setUpOf, writeSetUp } from '../decide/setUp.ts';
import { type GuildId, id } from '../domain/ids.ts';
import type { Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { importChanges } from './guild/changes.ts';
import { readSetUp } from './guild/file.ts';
import { withStore } from './withStore.ts';

interface ExportOptions {
  readonly guild?: string;
  readonly to?: string;
}

interface ImportOptions {
  readonly guild?: string;
  readonly dryRun?: true;
}

/** As asked; without being asked, the only server there is. */
function chosenGuild(asked: string | undefined, guilds: readonly GuildId[]): GuildId {
  const [first, ...others] = guilds;
  if (asked !== undefined) {
    if (guilds.includes(id(asked))) return id(asked);
    throw new Refusal(`the desk knows no server ${asked}; it knows ${guilds.join(', ') || 'none'}`);
  }
  if (first !== undefined && others.length === 0) return first;
  throw new Refusal(`say which server with --guild ID: the desk knows ${guilds.join(', ') || 'none'}`);
}

async function exportSetUp(store: Store, { guild, to }: ExportOptions, line: CommandLine): Promise<ExitCode> {
  const stored = await store.catalogue();
  const guilds = [...new Set([...stored.follows, ...stored.guilds].map((noun) => noun.guild))];
  const text = writeSetUp(setUpOf(chosenGuild(guild, guilds), stored));
  if (to === undefined) line.terminal.out(text.trimEnd());
  else writeFileSync(to, text);
  return 0;
}

async function importSetUp(
  store: Store,
  config: Config,
  file: string,
  options: ImportOptions,
  { terminal }: CommandLine,
): Promise<ExitCode> {
  const setUp = readSetUp(readFileSync(file, 'utf8'), options.guild === undefined ? null : id(options.guild));
  const stored = await store.catalogue();
  const at = wallClock().now();
  const changes = importChanges(setUp, stored, config.catalogue.aliases, at);
  for (const change of changes) terminal.out(`${change.kind}`);
  if (changes.length === 0) terminal.out(`Server ${setUp.guild} is set up so already.`);
  if (changes.length === 0 || options.dryRun) return 0;
  await store.commit([...changes, ...(await offersAfter(changes, stored, store, at))], { at, actor: 'import' });
  terminal.note('Imported. A desk that is running reads storylines and alias sets when it starts the next time.');
  return 0;
}

export const exporting: Subcommand = {
  add: (program, line, run) => {
    program
      .command('export')
      .description("write a server's set-up as JSON: its storylines, alias sets, follows and settings")
      .option('--guild <id>', 'the server; needed where the desk knows several')
      .option('--to <file>', 'into this file instead of the terminal')
      .action((options: ExportOptions) => run(() => withStore(line, (store) => exportSetUp(store, options, line))));
  },
};

export const importing: Subcommand = {
  add: (program, line, run) => {
    program
      .command('import')
      .description('make a set-up that was exported true; nothing is taken away')
      .argument('<file>', 'as "desk export" wrote it')
      .option('--guild <id>', 'for this server instead of the one it was exported from')
      .option('--dry-run', 'check it and say what would change')
      .action((file: string, options: ImportOptions) =>
        run(() => withStore(line, (store, config) => importSetUp(store, config, file, options, line))),
      );
  },
};
