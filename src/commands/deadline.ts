import { deadlineListCard } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import type { Command } from '../domain/command.ts';
import { unknownSubcommand } from './unknown.ts';

/** `/deadline list`: the deadlines of the storylines this server follows. */
export const deadline: Command = {
  name: 'deadline',
  description: words.commands.deadline,
  steering: false,
  subcommands: [{ name: 'list', description: words.commands.deadlineList, steering: false, options: [] }],
  async run(call, { store }) {
    if (call.subcommand !== 'list') throw unknownSubcommand(deadline, call);
    return { card: deadlineListCard(await store.deadlines(call.guild), call.now), ephemeral: true };
  },
};
