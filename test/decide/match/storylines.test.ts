import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import type { ItemText } from '../../../src/decide/match/fields.ts';
import { format } from '../../../src/decide/match/format.ts';
import { judge } from '../../../src/decide/match/judge.ts';
import type { Query } from '../../../src/decide/match/query.ts';
import { compileStorylines, type Matcher } from '../../../src/decide/match/storylines.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Storyline } from '../../../src/domain/storyline.ts';
import { aStoryline } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';
import { ALIASES, item, query } from './arbitraries.ts';

const COMMONNESS = commonnessIn({
  items: 1_000,
  counts: new Map([
    ['talks', 40],
    ['trump', 200],
  ]),
});
const NAMES = () => ({ aliases: ALIASES, sources: null });

function storyline(slug: string, text: string): Storyline {
  return aStoryline({ slug: id(slug), title: slug, query: text, deadline: null });
}

function matcher(storylines: readonly Storyline[]): Matcher {
  const compiled = compileStorylines(storylines, NAMES, COMMONNESS);
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
  const compiled = compileStorylines(
    [storyline('a', 'x AND'), storyline('b', 'x'), storyline('c', '@they')],
    NAMES,
    COMMONNESS,
  );
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
    runs(500),
  );
});

it('a catalogue compiled after another, and the other still, say what each says compiled alone', () => {
  const catalogue = fc.array(query, { maxLength: 5 });
  fc.assert(
    fc.property(catalogue, catalogue, fc.array(item, { maxLength: 4 }), (earlier, later, items) => {
      const first = named(earlier);
      const second = named([...earlier.slice(1), ...later]);
      const before = compileStorylines(first, NAMES, COMMONNESS);
      if (before.kind === 'error') throw new Error('earlier');
      for (const each of items.slice(1)) before.matcher.match(each);
      const after = compileStorylines(second, NAMES, COMMONNESS, before.tracked);
      if (after.kind === 'error') throw new Error('later');
      for (const each of items) {
        expect(after.matcher.match(each)).toEqual(judgedOneByOne(second, each));
        expect(before.matcher.match(each)).toEqual(judgedOneByOne(first, each));
      }
    }),
    runs(300),
  );
});

function named(queries: readonly Query[]): readonly Storyline[] {
  return queries.map((each, at) => storyline(`s${at}`, format(each)));
}

it('a storyline that did not change is not compiled again, one that did is', () => {
  const before = compileStorylines(CATALOGUE, NAMES, COMMONNESS);
  if (before.kind === 'error') throw new Error('before');
  const changed = CATALOGUE.map((each) => (each.slug === 'envoy' ? { ...each, query: 'Witkoff' } : each));
  const after = compileStorylines(changed, NAMES, COMMONNESS, before.tracked);
  if (after.kind === 'error') throw new Error('after');
  const kept = after.tracked.map(({ query, plan }, at) => {
    const then = before.tracked[at];
    return query === then?.query && plan === then.plan;
  });
  expect(kept).toEqual([true, false, true]);
});

function judgedOneByOne(storylines: readonly Storyline[], found: ItemText): unknown {
  const judged = storylines.map((each) => {
    const compiled = compileQuery(each.query, ALIASES);
    if (compiled.kind === 'error') throw new Error(compiled.error.message);
    return { storyline: each, judgement: judge(compiled.query, found) };
  });
  return judged.filter(({ judgement }) => judgement.matched).sort((a, b) => b.judgement.score - a.judgement.score);
}
