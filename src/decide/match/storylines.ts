/** All storylines at once: words of an item -> judgements. */
import type { Hit, Judgement } from '../../domain/match.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { memo } from '../memo.ts';
import type { Commonness } from './commonness.ts';
import { type Compiled, type CompiledQuery, compileQuery } from './compile.ts';
import { type ItemText, type Origin, readItem } from './fields.ts';
import { judgeItem, mentions } from './judge.ts';
import type { Names } from './names.ts';
import { Clues } from './percolator/clues.ts';
import { narrowed } from './percolator/narrow.ts';
import { isLong, Percolator } from './percolator/percolator.ts';
import { type Plan, planOf, withoutStops } from './percolator/plan.ts';
import { Reader } from './percolator/reader.ts';
import type { QueryError } from './query.ts';

/** A storyline an item belongs to. */
export interface StorylineMatch {
  readonly storyline: Storyline;
  readonly judgement: Judgement;
}

/** A storyline a body speaks of. */
export interface StorylineMention {
  readonly storyline: Storyline;
  readonly hits: readonly Hit[];
}

export interface Matcher {
  /** Storylines the item matches, by falling score, equal scores in catalogue order. */
  match(item: ItemText): readonly StorylineMatch[];
  /** Storylines that a body speaks of, in catalogue order; see `mentions`. */
  mentioned(body: string, origin: Origin): readonly StorylineMention[];
}

export interface StorylineError {
  readonly storyline: Storyline;
  readonly error: QueryError;
}

export type CompiledStorylines =
  | { readonly kind: 'compiled'; readonly matcher: Matcher; readonly tracked: readonly Tracked[] }
  | { readonly kind: 'error'; readonly errors: readonly StorylineError[] };

/** A storyline with its compiled query. */
export interface Tracked {
  readonly storyline: Storyline;
  readonly query: CompiledQuery;
  /** What the query could name when it was compiled. */
  readonly names: Names;
  readonly plan: Plan;
  /** Reads items into the clues that the plan is told in; one for all that are matched together. */
  readonly reader: Reader;
}

/**
 * Compiles the queries of all storylines for matching item by item; every mistake is reported, not only the first. What
 * was compiled `before` and asks for the same is taken over.
 */
export function compileStorylines(
  storylines: readonly Storyline[],
  namesOf: (storyline: Storyline) => Names,
  commonness: Commonness,
  before: readonly Tracked[] = [],
): CompiledStorylines {
  const tracked: Tracked[] = [];
  const errors: StorylineError[] = [];
  const reader = readerAfter(before) ?? new Reader(new Clues(commonness));
  const known = new Map(before.map((each) => [each.storyline.slug, each]));
  const areSame = namesComparison();
  for (const storyline of storylines) {
    const names = namesOf(storyline);
    const same = knownAs(storyline, names, known.get(storyline.slug), areSame);
    const compiled = same ? keptOf(same) : compileQuery(storyline.query, names.aliases, names.sources);
    if (compiled.kind === 'error') errors.push({ storyline, error: compiled.error });
    else
      tracked.push({ storyline, query: compiled.query, names, plan: planAgain(same, compiled.query, reader), reader });
  }
  if (errors.length > 0) return { kind: 'error', errors };
  reader.clues.settle();
  return { kind: 'compiled', matcher: matcherOf(tracked, reader), tracked };
}

function readerAfter([first]: readonly Tracked[]): Reader | null {
  return first && !first.reader.clues.isOvergrown ? first.reader : null;
}

function knownAs(
  { query }: Storyline,
  names: Names,
  before: Tracked | undefined,
  areSame: (one: Names, other: Names) => boolean,
): Tracked | null {
  return before && before.storyline.query === query && areSame(before.names, names) ? before : null;
}

function keptOf({ query }: Tracked): Compiled {
  return { kind: 'compiled', query };
}

function planAgain(same: Tracked | null, { query }: CompiledQuery, reader: Reader): Plan {
  return same?.reader === reader ? same.plan : planOf(query, reader.clues);
}

/** Sets read anew from the store are other objects with the same names in them; storylines share them by thousands. */
function namesComparison(): (one: Names, other: Names) => boolean {
  const texts = new Map<Names['aliases'], string>();
  const textOf = (aliases: Names['aliases']) => {
    const text = texts.get(aliases) ?? JSON.stringify(aliases);
    texts.set(aliases, text);
    return text;
  };
  return (one, other) => {
    if (one.sources !== other.sources) return false;
    return one.aliases === other.aliases || textOf(one.aliases) === textOf(other.aliases);
  };
}

function matcherOf(tracked: readonly Tracked[], reader: Reader): Matcher {
  const plans = tracked.map(({ plan }) => plan);
  const percolator = new Percolator(plans, reader);
  const bodies = memo(() => new Percolator(plans.map(withoutStops), reader));
  return {
    match(text) {
      const found = percolator.find(text).flatMap((index) => tracked[index] ?? []);
      if (found.length === 0) return [];
      const judged = judging(text, reader);
      return found
        .map(({ storyline, query }) => ({ storyline, judgement: judged(query) }))
        .sort((a, b) => b.judgement.score - a.judgement.score);
    },
    mentioned(body, { source, published = null, seen }) {
      const origin = { published, ...(source && { source }), ...(seen && { seen }) };
      const lede = body.slice(0, LONGEST_BODY);
      const found = bodies().find({ title: '', lede, ...origin });
      return found
        .flatMap((index) => tracked[index] ?? [])
        .map(({ storyline, query }) => ({ storyline, hits: mentions(query, lede, origin) }))
        .filter(({ hits }) => hits.length > 0);
    },
  };
}

/** Judges the item that was found in last; of the queries only what was found is looked at again. */
function judging(text: ItemText, reader: Reader): (query: CompiledQuery) => Judgement {
  if (isLong(text)) {
    const item = readItem(text);
    return (query) => judgeItem(query, item);
  }
  const item = reader.readItem();
  return (query) => judgeItem(narrowed(query, reader), item);
}

/** No round-up is longer, and what stands behind it is a list of links. */
const LONGEST_BODY = 40_000;
