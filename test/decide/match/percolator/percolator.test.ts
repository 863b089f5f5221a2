import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonnessIn } from '../../../../src/decide/match/commonness.ts';
import { type ItemText, readItem } from '../../../../src/decide/match/fields.ts';
import { parseQuery } from '../../../../src/decide/match/parse.ts';
import { percolatorOf } from '../../../../src/decide/match/percolator/percolator.ts';
import type { Query } from '../../../../src/decide/match/query.ts';
import { satisfies } from '../../../../src/decide/match/satisfies.ts';
import { runs } from '../../../fakes/runs.ts';
import { ALIASES, item, query } from '../arbitraries.ts';

const counts = new Map([
  ['the', 900],
  ['trump', 200],
  ['talks', 40],
  ['us', 150],
]);
const COMMONNESS = commonnessIn({ items: 1_000, counts });

function parsed(text: string): Query {
  const read = parseQuery(text, ALIASES);
  if (read.kind === 'error') throw new Error(`${text}: ${read.error.message}`);
  return read.query;
}

function plainly(queries: readonly Query[], text: ItemText): readonly number[] {
  const read = readItem(text);
  return queries.flatMap((each, index) => (satisfies(each, read) ? [index] : []));
}

describe('the percolator', () => {
  it('finds what judging every query finds, item after item', () => {
    const queries = fc.array(query, { maxLength: 12 });
    const items = fc.array(item, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(queries, items, (all, texts) => {
        const percolator = percolatorOf(all, COMMONNESS);
        for (const text of texts) expect(percolator.find(text)).toEqual(plainly(all, text));
      }),
      runs(1_500),
    );
  });

  it('finds the same when it can remember hardly a word', () => {
    fc.assert(
      fc.property(fc.array(query, { maxLength: 6 }), fc.array(item, { maxLength: 12 }), (all, texts) => {
        const percolator = percolatorOf(all, COMMONNESS, 8);
        for (const text of texts) expect(percolator.find(text)).toEqual(plainly(all, text));
      }),
      runs(500),
    );
  });

  it.each([
    ['a word met in the item before', ['oil AND gas'], ['oil', 'gas'], [[], []]],
    ['a phrase across title and lede', ['"oil gas"'], ['the oil|gas of'], [[]]],
    ['a word in another language than the item before', ['sanction'], ['the sanctions of', 'sanctions'], [[0], []]],
    ['nothing of no queries', [], ['oil'], [[]]],
    ['queries in their order', ['gas', 'oil', 'coal'], ['coal gas oil'], [[0, 1, 2]]],
    ['what only an outlet is asked for', ['source:tass'], ['oil'], [[]]],
    ['boosts alone', ['~oil ~gas ~coal threshold:2'], ['oil', 'oil gas', 'coal gas'], [[], [0], [0]]],
  ])('does not mistake %s', (_what, texts, items, expected) => {
    const percolator = percolatorOf(texts.map(parsed), COMMONNESS);
    const found = items.map((text) => {
      const [title = '', lede = ''] = text.split('|');
      return percolator.find({ title, lede });
    });
    expect(found).toEqual(expected);
  });

  it('forgets an item, however many come after it', () => {
    const percolator = percolatorOf([parsed('oil OR "oil gas"')], COMMONNESS);
    const others = Array.from({ length: 600 }, () => ({ title: 'gas', lede: '' }));
    const found = [{ title: 'oil', lede: '' }, ...others].map((text) => percolator.find(text).length);
    expect(found).toEqual([1, ...others.map(() => 0)]);
  });

  it('judges an item of any length', () => {
    const percolator = percolatorOf([parsed('"oil gas"'), parsed('coal')], COMMONNESS);
    const lede = `${'word '.repeat(20_000)} oil gas`;
    expect(percolator.find({ title: '', lede })).toEqual([0]);
    expect(percolator.find({ title: '', lede: lede.slice(0, 49_000) })).toEqual([]);
  });

  it.each([254, 255, 256, 600])('tells the language of an item by all of its words, of %i small ones', (words) => {
    const percolator = percolatorOf([parsed('oil AND lang:en'), parsed('oil AND lang:fr')], COMMONNESS);
    const lede = (french: number) => `oil ${'the '.repeat(words)} ${'les '.repeat(french)}`;
    expect(percolator.find({ title: '', lede: lede(words - 1) })).toEqual([0]);
    expect(percolator.find({ title: '', lede: lede(words + 1) })).toEqual([1]);
  });
});
