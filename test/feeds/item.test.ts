import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import type { Entry, Item } from '../../src/domain/item.ts';
import { itemsOf } from '../../src/feeds/item.ts';
import type { FeedDocument } from '../../src/feeds/parse.ts';
import { anOutlet, at } from '../fakes/nouns.ts';

const NOW = at('2025-08-06T20:00Z');
const FEED: Feed = {
  id: id('bbc-world'),
  url: 'https://feeds.bbci.co.uk/news/world/rss.xml',
  outlet: id('bbc'),
  guild: null,
  everyMinutes: 5,
  enabled: true,
};

function anEntry(change: Partial<Entry> = {}): Entry {
  return {
    guid: 'https://www.bbc.com/news/articles/cabc123def#0',
    title: 'Envoy meets president',
    link: 'https://www.bbc.com/news/articles/cabc123def?at_medium=RSS',
    published: at('2025-08-06T10:46Z'),
    updated: null,
    summary: 'Three hours of talks.',
    content: '',
    ...change,
  };
}

function aDocument(entries: readonly Entry[]): FeedDocument {
  const slots = entries.map((entry) => ({
    kind: 'read' as const,
    entry,
    digest: null,
    isDateUncertain: false,
    isCut: false,
  }));
  return { kind: 'feed', format: 'rss2', title: 'BBC', entries, slots, ttlMinutes: null, cutOff: false, problems: [] };
}

function read(...entries: Entry[]) {
  const reading = { url: FEED.url, feed: FEED, outlet: anOutlet(), now: NOW };
  return itemsOf(aDocument(entries), { ...reading, memory: new Map(), delta: false, complete: true });
}

function itemOf(change: Partial<Entry>): Item {
  const [item] = read(anEntry(change)).items;
  if (item === undefined) throw new Error('no item came of the entry');
  return item;
}

describe('The opening of an item', () => {
  const long = (name: string) => `${name} ${'says more of the same '.repeat(8)}`.trim();
  const short = Array.from({ length: 40 }, (_, index) => `Line ${index} of the notice`);

  it.each([
    ['is three paragraphs of an article, wherever it stands', ['A', 'B', 'C', 'D'].map(long), 3],
    ['is more of a notice in short lines', short, 19],
    ['is all of a short text', ['A', 'B', 'C', 'D'], 4],
  ])('%s', (_what, paragraphs, count) => {
    const text = paragraphs.join('\n');
    const [opening, rest] = [paragraphs.slice(0, count).join('\n'), paragraphs.slice(count).join('\n')];
    expect(itemOf({ summary: '', content: text })).toMatchObject({ lede: opening, body: rest });
    expect(itemOf({ summary: text, content: '' })).toMatchObject({ lede: opening, body: rest });
  });
});

describe('An item', () => {
  it('says where it comes from and when it was seen', () => {
    expect(itemOf({})).toMatchObject({
      id: expect.stringMatching(/^it_202508062000_[0-9a-f]{16}$/),
      feed: 'bbc-world',
      source: { outlet: 'bbc', name: 'BBC News', label: 'press', group: 'bbc', state: null },
      link: 'https://www.bbc.com/news/articles/cabc123def?at_medium=RSS',
      title: 'Envoy meets president',
      lede: 'Three hours of talks.',
      body: '',
      published: '2025-08-06T10:46:00.000Z',
      seen: NOW,
    });
  });

  it.each([
    ['title', { title: 'Calls talks productive' }],
    ['date', { published: at('2025-08-06T19:27Z') }],
    ['guid', { guid: 'another' }],
    ['tracking', { link: 'https://www.bbc.co.uk/news/articles/cabc123def#3' }],
  ])('keeps its id when its %s changes', (_what, change) => {
    expect(itemOf(change).id).toBe(itemOf({}).id);
  });

  it('changes its hash with its words and with nothing else', () => {
    expect(itemOf({ published: null, guid: null, content: 'x' }).hash).toBe(itemOf({}).hash);
    expect(itemOf({ title: 'ENVOY meets  president.' }).hash).toBe(itemOf({}).hash);
    expect(itemOf({ title: 'Envoy meets premier' }).hash).not.toBe(itemOf({}).hash);
    expect(itemOf({ summary: 'Two hours of talks.' }).hash).not.toBe(itemOf({}).hash);
  });
});

