import { describe, expect, it } from 'vitest';
import { AnchorIndex, anchorsOf } from '../../../src/decide/match/anchors.ts';
import { parseQuery } from '../../../src/decide/match/parse.ts';

const ALIASES = { us: ['US', 'White House'], envoys: ['Witkoff', 'special envoy'] };

function anchors(text: string): string {
  const parsed = parseQuery(text, ALIASES);
  if (parsed.kind === 'error') throw new Error(parsed.error.message);
  return anchorsOf(parsed.query)
    .map((word) => (word.prefix ? `${word.text}*` : word.text))
    .join(' ');
}

describe('a query is looked up by the words of its rarest-looking group', () => {
  it.each([
    ['its only word', 'Kyiv', 'kyiv'],
    ['the longer word', 'oil AND Novoshakhtinsk', 'novoshakhtinsk'],
    ['a word before a prefix as long', 'tariff* AND ukraine', 'ukraine'],
    ['the longest word of a phrase', '"by August 8"', 'august'],
    ['every alternative', '(US OR oil) AND (refinery OR depots)', 'refinery depots'],
    ['every name of an alias set', '@envoys AND (US OR oil)', 'witkoff special'],
    ['one group of each alternative', '(oil AND refinery) OR (US AND howitzers)', 'refinery howitzers'],
    ['nothing behind NOT', 'oil NOT Novoshakhtinsk', 'oil'],
  ])('%s', (_what, query, expected) => {
    expect(anchors(query)).toBe(expected);
  });
});

describe('the index', () => {
  it.each([
    ['talk', [0, 1, 3]],
    ['talks', [1, 3]],
    ['tal', [3]],
    ['ukraine', []],
    ['', []],
  ])('finds for %s the queries %j', (word, expected) => {
    const index = new AnchorIndex();
    index.add({ text: 'talk', prefix: false }, 0);
    index.add({ text: 'talk', prefix: true }, 1);
    index.add({ text: 'ukrainian', prefix: false }, 2);
    index.add({ text: 'ta', prefix: true }, 3);
    const found = new Set<number>();
    index.collect(word, found);
    expect([...found].sort()).toEqual(expected);
  });
});
