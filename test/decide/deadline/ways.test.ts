import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speltOut } from '../../../src/decide/deadline/ways.ts';
import { runs } from '../../fakes/runs.ts';

describe('the ways of a list are spelt out', () => {
  it.each([
    ['truce|pact', ['truce', 'pact']],
    ['days?\\b', ['days\\b', 'day\\b']],
    ['cut-?off', ['cut-off', 'cutoff']],
    ['u\\.?n', ['u\\.n', 'un']],
    ['(?:sun|mon)days?', ['sundays', 'sunday', 'mondays', 'monday']],
    ['tak(?:es?|ing) hold', ['takes hold', 'take hold', 'taking hold']],
    ['(?:\\w+ )?left', ['\\w+ left', 'left']],
    ['(?:a|b)+c', ['(?:a|b)+c']],
    ['(?:a|b){1,2}c?d', ['(?:a|b){1,2}cd', '(?:a|b){1,2}d']],
    ['(?:un){2}paid|up', ['(?:un){2}paid', 'up']],
    ['on(?! (?:top|it))s?', ['on(?! (?:top|it))s', 'on(?! (?:top|it))']],
    ['licen[cs]es?|a+?b??', ['licen[cs]es', 'licen[cs]e', 'a+?b??']],
  ])('%s', (words, ways) => {
    expect(speltOut(words)).toEqual(ways);
  });

  it('to what matches wherever the list does', () => {
    const { words } = fc.letrec<{ words: string; way: string; unit: string }>((tie) => ({
      words: fc.array(tie('way'), { minLength: 1, maxLength: 2 }).map((ways) => ways.join('|')),
      way: fc.array(tie('unit'), { minLength: 1, maxLength: 2 }).map((units) => units.join('')),
      unit: fc.oneof(
        { maxDepth: 2 },
        fc.constantFrom('a', 'b', ' ', 'a?', 'b+', '[ab]', '\\w', '\\b', '(?!b)', '(?:a|b)+', '(?:a| )*'),
        tie('words').map((inner) => `(?:${inner})`),
        tie('words').map((inner) => `(?:${inner})?`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 });
    fc.assert(
      fc.property(words, text, (list, read) => {
        const isMatch = (ways: string) => new RegExp(`\\b(?:${ways})\\b`).test(read);
        expect(isMatch(speltOut(list).join('|'))).toBe(isMatch(list));
      }),
      runs(1000),
    );
  });
});
