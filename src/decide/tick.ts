/** What the clock makes true: reminders, that a time is over, and one word about what nobody was there to tell. */
import type { Missed } from '../domain/catchUp.ts';
import type { Change } from '../domain/change.ts';
import { currentVersion, endsAt, type Rung, stateAfter, type Version } from '../domain/deadline.ts';
import type { RipeDeadline } from '../domain/facts.ts';
import { type Instant, MINUTE, plus } from '../domain/time.ts';
import { passedVersion } from './deadline/lifecycle.ts';
import { mayPing } from './gate.ts';
import { catchUpId } from './ids.ts';
import { askBefore, fireRipe, replanRungs, skip } from './ladder.ts';
import { wantCard, wantCatchUp, wantChange } from './show.ts';
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

function isOver({ deadline }: RipeDeadline, now: Instant): boolean {
  const current = currentVersion(deadline);
  return stateAfter(current) === 'pending' && endsAt(current.window) <= now;
}

/** What the clock does to one deadline: asks before its reminders, fires them, and says so when it has passed. */
export function decideTick(ripe: RipeDeadline, now: Instant): readonly Change[] {
  const fired = [...askBefore(ripe, now), ...fireRipe(ripe, now)];
  if (!isOver(ripe, now)) return fired;
  const toldByDue = fired.some((change) => change.kind === 'rung.fired' && change.name === 'due');
  return [...fired, ...passes(ripe, now, toldByDue)];
}

/** A reminder this late tells a time that is no longer true. */
const LATE = 15 * MINUTE;

function dueOf({ rungs }: RipeDeadline, now: Instant): readonly Rung[] {
  return rungs.filter((rung) => rung.at <= now);
}

/** When it should have been told; null when nothing of it came too late. */
function lateSince(ripe: RipeDeadline, now: Instant): Instant | null {
  if (ripe.deadline.standing === null) return null;
  const current = currentVersion(ripe.deadline);
  const [first = null] = dueOf(ripe, now).map(({ at }) => at);
  const since = first ?? (isOver(ripe, now) ? endsAt(current.window) : null);
  return since !== null && since <= plus(now, -LATE) ? since : null;
}

interface Late {
  readonly ripe: RipeDeadline;
  readonly since: Instant;
}

function missedOf({ ripe }: Late, now: Instant): Missed {
  const hasPassed = isOver(ripe, now);
  const version = currentVersion(ripe.deadline).number + (hasPassed ? 1 : 0);
  return { deadline: ripe.deadline.id, version, rungs: dueOf(ripe, now).map(({ name }) => name), hasPassed };
}

/** What the clock does to a deadline that nobody watched: the same, but for the messages. */
function goneBy({ ripe }: Late, now: Instant): readonly Change[] {
  const skipped = skip(dueOf(ripe, now), 'no desk was running when it came due');
  return isOver(ripe, now) ? [...skipped, ...passes(ripe, now, true)] : skipped;
}

function earliest(late: readonly Late[], now: Instant): Instant {
  return late.map(({ since }) => since).sort()[0] ?? now;
}

/** One message a channel, by the first of its follows. */
function told(late: readonly Late[], now: Instant): readonly Change[] {
  const follows = late.flatMap(({ ripe }) => ripe.follows);
  const channels = new Map(follows.map((follow) => [follow.channel, follow]));
  return [...channels.values()].flatMap((follow) => {
    const here = late.filter(({ ripe }) => ripe.follows.some(({ channel }) => channel === follow.channel));
    const since = earliest(here, now);
    const catchUp = { id: catchUpId(follow, now), since, entries: here.map((one) => missedOf(one, now)) };
    const made: Change = { kind: 'catch_up.made', catchUp, because: 'no desk was running' };
    return [
      made,
      ...wantCatchUp(
        catchUp,
        follow,
        here.some(({ ripe }) => mayPing(ripe.deadline, follow)),
      ),
    ];
  });
}

/**
 * What the clock does to several deadlines at once. Those whose reminders or end came too late, because no desk was
 * running, are told in one message a channel.
 */
export function decideTicks(ripe: readonly RipeDeadline[], now: Instant): readonly (readonly Change[])[] {
  const late = ripe.flatMap((one): readonly Late[] => {
    const since = lateSince(one, now);
    return since === null ? [] : [{ ripe: one, since }];
  });
  const isLate = new Set(late.map((one) => one.ripe));
  const timely = ripe.filter((one) => !isLate.has(one)).map((one) => decideTick(one, now));
  if (late.length === 0) return timely;
  return [[...late.flatMap((one) => goneBy(one, now)), ...told(late, now)], ...timely];
}
