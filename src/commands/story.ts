import { storylineListCard } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import type { Command } from '../domain/command.ts';
import { unknownSubcommand } from './unknown.ts';

/** `/story list`: the storylines, and where this server follows them. */
export const story: Command = {
  name: 'story',
  description: words.commands.story,
  steering: false,
  subcommands: [{ name: 'list', description: words.commands.storyList, steering: false, options: [] }],
  async run(call, { store }) {
    if (call.subcommand !== 'list') throw unknownSubcommand(story, call);
    return { card: storylineListCard(await store.storylines(call.guild)), ephemeral: true };
  },
};
