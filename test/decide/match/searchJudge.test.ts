/** One query after another is judged as `satisfies` says, whatever was judged before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/decide/match/fields.ts';
import { satisfies } from '../../../src/decide/match/satisfies.ts';
import { SearchJudge } from '../../../src/decide/match/searchJudge.ts';
import { runs } from '../../fakes/runs.ts';
import { item, query } from './arbitraries.ts';

const FEW_CLUES = 12;

describe('queries judged in turn', () => {
  it.each([
    ['all of them in one memory', undefined],
    ['a memory that often begins anew', FEW_CLUES],
  ])('mean what they mean alone: %s', (_, mostClues) => {
    const queries = fc.array(query, { minLength: 1, maxLength: 8 });
    const items = fc.array(item, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(queries, items, (asked, texts) => {
        const judge = new SearchJudge(mostClues);
        for (const each of [...asked, ...asked]) {
          const found = texts.map((text) => judge.isMeant(each, text));
          expect(found).toEqual(texts.map((text) => satisfies(each, readItem(text))));
        }
      }),
      runs(300),
    );
  });
});
