/** What a picture of one deadline's chain is drawn from. */
import type { Deadline, Rung, Version } from '../../../domain/deadline.ts';
import type { Instant } from '../../../domain/time.ts';

export interface ChainPlot {
  readonly deadline: Deadline;
  /** Its reminders, of all versions and in any state. */
  readonly rungs: readonly Rung[];
  readonly now: Instant;
}

/** More rows than these make no picture that a phone can show. */
const MOST_VERSIONS = 12;

/** The versions that are drawn, oldest first: the newest ones. */
export function drawnVersions({ versions }: Deadline): readonly Version[] {
  return versions.slice(-MOST_VERSIONS);
}

/** When the reports that confirm `version` were published; those without a date count as said with it. */
export function confirmedAt({ confirmations }: Deadline, { number, saidAt }: Version): readonly Instant[] {
  return confirmations
    .filter((confirmation) => confirmation.version === number && confirmation.otherwise === null)
    .map(({ evidence }) => evidence.published ?? saidAt);
}
