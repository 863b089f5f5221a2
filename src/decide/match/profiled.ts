/** Likeness beside queries: what a matcher finds, and what reads like the seeds of a storyline's profile. */
import type { Storyline } from '../../domain/storyline.ts';
import type { Commonness } from './commonness.ts';
import type { CompiledQuery } from './compile.ts';
import { type ReadItem, readItem } from './fields.ts';
import { judgeItem } from './judge.ts';
import { type CompiledProfile, compileProfile, vectorOfItem, withLikeness } from './profile.ts';
import type { Matcher, StorylineMatch } from './storylines.ts';

/** A storyline with its compiled query. */
export interface Tracked {
  readonly storyline: Storyline;
  readonly query: CompiledQuery;
}

interface Profiled extends Tracked {
  readonly profile: CompiledProfile;
}

/** `queries` with the profiles of those storylines that have one; itself when none has. */
export function withProfiles(queries: Matcher, tracked: readonly Tracked[], commonness: Commonness): Matcher {
  const profiled = tracked.flatMap(({ storyline, query }): readonly Profiled[] =>
    storyline.profile ? [{ storyline, query, profile: compileProfile(storyline.profile, commonness) }] : [],
  );
  if (profiled.length === 0) return queries;
  const order = new Map(tracked.map(({ storyline }, index) => [storyline.slug, index]));
  const placeOf = ({ storyline }: StorylineMatch) => order.get(storyline.slug) ?? 0;
  return {
    ...queries,
    match(text) {
      const item = readItem(text);
      const likely = likelyIn(item, profiled, commonness);
      const slugs = new Set(profiled.map(({ storyline }) => storyline.slug));
      const others = queries.match(text).filter(({ storyline }) => !slugs.has(storyline.slug));
      const inOrder = [...others, ...likely].sort((a, b) => placeOf(a) - placeOf(b));
      return inOrder.sort((a, b) => b.judgement.score - a.judgement.score);
    },
  };
}

function likelyIn(item: ReadItem, profiled: readonly Profiled[], commonness: Commonness): readonly StorylineMatch[] {
  const vector = vectorOfItem(item, commonness);
  return profiled.flatMap(({ storyline, query, profile }) => {
    const judgement = withLikeness(judgeItem(query, item), item, query, profile, vector);
    return judgement.matched ? [{ storyline, judgement }] : [];
  });
}
