/** Finding developments by the words of their reports' titles: what is kept of a title, and what is asked for. */
import type { StorylineSlug } from './ids.ts';
import type { Item } from './item.ts';
import type { Instant } from './time.ts';

/** The title of a report -> the words it is found by; none of them is empty. */
export interface TitleReader {
  /** At least 1, and another one whenever the same titles give other words. */
  readonly version: number;
  wordsOf(report: Pick<Item, 'title' | 'lede'>): ReadonlySet<string>;
}

/**
 * An item on its way into developments. Those of its storylines are sought that hold all of its words; and those whose
 * latest report was written from `from` to `until` that hold two of its words or one of `telling`.
 */
export interface SoughtTitle {
  readonly identities: readonly string[];
  readonly storylines: readonly StorylineSlug[];
  readonly words: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  readonly from: Instant;
  readonly until: Instant;
}
