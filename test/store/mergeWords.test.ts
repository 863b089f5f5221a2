import { expect, it, onTestFinished } from 'vitest';
import { searchWriter } from '../../src/decide/match/search.ts';
import { setsIn } from '../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import type { Search } from '../../src/domain/search.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { mergeWords } from '../../src/store/mergeWords.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const NOW = at('2025-07-14T16:05Z');
const because = 'a test says so';
const WORD_7: Search = { kind: 'row', by: 'letters', words: ['word7'], isOpen: false, field: null };

const seen = (number: number): Change => ({
  kind: 'item.seen',
  item: anItem({
    id: id(`item-${String(number).padStart(5, '0')}`),
    identities: [`guid:${number}`],
    lede: Array.from({ length: 40 }, (_word, place) => `word${(number * 37 + place * 101) % 997}`).join(' '),
  }),
  baseline: false,
  because,
});

/** A desk with `steps` parts in its index of words, of `items` each. */
async function desk(steps: number, items: number) {
  const path = temporaryFolder().at('desk.db');
  const { engine } = openSqlite(path, NOW);
  const store = createStore(engine, TITLE_READER, searchWriter(setsIn({})));
  onTestFinished(() => store.close());
  const act = { at: NOW, actor: 'test' };
  await store.commit([{ kind: 'outlet.listed', outlet: anOutlet(), because }], act);
  await store.commit(
    Array.from({ length: steps * items }, (_, number) => seen(number)),
    act,
  );
  while ((await store.makeSearchable(items)) > 0);
  const count = async (sql: string) => Number((await engine.all(sql, {}))[0]?.count);
  const parts = () => count('SELECT COUNT(DISTINCT segid) AS count FROM item_words_idx');
  return { path, engine, store, parts, found: () => store.hits(WORD_7, null) };
}

it.each([
  ['a poll each', 200, 1],
  ['a first poll each', 60, 60],
])('many parts of %s become few, and find the same', async (_what, steps, items) => {
  const { engine, parts, found } = await desk(steps, items);
  const before = await found();
  expect([await parts(), before.length > 0]).toEqual([steps, true]);
  await mergeWords(engine, async () => undefined);
  expect(await parts()).toBeLessThan(10);
  expect(await found()).toEqual(before);
});

it('they are merged in steps, between which others find all of it and write', async () => {
  const { engine, store, found } = await desk(60, 60);
  const before = await found();
  let rests = 0;
  await mergeWords(engine, async () => {
    rests += 1;
    expect(await found()).toEqual(before);
    await store.beat('line', NOW);
  });
  expect(rests).toBeGreaterThan(10);
});

it('FTS5 merges none by itself, and has far more room than the desk lets it need', async () => {
  const { engine } = await desk(1, 1);
  const settings = await engine.all("SELECT v FROM item_words_config WHERE k IN ('automerge', 'crisismerge')", {});
  expect(settings.map(({ v }) => v).sort()).toEqual([0, 1999]);
});

it('the keeper merges them in its own thread', async () => {
  const { path, parts, found } = await desk(100, 1);
  const before = await found();
  const keeper = openKeeper(path);
  onTestFinished(() => keeper.close());
  await keeper.mergeWords();
  expect(await parts()).toBeLessThan(10);
  expect(await found()).toEqual(before);
});
