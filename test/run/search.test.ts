import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type CompiledQuery, compiledOf, compileQuery } from '../../src/decide/match/compile.ts';
import { type ItemText, readItem } from '../../src/decide/match/fields.ts';
import { satisfies } from '../../src/decide/match/satisfies.ts';
import { searchWriter, soughtBy } from '../../src/decide/match/search.ts';
import { NO_SETS, type Sets, setsIn } from '../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { type ItemId, id, type OutletId } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Found } from '../../src/domain/search.ts';
import { MINUTE, plus } from '../../src/domain/time.ts';
import { Indexer, lookUp } from '../../src/run/search.ts';
import type { Engine } from '../../src/store/engine.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { ALIASES, query as anyQuery, item as anyText } from '../decide/match/arbitraries.ts';
import { anItem, anOutlet, aSource, at } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';
import { fakeLog } from '../fakes/world.ts';

const NOW = at('2025-07-14T16:05Z');
const act = { at: NOW, actor: 'test' };
const SETS = setsIn(ALIASES);
const WRITER = searchWriter(SETS);
const because = 'a test says so';
const LONG = '"sanctions talks extending delegations negotiations"';
const LONG_FORMS = 'sanction talk extended delegation negotiation';
const TASS = { outlet: id<OutletId>('tass'), group: 'russian-state', label: 'state-controlled' } as const;
const BBC = { outlet: id<OutletId>('bbc'), group: 'bbc', label: 'press' } as const;

function listed({ outlet, group, label }: typeof TASS | typeof BBC): Change {
  return { kind: 'outlet.listed', outlet: anOutlet({ id: outlet, group, label }), because };
}

function itemOf({ title, lede, source = BBC, published = null }: ItemText, number: number): Item {
  const seen = plus(NOW, number * MINUTE);
  return anItem({
    id: id(`item-${number}`),
    title,
    lede,
    published,
    seen,
    source: aSource(source),
    identities: [`guid:${number}`],
  });
}

function seenOf(text: ItemText, number: number): Change {
  return { kind: 'item.seen', item: itemOf(text, number), baseline: false, because };
}

function editedOf(text: ItemText, number: number): Change {
  return { kind: 'item.edited', item: itemOf(text, number), wasTitle: '', wasLede: '', because };
}

let opened: Engine[] = [];
afterEach(async () => {
  for (const engine of opened) await engine.close();
  opened = [];
});

/** Of which only the first `written` have their words already. */
async function storeOf(texts: readonly ItemText[], written = texts.length): Promise<Store> {
  const { engine } = openSqlite(':memory:', NOW);
  opened.push(engine);
  const store = createStore(engine, TITLE_READER, WRITER);
  const seen = texts.map((text, number) => seenOf(text, number));
  await store.commit([listed(TASS), listed(BBC), ...seen], act);
  await store.makeSearchable(written);
  return store;
}

function compiled(text: string): CompiledQuery {
  const result = compileQuery(text, ALIASES);
  if (result.kind === 'error') throw new Error(result.error.message);
  return result.query;
}

const idsOf = (found: readonly Found[]): readonly ItemId[] => found.map((each) => each.id);

/** What the plain meaning finds. */
function meant({ query }: CompiledQuery, texts: readonly ItemText[]): readonly string[] {
  const are = texts.map((text, at) => satisfies(query, readItem(itemOf(text, at))));
  return texts.map((_, at) => `item-${at}`).filter((_, at) => are[at]);
}

