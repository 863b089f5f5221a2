import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastText } from '../../../src/decide/backtest/item.ts';
import { narrowed } from '../../../src/decide/backtest/narrow.ts';
import { type Asked, type Survey, surveyItems } from '../../../src/decide/backtest/survey.ts';
import { compiledOf } from '../../../src/decide/match/compile.ts';
import type { ItemText } from '../../../src/decide/match/fields.ts';
import { searchWriter } from '../../../src/decide/match/search.ts';
import { setsIn } from '../../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../../src/decide/merge/sought.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/domain/ports.ts';
import type { StoredItem } from '../../../src/domain/search.ts';
import { MINUTE, plus } from '../../../src/domain/time.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { createStore } from '../../../src/store/store.ts';
import { anItem, anOutlet, aSource, at } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';
import { ALIASES, query as anyQuery, item as anyText } from '../match/arbitraries.ts';
import { compiled } from './items.ts';

const NOW = at('2025-07-14T16:05Z');
const SETS = setsIn(ALIASES);
const WRITER = searchWriter(SETS);
const because = 'a test says so';
const BBC = { outlet: anOutlet().id, group: 'bbc', label: 'press' } as const;

/** Of which only the first `written` have their words already. */
async function storeOf(texts: readonly ItemText[], written = texts.length): Promise<Store> {
  const store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER, WRITER);
  const outlets = [BBC, ...texts.flatMap(({ source }) => source ?? [])].map(
    ({ outlet, group, label }): Change => ({
      kind: 'outlet.listed',
      outlet: anOutlet({ id: outlet, group, label }),
      because,
    }),
  );
  const items = texts.map(({ title, lede, source = BBC }, number): Change => {
    const seen = plus(NOW, number * MINUTE);
    const identities = [`guid:${number}`];
    const item = anItem({ id: id(`item-${number}`), identities, title, lede, seen, source: aSource(source) });
    return { kind: 'item.seen', item, baseline: false, because };
  });
  await store.commit([...outlets, ...items], { at: NOW, actor: 'test' });
  await store.makeSearchable(written);
  return store;
}

function pastOf({ item: { id, title, lede, source, seen } }: StoredItem): PastText {
  return { id, title, lede, source, link: null, outlet: source.name, published: seen, labels: null };
}

/** A survey by the names of the items in it. */
function namesIn({ items, from, until, hits, nearMisses, lost, stopped, otherHits }: Survey) {
  const names = (reads: Survey['hits']) => reads.map(({ item }) => item.id);
  return {
    ...{ items, from, until, lost },
    hits: names(hits),
    nearMisses: nearMisses.map(({ item, lacks }) => [item.id, lacks]),
    stopped: names(stopped),
    otherHits: names(otherHits),
  };
}

describe('what a survey has to see', () => {
  it('is all that it keeps, whatever is asked and however many items have their words', async () => {
    const trees = fc.tuple(anyQuery, anyQuery, fc.option(anyQuery));
    const texts = fc.array(anyText, { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(trees, texts, fc.nat(12), async ([first, second, third], items, written) => {
        const store = await storeOf(items, written);
        const other = third && compiledOf(third);
        const asked = [first, second].map(
          (tree): Asked => ({ query: compiledOf(tree), other, label: null, joins: null }),
        );
        const all = (await store.news(null, null)).map(pastOf);
        const some = (await store.news(null, null, narrowed(asked, SETS) ?? undefined)).map(pastOf);
        const narrow = surveyItems(asked, some, await store.newsExtent(null, null));
        await store.close();
        expect(narrow.map(namesIn)).toEqual(surveyItems(asked, all).map(namesIn));
      }),
      runs(200),
    );
  }, 60_000);

  it.each([
    ['near misses of either group', 'talk* AND envoy*', ['item-0', 'item-1', 'item-2']],
    ['no item that lacks all that words tell', 'talk* AND lang:en', ['item-0', 'item-2']],
    ['hits alone of a single group', 'talk*', ['item-0', 'item-2']],
    ['what a NOT-term stops', 'talk* NOT harbour*', ['item-0', 'item-2']],
  ])('is %s', async (_what, query, expected) => {
    const titles = ['The talks of the envoy', 'An envoy leaves the port', 'Harbour talks', 'Rain over the harbour'];
    const store = await storeOf(titles.map((title) => ({ title, lede: '' })));
    const search = narrowed([{ query: compiled(query), other: null, label: null, joins: null }], SETS) ?? undefined;
    expect((await store.news(null, null, search)).map(({ item }) => item.id)).toEqual(expected);
    await store.close();
  });

  it('is everything where likeness may bring anything in', () => {
    expect(narrowed([{ query: compiled('talk*'), other: null, label: null, joins: () => false }], SETS)).toBeNull();
  });
});
