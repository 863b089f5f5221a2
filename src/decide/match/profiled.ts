/** Likeness beside queries: what a matcher finds, and what reads like the seeds of a storyline's profile. */
import type { Profile } from '../../domain/storyline.ts';
import type { Commonness } from './commonness.ts';
import { type ReadItem, readItem } from './fields.ts';
import { judgeItem } from './judge.ts';
import { type CompiledProfile, compileProfile, vectorOfItem, withLikeness } from './profile.ts';
import type { Matcher, StorylineMatch, Tracked } from './storylines.ts';

/** A storyline with its compiled query. */
type Queried = Pick<Tracked, 'storyline' | 'query'>;

interface Profiled extends Queried {
  readonly profile: CompiledProfile;
}

/** `queries` with the profiles of those storylines that have one; itself when none has. */
export function withProfiles(queries: Matcher, tracked: readonly Queried[], commonness: Commonness): Matcher {
  if (tracked.every(({ storyline }) => storyline.profile === null)) return queries;
  const profiled = tracked.flatMap((each): readonly Profiled[] =>
    each.storyline.profile ? [{ ...each, profile: compileProfile(each.storyline.profile, commonness) }] : [],
  );
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

/** Whether a profile brings in an item that the query misses. */
export function joinsBy(
  { query, profile }: Pick<Tracked, 'query'> & { readonly profile: Profile },
  commonness: Commonness,
): (item: ReadItem) => boolean {
  const compiled = compileProfile(profile, commonness);
  return (item) => {
    const vector = vectorOfItem(item, commonness);
    return withLikeness(judgeItem(query, item), item, query, compiled, vector).why.likeness?.effect === 'joined';
  };
}

function likelyIn(item: ReadItem, profiled: readonly Profiled[], commonness: Commonness): readonly StorylineMatch[] {
  const vector = vectorOfItem(item, commonness);
  return profiled.flatMap(({ storyline, query, profile }) => {
    const judgement = withLikeness(judgeItem(query, item), item, query, profile, vector);
    return judgement.matched ? [{ storyline, judgement }] : [];
  });
}
