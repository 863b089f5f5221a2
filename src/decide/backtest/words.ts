/** Alternatives worth a look: what would bring items that lack one group of the query alone. */
import type { Commonness } from '../match/commonness.ts';
import type { Group } from '../match/compile.ts';
import { distinct, isRight, type Named, type Read } from './item.ts';
import { type IsKnown, singleWordsOf, wordsKnownTo } from './known.ts';
import type { Likeness } from './likeness.ts';
import { type Effect, effectOf, examplesOf, holding } from './proposal.ts';
import { spelledLike } from './spelling.ts';
import type { NearMiss, Survey } from './survey.ts';
import { tellingIn } from './telling.ts';

export interface WordProposal {
  /** As it would be written beside the alternatives of its group. */
  readonly written: string;
  /** The group it would join, as written. */
  readonly group: string;
  /** A spelling of `of`, or a word that stands where the group is meant; `of` is null then. */
  readonly because: 'spelling' | 'telling';
  readonly of: string | null;
  /** The hits it gains. */
  readonly gains: Effect;
  readonly examples: readonly Named[];
}

const MOST = 3;
const LEAST = 2;
/** Without labels more must speak for a word that is no spelling. */
const LEAST_UNLABELLED = 3;
const LEAST_ODDS = Math.log(10);
/** A word of one item in a hundred stands for no group. */
const COMMON = 1 / 100;
/** Words of fewer hits say little of what the query is about. */
const LEAST_HITS = 3;
const LEAST_SHARE = 0.1;
/** Of what an alternative gains, so many must be labelled right. */
const RIGHT = 0.75;

interface Ground {
  readonly group: Group;
  /** What lacks the group alone. */
  readonly near: readonly NearMiss[];
  readonly survey: Survey;
  readonly isKnown: IsKnown;
  readonly likeness: Likeness;
  readonly commonness: Commonness;
}

/** Alternatives for the groups of the surveyed query, at most a few for each. */
export function proposeWords(survey: Survey, likeness: Likeness, commonness: Commonness): readonly WordProposal[] {
  const isKnown = wordsKnownTo(survey.asked.query);
  return survey.asked.query.groups.flatMap((group, index) => {
    const near = survey.nearMisses.filter(({ lacks }) => lacks === index);
    const ground = { group, near, survey, isKnown, likeness, commonness };
    return near.length === 0 || group.query.kind === 'facet' ? [] : proposeFor(ground);
  });
}

type Candidate = Pick<WordProposal, 'written' | 'because' | 'of'>;

function proposeFor(ground: Ground): readonly WordProposal[] {
  const { near, survey, group } = ground;
  const proposals: WordProposal[] = [];
  const gained = new Set<Read>();
  for (const candidate of [...spellingsIn(ground), ...tellingFor(ground)]) {
    if (proposals.length === MOST) break;
    const reads = holding(candidate.written, near);
    const fresh = distinct(reads.filter((each) => !gained.has(each)));
    if (fresh.length < LEAST || !isGood(candidate, reads, ground)) continue;
    for (const each of reads) gained.add(each);
    const gains = effectOf(reads, survey.asked.label);
    proposals.push({ ...candidate, group: group.written, gains, examples: examplesOf(distinct(reads)) });
  }
  return proposals;
}

/** By labels where there are any; else a spelling is good, and a word that brings what reads like the hits. */
function isGood({ because }: Candidate, reads: readonly Read[], { survey, likeness }: Ground): boolean {
  const { right, wrong } = effectOf(reads, survey.asked.label);
  if (right + wrong > 0) return right >= RIGHT * (right + wrong);
  if (because === 'spelling') return true;
  const hits = distinct(survey.hits);
  const gained = distinct(reads);
  if (gained.length < LEAST_UNLABELLED) return false;
  return gained.length <= hits.length / 2 && middle(gained.map(likeness), 0.5) >= middle(hits.map(likeness), 0.4);
}

/** The number that so large a share of the numbers is not above. */
function middle(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
}

/** Words that missed right items share; without labels, words of the hits that the near misses mostly lack. */
function tellingFor({ near, survey, isKnown, commonness }: Ground): readonly Candidate[] {
  const { label } = survey.asked;
  const missed = distinct(near.filter(({ item }) => isRight(item, label) === true));
  const others = distinct(near.filter(({ item }) => isRight(item, label) !== true));
  const hits = distinct(survey.hits);
  const telling =
    survey.labelled > 0
      ? tellingIn(missed, others, LEAST)
      : tellingIn(hits, others, Math.max(LEAST_HITS, hits.length * LEAST_SHARE));
  const good = telling.filter(
    ({ stems, odds }) =>
      odds >= LEAST_ODDS && !stems.some(isKnown) && Math.min(...stems.map(commonness.ofStem)) < COMMON,
  );
  return good.map(({ written }) => ({ written, because: 'telling', of: null }));
}

/** Words of the near misses that are spelled nearly as a word of the group. */
function spellingsIn({ near, group, isKnown, commonness }: Ground): readonly Candidate[] {
  const own = [...new Set(singleWordsOf(group.query))];
  const words = new Set(
    near.flatMap(({ read }) => read.fields.flatMap((field) => field.tokens.map(({ text }) => text))),
  );
  return [...words].flatMap((written) => {
    if (isKnown(written)) return [];
    const of = own.find((word) => isSpelling(written, word, commonness));
    return of === undefined ? [] : [{ written, because: 'spelling', of }];
  });
}

/** A word that news at large knows is another word, unless it sounds the same. */
function isSpelling(word: string, other: string, commonness: Commonness): boolean {
  const likeness = spelledLike(word, other);
  return likeness === 'same_sound' || (likeness === 'near' && !commonness.hasWord(word));
}
