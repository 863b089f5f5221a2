/** `desk eval …`: how right the desk is on labelled files, without a database. */
import type { Subcommand } from './command.ts';
import { addDeadlines } from './eval/deadlines.ts';
import { addDevelopments } from './eval/developments.ts';

export const evaluate: Subcommand = {
  add: (program, line, run) => {
    const group = program.command('eval').description('score what the desk reads against labelled files');
    for (const add of [addDeadlines, addDevelopments]) add(group, line, run);
  },
};
