import { beforeEach, describe, expect, it } from 'vitest';
import { deadline } from '../../src/commands/deadline.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Call, CommandPorts } from '../../src/domain/command.ts';
import { standingId } from '../../src/domain/deadline.ts';
import { id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStore } from '../../src/main.ts';
import { textOf } from '../cards/reading.ts';
import { aDeadline, aFollow, aProposal, aStoryline, at, aVersion, NO_RULES } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

const NOW = at('2025-07-14T17:00Z');
const because = 'a test says so';
const PROPOSAL = aProposal();

let store: Store;
let woken: Change[];

beforeEach(async () => {
  store = openStore(':memory:', { now: () => NOW, sleepUntil: async () => undefined }, fakeLog(), {});
  woken = [];
  await store.commit(
    [
      { kind: 'storyline.defined', storyline: aStoryline(), because },
      { kind: 'follow.set', follow: aFollow(), because },
      { kind: 'deadline.set', deadline: aDeadline(), because },
      { kind: 'proposal.made', proposal: PROPOSAL, because },
    ],
    { at: NOW, actor: 'test' },
  );
});

function use(subcommand: string, options: Readonly<Record<string, string>>) {
  const call: Call = {
    subcommand,
    options: new Map(Object.entries(options)),
    member: '300000000000000001',
    guild: aFollow().guild,
    channel: id('200'),
    locale: 'en-GB',
    now: NOW,
  };
  const ports: CommandPorts = {
    ...NO_RULES,
    store,
    feeds: { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined },
    commit: async (changes, act) => {
      await store.commit(changes, act);
      woken.push(...changes);
    },
  };
  return deadline.run(call, ports);
}

const standing = async () => (await store.deadlines(aFollow().guild))[0];

describe('/deadline confirm', () => {
  it('lets the proposed date stand, says so to the caller alone and wakes whoever shows it', async () => {
    const { card, ephemeral } = await use('confirm', { proposal: '1A2B3C' });
    expect(ephemeral).toBe(true);
    expect(textOf(card)).toContain('It stands now: Deadline for Russia, set by Donald Trump');
    expect(await standing()).toMatchObject({ id: standingId(aDeadline().id, aFollow().guild) });
    expect(woken.map(({ kind }) => kind)).toContain('message.wanted');
    expect(await store.proposals(aFollow().guild)).toEqual([]);
  });

  it('takes another date in the zone of the issuer', async () => {
    await use('confirm', { proposal: '1a2b3c', date: '5 September 2025' });
    expect((await standing())?.versions[0].window).toMatchObject({
      earliest: '2025-09-05',
      zone: 'America/New_York',
    });
  });

  it.each([
    ['yesterday', /is over already/],
    ['31 June 2026', /No calendar has the day|There is no date/],
    ['soon', /There is no date in "soon"/],
  ])('refuses "%s" for a date, and leaves the proposal open', async (date, problem) => {
    await expect(use('confirm', { proposal: '1a2b3c', date })).rejects.toThrow(problem);
    expect(await store.proposals(aFollow().guild)).toHaveLength(1);
  });

  it('says under a heading of its own that it came too late', async () => {
    const { guild } = aFollow();
    const newer = { ...aVersion({ number: 2 }), admission: { of: 2, by: 'law' as const } };
    const read = aDeadline();
    const stands = { ...read, id: standingId(read.id, guild), standing: { guild, of: read.id } };
    await store.commit(
      [{ kind: 'deadline.set', deadline: { ...stands, versions: [{ ...newer, number: 1 }] }, because }],
      { at: NOW, actor: 'test' },
    );
    const { card } = await use('confirm', { proposal: '1a2b3c' });
    expect(card.summary).toBe('No longer asked');
    expect(textOf(card)).toContain('Something newer stands already');
  });

  it('names what waits when the code is wrong', async () => {
    await expect(use('confirm', { proposal: 'ffffff' })).rejects.toThrow(
      'There is no proposal "ffffff" here. Waiting: 1a2b3c (Deadline for Russia, set by Donald Trump)',
    );
  });

  it('says that nothing waits once all is answered', async () => {
    await use('dismiss', { proposal: '1a2b3c' });
    await expect(use('confirm', { proposal: '1a2b3c' })).rejects.toThrow('No proposal waits for an answer here.');
  });
});

describe('/deadline dismiss', () => {
  it('lets nothing stand and closes the proposal', async () => {
    const { card } = await use('dismiss', { proposal: '1a2b3c' });
    expect(textOf(card)).toContain('It will not be shown');
    expect(await standing()).toBeUndefined();
    expect(woken.map(({ kind }) => kind)).toEqual(['proposal.changed', 'message.wanted']);
  });
});
