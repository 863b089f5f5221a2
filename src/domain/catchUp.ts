import type { RungName } from './deadline.ts';
import type { CatchUpId, DeadlineId } from './ids.ts';
import type { Instant } from './time.ts';

/** What became of one deadline while no desk was running. */
export interface Missed {
  readonly deadline: DeadlineId;
  /** Its version that holds now. */
  readonly version: number;
  /** Reminders that did not go out, in order of time. */
  readonly rungs: readonly RungName[];
}

/** Why nothing was told: no desk was running, moderators had paused what it tells of, or its place had quiet hours. */
export const MISSED_BY = ['away', 'paused', 'quiet'] as const;
export type MissedBy = (typeof MISSED_BY)[number];

/** Everything a channel missed, told in one message instead of many that come too late. */
export interface CatchUp {
  readonly id: CatchUpId;
  readonly cause: MissedBy;
  /** When the first of it should have been told. */
  readonly since: Instant;
  readonly entries: readonly Missed[];
  /** Ids of developments, or of editions that were split off, the oldest first. */
  readonly developments: readonly string[];
}