describe('looking stored items up', () => {
  it('finds exactly what queries mean, whatever the script', async () => {
    const queries = fc.array(anyQuery, { minLength: 8, maxLength: 8 });
    const texts = fc.array(anyText, { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(queries, texts, async (trees, items) => {
        const store = await storeOf(items);
        for (const query of trees.map(compiledOf)) await expectMeaning(store, query, items);
      }),
      runs(200),
    );
  }, 60_000);

  it('finds exactly what queries mean, however many items have their words already', async () => {
    const texts = fc.array(anyText, { minLength: 6, maxLength: 6 });
    const edits = fc.array(fc.nat(5), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(anyQuery, texts, fc.nat(6), edits, async (tree, items, written, edited) => {
        const store = await storeOf(items, written);
        const now = items.map((item, number) =>
          edited.includes(number) ? { ...item, title: `${item.title} US` } : item,
        );
        const query = compiledOf(tree);
        await lookUp(store, query, null, SETS);
        await store.commit(
          edited.map((number) => editedOf(now[number] ?? { title: '', lede: '' }, number)),
          act,
        );
        for (const more of [0, 2, 6]) {
          await store.makeSearchable(more);
          expect(idsOf(await lookUp(store, query, null, SETS)), query.written).toEqual(meant(query, now));
        }
      }),
      runs(200),
    );
  }, 60_000);

  it.each([
    ['a word', 'talk', 'The talks of Kyiv', true],
    ['a beginning in the middle of a phrase', '"general* licen* 1*"', 'General licence 128B', true],
    ['the same in another order', '"general* licen* 1*"', '128B licence of a general', false],
    ['what is exact', '=US', 'What the US wants', true],
    ['what is not', '=US', 'Tell us', false],
    ['forms near letters', 'NEAR(Putin @us, 2)', 'Putin hears of Trump', true],
    ['forms far from letters', 'NEAR(Putin @us, 2)', 'Putin hears nothing new of Trump', false],
    ['other forms near letters', 'NEAR(sanction @us, 2)', 'The sanctions of Trump', true],
    ['a form near a beginning', 'NEAR(Putin sanctions*, 2)', 'The sanctions that Putin calls for', true],
    ['a beginning that no form has', 'NEAR(talk extendi*, 2)', 'The talks on extending it', true],
    ['a row beside the end of a longer one', 'NEAR("x y z" y w, 0)', 'x y z w', true],
    ['a longer row farther than that', 'NEAR("x y z" y w, 0)', 'x y z v w', false],
    ['boosts that reach', 'oil ~gas^0.1 ~coal^0.2 ~peat^0.5 threshold:0.3', 'oil, gas, coal', true],
    ['boosts that do not', 'oil ~gas^0.1 ~coal^0.2 ~peat^0.5 threshold:0.3', 'oil, coal', false],
    ['nine choices, more than are written out', 'n-of(2; @us; b; c; d; e; f; g; h; i)', 'b i', true],
    ['one of nine choices', 'n-of(2; @us; b; c; d; e; f; g; h; i)', 'b', false],
    ['a phrase of more forms than are written out', LONG, `The ${LONG_FORMS}`, true],
    ['the same in its own words', LONG, LONG.slice(1, -1), true],
    ['the same out of order', LONG, `The ${LONG_FORMS.split(' ').reverse().join(' ')}`, false],
    ['a language', 'oil AND lang:en', 'The oil of the north', true],
    ['an outlet', 'oil AND source:bbc', 'oil', true],
    ['a label of no outlet', 'oil AND source:wire', 'oil', false],
    ['a day it was seen after', 'oil AND since:2025-01-01', 'oil', true],
    ['a day it was seen before', 'oil AND until:2025-01-01', 'oil', false],
    ['nobody to leave out', 'oil NOT source:wire', 'oil', true],
  ])('finds %s', async (_what, query, title, expected) => {
    const items = [{ title, lede: '' }];
    const store = await storeOf(items);
    expect(await lookUp(store, compiled(query), null, SETS)).toHaveLength(expected ? 1 : 0);
    await expectMeaning(store, compiled(query), items);
  });

  it('takes queries as deep as people may write them', async () => {
    let deep = 'n-of(4; f; g; h; i; j; k; l; m)';
    for (let depth = 0; depth < 6; depth += 1) deep = `(@us OR b AND (c OR d NOT (e OR ${deep})))`;
    const items = ['US', 'b c', 'b d', 'b d e', 'b d f g h'].map((title) => ({ title, lede: '' }));
    await expectMeaning(await storeOf(items), compiled(deep), items);
  });

  it('tells the sure from the doubtful where there are too many to judge', async () => {
    const titles = ['Putin hears of Trump', 'Trump, us and Putin', 'tell us', 'US talks'];
    const items = Array.from({ length: 900 }, (_, at) => ({ title: titles[at % titles.length] ?? '', lede: '' }));
    const store = await storeOf(items);
    for (const query of ['NEAR(Putin @us, 1)', '=us', '"a* b*" OR Putin OR =us']) {
      await expectMeaning(store, compiled(query), items);
    }
  });

  it('finds in order of time, within a span', async () => {
    const store = await storeOf(['US talks', 'us talks', 'talks', 'US talks'].map((title) => ({ title, lede: '' })));
    const found = (until: number) =>
      lookUp(store, compiled('@us'), { from: NOW, until: plus(NOW, until * MINUTE) }, SETS);
    expect(idsOf(await found(3))).toEqual(['item-0']);
    expect(idsOf(await found(4))).toEqual(['item-0', 'item-3']);
  });
});

/** The language's meaning on one side, the index and what is judged after it on the other: by keys of sets and by names. */
async function expectMeaning(store: Store, query: CompiledQuery, items: readonly ItemText[]): Promise<void> {
  const expected = meant(query, items);
  for (const sets of [SETS, NO_SETS]) {
    expect(idsOf(await lookUp(store, query, null, sets)), query.written).toEqual(expected);
    await expectBounds(store, query, expected, sets);
  }
}

async function expectBounds(
  store: Store,
  query: CompiledQuery,
  expected: readonly string[],
  sets: Sets,
): Promise<void> {
  const { atMost, sure, doubtful, isExact } = soughtBy(query.query, sets);
  const most = idsOf(await store.hits(atMost, null));
  const least = idsOf(await store.hits(sure, null));
  const both = [...least, ...idsOf(await store.hits(doubtful, null))];
  expect(expected, `sure of ${query.written}`).toEqual(expect.arrayContaining([...least]));
  expect(most, `at most ${query.written}`).toEqual(expect.arrayContaining([...expected]));
  expect(both, `sure and doubtful of ${query.written}`).toEqual(expect.arrayContaining([...expected]));
  if (isExact) expect(most, query.written).toEqual(expected);
}

/** Of a store alone: nobody merges. */
function indexerOf(store: Pick<Store, 'unsearchable' | 'makeSearchable'>, mergeWords = async () => undefined): Indexer {
  return new Indexer({ store, keeper: { mergeWords }, log: fakeLog() });
}

describe('items whose words are not written yet', () => {
  const ITEMS = Array.from({ length: 120 }, (_, index) => ({ title: `Talks, part ${index}`, lede: '' }));
  const found = (store: Store, query: string) => lookUp(store, compiled(query), null, SETS);

  it('are found, and searched once they have them, all of them', async () => {
    const store = await storeOf(ITEMS, 0);
    const searched = () => store.hits(soughtBy(compiled('talk*').query, SETS).atMost, null);
    expect([(await found(store, 'talk*')).length, (await searched()).length]).toEqual([120, 0]);
    await indexerOf(store).catchUp();
    expect([(await found(store, 'talk*')).length, (await searched()).length]).toEqual([120, 120]);
    expect(await store.unsearchable()).toBe(0);
  });

  it('are found each once while they are getting them', async () => {
    const store = await storeOf(ITEMS, 0);
    const getting = indexerOf(store).catchUp();
    const counts = await Promise.all(Array.from({ length: 20 }, async () => (await found(store, 'talk*')).length));
    await getting;
    expect(new Set(counts)).toEqual(new Set([120]));
  });

  it('are found by the names of a set whose names have changed since', async () => {
    const { engine } = openSqlite(':memory:', NOW);
    opened.push(engine);
    const before = createStore(engine, TITLE_READER, searchWriter(setsIn({ ...ALIASES, us: ['Trump*'] })));
    await before.commit([listed(BBC), seenOf({ title: 'White House talks', lede: '' }, 0)], act);
    await before.makeSearchable(10);
    const store = createStore(engine, TITLE_READER, WRITER);
    expect([await store.unsearchable(), idsOf(await found(store, '@us'))]).toEqual([1, ['item-0']]);
    await store.makeSearchable(10);
    expect([await store.unsearchable(), idsOf(await found(store, '@us'))]).toEqual([0, ['item-0']]);
  });

  it('wait where the desk stops before', async () => {
    const store = await storeOf(ITEMS, 0);
    const indexer = indexerOf(store);
    const under = indexer.catchUp();
    await indexer.close();
    await under;
    expect(await store.unsearchable()).toBeGreaterThan(0);
    await indexerOf(store).catchUp();
    expect(await store.unsearchable()).toBe(0);
  });

  it('get them once, however often that is asked for', async () => {
    const store = await storeOf(ITEMS, 0);
    let steps = 0;
    const makeSearchable = (limit: number) => {
      steps += 1;
      return store.makeSearchable(limit);
    };
    const indexer = indexerOf({ unsearchable: () => store.unsearchable(), makeSearchable });
    await Promise.all([indexer.catchUp(), indexer.catchUp()]);
    expect(steps).toBe(4);
    await indexer.catchUp();
    expect(steps).toBe(4);
  });

  it('wait for the next time when the disk refuses', async () => {
    const store = await storeOf(ITEMS, 0);
    let isFull = true;
    const makeSearchable = async (limit: number) => {
      if (isFull) throw new Error('the disk is full');
      return store.makeSearchable(limit);
    };
    const indexer = indexerOf({ unsearchable: () => store.unsearchable(), makeSearchable });
    await expect(indexer.catchUp()).rejects.toThrow('the disk is full');
    isFull = false;
    await indexer.catchUp();
    expect(await store.unsearchable()).toBe(0);
  });
});

describe('the parts of the index of words', () => {
  /** An indexer of a store that waits with `waiting` items, fifty of which make a part. */
  function partsOf(merge: () => Promise<void> = async () => undefined) {
    const desk = { waiting: 0, parts: 0, merges: 0, seen: [] as number[] };
    const store = {
      unsearchable: async () => desk.waiting,
      makeSearchable: async (limit: number) => {
        const made = Math.min(limit, desk.waiting);
        desk.waiting -= made;
        if (made > 0) desk.parts += 1;
        return made;
      },
    };
    const indexer = new Indexer({
      store,
      keeper: {
        mergeWords: async () => {
          desk.merges += 1;
          desk.seen.push(desk.parts);
          desk.parts = 1;
          await merge();
        },
      },
      log: fakeLog(),
    });
    const write = (parts: number) => {
      desk.waiting = 50 * parts;
      return indexer.catchUp();
    };
    return { desk, indexer, write };
  }

  it('are merged at a start, whatever was left, and then whenever they are many', async () => {
    const { desk, indexer, write } = partsOf();
    await indexer.merge();
    await indexer.merge();
    expect(desk.merges).toBe(1);
    await write(63);
    await indexer.merge();
    expect(desk.merges).toBe(1);
    await write(1);
    await indexer.merge();
    expect([desk.merges, desk.seen]).toEqual([2, [0, 65]]);
  });

  it('are never too many, however much is to be made searchable at once', async () => {
    const { desk, indexer, write } = partsOf();
    await indexer.merge();
    await write(2_500);
    expect(Math.max(...desk.seen)).toBeLessThan(1_000);
    expect(desk.merges).toBe(4);
  });

  it('go on being counted while they are merged', async () => {
    const { desk, indexer, write } = partsOf(() => (desk.merges === 1 ? write(70) : Promise.resolve()));
    await indexer.merge();
    expect(desk.merges).toBe(1);
    await indexer.merge();
    expect(desk.merges).toBe(2);
  });

  it('are merged the next time where the disk refused', async () => {
    let isFull = true;
    const { desk, indexer } = partsOf(async () => {
      if (isFull) throw new Error('the disk is full');
    });
    await expect(indexer.merge()).rejects.toThrow('the disk is full');
    isFull = false;
    await indexer.merge();
    expect(desk.merges).toBe(2);
  });
});
