import { feedDetailCard } from '../cards/feedDetail.ts';
import { feedHealthCard, feedListCard } from '../cards/feeds.ts';
import { feedTestCard, type TestedFeed } from '../cards/feedTest.ts';
import { utcText } from '../cards/when.ts';
import { words } from '../cards/words.ts';
import { NOTHING_SEEN } from '../decide/lint.ts';
import { decidePoll } from '../decide/polling.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Command, CommandPorts, Subcommand } from '../domain/command.ts';
import type { DueFeed, ListedFeed } from '../domain/facts.ts';
import { addressOf, type Feed, hostOf, neverPolled } from '../domain/feed.ts';
import { type GuildId, id } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import { Refusal } from '../domain/refusal.ts';
import { between, type Instant, MINUTE, SECOND, UTC } from '../domain/time.ts';
import { muteOutlet, offerOutlets, unmuteOutlet } from './muting.ts';
import { fitting } from './offer.ts';
import { openFeeds } from './openFeeds.ts';
import { needed } from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

const OUTLET = needed('outlet', 'text', words.commands.feedMuteOutlet, true);

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

/** Longer ones are no feed's. */
const ADDRESS_LIMIT = 2_000;

/** The address to be tested. Throws Refusal for what is none, or carries a login. */
function addressIn({ options }: Call): string {
  const written = String(options.get('url') ?? '').trim();
  if (written.length > ADDRESS_LIMIT || !URL.canParse(written)) throw new Refusal(words.feeds.noAddress);
  const { protocol, username, password, href } = new URL(written);
  if (protocol !== 'http:' && protocol !== 'https:') throw new Refusal(words.feeds.noAddress);
  if (username !== '' || password !== '') throw new Refusal(words.feeds.withLogin);
  return href;
}

/** Time between two tests of one server. */
const PAUSE = 10 * SECOND;

/** Tests in progress and the last one of each server: one at a time, and not too many. */
class Turns {
  readonly #running = new Set<GuildId>();
  readonly #lastAt = new Map<GuildId, Instant>();

  /** Throws Refusal when it is not the server's turn. */
  async take<Result>(guild: GuildId, now: Instant, work: () => Promise<Result>): Promise<Result> {
    this.#check(guild, now);
    this.#running.add(guild);
    this.#lastAt.set(guild, now);
    try {
      return await work();
    } finally {
      this.#running.delete(guild);
    }
  }

  #check(guild: GuildId, now: Instant): void {
    if (this.#running.has(guild)) throw new Refusal(words.feeds.testRunning);
    const lastAt = this.#lastAt.get(guild);
    const left = lastAt === undefined ? 0 : PAUSE - between(lastAt, now);
    if (left > 0) throw new Refusal(words.feeds.testTooSoon(Math.ceil(left / SECOND)));
  }
}

/** What the shipped configuration asks of a feed that says nothing else. */
const USUAL_MINUTES = 10;

const UNREVIEWED: Outlet = {
  id: id('test'),
  name: 'unknown',
  label: 'unreviewed',
  group: 'test',
  state: null,
  zone: UTC,
  hosts: [],
  names: [],
};

function isAt(address: string): (listed: ListedFeed) => boolean {
  return ({ feed, state }) =>
    [feed.url, addressOf(feed, state)].some((url) => URL.canParse(url) && new URL(url).href === address);
}

/** A feed that was never polled, of the catalogue's outlet where it has one at this address. */
function firstPollOf(address: string, known: ListedFeed | undefined, now: Instant): DueFeed {
  const stranger: Feed = {
    id: id('test'),
    url: address,
    outlet: UNREVIEWED.id,
    guild: null,
    everyMinutes: USUAL_MINUTES,
    enabled: true,
  };
  const feed = known === undefined ? stranger : { ...known.feed, url: address };
  return {
    feed,
    outlet: known?.outlet ?? UNREVIEWED,
    state: neverPolled(feed.id, now),
    nextDeadlineAt: null,
    toldUntil: null,
  };
}

/** A host that asked the desk for a pause has it from moderators, too. */
function checkPause(address: string, feeds: readonly ListedFeed[], now: Instant): void {
  const host = hostOf(address);
  const held = feeds.find(({ feed, state }) => hostOf(addressOf(feed, state)) === host)?.heldUntil ?? null;
  if (held !== null && held > now) throw new Refusal(words.feeds.hostPaused(host, utcText(held)));
}

/** Reads the address as a poll would, and judges it by the rules of a poll; nothing of it becomes true. */
async function testFeed(address: string, call: Call, { store, feeds, trapAt }: CommandPorts): Promise<TestedFeed> {
  const { now } = call;
  checkPause(address, await store.feeds(), now);
  const known = (await openFeeds(call, { store })).find(isAt(address));
  const due = firstPollOf(address, known, now);
  const fetched = await feeds.fetch(due, { now, memory: null, signal: new AbortController().signal });
  const fresh = fetched.kind === 'items' ? fetched.items.length : 0;
  const trap = trapAt(address);
  const { state } = decidePoll(due, fetched, { sight: { ...NOTHING_SEEN, fresh }, trap, now });
  const everyMinutes = Math.round(between(now, state.nextPollAt) / MINUTE);
  return { address, fetched, state, trap, everyMinutes, listed: known?.feed.id ?? null };
}

async function testCard(call: Call, ports: CommandPorts, turns: Turns): Promise<Card> {
  const address = addressIn(call);
  return feedTestCard(await turns.take(call.guild, call.now, () => testFeed(address, call, ports)));
}

/** `/feed health | list | test | mute | unmute`; each command made so has turns of its own. */
export function feedCommand(): Command {
  const turns = new Turns();
  const cardOf = (call: Call, ports: CommandPorts): Promise<Card> => {
    switch (call.subcommand) {
      case 'health':
        return healthCard(call, ports);
      case 'list':
        return openFeeds(call, ports).then(feedListCard);
      case 'test':
        return testCard(call, ports, turns);
      case 'mute':
        return muteOutlet(call, ports);
      case 'unmute':
        return unmuteOutlet(call, ports);
      default:
        throw unknownSubcommand(command, call);
    }
  };
  const command: Command = {
    name: 'feed',
    description: words.commands.feed,
    steering: false,
    subcommands: SUBCOMMANDS,
    run: async (call, ports) => ({ card: await cardOf(call, ports), ephemeral: true }),
    async offer(typing, ports) {
      if (typing.option === 'outlet') return offerOutlets(typing, ports);
      const feeds = await openFeeds(typing, ports);
      const choices = feeds.map(({ feed, outlet }) => ({ name: `${feed.id} · ${outlet.name}`, value: feed.id }));
      return fitting(choices, typing.text);
    },
  };
  return command;
}

/** How the feeds are, whose they are and which are heard, and what an address is. */
export const feed = feedCommand();
