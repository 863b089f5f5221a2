/** All storylines at once: words of an item -> judgements. */
import type { Hit, Judgement } from '../../domain/match.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { type CompiledQuery, compileQuery } from './compile.ts';
import { type ItemText, readItem } from './fields.ts';
import { judgeItem, mentions } from './judge.ts';
import type { Names } from './names.ts';
import type { QueryError } from './query.ts';
import { satisfies } from './satisfies.ts';

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
}

/** Compiles the queries of all storylines for matching item by item; every mistake is reported, not only the first. */
export function compileStorylines(
  storylines: readonly Storyline[],
  namesOf: (storyline: Storyline) => Names,
): CompiledStorylines {
  const tracked: Tracked[] = [];
  const errors: StorylineError[] = [];
  for (const storyline of storylines) {
    const { aliases, sources } = namesOf(storyline);
    const compiled = compileQuery(storyline.query, aliases, sources);
    if (compiled.kind === 'compiled') tracked.push({ storyline, query: compiled.query });
    else errors.push({ storyline, error: compiled.error });
  }
  return errors.length > 0 ? { kind: 'error', errors } : { kind: 'compiled', matcher: matcherOf(tracked), tracked };
}

function matcherOf(tracked: readonly Tracked[]): Matcher {
  return {
    match(text) {
      const item = readItem(text);
      const matching = tracked.filter(({ query }) => satisfies(query.query, item));
      return matching
        .map(({ storyline, query }) => ({ storyline, judgement: judgeItem(query, item) }))
        .sort((a, b) => b.judgement.score - a.judgement.score);
    },
    mentioned(body, origin) {
      return tracked
        .map(({ storyline, query }) => ({ storyline, hits: mentions(query, body, origin) }))
        .filter(({ hits }) => hits.length > 0);
    },
  };
}
