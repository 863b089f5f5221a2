import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { fitting } from '../../src/commands/offer.ts';
import type { Change } from '../../src/domain/change.ts';
import { standingId } from '../../src/domain/deadline.ts';
import { id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStore } from '../../src/main.ts';
import {
  aDeadline,
  aDevelopment,
  aFeed,
  aFollow,
  anItem,
  anOutlet,
  aProposal,
  aReport,
  aStoryline,
  at,
  aVersion,
  onDay,
} from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

const NOW = at('2025-07-14T17:00Z');
const because = 'a test says so';
const GUILD = aFollow().guild;

let store: Store;

beforeEach(async () => {
  store = openStore(':memory:', { now: () => NOW, sleepUntil: async () => undefined }, fakeLog(), {});
  const standing = aDeadline({
    id: standingId(id('dl_other'), GUILD),
    target: 'India',
    versions: [aVersion({ window: onDay('2025-08-27') })],
    standing: { guild: GUILD, of: id('dl_other') },
  });
  const changes: readonly Change[] = [
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'feed.listed', feed: aFeed(), firstPollAt: NOW, because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
    { kind: 'follow.set', follow: aFollow(), because },
    { kind: 'item.seen', item: anItem(), baseline: false, because },
    { kind: 'development.opened', development: aDevelopment({ id: id('dv_abc123'), reports: [aReport()] }), because },
    { kind: 'deadline.set', deadline: aDeadline(), because },
    { kind: 'deadline.set', deadline: { ...standing, id: id('dl_other'), standing: null }, because },
    { kind: 'deadline.set', deadline: standing, because },
    { kind: 'proposal.made', proposal: aProposal(), because },
  ];
  await store.commit(changes, { at: NOW, actor: 'test' });
});

/** What `/deadline history` and the like offer, as `what is read -> what is sent`. */
async function offered(
  command: string,
  subcommand: string,
  option: string,
  text = '',
  options: Readonly<Record<string, string>> = {},
) {
  const found = COMMANDS.find(({ name }) => name === command);
  const typing = {
    subcommand,
    option,
    text,
    options: new Map(Object.entries(options)),
    member: '7',
    guild: GUILD,
    locale: 'en',
    now: NOW,
  };
  const choices = (await found?.offer?.(typing, { store })) ?? [];
  return choices.map(({ name, value }) => `${name} -> ${value}`);
}

describe('while a command is typed', () => {
  it('deadlines are offered by name and date', async () => {
    const india = 'Deadline for India, set by Donald Trump · 27 Aug 2025 -> dl_other@100';
    expect(await offered('deadline', 'history', 'deadline')).toEqual([india]);
    expect(await offered('deadline', 'history', 'deadline', 'ind')).toEqual([india]);
    expect(await offered('deadline', 'history', 'deadline', 'russia')).toEqual([]);
  });

  it('proposals are offered with their dates', async () => {
    expect(await offered('deadline', 'confirm', 'proposal')).toEqual([
      '1a2b3c · Deadline for Russia, set by Donald Trump · 2 Sep 2025 -> 1a2b3c',
    ]);
  });

  it.each([
    ['9 Aug', '9 Aug 2025 · US Eastern -> 9 Aug'],
    ['29 April 2026 00:01 ET', '29 Apr 2026 04:01 UTC · US Eastern -> 29 April 2026 00:01 ET'],
    ['soon', expect.stringMatching(/ -> soon$/)],
  ])('a date is echoed as it would be understood: %s', async (text, expected) => {
    expect(await offered('deadline', 'confirm', 'date', text, { proposal: '1a2b3c' })).toEqual([expected]);
  });

  it('a date that may be read in two ways is offered in both', async () => {
    const both = await offered('deadline', 'confirm', 'date', '5/9/2026', { proposal: '1a2b3c' });
    expect(both).toEqual(['9 May 2026 · US Eastern -> 9 May 2026', '5 Sep 2026 · US Eastern -> 5 Sep 2026']);
  });

  it.each([
    [{ deadline: 'dl_other@100' }, '9 Aug 2025 00:01', '9 Aug 2025 04:01 UTC · US Eastern -> 9 Aug 2025 00:01'],
    [{ storyline: 'ceasefire-deadline' }, '9 Aug 2025 00:01', '9 Aug 2025 04:01 UTC · US Eastern -> 9 Aug 2025 00:01'],
    [{}, '9 Aug 2025 00:01', '9 Aug 2025 00:01 UTC · UTC -> 9 Aug 2025 00:01'],
  ])('a new date is read in the zone of what %j names', async (options, text, echoed) => {
    expect(await offered('deadline', 'add', 'date', text, options)).toEqual([echoed]);
  });

  it('outcomes are offered by what members read', async () => {
    expect(await offered('deadline', 'outcome', 'outcome')).toEqual([
      'Met -> met',
      'Passed without being met -> passed',
      'Lifted -> lifted',
      'Passed, outcome unknown -> unknown',
    ]);
  });

  it('feeds and developments are offered by what they are called', async () => {
    expect(await offered('feed', 'health', 'feed', 'bbc')).toEqual(['bbc-world · BBC News -> bbc-world']);
    expect(await offered('development', 'kill', 'development', 'russ')).toEqual([
      'Trump gives Russia 50 days to agree to a ceasefire · ceasefire-deadline -> abc123',
    ]);
    expect(await offered('development', 'undo', 'ruling')).toEqual([]);
  });

  it('every option that offers something belongs to a command that does', () => {
    const silent = COMMANDS.filter(({ subcommands, offer }) => {
      const offers = subcommands.some(({ options }) => options.some((option) => option.offers));
      return offers !== (offer !== undefined);
    });
    expect(silent).toEqual([]);
  });

  it('words fit in any order, as beginnings', () => {
    const choices = [
      { name: 'Talks in Istanbul', value: '1' },
      { name: 'Talks in Rome', value: '2' },
    ];
    expect(fitting(choices, 'ist tal')).toEqual([choices[0]]);
    expect(fitting(choices, '')).toEqual(choices);
  });
});
