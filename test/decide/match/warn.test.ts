import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config.ts';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { type CompiledQuery, compiledOf, compileQuery } from '../../../src/decide/match/compile.ts';
import { shareOf } from '../../../src/decide/match/estimate.ts';
import { judge } from '../../../src/decide/match/judge.ts';
import { warningsOf } from '../../../src/decide/match/warn.ts';
import { runs } from '../../fakes/runs.ts';
import { ALIASES, item, query } from './arbitraries.ts';

const { background, catalogue } = loadConfig({ env: {} });
const commonness = commonnessIn(background);

function compiled(text: string): CompiledQuery {
  const result = compileQuery(text, { ...catalogue.aliases, ...ALIASES });
  if (result.kind === 'error') throw new Error(result.error.message);
  return result.query;
}

function kinds(text: string): readonly string[] {
  return warningsOf(compiled(text), commonness).map(({ kind }) => kind);
}

it('phrases around one word are taken to be no more common than the word', () => {
  const around = ['in', 'on', 'near', 'outside', 'over', 'above', 'around', 'behind'].map((word) => `${word} Zelensky`);
  const many = compileQuery('@around AND says', { around });
  const one = compileQuery('Zelensky AND says', {});
  if (many.kind === 'error' || one.kind === 'error') throw new Error('no query');
  expect(shareOf(many.query.query, commonness)).toBeGreaterThan(0);
  expect(shareOf(many.query.query, commonness)).toBeLessThanOrEqual(shareOf(one.query.query, commonness));
});

describe('a person is warned of a query that', () => {
  it.each([
    ['is one common word', 'Trump', ['too_broad']],
    ['offers a common word as a choice', 'refinery OR says', ['too_broad']],
    ['begins words with one letter', 't*', ['too_broad']],
    ['only names an outlet', 'source:tass', ['too_broad']],
    ['only names days', 'since:2025-07-31 AND until:2025-08-07', ['too_broad']],
    ['needs one of many common words', 'n-of(1; president; war; talks)', ['too_broad']],
    ['excludes what it asks for', 'oil AND Russia NOT oil', ['never']],
    ['excludes a beginning of what it asks for', 'tariffs AND oil NOT tariff*', ['never']],
    ['excludes a word of its phrase', '"secondary tariff" NOT tariff', ['never']],
    ['excludes every choice of a group', '(oil OR gas) AND Kyiv NOT (gas OR oil)', ['never']],
    ['excludes what it asks of the title', 'title:oil NOT oil', ['never']],
    ['excludes its days', 'oil AND since:2025-07-31 NOT since:2025-07-31', ['never']],
    ['excludes its outlet', 'oil AND source:tass NOT source:tass', ['never']],
    ['misspells a word', 'Kyiv AND ceasfire', ['unseen']],
    ['misspells a word behind NOT', 'Kyiv AND ceasefire NOT refinerry', ['unseen']],
  ])('%s', (_what, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('nobody is warned of a query that', () => {
  it.each([
    ['narrows a common word', 'Trump AND refinery'],
    ['excludes a narrower thing than it asks for', 'oil AND Kyiv NOT "oil depot"'],
    ['excludes one of its choices only', '(oil OR gas) AND Kyiv NOT gas'],
    ['excludes in the title what it asks for anywhere', 'oil AND Kyiv NOT title:oil'],
    ['excludes a word that shares the beginning of another', 'tariff* AND Kyiv NOT tariffs'],
    ['excludes capitals only', 'Kyiv AND sanction AND us NOT =US'],
    ['asks for words the counted news has no letters for', 'Kyiv AND переговоры'],
    ['has boosts that are common', 'refinery AND Kyiv ~Trump'],
  ])('%s', (_what, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it.each(catalogue.storylines.map(({ slug, query }) => [slug, query]))('is shipped as %s', (_slug, text) => {
    expect(kinds(text).filter((kind) => kind !== 'unseen')).toEqual([]);
  });
});

it('a query said to find nothing finds nothing', () => {
  fc.assert(
    fc.property(query, item, (tree, found) => {
      const made = compiledOf(tree);
      const never = warningsOf(made, commonness).some(({ kind }) => kind === 'never');
      if (never) expect(judge(made, found).matched).toBe(false);
    }),
    runs(3000),
  );
});

it('a warning says what is the matter and what to do', () => {
  expect(warningsOf(compiled('oil AND Russia NOT oil'), commonness)).toEqual([
    {
      kind: 'never',
      message: 'This finds nothing: whatever holds oil also holds oil, which stands behind NOT.',
      remedy: 'Remove one of the two.',
    },
  ]);
  expect(warningsOf(compiled('a'), commonness)[0]?.message).toMatch(/about one item in 2 of news at large/);
});
