/** Dates that stand on nothing but reports which moderators killed: they are withdrawn with them, and restored with them. */
import type { Change } from '../domain/change.ts';
import {
  currentVersion,
  type Deadline,
  evidenceBehind,
  isKilled,
  KILLED,
  RESTORED,
  stateAfter,
  type Version,
} from '../domain/deadline.ts';
import { itemsOf } from '../domain/development.ts';
import type { Edition } from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { replanRungs } from './ladder.ts';
import { wantCard, wantChange } from './show.ts';

function isOnlyIn({ reports }: Edition, deadline: Deadline, version: Version): boolean {
  const behind = evidenceBehind(deadline, version);
  return behind.length > 0 && behind.every(({ item }) => reports.some((report) => itemsOf(report).includes(item)));
}

/** The chain goes on with what `of` says, under another change. */
function continued(
  deadline: Deadline,
  of: Version,
  change: Pick<Version, 'change' | 'flags'>,
  { follows }: Docket,
  now: Instant,
): readonly Change[] {
  const rev = deadline.rev + 1;
  const version: Version = { ...of, ...change, number: currentVersion(deadline).number + 1, saidAt: now };
  const because = isKilled(version) ? 'its report was killed' : 'its report was restored';
  const after: Deadline = { ...deadline, rev, versions: [...deadline.versions, version] };
  const own = follows.filter(({ storyline }) => storyline === deadline.storyline);
  return [
    { kind: 'deadline.changed', id: deadline.id, rev, version, because },
    ...replanRungs(after, version, now),
    ...wantCard(after, rev, own),
    ...wantChange(after, version, own),
  ];
}

/** Ends what stands in the guild on reports of `edition` alone. */
export function retractDates(edition: Edition, docket: Docket, now: Instant): readonly Change[] {
  return docket.standings.flatMap((deadline) => {
    const current = currentVersion(deadline);
    if (stateAfter(current) !== 'pending' || !isOnlyIn(edition, deadline, current)) return [];
    return continued(deadline, current, { change: 'withdrawn', flags: [KILLED] }, docket, now);
  });
}

/** Lets what ended so stand again. */
export function restoreDates(edition: Edition, docket: Docket, now: Instant): readonly Change[] {
  return docket.standings.flatMap((deadline) => {
    const current = currentVersion(deadline);
    const stood = deadline.versions.find(({ number }) => number === current.number - 1);
    const items: readonly (ItemId | undefined)[] = edition.reports.flatMap(itemsOf);
    if (!stood || !isKilled(current) || !items.includes(stood.evidence?.item)) return [];
    const flags = [...stood.flags.filter((flag) => flag !== RESTORED), RESTORED];
    return continued(deadline, stood, { change: 'corrected', flags }, docket, now);
  });
}
