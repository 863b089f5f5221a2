import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import type { ItemText } from '../../../src/decide/match/fields.ts';
import { judge } from '../../../src/decide/match/judge.ts';
import { tokenise } from '../../../src/decide/match/normalise.ts';
import type { PatternWord } from '../../../src/decide/match/pattern.ts';
import { format, type Query } from '../../../src/decide/match/query.ts';
import { compileStorylines, type Matcher } from '../../../src/decide/match/storylines.ts';
import { id, type StorylineSlug } from '../../../src/domain/ids.ts';
import type { Storyline } from '../../../src/domain/storyline.ts';
import { ALIASES, item, query } from './arbitraries.ts';

function storyline(slug: string, text: string): Storyline {
  return { slug: id<StorylineSlug>(slug), title: slug, summary: '', guild: null, query: text, deadline: null };
}

function matcher(storylines: readonly Storyline[]): Matcher {
  const compiled = compileStorylines(storylines, ALIASES);
  if (compiled.kind === 'error') throw new Error(compiled.errors.map(({ error }) => error.message).join());
  return compiled.matcher;
}

function slugs(storylines: readonly Storyline[], found: ItemText): readonly string[] {
  return matcher(storylines)
    .match(found)
    .map((match) => match.storyline.slug);
}

const CATALOGUE = [
  storyline('talks', 'Istanbul AND talk*'),
  storyline('envoy', '@envoys AND Kremlin'),
  storyline('house', '@us AND (envoy OR talk*) NOT Gaza'),
];

describe('an item finds its storylines', () => {
  it.each([
    ['none', 'Markets rally', '', []],
    ['one', 'Witkoff lands near the Kremlin', '', ['envoy']],
    ['several in catalogue order when they score alike', 'Istanbul talks: Trump waits', '', ['talks', 'house']],
    ['the one in the title first', 'White House sends envoy', 'Talks in Istanbul follow.', ['house', 'talks']],
    ['none that a NOT-term stops', 'Trump envoy in Gaza', '', []],
    ['none by an anchor alone', 'Istanbul', '', []],
  ])('%s', (_what, title, lede, expected) => {
    expect(slugs(CATALOGUE, { title, lede })).toEqual(expected);
  });

  it('none where nothing is tracked', () => {
    expect(slugs([], { title: 'Istanbul talks', lede: '' })).toEqual([]);
  });
});

it('all storylines with a mistake are named, each with its own', () => {
  const compiled = compileStorylines([storyline('a', 'x AND'), storyline('b', 'x'), storyline('c', '@they')], ALIASES);
  expect(compiled).toMatchObject({
    kind: 'error',
    errors: [
      { storyline: { slug: 'a' }, error: { at: 2 } },
      { storyline: { slug: 'c' }, error: { at: 0 } },
    ],
  });
});

it('the matcher says what judging every storyline says', () => {
  fc.assert(
    fc.property(fc.array(query, { maxLength: 6 }), item, (queries, found) => {
      const storylines = queries.map((each, at) => storyline(`s${at}`, format(each)));
      expect(matcher(storylines).match(found)).toEqual(judgedOneByOne(storylines, found));
    }),
    { numRuns: 500 },
  );
});

function judgedOneByOne(storylines: readonly Storyline[], found: ItemText): unknown {
  const judged = storylines.map((each) => {
    const compiled = compileQuery(each.query, ALIASES);
    if (compiled.kind === 'error') throw new Error(compiled.error.message);
    return { storyline: each, judgement: judge(compiled.query, found) };
  });
  return judged.filter(({ judgement }) => judgement.matched).sort((a, b) => b.judgement.score - a.judgement.score);
}

it('judging says what regular expressions over the normalised text say', () => {
  fc.assert(
    fc.property(query, item, (tree, found) => {
      const compiled = compileQuery(format(tree), ALIASES);
      if (compiled.kind === 'error') throw new Error(compiled.error.message);
      const { matched, score, why } = judge(compiled.query, found);
      expect(matched).toBe(foundByRegExp(tree, normalised(found)));
      expect(matched ? score >= 0.5 && score <= 1 : score >= 0 && score <= 0.5).toBe(true);
      expect(matched).toBe(why.missing.length === 0 && why.blockedBy.length === 0);
    }),
    { numRuns: 1000 },
  );
});

/** The bar keeps phrases from running from title into lede. */
function normalised({ title, lede }: ItemText): string {
  return [title, lede]
    .map(
      (text) =>
        ` ${tokenise(text)
          .map((token) => token.text)
          .join(' ')} `,
    )
    .join('|');
}

function foundByRegExp(tree: Query, text: string): boolean {
  if (tree.kind === 'any') return tree.of.some((part) => foundByRegExp(part, text));
  if (tree.kind === 'term') return tree.patterns.some(({ words }) => expressionOf(words).test(text));
  return tree.of.every((part) => foundByRegExp(part, text)) && !tree.without.some((part) => foundByRegExp(part, text));
}

function expressionOf(words: readonly PatternWord[]): RegExp {
  return new RegExp(` ${words.map(({ text, prefix }) => (prefix ? `${text}[^ ]*` : text)).join(' ')} `);
}
