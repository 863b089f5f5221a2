/** A proposal from its card to its deadline, with nothing but what a member can press: our own store, Discord's wire. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Feeds } from '../../../src/domain/ports.ts';
import { openStore } from '../../../src/main.ts';
import { deliverStep } from '../../../src/run/deliver.ts';
import { textOf } from '../../fakes/discord/messages.ts';
import { type Component, withChildren } from '../../fakes/discord/rules.ts';
import { CHANNEL, GUILD, MANAGE_GUILD } from '../../fakes/discord/world.ts';
import { aDeadline, aFollow, aProposal, aStoryline, NO_RULES } from '../../fakes/nouns.ts';
import { aDiscord, deskAt, keptLog } from './start.ts';

const because = 'a test says so';
const follow = aFollow({ guild: id(GUILD), channel: id(CHANNEL), role: id('77') });
const proposal = aProposal({ guild: id(GUILD) });
const wanted: Change = {
  kind: 'message.wanted',
  key: id(`proposal:${proposal.id}`),
  follow: follow.id,
  channel: follow.channel,
  subject: { kind: 'proposal', id: proposal.id },
  answers: null,
  rev: 1,
  priority: 3,
  ping: false,
  because,
};

const FEEDS: Feeds = { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined };
const PICTURES = {
  ...NO_RULES.pictures,
  chain: async () => ({ name: 'history.png', bytes: new Uint8Array([1]), alt: 'One date' }),
};

/** A desk with one proposal waiting in its channel. */
async function aDeskThatAsks() {
  const discord = await aDiscord();
  const { clock } = discord;
  const store = openStore(':memory:', clock, keptLog(), {});
  await store.commit(
    [
      { kind: 'storyline.defined', storyline: aStoryline(), because },
      { kind: 'follow.set', follow, because },
      { kind: 'deadline.set', deadline: aDeadline(), because },
      { kind: 'proposal.made', proposal, because },
      wanted,
    ],
    { at: clock.now(), actor: 'test' },
  );
  const commit: typeof store.commit = (changes, act) => store.commit(changes, act);
  const ports = { ...NO_RULES, pictures: PICTURES, store, feeds: FEEDS, commit };
  const { chat } = await deskAt(discord, { commands: COMMANDS, ports });
  const deliver = deliverStep({ store, chat, clock, log: keptLog(), onUnauthorised: () => undefined });
  const messages = () => discord.channel(CHANNEL).messages;
  return {
    discord,
    store,
    deliver: () => deliver(clock.now(), new AbortController().signal),
    textsOf: () => messages().map(({ components }) => textOf({ components: [...components] })),
    /** Custom ids of a message's buttons, by what they say. */
    buttonsOf(index: number): Readonly<Record<string, string>> {
      const all = (messages()[index]?.components ?? []).flatMap((one: Component) => withChildren(one));
      return Object.fromEntries(all.map(({ label = '', custom_id: own = '' }) => [label, own]));
    },
  };
}

it('a proposal is accepted by its button, once, and what stands tells its history', async () => {
  const { discord, store, deliver, textsOf, buttonsOf } = await aDeskThatAsks();
  await deliver();
  const { Accept = '' } = buttonsOf(0);
  expect((await discord.press(Accept)).text).toContain('Manage Server');
  expect(await store.deadlines(id(GUILD))).toEqual([]);

  const moderator = { permissions: MANAGE_GUILD };
  expect((await discord.press(Accept, moderator)).text).toContain('It stands now');
  await deliver();
  expect(textsOf()[0]).toContain('Confirmed by');
  expect(buttonsOf(0)).not.toHaveProperty('Accept');
  expect((await discord.press(Accept, moderator)).text).toContain('No proposal waits');

  const card = textsOf().findIndex((text) => text.includes('**Status:** Pending'));
  const { History = '', Follow = '' } = buttonsOf(card);
  const history = await discord.press(History);
  expect(history).toMatchObject({ ephemeral: true });
  expect(history.text).toContain('**History**');
  expect((await discord.press(Follow)).text).toContain('cannot give');
});

it('a proposal with a wrong date is put right by its form', async () => {
  const { discord, store, deliver, buttonsOf } = await aDeskThatAsks();
  await deliver();
  const edit = buttonsOf(0)['Edit the date'] ?? '';
  const seen = await discord.fill(edit, { date: '9 September 2025 17:00' }, { permissions: MANAGE_GUILD });
  expect(seen.text).toContain('It stands now');
  const [standing] = await store.deadlines(id(GUILD));
  expect(standing?.versions.at(-1)?.window.instant).toBe('2025-09-09T21:00:00.000Z');
  await store.close();
});
