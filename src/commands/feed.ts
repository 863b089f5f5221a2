import { feedDetailCard } from '../cards/feedDetail.ts';
import { feedHealthCard, feedListCard } from '../cards/feeds.ts';
import { feedTestCard } from '../cards/feedTest.ts';
import { words } from '../cards/words.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Choice, Command, CommandPorts, Subcommand, Typing } from '../domain/command.ts';
import { addressOf } from '../domain/feed.ts';
import { Refusal } from '../domain/refusal.ts';
import { muteOutlet, offerOutlets, unmuteOutlet } from './muting.ts';
import { fitting } from './offer.ts';
import { openFeeds } from './openFeeds.ts';
import { addOwnFeed, offerOwnFeeds, pauseOwnFeed, removeOwnFeed, resumeOwnFeed } from './ownFeeds.ts';
import { addressIn, readOnce, Turns } from './readAddress.ts';
import { needed } from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

const OUTLET = needed('outlet', 'text', words.commands.feedMuteOutlet, true);
const OWN = needed('feed', 'text', words.commands.feedOwn, true);

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'health',
    description: words.commands.feedHealth,
    steering: false,
    options: [
      { name: 'feed', description: words.commands.feedHealthFeed, required: false, kind: 'text', offers: true },
    ],
  },
  { name: 'list', description: words.commands.feedList, steering: false, options: [] },
  {
    name: 'test',
    description: words.commands.feedTest,
    steering: true,
    options: [{ name: 'url', description: words.commands.feedTestUrl, required: true, kind: 'text' }],
  },
  {
    name: 'add',
    description: words.commands.feedAdd,
    steering: true,
    options: [needed('url', 'text', words.commands.feedAddUrl)],
  },
  { name: 'pause', description: words.commands.feedPause, steering: true, options: [OWN] },
  { name: 'resume', description: words.commands.feedResume, steering: true, options: [OWN] },
  { name: 'remove', description: words.commands.feedRemove, steering: true, options: [OWN] },
  { name: 'mute', description: words.commands.feedMute, steering: true, options: [OUTLET] },
  { name: 'unmute', description: words.commands.feedUnmute, steering: true, options: [OUTLET] },
];

async function healthCard(call: Call, { store, trapAt }: CommandPorts): Promise<Card> {
  const { options, now } = call;
  const feeds = await openFeeds(call, { store });
  const wanted = options.get('feed');
  if (wanted === undefined) return feedHealthCard(feeds, now);
  const name = String(wanted).trim().toLowerCase();
  const listed = feeds.find(({ feed }) => feed.id === name);
  if (listed === undefined) throw new Refusal(words.feeds.unknown(String(wanted)));
  return feedDetailCard(listed, trapAt(addressOf(listed.feed, listed.state)), now);
}

async function testCard(call: Call, ports: CommandPorts, turns: Turns): Promise<Card> {
  const address = addressIn(call);
  return feedTestCard(await turns.take(call.guild, call.now, () => readOnce(address, call, ports)));
}

type Answer = (call: Call, ports: CommandPorts) => Promise<Card>;

/** Each command made so has turns of its own. */
function answers(turns: Turns): Readonly<Record<string, Answer>> {
  return {
    health: healthCard,
    list: async (call, ports) => feedListCard(await openFeeds(call, ports)),
    test: (call, ports) => testCard(call, ports, turns),
    add: (call, ports) => addOwnFeed(call, ports, turns),
    pause: pauseOwnFeed,
    resume: resumeOwnFeed,
    remove: removeOwnFeed,
    mute: muteOutlet,
    unmute: unmuteOutlet,
  };
}

async function offerFeeds(typing: Typing, ports: Pick<CommandPorts, 'store'>): Promise<readonly Choice[]> {
  const feeds = await openFeeds(typing, ports);
  const choices = feeds.map(({ feed, outlet }) => ({ name: `${feed.id} · ${outlet.name}`, value: feed.id }));
  return fitting(choices, typing.text);
}

/** `/feed health | list | test | add | pause | resume | remove | mute | unmute` */
export function feedCommand(): Command {
  const known = answers(new Turns());
  const command: Command = {
    name: 'feed',
    description: words.commands.feed,
    steering: false,
    subcommands: SUBCOMMANDS,
    async run(call, ports) {
      const answer = known[call.subcommand];
      if (answer === undefined) throw unknownSubcommand(command, call);
      return { card: await answer(call, ports), ephemeral: true };
    },
    async offer(typing, ports) {
      if (typing.option === 'outlet') return offerOutlets(typing, ports);
      return typing.subcommand === 'health' ? offerFeeds(typing, ports) : offerOwnFeeds(typing, ports);
    },
  };
  return command;
}

/** How the feeds are, whose they are and which are heard, what an address is, and the feeds of the server's own. */
export const feed = feedCommand();
