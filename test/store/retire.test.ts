import { expect, it, onTestFinished } from 'vitest';
import { searchWriter } from '../../src/decide/match/search.ts';
import { setsIn } from '../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { retireOld } from '../../src/store/retire.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const LATER = at('2026-07-14T00:00Z');
const WHY = { hits: [], missing: [], blockedBy: [], wouldStop: [], likeness: null };

const seen = (item: Item): Change => ({ kind: 'item.seen', item, baseline: false, because });

function numbered(number: number, other: Partial<Item> = {}): Item {
  const name = `item-${String(number).padStart(4, '0')}`;
  return anItem({ id: id(name), identities: [`link:${name}`], ...other });
}

async function desk(path = ':memory:') {
  const { engine } = openSqlite(path, NOW);
  const store = createStore(engine, TITLE_READER, searchWriter(setsIn({})));
  onTestFinished(() => store.close());
  const commit = async (...changes: readonly Change[]) => {
    await store.commit(changes, { at: NOW, actor: 'test' });
    await store.makeSearchable(1_000);
  };
  await commit(
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
  );
  let rests = 0;
  const rest = async () => {
    rests += 1;
  };
  const left = async () => (await engine.all('SELECT id FROM item ORDER BY id', {})).map((row) => row.id);
  const count = async (sql: string) => Number((await engine.all(sql, {}))[0]?.count);
  return { engine, store, commit, rest, rests: () => rests, left, count };
}

it('old items go, never one that matched or that its feed may list for ever', async () => {
  const { engine, commit, rest, left } = await desk();
  const match = { item: numbered(2).id, storyline: aStoryline().slug, score: 1, why: WHY };
  await commit(...[numbered(1), numbered(2), numbered(3), numbered(4, { published: null })].map(seen), {
    kind: 'match.made',
    match,
    because,
  });
  expect(await retireOld(engine, { before: NOW, after: null, rest })).toEqual({ gone: 0, next: null });
  expect(await retireOld(engine, { before: LATER, after: null, rest, itemsAStep: 2 })).toEqual({ gone: 2, next: null });
  expect(await left()).toEqual(['item-0002', 'item-0004']);
});

it('an item that is only mentioned goes with its mention', async () => {
  const { engine, store, commit, rest, count } = await desk();
  const mention = { item: numbered(1).id, storyline: aStoryline().slug, hits: [] };
  await commit(seen(numbered(1)), { kind: 'mention.made', mention, because });
  expect(await retireOld(engine, { before: LATER, after: null, rest })).toEqual({ gone: 1, next: null });
  expect(await store.explained(numbered(1).identities)).toBeNull();
  expect(await count('SELECT COUNT(*) AS count FROM mention')).toBe(0);
});

it('items behind the first young step are not looked at', async () => {
  const { engine, commit, rest, left } = await desk();
  const young = { seen: at('2025-07-15T00:00Z') };
  await commit(...[numbered(1), numbered(2, young), numbered(3, young), numbered(4, young), numbered(5)].map(seen));
  expect(await retireOld(engine, { before: young.seen, after: null, rest, itemsAStep: 2 })).toEqual({
    gone: 1,
    next: null,
  });
  expect(await left()).toEqual(['item-0002', 'item-0003', 'item-0004', 'item-0005']);
});

it('the room they leave is given back in steps between which others can write', async () => {
  const { engine, commit, rest, rests, count } = await desk(temporaryFolder().at('desk.db'));
  const lede = 'a lede of many words '.repeat(40);
  await commit(...Array.from({ length: 400 }, (_, number) => seen(numbered(number, { lede }))));
  const pages = async () => Number((await engine.all('PRAGMA page_count', {}))[0]?.page_count);
  const before = await pages();
  expect(await retireOld(engine, { before: LATER, after: null, rest })).toEqual({ gone: 400, next: null });
  expect(await pages()).toBeLessThan(before / 2);
  expect(await count('SELECT COUNT(*) AS count FROM item_words_idx')).toBeLessThan(2);
  expect(rests()).toBeGreaterThan(12);
});

it('a pass ends after some of them, and the next one goes on behind it', async () => {
  const { engine, commit, rest, left } = await desk();
  await commit(...[1, 2, 3, 4, 5].map((number) => seen(numbered(number))));
  const pass = { before: LATER, rest, itemsAStep: 1, itemsAPass: 3 };
  expect(await retireOld(engine, { ...pass, after: null })).toEqual({ gone: 3, next: 'item-0003' });
  expect(await left()).toEqual(['item-0004', 'item-0005']);
  expect(await retireOld(engine, { ...pass, after: id('item-0003') })).toEqual({ gone: 2, next: null });
});
