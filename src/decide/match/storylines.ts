/** All storylines at once: words of an item -> judgements. */
import type { Hit, Judgement } from '../../domain/match.ts';
import type { Storyline } from '../../domain/storyline.ts';
import type { Commonness } from './commonness.ts';
import { type Compiled, type CompiledQuery, compileQuery } from './compile.ts';
import { type ItemText, readItem } from './fields.ts';
import { judgeItem, mentions } from './judge.ts';
import type { Names } from './names.ts';
import { type Percolator, percolatorOf } from './percolator/percolator.ts';
import { all, groupsOf, type QueryError } from './query.ts';

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
  mentioned(body: string, origin: Pick<ItemText, 'source'>): readonly StorylineMention[];
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
  const known = new Map(before.map((each) => [each.storyline.slug, each]));
  for (const storyline of storylines) {
    const names = namesOf(storyline);
    const compiled = compiledBefore(known.get(storyline.slug), storyline, names) ?? compileNamed(storyline, names);
    if (compiled.kind === 'compiled') tracked.push({ storyline, query: compiled.query, names });
    else errors.push({ storyline, error: compiled.error });
  }
  return errors.length > 0
    ? { kind: 'error', errors }
    : { kind: 'compiled', matcher: matcherOf(tracked, commonness), tracked };
}

function compileNamed({ query }: Storyline, { aliases, sources }: Names): Compiled {
  return compileQuery(query, aliases, sources);
}

function compiledBefore(before: Tracked | undefined, { query }: Storyline, names: Names): Compiled | null {
  if (before?.storyline.query !== query || !areSame(before.names, names)) return null;
  return { kind: 'compiled', query: before.query };
}

/** Sets read anew from the store are other objects with the same names in them. */
function areSame(one: Names, other: Names): boolean {
  if (one.sources !== other.sources) return false;
  return one.aliases === other.aliases || JSON.stringify(one.aliases) === JSON.stringify(other.aliases);
}

function matcherOf(tracked: readonly Tracked[], commonness: Commonness): Matcher {
  const percolator = percolatorOf(
    tracked.map(({ query }) => query.query),
    commonness,
  );
  const bodies = memo(() => bodyPercolator(tracked, commonness));
  return {
    match(text) {
      const found = percolator.find(text).flatMap((index) => tracked[index] ?? []);
      if (found.length === 0) return [];
      const item = readItem(text);
      return found
        .map(({ storyline, query }) => ({ storyline, judgement: judgeItem(query, item) }))
        .sort((a, b) => b.judgement.score - a.judgement.score);
    },
    mentioned(body, { source }) {
      const origin = source ? { source } : {};
      const lede = body.slice(0, LONGEST_BODY);
      const found = bodies().find({ title: '', lede, ...origin });
      return found
        .flatMap((index) => tracked[index] ?? [])
        .map(({ storyline, query }) => ({ storyline, hits: mentions(query, lede, origin) }))
        .filter(({ hits }) => hits.length > 0);
    },
  };
}

/** No round-up is longer, and what stands behind it is a list of links. */
const LONGEST_BODY = 40_000;

/** What a query needs, without what stops it. */
function bodyPercolator(tracked: readonly Tracked[], commonness: Commonness): Percolator {
  const queries = tracked.map(({ query }) => all(groupsOf(query.query), []));
  return percolatorOf(queries, commonness);
}

function memo<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
