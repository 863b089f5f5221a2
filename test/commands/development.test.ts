import { beforeEach, describe, expect, it } from 'vitest';
import { development } from '../../src/commands/development.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Call, CommandPorts } from '../../src/domain/command.ts';
import { id } from '../../src/domain/ids.ts';
import { StaleRevision, type Store } from '../../src/domain/ports.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { HOUR, type Instant, plus } from '../../src/domain/time.ts';
import { openStore } from '../../src/main.ts';
import { linesOf, textOf } from '../cards/reading.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aReport, aStoryline, at, NO_RULES } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

const because = 'a test says so';
const START = at('2025-07-31T08:00Z');

const item = (name: string, title: string) =>
  anItem({ id: id(name), identities: [`link:${name}`], title, link: `https://example.org/${name}`, seen: START });
const ITEMS = [
  item('a', 'Strike on Kyiv kills 16'),
  item('b', 'Talks in Rome end'),
  item('c', 'Tariffs on India announced'),
];
const reportOf = ({ id: name, title, link }: (typeof ITEMS)[number]) =>
  aReport({ item: name, title, link, seen: START });

const [strike, talks, tariffs] = ITEMS;
if (!strike || !talks || !tariffs) throw new Error('three items');
const FIRST = aDevelopment({ id: id('dv_abc123ff'), reports: [reportOf(strike), reportOf(talks)] });
const SECOND = aDevelopment({ id: id('dv_def456ff'), reports: [reportOf(tariffs)] });

let store: Store;
let now: Instant;

beforeEach(async () => {
  now = START;
  store = openStore(':memory:', { now: () => now, sleepUntil: async () => undefined }, fakeLog(), {});
  const changes: readonly Change[] = [
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
    { kind: 'follow.set', follow: aFollow(), because },
    ...ITEMS.map((each): Change => ({ kind: 'item.seen', item: each, baseline: false, because })),
    { kind: 'development.opened', development: FIRST, because },
    { kind: 'development.opened', development: SECOND, because },
  ];
  await store.commit(changes, { at: START, actor: 'test' });
});

async function use(
  subcommand: string,
  options: Readonly<Record<string, string>> = {},
  change: Partial<CommandPorts> = {},
) {
  now = plus(now, HOUR);
  const call: Call = {
    subcommand,
    options: new Map(Object.entries(options)),
    member: '300000000000000001',
    guild: aFollow().guild,
    channel: id('200'),
    locale: 'en-GB',
    now,
  };
  const ports: CommandPorts = {
    ...NO_RULES,
    store,
    feeds: { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined },
    commit: (changes, act) => store.commit(changes, act),
    namesOf: (link) =>
      link.startsWith('https://example.org/') ? [`link:${link.slice('https://example.org/'.length)}`] : [],
    ...change,
  };
  return (await development.run(call, ports)).card;
}

/** What is told, as `/development list` has it: headline and state. */
async function listed(): Promise<readonly string[]> {
  const lines = linesOf(await use('list')).slice(1);
  return lines
    .filter((_, index) => index % 2 === 0)
    .map((line, index) => `${line} ${lines[2 * index + 1]?.split(' · ')[0]}`);
}

describe('/development', () => {
  it('is for moderators alone, and Discord would take it', () => {
    expect(COMMANDS).toContain(development);
    expect(development.steering).toBe(true);
    const texts = development.subcommands.flatMap((each) => [
      each.description,
      ...each.options.map((one) => one.description),
    ]);
    expect(texts.filter((text) => text.length > 100)).toEqual([]);
  });

  it('lists what is told with its code, and shows one with its reports by number', async () => {
    expect(await listed()).toEqual([
      '`abc123` **Strike on Kyiv kills 16** -# not shown yet',
      '`def456` **Tariffs on India announced** -# not shown yet',
    ]);
    const lines = linesOf(await use('show', { development: 'abc123' }));
    expect(lines.slice(2)).toEqual([
      '1. [Strike on Kyiv kills 16](https://example.org/a) · BBC News, press · it came first',
      '2. [Talks in Rome end](https://example.org/b) · BBC News, press · it came first',
    ]);
  });

  it.each([
    ['its code', 'ABC123'],
    ['the link of a report', 'https://example.org/b'],
    ['words of its headline', 'kyiv strike'],
  ])('knows a development by %s', async (_, asked) => {
    expect(textOf(await use('show', { development: asked }))).toContain('abc123');
  });

  it.each([
    ['nothing', 'olympics', /No development here is meant by “olympics”/],
    ['several', 'ceasefire', /fits more than one development. abc123: Strike on Kyiv kills 16; def456/],
  ])('says so when words fit %s', async (_, asked, expected) => {
    await expect(use('show', { development: asked })).rejects.toThrow(expected);
  });

  it('splits reports off by number, and takes it back', async () => {
    await use('split', { development: 'abc123', reports: '2' });
    expect(await listed()).toHaveLength(3);
    expect(textOf(await use('undo'))).toContain('Reports split off');
    expect(await listed()).toContainEqual(expect.stringContaining('told with another one'));
    expect(linesOf(await use('show', { development: 'abc123' }))).toHaveLength(4);
  });

  it('merges one into another', async () => {
    await use('merge', { from: 'def456', into: 'abc123' });
    expect(linesOf(await use('show', { development: 'abc123' }))).toHaveLength(5);
  });

  it.each([
    ['hold', { reason: 'denied' }, '-# on hold'],
    ['kill', {}, '-# withdrawn'],
    ['irrelevant', {}, '-# of no matter here'],
  ])('can %s one, and undo it by its code', async (verb, options, state) => {
    await use(verb, { development: 'def456', ...options });
    expect((await listed()).find((line) => line.includes('def456'))).toContain(state);
    const code = /`(\w{6})`/.exec(textOf(await use('rulings')))?.[1] ?? '';
    await use('undo', { ruling: code });
    expect((await listed()).find((line) => line.includes('def456'))).toContain('-# confirmed');
    expect(textOf(await use('rulings'))).toContain('taken back by <@300000000000000001>');
  });

  it('releases what is on hold, and corrects a headline', async () => {
    await use('hold', { development: 'def456' });
    await use('release', { development: 'def456' });
    await use('correct', { development: 'def456', headline: 'Tariffs on India *postponed*' });
    expect(await listed()).toContain('`def456` **Tariffs on India \\*postponed\\*** -# confirmed');
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['split', { development: 'abc123', reports: '7' }, /“7” is no report of it.*from 1 to 2/],
    ['split', { development: 'abc123', reports: '1 2' }, /Leave at least one/],
    ['release', { development: 'abc123' }, /not on hold/],
    ['merge', { from: 'abc123', into: 'abc123' }, /same development/],
    ['undo', {}, /Nothing was done/],
    ['undo', { ruling: 'zzzzzz' }, /Nothing done here has the code “zzzzzz”/],
  ])('refuses to %s %j, and says why', async (verb, options, expected) => {
    await expect(use(verb, options)).rejects.toThrow(expected);
    await expect(use(verb, options)).rejects.toBeInstanceOf(Refusal);
  });

  it('decides anew when something came between', async () => {
    let tries = 0;
    const commit: CommandPorts['commit'] = async (changes, act) => {
      tries += 1;
      if (tries < 3) throw new StaleRevision('another report came');
      return store.commit(changes, act);
    };
    await use('kill', { development: 'abc123' }, { commit });
    expect(tries).toBe(3);
    await expect(
      use('kill', { development: 'def456' }, { commit: () => Promise.reject(new StaleRevision('again')) }),
    ).rejects.toThrow(StaleRevision);
  });
});
