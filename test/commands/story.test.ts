import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../src/commands/story.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { judgedByAll, prepareRules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Call, CommandPorts } from '../../src/domain/command.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Feeds, Store } from '../../src/domain/ports.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Storyline } from '../../src/domain/storyline.ts';
import { namesOfLink } from '../../src/feeds/identity.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { linesOf } from '../cards/reading.ts';
import { anItem, anOutlet, aStoryline, at, NO_RULES } from '../fakes/nouns.ts';
import { steeredServer } from '../fakes/steering.ts';

const because = 'a test says so';
const NOW = at('2025-07-23T18:00Z');
const HOME: GuildId = id('100');
const ALIASES = { istanbul: ['Istanbul', 'Çırağan Palace'], ukraine: ['Ukrain*', 'Kyiv'] };
const TALKS = aStoryline({
  slug: id('talks'),
  title: 'Istanbul talks',
  query: '@istanbul AND @ukraine AND talk NOT (e3 OR iran*)',
  deadline: null,
});
const PRISONERS = aStoryline({ slug: id('prisoners'), title: 'Prisoners', query: 'prisoner AND swap', deadline: null });
const SECRET = aStoryline({ ...PRISONERS, slug: id('secret'), title: 'Secret', guild: id('999') });

const ARTICLE = anItem({
  identities: ['link:https://news.example/a'],
  link: 'https://news.example/a?utm_source=x',
  title: 'Kyiv sends its team to Çırağan Palace',
  lede: 'The talks open on Wednesday.',
});

function portsOver(store: Store, storylines: readonly Storyline[]): CommandPorts {
  const prepared = prepareRules(storylines, vocabularyOf(ALIASES));
  if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
  const feeds: Feeds = { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined };
  const judgementsOf: CommandPorts['judgementsOf'] = (item) => judgedByAll(prepared.rules, item);
  return { ...NO_RULES, store, feeds, namesOf: namesOfLink, judgementsOf };
}

function whyCall(link: string): Call {
  const options = new Map([['link', link]]);
  return { subcommand: 'why', options, member: '1', guild: HOME, channel: id('200'), locale: 'en-GB', now: NOW };
}

