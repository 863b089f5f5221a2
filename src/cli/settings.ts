/** `desk settings`: every setting there is, as a file to fill in or as tables. */
import { settingsFile, settingsTables } from '../config.ts';
import type { Subcommand } from './command.ts';

export const settings: Subcommand = {
  add: (program, { terminal }, run) => {
    program
      .command('settings')
      .description('print a settings file to fill in (desk.env), or all settings as tables of Markdown')
      .option('--table', 'as tables')
      .action(({ table }: { table?: true }) =>
        run(async () => {
          terminal.out((table ? settingsTables() : settingsFile()).trimEnd());
          return 0;
        }),
      );
  },
};
