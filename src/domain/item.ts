import type { FeedId, ItemId } from './ids.ts';
import type { Source } from './outlet.ts';
import type { Instant } from './time.ts';

/** One entry of a feed document as parsed, before anyone judged it. Texts are plain, without markup. */
export interface Entry {
  readonly guid: string | null;
  readonly title: string;
  /** Absolute, as published, tracking parameters and all; null when the entry has none. */
  readonly link: string | null;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  readonly summary: string;
  readonly content: string;
}

/**
 * One news item, known by its identities, strongest first: `article:<host>/<id>`, `link:<canonical link>`,
 * `guid:<feed>/<guid>`, `hash:<of title and date>`. `id` is derived from the strongest and the minute it was first seen;
 * a second reading is known by any of its identities, and keeps the first id.
 */
export interface Item {
  readonly id: ItemId;
  readonly feed: FeedId;
  readonly source: Source;
  readonly identities: readonly string[];
  readonly guid: string | null;
  readonly link: string | null;
  readonly title: string;
  /** The opening, plain text, at most 1,000 characters. */
  readonly lede: string;
  /** What follows the lede, only while the item is in flight: bodies are never stored. */
  readonly body: string;
  /** When the outlet says it was published; null when it says nothing readable. Never later than `seen`. */
  readonly published: Instant | null;
  /** When the outlet says it was last changed, only while the item is in flight; never later than `seen`. */
  readonly updated: Instant | null;
  readonly seen: Instant;
  /** Of the normalised title and lede: another hash under a known identity is an edit. */
  readonly hash: string;
}
