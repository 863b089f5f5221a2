/** An address that a moderator names, read once: whose turn it is, what is there, and what a poll would make of it. */
import type { TestedFeed } from '../cards/feedTest.ts';
import { utcText } from '../cards/when.ts';
import { words } from '../cards/words.ts';
import { NOTHING_SEEN } from '../decide/lint.ts';
import { decidePoll } from '../decide/polling.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import type { DueFeed, ListedFeed } from '../domain/facts.ts';
import { addressOf, type Feed, hostOf, neverPolled } from '../domain/feed.ts';
import { type GuildId, id } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import { Refusal } from '../domain/refusal.ts';
import { between, type Instant, MINUTE, SECOND, UTC } from '../domain/time.ts';
import { openFeeds } from './openFeeds.ts';

/** Longer ones are no feed's. */
const ADDRESS_LIMIT = 2_000;

/** The address that is written. Throws Refusal for what is none, or carries a login. */
export function addressIn({ options }: Call): string {
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
export class Turns {
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
    const passed = lastAt === undefined ? PAUSE : between(lastAt, now);
    // A clock that was set back holds nobody up.
    const left = passed < 0 ? 0 : PAUSE - passed;
    if (left > 0) throw new Refusal(words.feeds.testTooSoon(Math.ceil(left / SECOND)));
  }
}

/** What the shipped configuration asks of a feed that says nothing else. */
export const USUAL_MINUTES = 10;

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

export function isAt(address: string): (listed: ListedFeed) => boolean {
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
export async function readOnce(
  address: string,
  call: Call,
  { store, feeds, trapAt }: CommandPorts,
): Promise<TestedFeed> {
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
