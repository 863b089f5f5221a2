/** A feed as its format gave it, whatever that was: texts are plain, dates are still as written. */

/** Ten times the longest archive seen in a feed; more would hold up everyone else's. */
export const ENTRY_LIMIT = 10_000;

export interface RawEntry {
  readonly guid: string | null;
  readonly title: string;
  readonly link: string | null;
  readonly summary: string;
  readonly content: string;
  /** Every date found, in the order of the document. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

export interface RawFeed {
  readonly title: string;
  /** Minutes, as the channel asks; null when it does not. */
  readonly ttl: number | null;
  readonly entries: readonly RawEntry[];
  readonly problems: readonly string[];
}
