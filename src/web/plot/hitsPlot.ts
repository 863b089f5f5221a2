/** What a picture of a backtest is drawn from. */
import type { Version } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/time.ts';

/** An item that matched. */
export interface Hit {
  readonly at: Instant;
  /** Whether it led to a post or an edit. */
  readonly shown: boolean;
}

/** A version of a deadline at the moment it was learnt; every `Version` is one. */
export type PlottedVersion = Pick<Version, 'saidAt' | 'change' | 'window'>;

export interface PlottedDeadline {
  /** Plain text. */
  readonly name: string;
  /** Oldest first. */
  readonly versions: readonly PlottedVersion[];
}

/** What another version of the query hit over the same items. */
export interface Compared {
  /** Plain text, such as `before`. */
  readonly name: string;
  readonly hits: readonly Hit[];
}

export interface HitsPlot {
  /** Plain text, both; whatever it holds is shown as it is written. */
  readonly title: string;
  readonly subtitle: string | null;
  /** First and last instant of the items; hits and versions outside stretch the axis. */
  readonly from: Instant;
  readonly until: Instant;
  readonly hits: readonly Hit[];
  readonly compared: Compared | null;
  readonly deadlines: readonly PlottedDeadline[];
}
