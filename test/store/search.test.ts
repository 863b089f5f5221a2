/** Items looked up in SQLite, through everything that changes them. */

import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { searchWriter } from '../../src/decide/match/search.ts';
import { setsIn } from '../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { type ItemId, id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Search } from '../../src/domain/search.ts';
import type { Engine } from '../../src/store/engine.ts';
import { retireOld } from '../../src/store/retire.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { listening } from '../fakes/listening.ts';
import { anItem, anOutlet, at, press } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const NOW = at('2025-07-14T16:05Z');
const SETS = setsIn({ putin: ['Putin', 'Путин*'] });
const [KEY = ''] = SETS.keys();
const WRITER = searchWriter(SETS);
const because = 'a test says so';
const GUARDIAN = anOutlet({ id: id('the-guardian'), group: 'scott-trust', label: 'wire' });
const seen = (item: Item): Change => ({ kind: 'item.seen', item, baseline: false, because });
const edited = (item: Item): Change => ({ kind: 'item.edited', item, wasTitle: '', wasLede: '', because });

const first = anItem({ title: 'Putin has 50 days', lede: 'The talks go on' });
const second = anItem({
  id: id('item-2'),
  source: press('the-guardian', 'The Guardian'),
  identities: ['link:https://www.theguardian.com/b', 'guid:bbc-world/2'],
  title: 'Talks on 50 days',
  lede: '',
  seen: at('2025-07-15T08:00Z'),
});

type RowSearch = Extract<Search, { readonly kind: 'row' }>;

const word = (text: string, field: RowSearch['field'] = null): RowSearch => ({
  kind: 'row',
  by: 'letters',
  words: text.split(' '),
  isOpen: false,
  field,
});
const source = (value: string): Search => ({ kind: 'facet', facet: 'source', value });

const SET: RowSearch = { kind: 'row', by: 'sets', words: [KEY], isOpen: false, field: null };
const NOT_THERE: Search = { ...SET, words: ['none'] };

let engine: Engine;
let store: Store;
const act = { at: NOW, actor: 'test' };
const commit = async (...changes: readonly Change[]) => {
  await store.commit(changes, act);
  await store.makeSearchable(1_000);
};
const rest = async () => undefined;
const found = async (search: Search) => (await store.hits(search, null)).map((hit) => hit.id);

beforeEach(async () => {
  engine = openSqlite(':memory:', NOW).engine;
  store = createStore(engine, TITLE_READER, WRITER);
  await commit({ kind: 'outlet.listed', outlet: anOutlet(), because });
  await commit({ kind: 'outlet.listed', outlet: GUARDIAN, because });
});
afterEach(() => store.close());

