import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import { queryFrom, termsIn, type Written, writtenIn } from '../../../src/decide/match/written.ts';
import { runs } from '../../fakes/runs.ts';

const NOTHING: Written = { any: [], and: [], none: [], only: [] };

function readBack(query: string): Written | null {
  const compiled = compileQuery(query, { kyiv: ['Kyiv'] });
  if (compiled.kind === 'error') throw new Error(`${query}: ${compiled.error.message}`);
  return writtenIn(compiled.query.query);
}

describe('words in boxes', () => {
  it.each<[string, readonly string[]]>([
    ['grain, Black Sea\n“grain deal”; grain', ['grain', 'Black Sea', 'grain deal']],
    [' , \n', []],
  ])('%j are these terms', (text, terms) => {
    expect(termsIn(text)).toEqual(terms);
  });

  it.each<[Partial<Written>, string]>([
    [{ any: ['grain', 'black sea'] }, '(grain OR "black sea")'],
    [{ any: ['grain*'], and: ['@kyiv'], none: ['not'] }, '(grain*) AND (@kyiv) NOT ("not")'],
    [
      { any: ['grain'], only: ['lang:uk', 'source:press', 'lang:ru'] },
      '(grain) AND (lang:uk OR lang:ru) AND (source:press)',
    ],
    [{ none: ['grain'] }, ''],
  ])('%j are the query %s', (written, query) => {
    expect(queryFrom({ ...NOTHING, ...written })).toBe(query);
  });

  it('give a query that gives the same words back, whatever they are', () => {
    const word = fc.constantFrom(
      'grain',
      'Київ',
      'black sea',
      'tariff*',
      'and',
      'near',
      '@kyiv',
      'G-7',
      "Ukraine's",
      'a (b)',
    );
    const words = (minLength: number) => fc.uniqueArray(word, { minLength, maxLength: 4 });
    const only = fc.subarray(['lang:uk', 'lang:ru', 'source:press', 'source:state-funded']);
    fc.assert(
      fc.property(words(1), words(0), words(0), only, (any, and, none, chosen) => {
        const query = queryFrom({ any, and, none, only: chosen });
        const back = readBack(query);
        expect(back).not.toBeNull();
        expect(queryFrom(back ?? NOTHING)).toBe(queryFrom(readBack(queryFrom(back ?? NOTHING)) ?? NOTHING));
        expect(back?.any).toHaveLength(any.length);
        expect([...(back?.only ?? [])].sort()).toEqual([...chosen].sort());
      }),
      runs(50),
    );
  });

  it.each([
    'title:grain',
    '=US AND grain',
    'a AND b AND c',
    'grain ~sea',
    'grain AND since:2025-01-01',
    'n-of(2; a; b; c)',
  ])('cannot say %s', (query) => {
    expect(readBack(query)).toBeNull();
  });
});
