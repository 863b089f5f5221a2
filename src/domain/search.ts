/**
 * Looking stored items up by what a query asks for, whatever the engine: what is kept of an item's words, and what is
 * asked for. All words are as compared: letters and digits only.
 */
import type { ItemId } from './ids.ts';
import type { Item } from './item.ts';
import type { Outlet, Source } from './outlet.ts';
import type { Day, Instant } from './time.ts';

/**
 * One text of an item: its words in order, and in the same order what their grammatical forms are known by. `exact` are
 * the words that are published otherwise than they are compared (`US`), each once and alone: none is next to another.
 * So are `sets`, the keys of the alias sets of which the text holds a name.
 */
export interface SearchWords {
  readonly letters: readonly string[];
  readonly forms: readonly string[];
  readonly exact: readonly string[];
  readonly sets: readonly string[];
}

/** What is kept for looking an item up, beside its outlet. */
export interface SearchText {
  readonly title: SearchWords;
  readonly lede: SearchWords;
  /** ISO 639 code; null where the words do not tell. */
  readonly language: string | null;
}

/** An item's texts -> what is kept for looking it up. */
export interface SearchWriter {
  /** At least 1, and another one whenever the same texts give other words. */
  readonly version: number;
  textOf(item: Pick<Item, 'title' | 'lede'>): SearchText;
}

/** Words in a row in one field, all of them letters or all of them forms; where `isOpen` the last one may go on. */
export interface WordRow {
  readonly kind: 'row';
  readonly by: keyof SearchWords;
  readonly words: readonly string[];
  readonly isOpen: boolean;
}

/**
 * Rows in one field in any order: from the end of each to the beginning of the last one are at most `within` words. All
 * of them letters or all of them forms.
 */
export interface NearRows {
  readonly kind: 'near';
  readonly of: readonly WordRow[];
  readonly within: number;
}

/** What is asked for; without a `field` the rows may stand in either. */
export type Search =
  | ((WordRow | NearRows) & { readonly field: 'title' | 'lede' | null })
  /** A language, or who published: an outlet, its owner or its label. */
  | { readonly kind: 'facet'; readonly facet: 'lang' | 'source'; readonly value: string }
  | DayBound
  | { readonly kind: 'any'; readonly of: readonly Search[] }
  | AllOf
  | { readonly kind: 'nothing' };

/** The first or the last day of UTC that an item may be published on; one without a date counts by when it was seen. */
export interface DayBound {
  readonly kind: 'day';
  readonly bound: 'since' | 'until';
  readonly value: Day;
}

/** All of `of` (none of it: every item), and none of `without`. */
export interface AllOf {
  readonly kind: 'all';
  readonly of: readonly Search[];
  readonly without: readonly Search[];
}

/** When items were seen: from the first instant to just before the second. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** How many items there are, and when the first and the last of them were seen; null where there is none. */
export interface Extent {
  readonly items: number;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** An item that was found. */
export interface Found {
  readonly id: ItemId;
  readonly seen: Instant;
}

/** What a found item is judged by. */
export interface FoundText extends Found {
  readonly title: string;
  readonly lede: string;
  readonly published: Instant | null;
  readonly source: Pick<Source, 'outlet' | 'group' | 'label'>;
}

/** What is to be judged of what is looked up. */
export interface Judging {
  /** So many items are judged sooner than all that is asked for is looked up. */
  readonly most: number;
  /** Whether all that the search finds is wanted; else it has to be judged in any case. */
  readonly isSure: boolean;
}

/** All that a search finds; or few items among which these are, to be judged. */
export type LookedUp =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'few'; readonly texts: readonly FoundText[] };

/** A stored item as it would come anew, without the body that is never kept, and who published it. */
export interface StoredItem {
  readonly item: Item;
  readonly outlet: Outlet;
}