describe('an item is found', () => {
  it('by words of either field, in order of time', async () => {
    await commit(seen(second), seen(first));
    expect(await store.hits(word('talks'), null)).toEqual([
      { id: first.id, seen: first.seen },
      { id: second.id, seen: second.seen },
    ]);
    expect(await found(word('talks', 'title'))).toEqual([second.id]);
    expect(await found(word('days the'))).toEqual([]);
    expect(await found({ kind: 'nothing' })).toEqual([]);
  });

  it.each([
    ['US', ['item-1']],
    ['Us', []],
    ["O'Brien", ['item-1']],
    ['OBrien', []],
    ['1,200', ['item-1']],
    ['Çırağan', ['item-1']],
    ['Ciragan', []],
  ])('by %s as published', async (written, expected) => {
    const title = "The US and O'Brien count 1,200 at Çırağan; tell us";
    await commit(seen({ ...first, id: id('item-1'), title, lede: '' }));
    const row = { kind: 'row', by: 'exact', words: [written], isOpen: false, field: null } as const;
    expect(await found(row)).toEqual(expected);
  });

  it('as it would come anew, with its outlet', async () => {
    await commit(seen(first), seen(second));
    const all = [
      { item: { ...first, body: '', updated: null }, outlet: anOutlet() },
      {
        item: { ...second, source: { ...second.source, name: GUARDIAN.name, group: 'scott-trust', label: 'wire' } },
        outlet: GUARDIAN,
      },
    ];
    expect(await store.news(null, null, word('days'))).toEqual(all);
    expect(await store.news({ from: first.seen, until: second.seen }, null, word('days'))).toEqual(all.slice(0, 1));
  });

  it('with what it is judged by; the newest where not all are asked for', async () => {
    await commit(seen(first), seen(second));
    const all = [first, second].map(({ id, seen: at, title, lede, published }) => {
      return { id, seen: at, title, lede, published };
    });
    expect(await store.search(word('days'), null)).toMatchObject(all);
    expect(await store.search(word('days'), null, 1)).toEqual([
      { ...all[1], source: { outlet: 'the-guardian', group: 'scott-trust', label: 'wire' } },
    ]);
    expect(await store.search(word('days'), { from: first.seen, until: second.seen })).toMatchObject(all.slice(0, 1));
  });

  it('by its new words after an edit, and no more by the old ones', async () => {
    await commit(seen(first), seen(second));
    await commit(edited({ ...first, title: 'Putin has 12 days', hash: 'h2' }));
    expect(await found(word('12 days'))).toEqual([first.id]);
    expect(await found(word('50 days'))).toEqual([second.id]);
    expect(await store.unsearchable()).toBe(0);
  });

  it('no more once it is retired, and its number finds nobody else', async () => {
    await commit(seen(first));
    expect(await retireOld(engine, { before: at('2025-07-15T00:00Z'), after: null, rest })).toMatchObject({ gone: 1 });
    await commit(seen(second));
    expect(await found(word('putin'))).toEqual([]);
    expect(await found(word('talks'))).toEqual([second.id]);
    expect(await engine.all('SELECT COUNT(*) AS rows FROM item_row', {})).toEqual([{ rows: 1 }]);
  });

  it('not when the commit that brings it fails', async () => {
    await commit(seen(first));
    await expect(commit(seen(second), seen(first))).rejects.toThrow();
    expect(await found(word('talks'))).toEqual([first.id]);
  });

  it.each<[string, RowSearch]>([
    ['a set', SET],
    ['a word', word('putin')],
  ])('by %s, whatever came, changed and went since it was asked for', async (_, search) => {
    expect(await found(search)).toEqual([]);
    await commit(seen(first), seen(second));
    expect(await found(search)).toEqual([first.id]);
    await commit(edited({ ...first, title: 'Nobody' }), edited({ ...second, identities: [], lede: 'Putin too' }));
    expect(await found(search)).toEqual([second.id]);
    expect(await found({ kind: 'all', of: [search], without: [{ ...search, field: 'lede' }] })).toEqual([]);
    await retireOld(engine, { before: at('2025-07-16T00:00Z'), after: null, rest });
    await commit(seen({ ...first, title: 'Talks' }), seen({ ...second, title: 'Putin' }));
    expect(await found(search)).toEqual([second.id]);
  });

  it('by the day it was published on, or seen where that is not known', async () => {
    const day = (bound: 'since' | 'until', value: string): Search => ({ kind: 'day', bound, value: id(value) });
    await commit(seen({ ...first, published: at('2025-07-13T23:59Z') }), seen({ ...second, published: null }));
    expect(await found(day('since', '2025-07-13'))).toEqual([first.id, second.id]);
    expect(await found(day('since', '2025-07-14'))).toEqual([second.id]);
    expect(await found(day('until', '2025-07-14'))).toEqual([first.id]);
    expect(await found(day('until', '2025-07-12'))).toEqual([]);
    const both: Search = { kind: 'all', of: [word('days')], without: [day('since', '2025-07-15')] };
    expect(await found(both)).toEqual([first.id]);
  });

  it.each<[string, Search, boolean, 'found' | 'few', readonly ItemId[]]>([
    ['all of a set', SET, true, 'found', [first.id]],
    ['few of a set that are to be judged', SET, false, 'few', [first.id]],
    ['few without asking for words', { kind: 'all', of: [SET, word('talks')], without: [] }, true, 'few', [first.id]],
    ['few without asking what stops them', { kind: 'all', of: [SET], without: [word('go')] }, true, 'few', [first.id]],
    ['nothing where a set is not', { kind: 'all', of: [SET, NOT_THERE], without: [] }, true, 'found', []],
  ])('as %s', async (_, search, isSure, kind, expected) => {
    await commit(seen(first), seen(second));
    const answer = await store.lookUp(search, null, { most: 1, isSure });
    const items = answer.kind === 'few' ? answer.texts : answer.found;
    expect([answer.kind, items.map((item) => item.id)]).toEqual([kind, expected]);
  });

  it('exactly where there are too many to judge', async () => {
    await commit(seen(first), seen(second));
    const search: Search = { kind: 'all', of: [word('days')], without: [SET] };
    const answer = await store.lookUp(search, null, { most: 0, isSure: true });
    expect(answer).toEqual({ kind: 'found', found: [{ id: second.id, seen: second.seen }] });
  });

  it('by its outlet, whose owner and label are those of now', async () => {
    await commit(seen(first), seen(second));
    expect(await found(source('the-guardian'))).toEqual([second.id]);
    expect(await found(source('wire'))).toEqual([second.id]);
    await commit({ kind: 'outlet.listed', outlet: { ...GUARDIAN, label: 'press', group: 'bbc' }, because });
    expect(await found(source('wire'))).toEqual([]);
    expect(await found(source('bbc'))).toEqual([first.id, second.id]);
  });
});

