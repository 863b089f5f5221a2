/** All storylines at once: words of an item -> judgements. */
import type { Judgement } from '../../domain/match.ts';
import type { Aliases, Storyline } from '../../domain/storyline.ts';
import { type CompiledQuery, compileQuery } from './compile.ts';
import { type ItemText, readItem } from './fields.ts';
import { judgeItem } from './judge.ts';
import type { QueryError } from './query.ts';
import { satisfies } from './satisfies.ts';

/** A storyline an item belongs to. */
export interface StorylineMatch {
  readonly storyline: Storyline;
  readonly judgement: Judgement;
}

export interface Matcher {
  /** Storylines the item matches, by falling score, equal scores in catalogue order. */
  match(item: ItemText): readonly StorylineMatch[];
}

export interface StorylineError {
  readonly storyline: Storyline;
  readonly error: QueryError;
}

export type CompiledStorylines =
  | { readonly kind: 'compiled'; readonly matcher: Matcher }
  | { readonly kind: 'error'; readonly errors: readonly StorylineError[] };

interface Tracked {
  readonly storyline: Storyline;
  readonly query: CompiledQuery;
}

/** Compiles the queries of all storylines for matching item by item; every mistake is reported, not only the first. */
export function compileStorylines(storylines: readonly Storyline[], aliases: Aliases): CompiledStorylines {
  const tracked: Tracked[] = [];
  const errors: StorylineError[] = [];
  for (const storyline of storylines) {
    const compiled = compileQuery(storyline.query, aliases);
    if (compiled.kind === 'compiled') tracked.push({ storyline, query: compiled.query });
    else errors.push({ storyline, error: compiled.error });
  }
  return errors.length > 0 ? { kind: 'error', errors } : { kind: 'compiled', matcher: matcherOf(tracked) };
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
  };
}
