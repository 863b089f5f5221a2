/** All storylines at once: words of an item -> candidates -> judgements. */
import type { Judgement } from '../../domain/match.ts';
import type { Aliases, Storyline } from '../../domain/storyline.ts';
import { AnchorIndex, anchorsOf } from './anchors.ts';
import { type CompiledQuery, compileQuery } from './compile.ts';
import { type FieldText, type ItemText, readItem, satisfies } from './fields.ts';
import { judgeFields } from './judge.ts';
import type { QueryError } from './query.ts';

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
  const index = indexOf(tracked);
  return {
    match(item) {
      const fields = readItem(item);
      const matching = candidatesIn(fields, index, tracked).filter(({ query }) => satisfies(query.query, fields));
      return matching.map((each) => matchOf(each, fields)).sort((a, b) => b.judgement.score - a.judgement.score);
    },
  };
}

function indexOf(tracked: readonly Tracked[]): AnchorIndex {
  const index = new AnchorIndex();
  tracked.forEach(({ query }, at) => {
    for (const anchor of anchorsOf(query.query)) index.add(anchor, at);
  });
  return index;
}

/** In catalogue order, which the stable sort by score then keeps among equals. */
function candidatesIn(
  fields: readonly FieldText[],
  index: AnchorIndex,
  tracked: readonly Tracked[],
): readonly Tracked[] {
  const found = new Set<number>();
  for (const { tokens } of fields) {
    for (const token of tokens) index.collect(token.text, found);
  }
  const inOrder = [...found].sort((a, b) => a - b);
  return inOrder.flatMap((at) => tracked[at] ?? []);
}

function matchOf({ storyline, query }: Tracked, fields: readonly FieldText[]): StorylineMatch {
  return { storyline, judgement: judgeFields(query, fields) };
}
