/**
 * What a storyline reads like: the seed items of its profile as one direction. An item near enough to it joins although
 * the query misses it, unless a NOT-term of the query stops it; one the query finds scores higher.
 */
import type { Judgement, Likeness } from '../../domain/match.ts';
import type { Profile } from '../../domain/storyline.ts';
import { centroidOf, cosine, type Rarity, sharedWords, type Vector, vectorOf } from '../vector.ts';
import type { Commonness } from './commonness.ts';
import type { CompiledQuery } from './compile.ts';
import { type ReadItem, readItem } from './fields.ts';
import type { Query } from './query.ts';
import { satisfies } from './satisfies.ts';
import { bareStem } from './stems.ts';

const SHARED_SHOWN = 8;

/** A stem of one item in twenty tells little. */
const COMMON = 1 / 20;

/** Two rare words make two short headlines alike, whatever they are about. */
const FEWEST_SHARED = 3;

export interface CompiledProfile {
  readonly vector: Vector;
  /** The stems of the seeds that are not common in news at large. */
  readonly telling: ReadonlySet<string>;
  readonly joinAt: number | null;
  readonly boostAt: number | null;
}

/** The direction of the seed items together. */
export function compileProfile({ seeds, joinAt, boostAt }: Profile, commonness: Commonness): CompiledProfile {
  const vectors = seeds.map((seed) => vectorOfItem(readItem(seed), commonness));
  const vector = centroidOf(vectors);
  const telling = new Set([...vector.keys()].filter((stem) => commonness.ofStem(stem) < COMMON));
  return { vector, telling, joinAt, boostAt };
}

/** The direction of an item: the stems of its title and lede, rare ones weighing more. */
export function vectorOfItem({ fields }: ReadItem, commonness: Commonness): Vector {
  const rarity: Rarity = (stem) => -Math.log(commonness.ofStem(stem));
  return vectorOf(new Set(fields.flatMap((field) => field.stems)), rarity);
}

/** The query's judgement of the item, as its likeness to the profile changes it. */
export function withLikeness(
  judged: Judgement,
  item: ReadItem,
  query: CompiledQuery,
  profile: CompiledProfile,
  vector: Vector,
): Judgement {
  const similarity = cosine(vector, profile.vector);
  const effect = judged.matched
    ? boostOf(similarity, profile)
    : joinOf(similarity, judged, item, query, profile, vector);
  const why = {
    ...judged.why,
    likeness: { similarity, shared: sharedWords(vector, profile.vector, SHARED_SHOWN).map(bareStem), effect },
  };
  if (effect === 'joined') return { matched: true, score: WEAKEST, why };
  const raised = judged.score + (1 - judged.score) * similarity;
  return { matched: judged.matched, score: effect === 'boosted' ? raised : judged.score, why };
}

/** An item that only reads alike scores as the weakest match of a query does. */
const WEAKEST = 0.5;

function boostOf(similarity: number, { boostAt }: CompiledProfile): Likeness['effect'] {
  return boostAt !== null && similarity >= boostAt ? 'boosted' : 'none';
}

function joinOf(
  similarity: number,
  { why }: Judgement,
  item: ReadItem,
  { query }: CompiledQuery,
  { joinAt, telling }: CompiledProfile,
  vector: Vector,
): Likeness['effect'] {
  if (joinAt === null || similarity < joinAt) return 'none';
  const shared = [...vector.keys()].filter((stem) => telling.has(stem));
  const mayJoin = shared.length >= FEWEST_SHARED && why.blockedBy.length === 0 && hasFacets(query, item);
  return mayJoin ? 'joined' : 'none';
}

/** Which outlets and languages a query wants, it wants of items that read alike as well. */
function hasFacets(query: Query, item: ReadItem): boolean {
  const needed = query.kind === 'all' ? query.of : [query];
  return needed.every((part) => part.kind !== 'facet' || satisfies(part, item));
}
