/** Dates that stand on nothing but reports which moderators killed: they are withdrawn with them, and restored with them. */
import type { Change } from '../domain/change.ts';
import { currentVersion, type Deadline, isKilled, KILLED, stateAfter, type Version } from '../domain/deadline.ts';
import type { Edition } from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { replanRungs } from './ladder.ts';
import { wantCard, wantChange } from './show.ts';

/** The items that say what a version says. */
function itemsBehind({ confirmations }: Deadline, { number, evidence }: Version): readonly string[] {
  const same = confirmations.filter(({ version, otherwise }) => version === number && otherwise === null);
  return [...(evidence ? [evidence.item] : []), ...same.map((one) => one.evidence.item)];
}

function isOnlyIn({ reports }: Edition, deadline: Deadline, version: Version): boolean {
  const behind = itemsBehind(deadline, version);
  return behind.length > 0 && behind.every((item) => reports.some((report) => report.item === item));
}

function continued(deadline: Deadline, version: Version, { follows }: Docket, now: Instant): readonly Change[] {
  const rev = deadline.rev + 1;
  const because = version.change === 'withdrawn' ? 'its report was killed' : 'its report was restored';
  const after: Deadline = { ...deadline, rev, versions: [...deadline.versions, version] };
  const own = follows.filter(({ storyline }) => storyline === deadline.storyline);
  return [
    { kind: 'deadline.changed', id: deadline.id, rev, version, because },
    ...replanRungs(after, version, now),
    ...wantCard(after, rev, own),
    ...wantChange(after, version, own),
  ];
}

function follow(current: Version, change: Partial<Version>, now: Instant): Version {
  return { ...current, number: current.number + 1, saidAt: now, ...change };
}

/** Ends what stands in the guild on reports of `edition` alone. */
export function retractDates(edition: Edition, docket: Docket, now: Instant): readonly Change[] {
  return docket.standings.flatMap((deadline) => {
    const current = currentVersion(deadline);
    if (stateAfter(current) !== 'pending' || !isOnlyIn(edition, deadline, current)) return [];
    return continued(deadline, follow(current, { change: 'withdrawn', flags: [KILLED] }, now), docket, now);
  });
}

/** Lets what ended so stand again. */
export function restoreDates(edition: Edition, docket: Docket, now: Instant): readonly Change[] {
  return docket.standings.flatMap((deadline) => {
    const current = currentVersion(deadline);
    if (!isKilled(current) || !edition.reports.some(({ item }) => item === current.evidence?.item)) return [];
    return continued(deadline, follow(current, { change: 'corrected', flags: [] }, now), docket, now);
  });
}
