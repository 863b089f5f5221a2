/** What the clock makes true of one chain: its reminders, and that its time is over. */
import type { Change } from '../domain/change.ts';
import { currentVersion, endsAt, stateAfter, type Version } from '../domain/deadline.ts';
import type { RipeDeadline } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { passedVersion } from './deadline/lifecycle.ts';
import { fireRipe, replanRungs } from './ladder.ts';
import { wantCard, wantChange } from './show.ts';
import { overtakeAll } from './standing.ts';

/** An exact instant is told by its own `due` rung; a day or a range ends hours after it, which is news of its own. */
function tellPassed({ deadline, follows }: RipeDeadline, version: Version, now: Instant, isTold: boolean) {
  return [
    ...replanRungs(deadline, version, now),
    ...wantCard(deadline, deadline.rev + 1, follows),
    ...(isTold ? [] : wantChange(deadline, version, follows)),
  ];
}

function passes(ripe: RipeDeadline, now: Instant, isTold: boolean): readonly Change[] {
  const { deadline } = ripe;
  const version = passedVersion(deadline);
  const because = 'its time is over; no outcome is known';
  const passed: Change = { kind: 'deadline.changed', id: deadline.id, rev: deadline.rev + 1, version, because };
  const after = deadline.standing === null ? overtakeAll(deadline, ripe) : tellPassed(ripe, version, now, isTold);
  return [passed, ...after];
}

/** What the clock does to one deadline: fires its reminders, and says so when it has passed. */
export function decideTick(ripe: RipeDeadline, now: Instant): readonly Change[] {
  const current = currentVersion(ripe.deadline);
  const isOver = stateAfter(current) === 'pending' && endsAt(current.window) <= now;
  const fired = fireRipe(ripe, now);
  if (!isOver) return fired;
  const toldByDue = fired.some((change) => change.kind === 'rung.fired' && change.name === 'due');
  return [...fired, ...passes(ripe, now, toldByDue)];
}