describe('/story why', () => {
  let store: Store;

  beforeEach(async () => {
    store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER);
    const defined = [TALKS, PRISONERS].map((storyline): Change => ({ kind: 'storyline.defined', storyline, because }));
    await store.commit([{ kind: 'outlet.listed', outlet: anOutlet(), because }, ...defined], {
      at: NOW,
      actor: 'test',
    });
  });
  afterEach(() => store.close());

  /** The answer for `item`, which the storylines of then judged, by those of now. */
  async function answer(item: Item, then: readonly Storyline[], now = then, baseline = false) {
    const seen: Change = { kind: 'item.seen', item, baseline, because };
    const matched = judgedBy(store, then, item).map((match): Change => ({ kind: 'match.made', match, because }));
    await store.commit([seen, ...(baseline ? [] : matched)], { at: NOW, actor: 'test' });
    const { card, ephemeral } = await story.run(whyCall('https://www.news.example/a/#top'), portsOver(store, now));
    expect(ephemeral).toBe(true);
    return linesOf(card);
  }

  it('shows each term found, its words, its place and its name, and what would have stopped it', async () => {
    expect(await answer(ARTICLE, [TALKS])).toEqual([
      '### [Kyiv sends its team to Çırağan Palace](https://news.example/a?utm_source=x)',
      expect.stringMatching(/^BBC News, press · <t:\d+:f>$/),
      '**Istanbul talks** · matches',
      '- “Çırağan Palace” in the title (name of istanbul)',
      '- “Kyiv” in the title (name of ukraine)',
      '- “talks” in the opening',
      '-# Would have stopped it: e3, iran\\*',
    ]);
  });

  it('names a term once that several parts of a query ask for', async () => {
    const twice = { ...TALKS, query: '(@istanbul AND @ukraine) OR (@istanbul AND talk)' };
    const lines = await answer(ARTICLE, [twice]);
    expect(lines.join('\n').split('“Çırağan Palace”')).toHaveLength(2);
  });

  it('says what was missing where only that was', async () => {
    const lines = await answer({ ...ARTICLE, title: 'A prisoner waits', lede: '' }, [TALKS, PRISONERS]);
    expect(lines).toContain('No storyline takes it.');
    expect(lines.slice(-2)).toEqual(['### Just missed', '**Prisoners** · nothing of: swap']);
  });

  it('says what stopped it', async () => {
    const lines = await answer({ ...ARTICLE, lede: 'The talks of Iran open on Wednesday.' }, [TALKS]);
    expect(lines.at(-1)).toBe('**Istanbul talks** · stopped by “Iran” in the opening');
  });

  it('shows what only the body speaks of', async () => {
    const hits = [
      { group: 'prisoner', term: 'prisoner', field: 'body', start: 0, end: 9, text: 'Prisoners', alias: null },
    ] as const;
    const mention = { item: ARTICLE.id, storyline: PRISONERS.slug, hits };
    await store.commit([{ kind: 'item.seen', item: ARTICLE, baseline: false, because }], { at: NOW, actor: 'test' });
    await store.commit([{ kind: 'mention.made', mention, because }], { at: NOW, actor: 'test' });
    const { card } = await story.run(whyCall(ARTICLE.link ?? ''), portsOver(store, [PRISONERS]));
    expect(linesOf(card).slice(2)).toEqual([
      '**Prisoners** · only the body speaks of it, which never alerts',
      '- “Prisoners” in the body',
    ]);
  });

  it('says that a rule changed since', async () => {
    const changed = { ...TALKS, query: '@istanbul AND summit' };
    expect(await answer(ARTICLE, [TALKS], [changed])).toContain(
      '**Istanbul talks** · matched by the rules of its day; today’s would not take it',
    );
  });

  it('says that it came before the rule, or in the silence of a first document', async () => {
    expect(await answer(ARTICLE, [], [TALKS])).toContain(
      '**Istanbul talks** · matches by today’s rules, which are newer than the article',
    );
    const other = { ...ARTICLE, id: id<Item['id']>('item-9'), identities: ['link:https://news.example/b'] };
    await store.commit([{ kind: 'item.seen', item: other, baseline: true, because }], { at: NOW, actor: 'test' });
    const { card } = await story.run(whyCall('https://news.example/b'), portsOver(store, [TALKS]));
    expect(linesOf(card).join()).toContain('stored in silence');
  });

  it('tells nobody of another server’s storyline', async () => {
    const lines = await answer({ ...ARTICLE, title: 'A prisoner waits', lede: '' }, [PRISONERS, SECRET]);
    expect(lines.join()).not.toContain('Secret');
  });

  it.each([
    ['what is no link', 'Istanbul', /no web address/],
    ['a link nobody stored', 'https://news.example/other', /No article with this link/],
  ])('refuses %s and says what to do', async (_what, link, message) => {
    const refused = story.run(whyCall(link), portsOver(store, [TALKS]));
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(message);
  });
});

function judgedBy(store: Store, storylines: readonly Storyline[], item: Item) {
  const judged = portsOver(store, storylines).judgementsOf(item);
  return judged
    .filter(({ judgement }) => judgement.matched)
    .map(({ storyline, judgement: { score, why } }) => ({ item: item.id, storyline: storyline.slug, score, why }));
}

describe('/story follow', () => {
  const steered = async (change: Partial<CommandPorts['premises']> = {}) => {
    const asked: string[] = [];
    const note = (what: string) => async (_guild: GuildId, member: string, role: string) =>
      asked.push(`${what} ${member} ${role}`) > 0;
    const premises = { ...NO_RULES.premises, give: note('give'), take: note('take'), ...change };
    return { asked, desk: await steeredServer({ premises }) };
  };

  it('gives its role to whoever asks, and takes it back', async () => {
    const { asked, desk } = await steered();
    await desk.types('alerts role', { role: '77' });
    expect(await desk.types('story follow', { storyline: 'ceasefire-deadline' })).toContain(
      'You have the role <@&77> now',
    );
    expect(await desk.types('story unfollow', { storyline: 'Ceasefire deadline' })).toContain('No longer following');
    expect(asked).toEqual(['give 300000000000000001 77', 'take 300000000000000001 77']);
  });

  it('says what to do where no role is called, or the bot may not give it', async () => {
    const { desk } = await steered({ give: async () => false });
    const ask = () => desk.types('story follow', { storyline: 'ceasefire-deadline' });
    await expect(ask()).rejects.toThrow(/\/alerts role/);
    await desk.types('alerts role', { role: '77' });
    await expect(ask()).rejects.toThrow(/\/desk permissions/);
  });
});
