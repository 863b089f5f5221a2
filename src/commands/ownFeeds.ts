/** Feeds that moderators add for their own server: tried first, then read for that server's own storylines alone. */
import { ACCENTS } from '../cards/accent.ts';
import { addedFeedCard, notAddedCard, type TestedFeed } from '../cards/feedTest.ts';
import { buttons, line, RANK, section, withinLimits } from '../cards/limits.ts';
import { act } from '../cards/link.ts';
import { feedText } from '../cards/polling.ts';
import { words } from '../cards/words.ts';
import { addFeed, ownFeed, removeFeed, switchFeed } from '../decide/ownFeeds.ts';
import type { Card, CardButton } from '../domain/card.ts';
import type { Change } from '../domain/change.ts';
import type { Call, Choice, CommandPorts, Typing } from '../domain/command.ts';
import type { ListedFeed, OwnFeed } from '../domain/facts.ts';
import { Refusal } from '../domain/refusal.ts';
import { fitting } from './offer.ts';
import { addressIn, isAt, readOnce, type Turns, USUAL_MINUTES } from './readAddress.ts';
import { textOption } from './settings.ts';

async function commit(call: Call, changes: readonly Change[], ports: CommandPorts): Promise<void> {
  const { guild, member, now } = call;
  await ports.commit(changes, { at: now, actor: `member:${member}`, guild });
}

/** Throws a Refusal where the server, or all of them together, may add no more. */
function checkRoom(feeds: readonly ListedFeed[], { guild }: Call, { feedRoom }: CommandPorts): void {
  const { ownFeeds } = words;
  const added = feeds.filter(({ feed }) => feed.guild !== null);
  if (feedRoom.perServer === 0) throw new Refusal(ownFeeds.none);
  if (added.filter(({ feed }) => feed.guild === guild).length >= feedRoom.perServer) {
    throw new Refusal(ownFeeds.tooMany(feedRoom.perServer));
  }
  if (added.length >= feedRoom.total) throw new Refusal(ownFeeds.full);
}

/** Throws a Refusal for an address that is read for the server already. */
function checkNew(address: string, feeds: readonly ListedFeed[], { guild }: Call): void {
  const { ownFeeds } = words;
  const found = feeds.filter(isAt(address));
  const shared = found.find(({ feed }) => feed.guild === null);
  if (shared !== undefined) throw new Refusal(ownFeeds.alreadyShared(shared.feed.id));
  const own = found.find(({ feed }) => feed.guild === guild);
  if (own !== undefined) throw new Refusal(ownFeeds.alreadyOwn(own.feed.id));
}

/** Whether there is a feed of news, whatever small faults it has. */
function isReadable({ fetched, state, trap }: TestedFeed): boolean {
  return fetched.kind === 'items' && trap === null && state.faults.every(({ verdict }) => verdict !== 'decoy');
}

async function addRead(address: string, call: Call, ports: CommandPorts): Promise<Card> {
  const tested = await readOnce(address, call, ports);
  if (!isReadable(tested)) return notAddedCard(tested);
  const feeds = await ports.store.feeds();
  const { fetched } = tested;
  const signs = fetched.kind === 'items' ? fetched.signs : null;
  const movedTo = fetched.kind === 'items' ? fetched.movedTo : null;
  checkNew(movedTo ?? address, feeds, call);
  const wanted = { guild: call.guild, url: address, title: signs?.title ?? null, everyMinutes: USUAL_MINUTES };
  const own = ownFeed(wanted, (await ports.store.catalogue()).outlets);
  await commit(call, addFeed(own, call.now), ports);
  const { storylines } = await ports.store.server(call.guild);
  return addedFeedCard(tested, own, storylines);
}

/** Reads the address as a poll would, and adds it where that brings a feed. */
export async function addOwnFeed(call: Call, ports: CommandPorts, turns: Turns): Promise<Card> {
  const address = addressIn(call);
  const feeds = await ports.store.feeds();
  checkNew(address, feeds, call);
  checkRoom(feeds, call, ports);
  return turns.take(call.guild, call.now, () => addRead(address, call, ports));
}

/** The server's own one that is named. Throws a Refusal for none. */
async function ownCalled(call: Call, { store }: CommandPorts): Promise<OwnFeed> {
  const name = textOption(call, 'feed');
  const { feeds } = await store.server(call.guild);
  const found = feeds.find(({ feed }) => feed.id === name.toLowerCase());
  if (found === undefined) throw new Refusal(words.ownFeeds.notOwn(name));
  return found;
}

function answerCard(heading: string, meaning: string, back: readonly CardButton[]): Card {
  const lines = [line(`### ${heading}`, RANK.always), line(meaning, RANK.always)];
  return { summary: heading, accent: ACCENTS.change, blocks: withinLimits([section(lines), buttons(back)]) };
}

export async function pauseOwnFeed(call: Call, ports: CommandPorts): Promise<Card> {
  const { ownFeeds } = words;
  const own = await ownCalled(call, ports);
  if (!own.feed.enabled) throw new Refusal(ownFeeds.isPaused(own.feed.id));
  await commit(call, switchFeed(own, false, call.now), ports);
  const back = act(words.buttons.resume, 'feed resume', { feed: own.feed.id });
  return answerCard(ownFeeds.paused(feedText(own.feed.id)), ownFeeds.pausedMeans, [back]);
}

export async function resumeOwnFeed(call: Call, ports: CommandPorts): Promise<Card> {
  const { ownFeeds } = words;
  const own = await ownCalled(call, ports);
  if (own.feed.enabled) throw new Refusal(ownFeeds.isRead(own.feed.id));
  await commit(call, switchFeed(own, true, call.now), ports);
  const back = act(words.buttons.pause, 'feed pause', { feed: own.feed.id });
  return answerCard(ownFeeds.resumed(feedText(own.feed.id)), ownFeeds.resumedMeans, [back]);
}

export async function removeOwnFeed(call: Call, ports: CommandPorts): Promise<Card> {
  const { ownFeeds } = words;
  const own = await ownCalled(call, ports);
  await commit(call, removeFeed(own), ports);
  return answerCard(ownFeeds.removed(feedText(own.feed.id)), ownFeeds.removedMeans, []);
}

/** The server's own: those read where one is to be paused, those paused where one is to be resumed. */
export async function offerOwnFeeds(
  { guild, subcommand, text }: Typing,
  { store }: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const { feeds } = await store.server(guild);
  const fit = feeds.filter(({ feed }) => subcommand === 'remove' || feed.enabled === (subcommand === 'pause'));
  const choices = fit.map(({ feed, outlet }) => ({ name: `${outlet.name} · ${feed.id}`, value: feed.id }));
  return fitting(choices, text);
}