it('An entry that leads to another outlet’s page has a name of its own there', () => {
  const own = itemOf({});
  const other = itemsOf(aDocument([anEntry()]), {
    ...{ url: FEED.url, feed: FEED, outlet: anOutlet({ id: id('digest') }), now: NOW },
    ...{ memory: new Map(), delta: false, complete: true },
  }).items[0];
  expect(other?.id).not.toBe(own.id);
  expect(other?.identities.filter((name) => !own.identities.includes(name))).toContainEqual(
    expect.stringMatching(/^by:digest\/[0-9a-f]{16}$/),
  );
});

describe('Lede and body', () => {
  const LONG = 'word '.repeat(300).trim();

  it.each([
    ['a summary is the lede, the content the body', { summary: 'a', content: 'b c' }, 'a', 'b c'],
    ['a content that begins with the summary is not told twice', { summary: 'a b', content: 'a b c' }, 'a b', 'c'],
    ['without a summary the content is the lede', { summary: '', content: 'a b' }, 'a b', ''],
    ['without either both are empty', { summary: '', content: '' }, '', ''],
  ])('%s', (_sentence, change, lede, body) => {
    expect(itemOf(change)).toMatchObject({ lede, body });
  });

  it.each([
    ['summary', { summary: LONG }],
    ['content', { summary: '', content: LONG }],
  ])('a long %s is cut between words at 1,000 characters, and nothing of it is lost', (_what, change) => {
    const { lede, body } = itemOf(change);
    expect(lede).toHaveLength(999);
    expect(`${lede} ${body}`).toBe(LONG);
  });

  it('the opening stands in for a missing title', () => {
    expect(itemOf({ title: '', summary: 'A short remark.' }).title).toBe('A short remark.');
  });
});

describe('The time of publication', () => {
  it.each([
    ['is unknown when the entry has none', null, null, null],
    ['is the update’s when the entry has no other', null, at('2025-08-06T11:00Z'), at('2025-08-06T11:00Z')],
    ['a little ahead is now', at('2025-08-06T20:05Z'), null, NOW],
    ['far ahead is now', at('2041-01-01T00:00Z'), null, NOW],
  ])('%s', (_sentence, published, updated, expected) => {
    expect(itemOf({ published, updated }).published).toBe(expected);
  });

  it('is a problem only from ten minutes ahead', () => {
    expect(read(anEntry({ published: at('2025-08-06T20:10Z') })).problems).toEqual([]);
    expect(read(anEntry({ published: at('2025-08-06T20:11Z') })).problems).toEqual([
      'entry 1: published in the future, taken as now',
    ]);
  });
});

