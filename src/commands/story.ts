import { storylineListCard } from '../cards/lists.ts';
import { whyCard } from '../cards/why.ts';
import { words } from '../cards/words.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Command, CommandPorts, Subcommand } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';
import { unknownSubcommand } from './unknown.ts';

const SUBCOMMANDS: readonly Subcommand[] = [
  { name: 'list', description: words.commands.storyList, steering: false, options: [] },
  {
    name: 'why',
    description: words.commands.storyWhy,
    steering: false,
    options: [{ name: 'link', description: words.commands.storyWhyLink, required: true, kind: 'text' }],
  },
];

/** The storylines anyone in the guild may know of. */
function isOpenTo(guild: Call['guild'], owner: Call['guild'] | null): boolean {
  return owner === null || owner === guild;
}

async function why({ options, guild }: Call, { store, namesOf, judgementsOf }: CommandPorts): Promise<Card> {
  const names = namesOf(String(options.get('link') ?? '').trim());
  if (names.length === 0) throw new Refusal(words.why.noLink);
  const item = await store.explained(names);
  if (item === null) throw new Refusal(words.why.unknown);
  const judged = judgementsOf(item).filter(({ storyline }) => isOpenTo(guild, storyline.guild));
  return whyCard({ item, judged });
}

/** `/story list` and `/story why`: the storylines, where this server follows them, and why an article is in them. */
export const story: Command = {
  name: 'story',
  description: words.commands.story,
  steering: false,
  subcommands: SUBCOMMANDS,
  async run(call, ports) {
    if (call.subcommand === 'list') {
      return { card: storylineListCard(await ports.store.storylines(call.guild)), ephemeral: true };
    }
    if (call.subcommand === 'why') return { card: await why(call, ports), ephemeral: true };
    throw unknownSubcommand(story, call);
  },
};
