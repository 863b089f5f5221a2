import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whyCard } from '../../src/cards/why.ts';
import { id, type StorylineSlug } from '../../src/domain/ids.ts';
import type { Explanation, Hit, Likeness, StorylineJudgement } from '../../src/domain/match.ts';
import { anItem, aStoryline, press } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';
import { anyText, anyUrl, constructsIn, measured, textOf } from './reading.ts';

const anyHit: fc.Arbitrary<Hit> = fc.record({
  group: anyText,
  term: anyText,
  field: fc.constantFrom('title', 'lede', 'body', 'item'),
  start: fc.constant(0),
  end: fc.constant(0),
  text: anyText,
  alias: fc.option(anyText),
});
const hits = fc.array(anyHit, { maxLength: 30 });

const anyLikeness: fc.Arbitrary<Likeness> = fc.record({
  similarity: fc.double({ min: 0, max: 1, noNaN: true }),
  shared: fc.array(anyText, { maxLength: 8 }),
  effect: fc.constantFrom('joined', 'boosted', 'none'),
});

const anyWhy: fc.Arbitrary<Explanation> = fc.record({
  hits,
  missing: fc.array(anyText, { maxLength: 3 }),
  blockedBy: hits,
  wouldStop: fc.array(anyText, { maxLength: 20 }),
  likeness: fc.option(anyLikeness),
});

const anyJudged: fc.Arbitrary<StorylineJudgement> = fc
  .tuple(anyText, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), anyWhy, fc.integer({ min: 0, max: 9 }))
  .map(([title, matched, score, why, number]) => ({
    storyline: aStoryline({ slug: id<StorylineSlug>(`s${number}`), title }),
    judgement: { matched, score, why },
  }));

const anyArticle = fc
  .record({ title: anyText, link: anyUrl, name: anyText, judged: fc.array(anyJudged, { maxLength: 12 }) })
  .map(({ title, link, name, judged }) => {
    const { lede, published, seen, id: item } = anItem();
    const slugs = judged.slice(0, 4).map(({ storyline }) => storyline.slug);
    const matches = judged.slice(0, 3).map(({ judgement: { score, why } }, index) => {
      return { item, storyline: slugs[index] ?? id<StorylineSlug>('s0'), score, why };
    });
    const mentions = judged.slice(3, 4).map(({ storyline, judgement }) => {
      return { item, storyline: storyline.slug, hits: judgement.why.hits };
    });
    const kept = {
      title,
      link,
      lede,
      published,
      seen,
      id: item,
      baseline: false,
      guild: null,
      source: press('o', name),
    };
    return { item: { ...kept, matches, mentions }, judged };
  });

/** Bold and links are ours, as are headings, lists and small print at the start of a line. */
const OURS = new Set(['*', '### ', '-# ', '- ']);

it('keeps to Discord’s limits and gives feed text no effect, whatever is in it', () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const card = whyCard(article);
      const { components, characters, broken } = measured(card);
      expect(components).toBeLessThanOrEqual(40);
      expect(characters).toBeLessThanOrEqual(4_000);
      expect(broken).toEqual([]);
      expect(constructsIn(textOf(card)).filter((each) => !OURS.has(each))).toEqual([]);
    }),
    runs(300),
  );
});
