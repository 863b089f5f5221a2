/** What a start makes true beside the catalogue. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../src/domain/change.ts';
import { type ChannelId, type GuildId, id } from '../src/domain/ids.ts';
import type { Store } from '../src/domain/ports.ts';
import { openStore, seedStore } from '../src/main.ts';
import { aDeadline, aStoryline, at, aVersion } from './fakes/nouns.ts';
import { fakeLog } from './fakes/world.ts';

const NOW = at('2025-07-14T17:00Z');
const because = 'a test says so';
const USUAL = {
  ladder: ['due'],
  gate: { post: 2, ping: 3, unconfirmed: 'show' },
  caps: { posts: 12, pings: 4 },
} as const;
const CATALOGUE = { outlets: [], feeds: [], storylines: [aStoryline()] };
const PLACE = { guild: id<GuildId>('100'), channel: id<ChannelId>('200') };

let store: Store;
beforeEach(async () => {
  store = openStore(':memory:', { now: () => NOW, sleepUntil: async () => undefined }, fakeLog(), {});
  const read: Change = { kind: 'deadline.set', deadline: aDeadline({ versions: [aVersion({ tier: 'B' })] }), because };
  const defined: Change = { kind: 'storyline.defined', storyline: aStoryline(), because };
  await store.commit([defined, read], { at: NOW, actor: 'test' });
});
afterEach(() => store.close());

it('follows a storyline and offers its dates in one commit, so that no stop between them loses the offer', async () => {
  const commits: (readonly Change[])[] = [];
  const watched: Pick<Store, 'catalogue' | 'facts' | 'commit'> = {
    catalogue: () => store.catalogue(),
    facts: (question) => store.facts(question),
    commit: (changes, act) => {
      commits.push(changes);
      return store.commit(changes, act);
    },
  };
  await seedStore(watched, CATALOGUE, USUAL, { ...PLACE, moderators: id<ChannelId>('900') }, NOW);
  expect(commits[0]?.at(-1)).toMatchObject({ channel: '900' });
  expect(commits.map((changes) => changes.map(({ kind }) => kind))).toEqual([
    ['follow.set', 'guild.set', 'proposal.made', 'message.wanted'],
  ]);
});

it('asks the moderators of a new channel about the dates read before, once', async () => {
  await seedStore(store, CATALOGUE, USUAL, PLACE, NOW);
  const [open] = await store.proposals(PLACE.guild);
  if (!open) throw new Error('it is asked');
  const answer = { state: 'dismissed', answeredBy: '7', because } as const;
  await store.commit([{ kind: 'proposal.changed', id: open.proposal.id, rev: 2, ...answer }], {
    at: NOW,
    actor: 'test',
  });
  await seedStore(store, CATALOGUE, { ...USUAL, ladder: ['24h', 'due'] }, PLACE, NOW);
  expect(await store.proposals(PLACE.guild)).toEqual([]);
});

it('leaves alone what moderators chose for a channel', async () => {
  await seedStore(store, CATALOGUE, USUAL, PLACE, NOW);
  const [follow] = (await store.catalogue()).follows;
  if (!follow) throw new Error('it follows');
  const chosen = { ...follow, ladder: ['1h' as const], steered: true };
  await store.commit([{ kind: 'follow.set', follow: chosen, because }], { at: NOW, actor: 'member:7' });
  await seedStore(store, CATALOGUE, USUAL, PLACE, NOW);
  expect((await store.catalogue()).follows).toEqual([chosen]);
});