describe('Two entries of one document', () => {
  const titlesOf = (...entries: Entry[]) => read(...entries).items.map((item) => item.title);

  it('that are one article in two blocks of the page are one item, the first', () => {
    const again = anEntry({ guid: 'https://www.bbc.com/news/articles/cabc123def#10', title: 'Envoy meets leader' });
    expect(titlesOf(anEntry(), again, anEntry())).toEqual(['Envoy meets president']);
  });

  it('that differ in tracking alone are one item', () => {
    const again = anEntry({ title: 'again', link: 'https://www.bbc.com/news/articles/cabc123def?utm_source=x' });
    expect(titlesOf(anEntry(), again)).toHaveLength(1);
  });

  it('with one guid, no links and the same words are one item; with other words they are two', () => {
    const first = anEntry({ link: null });
    expect(titlesOf(first, anEntry({ link: null }))).toHaveLength(1);
    expect(titlesOf(first, anEntry({ link: null, title: 'Oil price cap lowered' }))).toHaveLength(2);
  });

  it('with one guid, two links and other words are two items that the guid does not tie together', () => {
    const links = ['one', 'two'].map((slug) => `https://news.example/${slug}`);
    const { items } = read(
      anEntry({ guid: 'same', link: links[0] ?? null, title: 'Envoy meets president' }),
      anEntry({ guid: 'same', link: links[1] ?? null, title: 'Oil price cap lowered' }),
    );
    expect(items.map((item) => item.title)).toEqual(['Envoy meets president', 'Oil price cap lowered']);
    expect(items.flatMap((item) => item.identities).filter((name) => name.startsWith('guid:'))).toEqual([]);
  });

  it('that lead to one page of many are two items, and the page names neither', () => {
    const page = 'https://ministry.example/statements';
    const { items } = read(
      anEntry({ guid: 'a', link: page, title: 'Statement on the talks in Istanbul' }),
      anEntry({ guid: 'b', link: page, title: 'Licence for pipeline repairs renewed' }),
      anEntry({ guid: 'c', link: page, title: 'Cargo insurers listed' }),
    );
    expect(items).toHaveLength(3);
    expect(items.flatMap((item) => item.identities).filter((name) => name.startsWith('link:'))).toEqual([]);
  });

  it('that share a page and differ in a number are two items, whatever else their titles share', () => {
    const page = 'https://ministry.example/licences';
    const titles = ['General licence 128A issued today', 'General licence 128B issued today'];
    expect(titlesOf(...titles.map((title) => anEntry({ guid: null, link: page, title })))).toEqual(titles);
    expect(titlesOf(...titles.map((title) => anEntry({ guid: title.slice(-17), link: page, title })))).toEqual(titles);
  });

  it('of one title and one date are two items where each has a page and a guid of its own', () => {
    const entries = ['a', 'b'].map((slug) => anEntry({ guid: slug, link: `https://register.example/${slug}` }));
    expect(titlesOf(...entries)).toHaveLength(2);
    expect(titlesOf(...entries.map((entry) => ({ ...entry, guid: null })))).toHaveLength(2);
  });

  it('of one title on one page are two items when guids and dates differ', () => {
    const page = 'https://register.example/notices';
    const entries = ['2025-08-05T10:00Z', '2025-08-06T10:00Z'].map((date) =>
      anEntry({ guid: date, link: page, published: at(date), summary: `Of ${date}.` }),
    );
    expect(titlesOf(...entries)).toHaveLength(2);
  });

  it('that stand a second time on a page of many count once', () => {
    const page = 'https://ministry.example/statements';
    const titles = ['Statement on the talks', 'Cargo insurers listed', 'Cargo insurers listed'];
    const entries = titles.map((title) => anEntry({ guid: null, link: page, title, published: null }));
    expect(titlesOf(...entries)).toEqual(titles.slice(0, 2));
  });

  it('without titles on one page are two items', () => {
    const page = 'https://channel.example/posts';
    const entries = ['a', 'b'].map((text) => anEntry({ guid: text, link: page, title: '', summary: `Post ${text}.` }));
    expect(read(...entries).items).toHaveLength(2);
  });

  it('are told apart from what leads to the front page by their guids', () => {
    const front = 'https://ministry.example/';
    const [item] = read(anEntry({ guid: 'a', link: front })).items;
    expect(item?.identities).not.toContain('link:https://ministry.example');
    expect(item?.identities[0]).toBe('guid:bbc-world/a');
  });

  it('with one number and two addresses stay two items that share no identity', () => {
    const entries = ['a-1234567', 'b-1234567'].map((slug) =>
      anEntry({ guid: slug, link: `https://press.example/${slug}`, title: slug }),
    );
    const { items } = read(...entries);
    expect(items.map((item) => item.title)).toEqual(['a-1234567', 'b-1234567']);
    expect(new Set(items.flatMap((item) => item.identities)).size).toBe(
      items.flatMap((item) => item.identities).length,
    );
    expect(new Set(items.map((item) => item.id)).size).toBe(2);
    expect(read(...entries).items).toEqual(items);
  });
});
