import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import type { Query } from '../../../src/decide/match/query.ts';
import { type Sought, searchWriter, soughtBy } from '../../../src/decide/match/search.ts';
import { keyOf, NO_SETS, setsIn } from '../../../src/decide/match/searchSets.ts';
import { stemsOf } from '../../../src/decide/match/stems.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';
import { ALIASES } from './arbitraries.ts';

const SETS = setsIn(ALIASES);

function compiled(text: string, aliases = ALIASES): Query {
  const read = compileQuery(text, aliases);
  if (read.kind === 'error') throw new Error(read.error.message);
  return read.query.query;
}

function sought(text: string, sets = NO_SETS): Sought {
  return soughtBy(compiled(text), sets);
}

/** The key of a shipped set. */
function key(name: string): string {
  const set = compiled(`@${name}`);
  return set.kind === 'term' ? keyOf(set) : '';
}

const row = (words: string, more: object = {}) => ({
  kind: 'row',
  by: 'letters',
  words: words.split(' '),
  isOpen: false,
  field: null,
  ...more,
});

describe('what is looked up for a query', () => {
  it.each<[string, object]>([
    ['talk*', row('talk', { isOpen: true })],
    ['title:"White Hou*"', row('white hou', { isOpen: true, field: 'title' })],
    ['oil', row('oil', { by: 'forms' })],
    ['=US', row('US', { by: 'exact' })],
    ['talks', { kind: 'any', of: stemsOf('talks').map((stem) => row(stem, { by: 'forms' })) }],
    ['a* NOT lang:uk', { kind: 'all', of: [row('a', { isOpen: true })], without: [{ facet: 'lang', value: 'uk' }] }],
    ['a* AND since:2025-07-31', { of: [{ words: ['a'] }, { kind: 'day', bound: 'since', value: '2025-07-31' }] }],
    ['a* NOT until:2025-07-31', { of: [{ words: ['a'] }], without: [{ bound: 'until', value: '2025-07-31' }] }],
    ['a* ~b', row('a', { isOpen: true })],
    [
      'n-of(2; a*; b*; c*)',
      {
        kind: 'any',
        of: [
          { kind: 'all', of: [{ words: ['a'] }, { kind: 'any', of: [{ words: ['b'] }, { words: ['c'] }] }] },
          { kind: 'all', of: [{ words: ['b'] }, { words: ['c'] }] },
        ],
      },
    ],
  ])('%s is all that it means', (query, expected) => {
    expect(sought(query)).toMatchObject({
      atMost: expected,
      sure: expected,
      doubtful: { kind: 'nothing' },
      isExact: true,
    });
  });

  it.each<[string, object, object]>([
    ['=us', { kind: 'nothing' }, row('us')],
    ['a* AND =us', { kind: 'nothing' }, { of: [row('a', { isOpen: true }), row('us')], without: [] }],
    ['a* OR =us', row('a', { isOpen: true }), row('us')],
    [
      'a* NOT =us',
      { of: [{ words: ['a'] }], without: [row('us')] },
      { of: [{ words: ['a'] }, row('us')], without: [] },
    ],
    ['"a* b*"', { kind: 'nothing' }, { kind: 'near', within: 0 }],
    ['NEAR("x y" =us, 3)', { kind: 'nothing' }, { kind: 'near', within: 4, of: [{ by: 'forms' }, { by: 'forms' }] }],
    ['NEAR("x y" oil, 3)', { kind: 'near', within: 3 }, { of: [{ within: 4 }], without: [{ within: 3 }] }],
  ])('%s is sure of one part and doubtful of another', (query, sure, doubtful) => {
    expect(sought(query)).toMatchObject({ sure, doubtful, isExact: false });
  });

  it.each<[string, object]>([
    ['@us', row(key('us'), { by: 'sets' })],
    ['title:@us', row(key('us'), { by: 'sets', field: 'title' })],
    ['@us NOT @truce', { of: [{ words: [key('us')] }], without: [{ words: [key('truce')] }] }],
  ])('%s is one word for each set', (query, expected) => {
    expect(sought(query, SETS)).toMatchObject({ atMost: expected, isExact: true });
  });

  it('is a set beside what is to be near it, which has to be judged', () => {
    const { atMost, sure } = sought('NEAR(@us deadline*, 3)', SETS);
    expect(atMost).toMatchObject({ kind: 'all', of: [{ words: [key('us')] }, { words: ['deadline'] }], without: [] });
    expect(sure).toMatchObject({ of: [{ kind: 'near' }, { kind: 'near' }] });
  });

  it('is the names of a set that has other ones than items are found by', () => {
    const query = compiled('@truce', { ...ALIASES, truce: ['truce*', 'ceasefire*'] });
    expect(soughtBy(query, SETS).atMost).toMatchObject({ of: [{ words: ['truce'] }, { words: ['ceasefire'] }] });
  });

  it('grows no faster than a query', () => {
    const eight = (inner: string) => `n-of(4; ${Array.from({ length: 8 }, () => inner).join('; ')})`;
    const query = eight(eight(eight('@us')));
    const { atMost, isExact } = sought(query);
    expect(isExact).toBe(false);
    expect(JSON.stringify(atMost).length).toBeLessThan(1_000 * query.length);
  });
});

/** Words that every rule of comparing has something to do with. */
const TEXTS = [
  { title: 'Trump’s 1,200 U.S. envoys', lede: 'The talks of Kyiv are extended, Çırağan says.' },
  { title: 'Санкции и переговоры', lede: 'Что дали новые санкции в Королёве' },
  { title: 'Що сталося на переговорах', lede: 'Перемир’я та Київ' },
  { title: 'قال ان العقوبات', lede: 'هدنة من بعد' },
  { title: '俄乌停火协议 G7峰会', lede: 'タワー 대통령이' },
  { title: 'Die Sanktionen und der Rat', lede: 'Les sanctions de la France et la paix' },
];

it('other names in a set make another version, the same names in another order of sets none', () => {
  const version = (aliases: Aliases) => searchWriter(setsIn(aliases)).version;
  expect(version({ ...ALIASES, us: ['=US', 'White House'] })).not.toBe(version(ALIASES));
  expect(version(Object.fromEntries(Object.entries(ALIASES).reverse()))).toBe(version(ALIASES));
});

it('words are stored by a version of their own: raise it when this digest is another one', () => {
  const { version, textOf } = searchWriter(SETS);
  const words = JSON.stringify(TEXTS.map(textOf));
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 16);
  expect([version, digest]).toEqual([9690118, '1a94ff881e261d90']);
});
