import { storylineListCard } from '../cards/lists.ts';
import { whyCard } from '../cards/why.ts';
import { words } from '../cards/words.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Command, CommandOption, CommandPorts, Subcommand } from '../domain/command.ts';
import type { ExplainedItem } from '../domain/facts.ts';
import type { ItemId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { follow, unfollow } from './membership.ts';
import { offerStorylines } from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

const STORYLINE: CommandOption = {
  name: 'storyline',
  description: words.commands.storyFollowStoryline,
  required: true,
  kind: 'text',
  offers: true,
};

const SUBCOMMANDS: readonly Subcommand[] = [
  { name: 'follow', description: words.commands.storyFollow, steering: false, options: [STORYLINE] },
  { name: 'unfollow', description: words.commands.storyUnfollow, steering: false, options: [STORYLINE] },
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

/** Buttons name an article so: its link may be longer than they can carry. */
function isItemId(text: string): text is ItemId {
  return /^it_[\w-]+$/.test(text);
}

/** The stored article; null for one that is not. Throws Refusal for what is no link. */
async function itemAt(text: string, { store, namesOf }: CommandPorts): Promise<ExplainedItem | null> {
  if (isItemId(text)) return store.item(text);
  const names = namesOf(text);
  if (names.length === 0) throw new Refusal(words.why.noLink);
  return store.explained(names);
}

async function why({ options, guild }: Call, ports: CommandPorts): Promise<Card> {
  const item = await itemAt(String(options.get('link') ?? '').trim(), ports);
  if (item === null) throw new Refusal(words.why.unknown);
  const judged = ports.judgementsOf(item).filter(({ storyline }) => isOpenTo(guild, storyline.guild));
  return whyCard({ item, judged });
}

/** The storylines: where this server follows them, who is called by them, and why an article is in them. */
export const story: Command = {
  name: 'story',
  description: words.commands.story,
  steering: false,
  subcommands: SUBCOMMANDS,
  async run(call, ports) {
    if (call.subcommand === 'list') {
      return { card: storylineListCard(await ports.store.storylines(call.guild)), ephemeral: true };
    }
    if (call.subcommand === 'follow') return { card: await follow(call, ports), ephemeral: true };
    if (call.subcommand === 'unfollow') return { card: await unfollow(call, ports), ephemeral: true };
    if (call.subcommand === 'why') return { card: await why(call, ports), ephemeral: true };
    throw unknownSubcommand(story, call);
  },
  offer: offerStorylines,
};
