import type { ItemId, StorylineSlug } from './ids.ts';
import type { Storyline } from './storyline.ts';

/** Where something was found; `item` for what is known beside its words: its language, its outlet. */
export type Field = 'title' | 'lede' | 'body' | 'item';

/**
 * One term of a query found in an item. `start` and `end` are character offsets into the field as published, 0 for what
 * is no text.
 */
export interface Hit {
  /** The group (AND-ed part) of the query, as written. */
  readonly group: string;
  /** The term as written in the query or the alias set. */
  readonly term: string;
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  /** The words found. */
  readonly text: string;
  /** The alias set the term came from, without `@`; null when written out. */
  readonly alias: string | null;
}

/** How an item reads beside the seed items of a storyline's profile. */
export interface Likeness {
  /** Cosine, 0..1. */
  readonly similarity: number;
  /** The stems that made it, the heaviest first. */
  readonly shared: readonly string[];
  /** What it did: brought the item in, raised its score, or nothing. */
  readonly effect: 'joined' | 'boosted' | 'none';
}

/** Why an item matched or did not: kept with the match and shown to whoever asks. */
export interface Explanation {
  readonly hits: readonly Hit[];
  /** Groups without a hit, as written; empty for a match of the query. */
  readonly missing: readonly string[];
  /** NOT-terms found; empty for a match. */
  readonly blockedBy: readonly Hit[];
  /** NOT-terms that would have stopped it. */
  readonly wouldStop: readonly string[];
  /** Null where the storyline has no profile. */
  readonly likeness: Likeness | null;
}

/** A query's judgement of one text; `score` is 0..1, the share of groups hit, weighted to the title. */
export interface Judgement {
  readonly matched: boolean;
  readonly score: number;
  readonly why: Explanation;
}

/** What a storyline makes of an item. */
export interface StorylineJudgement {
  readonly storyline: Storyline;
  readonly judgement: Judgement;
}

/** An item whose body alone speaks of a storyline: never an alert. */
export interface Mention {
  readonly item: ItemId;
  readonly storyline: StorylineSlug;
  readonly hits: readonly Hit[];
}

/** An item in a storyline. */
export interface Match {
  readonly item: ItemId;
  readonly storyline: StorylineSlug;
  readonly score: number;
  readonly why: Explanation;
}
