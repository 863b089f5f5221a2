/** What a server reads for itself is nobody else's, whatever is read in which order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Feed, neverPolled } from '../../src/domain/feed.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Outlet } from '../../src/domain/outlet.ts';
import type { Store } from '../../src/domain/ports.ts';
import { DAY, type Instant, MINUTE, plus } from '../../src/domain/time.ts';
import { itemAlone } from '../../src/feeds/item.ts';
import { openRules, openStore } from '../../src/main.ts';
import { takeFetched } from '../../src/run/poll.ts';
import { aFeed, aFollow, anOutlet, aStoryline, at, brings } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';
import { fakeLog } from '../fakes/world.ts';

const because = 'a test says so';
const START = at('2025-07-14T16:00Z');
const SERVERS = ['100', '101', '102'].map((name): GuildId => id(name));
const QUERY = 'Russia* AND (ceasefire OR truce)';

const SHARED = aStoryline({ query: QUERY });
const OWN = SERVERS.map((guild) => aStoryline({ slug: id(`own-${guild}`), guild, query: QUERY }));
const STORYLINES = [SHARED, ...OWN];

interface Reading {
  readonly feed: Feed;
  readonly outlet: Outlet;
}

function readFor(guild: GuildId | null, name: string): Reading {
  const outlet = anOutlet({ id: id(name), name, group: name, label: guild === null ? 'press' : 'unreviewed' });
  return { outlet, feed: aFeed({ id: id(name), outlet: outlet.id, guild }) };
}

const READINGS: readonly Reading[] = [
  readFor(null, 'bbc'),
  readFor(null, 'guardian'),
  ...SERVERS.map((guild) => readFor(guild, `own-feed-${guild}`)),
];

const FOLLOWS = SERVERS.flatMap((guild) =>
  STORYLINES.filter((one) => one.guild === null || one.guild === guild).map(({ slug }) =>
    aFollow({ id: id(`${slug}@${guild}`), storyline: slug, guild, channel: id(`channel-${guild}`) }),
  ),
);

/** An article that a feed brings: a few titles and a few addresses, so that feeds bring the same ones. */
interface Brought {
  readonly reading: Reading;
  readonly title: string;
  readonly link: string;
}

const anyBrought: fc.Arbitrary<Brought> = fc.record({
  reading: fc.constantFrom(...READINGS),
  title: fc.constantFrom(
    'Trump gives Russia until 8 August to agree to a ceasefire',
    'Trump brings forward deadline for Russia ceasefire to 28 July',
    'Russia rejects ceasefire proposal, Kremlin says',
    'Russia and Ukraine agree on a truce for Odesa harbour',
  ),
  link: fc.constantFrom('https://news.example/a-1', 'https://news.example/b-2', 'https://other.example/c-3'),
});

function itemOf({ reading, title, link }: Brought, now: Instant): Item {
  const entry = { guid: link, title, link, published: now, updated: null, summary: '', content: '' };
  return itemAlone(entry, reading.feed, reading.outlet, now);
}

async function opened(): Promise<Store> {
  const store = openStore(':memory:', { now: () => START, sleepUntil: async () => undefined }, fakeLog(), {});
  const changes: readonly Change[] = [
    ...READINGS.flatMap(({ outlet, feed }): readonly Change[] => [
      { kind: 'outlet.listed', outlet, because },
      { kind: 'feed.listed', feed, firstPollAt: START, because },
    ]),
    ...STORYLINES.map((storyline): Change => ({ kind: 'storyline.defined', storyline, because })),
    ...FOLLOWS.map((follow): Change => ({ kind: 'follow.set', follow, because })),
  ];
  await store.commit(changes, { at: START, actor: 'test' });
  return store;
}

const RULES = openRules(STORYLINES, vocabularyOf({}));
const PORTS = { rules: () => RULES, trapAt: () => null, onCommitted: () => undefined };

/** All that the people of a server can meet of it. */
async function seenBy(guild: GuildId, store: Store): Promise<unknown> {
  const until = plus(START, 60 * DAY);
  const ripe = await store.ripe(until);
  const channel = `channel-${guild}`;
  const docket = await store.docket(guild, 100, START);
  return {
    docket: { ...docket, messages: docket.messages.filter((message) => message.channel === channel) },
    deadlines: await store.deadlines(guild),
    proposals: await store.proposals(guild),
    channel: (await store.channelMessages(id(channel), 100)).map(({ showing }) => showing.subject),
    backtested: await store.news(null, guild),
    extent: await store.newsExtent(null, guild),
    reminders: ripe.filter(({ follows }) => follows.some((follow) => follow.guild === guild)).map(({ rungs }) => rungs),
    read: ripe.filter(({ deadline }) => deadline.storyline === SHARED.slug).map(({ readAt }) => readAt),
  };
}

/** What each server sees after these articles came, a minute apart, those left out taking their minute as well. */
async function playedWith(brought: readonly Brought[], isRead: (brought: Brought) => boolean) {
  const store = await opened();
  let now = START;
  for (const one of brought) {
    now = plus(now, MINUTE);
    if (!isRead(one)) continue;
    const { feed, outlet } = one.reading;
    const state = { ...neverPolled(feed.id, now), baselineAt: START, lastSuccessAt: START };
    const due = { feed, outlet, state, nextDeadlineAt: null, toldUntil: null };
    await takeFetched(due, brings([itemOf(one, now)]), now, { ...PORTS, store });
  }
  const seen = new Map<GuildId, unknown>();
  for (const guild of SERVERS) seen.set(guild, await seenBy(guild, store));
  const own = await store.totals();
  await store.close();
  return { seen, developments: own.developments };
}

describe('a feed of a server', () => {
  it('changes nothing that another server sees, whatever else is read before or after', async () => {
    const articles = fc.array(anyBrought, { minLength: 8, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(articles, fc.constantFrom(...SERVERS), async (brought, guild) => {
        const all = await playedWith(brought, () => true);
        const alone = await playedWith(brought, ({ reading }) => isReadFor(guild, reading));
        expect(all.seen.get(guild)).toEqual(alone.seen.get(guild));
      }),
      runs(8),
    );
  });

  it('is read for the storylines that the server owns, beside what the catalogue brings', async () => {
    const [, , own] = READINGS;
    if (own === undefined) throw new Error('no server reads anything');
    const brought = { reading: own, title: 'Russia rejects ceasefire proposal', link: 'https://news.example/a-1' };
    const { seen, developments } = await playedWith([brought], () => true);
    expect(developments).toBe(1);
    expect(seen.get(id('100'))).toMatchObject({
      docket: { tellings: [{ storyline: 'own-100', reports: [{ source: { name: 'own-feed-100' } }] }] },
    });
    expect(seen.get(id('101'))).toMatchObject({ docket: { tellings: [] }, channel: [], backtested: [] });
  });
});

function isReadFor(guild: GuildId, { feed }: Reading): boolean {
  return feed.guild === null || feed.guild === guild;
}
