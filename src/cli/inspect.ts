/** `desk inspect …`: one JSON line per input, without a database; for operators and for measuring. */
import type { Subcommand } from './command.ts';
import { addDeadlines } from './inspect/deadlines.ts';
import { addDevelopments } from './inspect/developments.ts';
import { addFeed } from './inspect/feed.ts';
import { addMatch } from './inspect/match.ts';
import { addQuery } from './inspect/query.ts';

export const inspect: Subcommand = {
  add: (program, line, run) => {
    const group = program
      .command('inspect')
      .description('show what the desk reads in feeds and texts, one JSON line per input');
    for (const add of [addFeed, addDeadlines, addQuery, addMatch, addDevelopments]) add(group, line, run);
  },
};
