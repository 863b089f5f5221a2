/** `desk migrate`: brings the database to this version's schema and says what was done. */
import { wallClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

async function migrateDatabase({ env, terminal }: CommandLine): Promise<ExitCode> {
  const { database } = loadConfig({ env });
  const { engine, migrated, backup } = openSqlite(database, wallClock().now());
  await engine.close();
  const { applied, newer } = migrated;
  if (backup !== null) terminal.out(`${backup}: the database as it was before`);
  terminal.out(applied.length > 0 ? `${database}: applied ${applied.join(', ')}` : `${database}: nothing to do`);
  if (newer.length > 0)
    terminal.out(`${database}: has ${newer.join(', ')} of a newer version, which this one can live with`);
  return 0;
}

export const migrate: Subcommand = {
  add: (program, line, run) => {
    program
      .command('migrate')
      .description("bring the database to this version's schema")
      .action(() => run(() => migrateDatabase(line)));
  },
};