describe('words that are missing or old', () => {
  const newer = (text: string) =>
    createStore(engine, TITLE_READER, {
      version: WRITER.version + 1,
      textOf: () => ({ ...WRITER.textOf(first), title: { letters: [text], forms: [], exact: [], sets: [] } }),
    });

  it('are written anew by other rules, a few items at a time', async () => {
    await commit(seen(first), seen(second));
    const other = newer('other');
    expect(await other.unsearchable()).toBe(2);
    expect([await other.makeSearchable(1), await other.makeSearchable(5), await other.makeSearchable(5)]).toEqual([
      1, 1, 0,
    ]);
    expect(await other.unsearchable()).toBe(0);
    expect(await other.hits(word('other'), null)).toHaveLength(2);
    expect(await other.hits(word('putin'), null)).toEqual([]);
    expect([await store.unsearchable(), await found(word('other'))]).toEqual([2, []]);
  });

  it('are known, and told with what they are judged by', async () => {
    await commit(seen(first));
    await store.commit([seen(second)], act);
    expect([await store.unsearchable(), await store.unsearched(null)]).toMatchObject([1, [{ id: second.id }]]);
    expect(await store.unsearched({ from: first.seen, until: second.seen })).toEqual([]);
    await store.commit([edited({ ...first, title: 'New' })], act);
    expect(await store.unsearched(null)).toMatchObject([{ id: first.id, title: 'New' }, { id: second.id }]);
    expect(await found(word('days'))).toEqual([]);
    await store.makeSearchable(10);
    expect([await store.unsearchable(), await store.unsearched(null)]).toEqual([0, []]);
    expect([await found(word('new')), await found(word('talks'))]).toEqual([[first.id], [first.id, second.id]]);
  });

  it('are told of all items where nobody writes any', async () => {
    await commit(seen(first), seen(second));
    const without = createStore(engine, TITLE_READER);
    expect([await without.unsearchable(), await without.makeSearchable(10)]).toEqual([2, 0]);
    expect(await without.unsearched(null)).toHaveLength(2);
    expect(await without.news(null, null, word('nothing'))).toHaveLength(2);
  });

  it('do not keep an item from the news that a search may find', async () => {
    await commit(seen(first));
    await store.commit([seen(second)], act);
    expect((await store.news(null, null, word('putin'))).map(({ item }) => item.id)).toEqual([first.id, second.id]);
    await store.makeSearchable(10);
    expect((await store.news(null, null, word('putin'))).map(({ item }) => item.id)).toEqual([first.id]);
  });

  it('are written by the next start of a desk that was killed after a commit, or within a step', async () => {
    const folder = temporaryFolder();
    const desk = createStore(openSqlite(folder.at('desk.db'), NOW).engine, TITLE_READER, WRITER);
    onTestFinished(() => desk.close());
    const outlets = [anOutlet(), GUARDIAN].map((outlet): Change => ({ kind: 'outlet.listed', outlet, because }));
    await desk.commit([...outlets, seen(first), seen(second)], act);
    await desk.makeSearchable(1);
    for (const end of ['', '-wal']) copyFileSync(folder.at(`desk.db${end}`), folder.at(`killed.db${end}`));
    const next = createStore(openSqlite(folder.at('killed.db'), NOW).engine, TITLE_READER, WRITER);
    onTestFinished(() => next.close());
    const ids = async () => (await next.hits(word('days'), null)).map((hit) => hit.id);
    expect([await ids(), await next.unsearched(null)]).toMatchObject([[first.id], [{ id: second.id }]]);
    expect([await next.makeSearchable(10), await ids()]).toEqual([1, [first.id, second.id]]);
  });

  const segments = () => engine.all('SELECT COUNT(DISTINCT segid) AS segments FROM item_words_idx', {});
  const many = Array.from({ length: 20 }, (_, index) =>
    seen({ ...first, id: id<ItemId>(`item-${index}`), identities: [`guid:${index}`] }),
  );

  it('are one segment of the index for all that are made findable at once', async () => {
    await store.commit(many, act);
    expect([await store.makeSearchable(20), await segments()]).toEqual([20, [{ segments: 1 }]]);
    expect(await found(word('putin'))).toHaveLength(20);
  });

  it('are never merged by whoever writes them', async () => {
    await store.commit(many, act);
    while ((await store.makeSearchable(1)) > 0);
    expect(await segments()).toEqual([{ segments: 20 }]);
  });

  it('of an item that is gone when its edit comes find nothing', async () => {
    await commit(edited({ ...first, identities: [], title: 'New words' }));
    await commit(seen(second));
    expect(await found(word('new words'))).toEqual([]);
    expect(await found(word('talks'))).toEqual([second.id]);
  });

  it('do not replace those of an edit that comes in between', async () => {
    await store.commit([seen(first)], act);
    const under = store.makeSearchable(10);
    await Promise.all([under, store.commit([edited({ ...first, title: 'New words' })], act)]);
    expect(await found(word('putin'))).toEqual([]);
    await store.makeSearchable(10);
    expect(await found(word('new words'))).toEqual([first.id]);
    expect(await found(word('putin'))).toEqual([]);
  });
});

/** SQLite goes through the rows for the first one that fits as through one it seeks, but that it names no index. */
it('words are written, counted and asked for without going through every item', async () => {
  await commit(seen(first), seen(second));
  const { engine: heard, asked, plans } = listening(engine);
  const other = createStore(heard, TITLE_READER, WRITER);
  await other.commit([edited({ ...first, title: 'Putin has 10 days' })], act);
  asked.length = 0;
  expect(await other.unsearchable()).toBe(1);
  expect(await other.unsearched(null)).toHaveLength(1);
  expect(await other.makeSearchable(1_000)).toBe(1);
  expect(await other.hits(word('10 days'), null)).toHaveLength(1);
  expect(asked.filter(({ sql }) => sql.includes('item_row')).length).toBeGreaterThan(4);
  const steps = await plans();
  const ends = asked.map(({ sql }) => sql.split('(SELECT MAX(row) FROM item_row)').length - 1);
  const walks = steps.filter((step) => step.startsWith('SEARCH item_row <-'));
  expect(walks.length).toBe(ends.reduce((sum, end) => sum + end));
  expect(steps.filter((step) => step.startsWith('SCAN item_row'))).toEqual([]);
});
