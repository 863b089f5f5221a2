import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treed, treeOf } from '../../../src/decide/deadline/tree.ts';
import { runs } from '../../fakes/runs.ts';

const begins = (words: string) => new RegExp(`\\b(?:${words})`, 'i');

describe('a list of words is read as a tree of their first letters', () => {
  it.each([
    ['truce|treaty|term', 't(?:r(?:uce|eaty)|erm)'],
    ['(?:take|run)s out|race', 'takes out|r(?:uns out|ace)'],
    ['on|\\w+ left|in|into|of', 'on|\\w+ left|i(?:n(?:|to))|of'],
    ['de?al|dis(?:may|like)', 'd(?:e?al|is(?:may|like))'],
    ['(?:un)?paid|up', '(?:un)?paid|up'],
    ['a[b|c]d|a\\|b', 'a(?:[b|c]d|\\|b)'],
  ])('%s', (words, tree) => {
    expect(treeOf(words)).toBe(tree);
  });

  it('whatever their case', () => {
    expect('The TRUCE'.match(begins(treeOf('truce|treaty')))?.index).toBe(4);
  });

  it('matches where and what the plain list matches', () => {
    const { words } = fc.letrec<{ words: string; way: string; unit: string }>((tie) => ({
      words: fc.array(tie('way'), { minLength: 1, maxLength: 5 }).map((ways) => ways.join('|')),
      way: fc.array(tie('unit'), { minLength: 1, maxLength: 4 }).map((units) => units.join('')),
      unit: fc.oneof(
        { maxDepth: 2 },
        fc.constantFrom('a', 'b', 'c', ' ', 'a?', 'b+', '[ab]', '\\w', '\\b', '(?!b)'),
        tie('words').map((inner) => `(?:${inner})`),
        tie('words').map((inner) => `(?:${inner})?`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'A', 'B'), maxLength: 12 });
    fc.assert(
      fc.property(words, text, (list, read) => {
        const found = read.match(begins(treeOf(list)));
        const wanted = read.match(begins(list));
        expect([found?.index, found?.[0]]).toEqual([wanted?.index, wanted?.[0]]);
      }),
      runs(2000),
    );
  });
});

describe('the long groups of a pattern are read as trees', () => {
  it.each([
    ['\\b(?:truce|treaty|term|pact) (?:ends|is up)\\b', '\\b(?:t(?:r(?:uce|eaty)|erm)|pact) (?:ends|is up)\\b'],
    ['a(?! (?:on|off|over|out)\\b)', 'a(?! (?:o(?:n|ff|ver|ut))\\b)'],
    ['(?:by|before|(?:be|bar|bet|bit)s) then', '(?:by|before|(?:b(?:e(?:|t)|ar|it))s) then'],
    ['(?:a(?<when>b)|ab|ac|ad)', '(?:a(?<when>b)|ab|ac|ad)'],
    ['[(?:a|b|c|d)]|\\(?:', '[(?:a|b|c|d)]|\\(?:'],
  ])('%s', (source, tree) => {
    expect(treed(source)).toBe(tree);
  });

  it('and match where, and catch what, they did', () => {
    const { ways } = fc.letrec<{ ways: string; way: string; unit: string }>((tie) => ({
      ways: fc.array(tie('way'), { minLength: 4, maxLength: 5 }).map((each) => each.join('|')),
      way: fc.array(tie('unit'), { minLength: 1, maxLength: 2 }).map((units) => units.join('')),
      unit: fc.oneof(
        { maxDepth: 1 },
        fc.constantFrom('a', 'b', 'c', ' ', 'a?', 'b+?', '[ab]', '\\w', '\\b', '(?!b)', '(?<=a)', '(b)'),
        tie('ways').map((inner) => `(?:${inner})`),
        tie('ways').map((inner) => `(?:${inner}){0,2}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'A', 'B'), maxLength: 12 });
    fc.assert(
      fc.property(ways, text, (list, read) => {
        const source = `\\b(?:${list})(?:${list})? ?c`;
        const found = new RegExp(treed(source), 'i').exec(read);
        const wanted = new RegExp(source, 'i').exec(read);
        expect([found?.index, ...(found ?? [])]).toEqual([wanted?.index, ...(wanted ?? [])]);
      }),
      runs(500),
    );
  });
});
