/** NOT-terms worth a look: what stands in hits nobody wants and hardly in any other. */
import type { Commonness } from '../match/commonness.ts';
import { distinct, isRight, type Named, type Read } from './item.ts';
import { type IsKnown, wordsKnownTo } from './known.ts';
import type { Likeness } from './likeness.ts';
import { type Effect, effectOf, examplesOf, holding } from './proposal.ts';
import type { Survey } from './survey.ts';
import { type Telling, tellingIn } from './telling.ts';

export interface StopProposal {
  /** As it would be written behind NOT. */
  readonly written: string;
  /** The hits it removes. */
  readonly removes: Effect;
  readonly examples: readonly Named[];
}

export interface StopProposals {
  /** Whether people rejected the hits, or they only read least like the others; null where no hit is rejected. */
  readonly because: 'labelled' | 'unlike' | null;
  readonly rejected: number;
  readonly proposals: readonly StopProposal[];
  /** All of them at once. */
  readonly together: Effect;
}

/** Fewer hits have no middle to be far from. */
const ENOUGH = 20;
/** The share of hits farthest from the middle, of those not half as near to it as a hit usually is. */
const FAR = 0.25;
const HALF = 0.5;
const MOST = 5;
/** A right hit in fifty may be lost. */
const LOSS = 0.02;
const LEAST_ODDS = Math.log(4);
/** A word of one item in thirty is part of no story. */
const COMMON = 1 / 30;

interface Sides {
  readonly because: NonNullable<StopProposals['because']>;
  readonly rejected: readonly Read[];
  readonly kept: readonly Read[];
  readonly least: number;
}

/** NOT-terms for the surveyed query. Hits alike by title count once, save in the effects. */
export function proposeStops(survey: Survey, likeness: Likeness, commonness: Commonness): StopProposals {
  const { hits, asked } = survey;
  const sides = sidesOf(hits, asked.label, likeness);
  if (!sides) return { because: null, rejected: 0, proposals: [], together: effectOf([], asked.label) };
  const chosen = choose(candidatesOf(sides, wordsKnownTo(asked.query), commonness), sides);
  const removed = chosen.map((written) => holding(written, hits));
  return {
    because: sides.because,
    rejected: sides.rejected.length,
    proposals: chosen.map((written, index) => {
      const reads = removed[index] ?? [];
      return { written, removes: effectOf(reads, asked.label), examples: examplesOf(distinct(reads)) };
    }),
    together: effectOf([...new Set(removed.flat())], asked.label),
  };
}

function sidesOf(hits: readonly Read[], label: string | null, likeness: Likeness): Sides | null {
  const stories = distinct(hits);
  const said = stories.map(({ item }) => isRight(item, label));
  if (said.some((right) => right !== null)) {
    const rejected = stories.filter((_, index) => said[index] === false);
    const kept = stories.filter((_, index) => said[index] === true);
    return rejected.length === 0 ? null : { because: 'labelled', rejected, kept, least: 2 };
  }
  return stories.length < ENOUGH ? null : farFromRest(stories, likeness);
}

function farFromRest(stories: readonly Read[], likeness: Likeness): Sides | null {
  const byLikeness = [...stories].sort((a, b) => likeness(a) - likeness(b));
  const middle = byLikeness[Math.floor(byLikeness.length / 2)];
  const usual = middle ? likeness(middle) : 0;
  const far = byLikeness.slice(0, Math.floor(stories.length * FAR)).filter((each) => likeness(each) < usual * HALF);
  const isFar = new Set(far);
  const kept = stories.filter((each) => !isFar.has(each));
  return far.length === 0 ? null : { because: 'unlike', rejected: far, kept, least: Math.max(3, far.length / 10) };
}

/** First what tells most, stands in most of them and is rare in news at large. */
function candidatesOf({ rejected, kept, least }: Sides, isKnown: IsKnown, commonness: Commonness): readonly Telling[] {
  const most = Math.floor(kept.length * LOSS);
  const telling = tellingIn(rejected, kept, least).filter(
    ({ stems, inside, outside, odds }) =>
      odds >= LEAST_ODDS &&
      outside <= Math.min(most, inside / 2) &&
      !stems.some(isKnown) &&
      rarest(stems, commonness) < COMMON,
  );
  const weightOf = ({ stems, odds, inside }: Telling) =>
    odds * Math.sqrt(inside) * -Math.log(rarest(stems, commonness));
  return [...telling].sort((a, b) => weightOf(b) - weightOf(a) || (a.written < b.written ? -1 : 1));
}

function rarest(stems: readonly string[], commonness: Commonness): number {
  return Math.min(...stems.map((stem) => commonness.ofStem(stem)));
}

/** Each removes enough rejected hits that none before it removes. */
function choose(candidates: readonly Telling[], { rejected, kept, least }: Sides): readonly string[] {
  const chosen: string[] = [];
  let left = rejected;
  for (const { written } of candidates) {
    if (chosen.length === MOST || left.length === 0) break;
    const removed = new Set(holding(written, left));
    const isLast = removed.size > 0 && removed.size === left.length;
    if (removed.size < least && !(isLast && chosen.length > 0)) continue;
    if (holding(written, kept).length > Math.floor(kept.length * LOSS)) continue;
    chosen.push(written);
    left = left.filter((each) => !removed.has(each));
  }
  return chosen;
}
