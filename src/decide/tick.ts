/** What the clock makes true: reminders, that a time is over, and one word about what nobody was there to tell. */
import type { CatchUp, Missed } from '../domain/catchUp.ts';
import type { Change } from '../domain/change.ts';
import { currentVersion, endsAt, type Rung, stateAfter, type Version } from '../domain/deadline.ts';
import type { RipeDeadline } from '../domain/facts.ts';
import type { PlaceId } from '../domain/ids.ts';
import { type Follow, placeOf } from '../domain/storyline.ts';
import { type Instant, MINUTE, plus } from '../domain/time.ts';
import { passedVersion } from './deadline/lifecycle.ts';
import { mayPing } from './gate.ts';
import { catchUpId } from './ids.ts';
import { askBefore, asksFor, fireRipe, replanRungs, skip } from './ladder.ts';
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

/** Since when there is something to tell: its first reminder that is due, or else its end. */
function ripeSince(ripe: RipeDeadline, now: Instant): Instant | null {
  const end = isOver(ripe, now) ? endsAt(currentVersion(ripe.deadline).window) : null;
  return dueOf(ripe, now)[0]?.at ?? end;
}

/** Whether it is told in a guild, and has been to be told since before `at`. */
function isRipeSince(ripe: RipeDeadline, at: Instant, now: Instant): boolean {
  const since = ripe.deadline.standing === null ? null : ripeSince(ripe, now);
  return since !== null && since <= at;
}

/** What the clock did to a deadline up to `until`: the same as ever, but for the messages. */
function goneBy(ripe: RipeDeadline, until: Instant, now: Instant, because: string): readonly Change[] {
  const skipped = skip(dueOf(ripe, until), because);
  return isOver(ripe, until) ? [...skipped, ...passes(ripe, now, true)] : skipped;
}

/** What came due before a backup was restored was told by the desk of before; what came due after it is looked at next. */
function toldBefore(ripe: readonly RipeDeadline[], now: Instant): readonly (readonly Change[])[] {
  return ripe.flatMap((one) => {
    const { toldUntil } = one;
    if (toldUntil === null || !isRipeSince(one, toldUntil, now)) return [];
    return [goneBy(one, toldUntil, now, 'told before this database was restored')];
  });
}

/** What one channel missed of a deadline, and since when; null when nothing was to be told there. */
function missedIn(ripe: RipeDeadline, follows: readonly Follow[], now: Instant) {
  const { deadline } = ripe;
  const current = currentVersion(deadline);
  const rungs = dueOf(ripe, now).filter(({ name }) => follows.some((follow) => asksFor(follow, name)));
  const hasPassed = isOver(ripe, now);
  if (rungs.length === 0 && !hasPassed) return null;
  const version = current.number + (hasPassed ? 1 : 0);
  const missed: Missed = { deadline: deadline.id, version, rungs: rungs.map(({ name }) => name) };
  return { missed, deadline, since: rungs[0]?.at ?? endsAt(current.window) };
}

/** One message for a channel, by the first of its follows. */
function toldIn(
  follows: readonly [Follow, ...Follow[]],
  late: readonly RipeDeadline[],
  now: Instant,
): readonly Change[] {
  const here = late.flatMap((one) => {
    const own = one.follows.filter((follow) => follows.includes(follow));
    return missedIn(one, own, now) ?? [];
  });
  const [since] = here.map((one) => one.since).sort();
  if (since === undefined) return [];
  const [follow] = follows;
  const entries = here.map(({ missed }) => missed);
  const catchUp: CatchUp = { id: catchUpId(follow, now), cause: 'away', since, entries, developments: [] };
  const mayCall = here.some(({ deadline }) => mayPing(deadline, follow));
  const made: Change = { kind: 'catch_up.made', catchUp, because: 'no desk was running' };
  return [made, ...wantCatchUp(catchUp, follow, mayCall)];
}

function toldAtOnce(late: readonly RipeDeadline[], now: Instant): readonly Change[] {
  const places = new Map<PlaceId, [Follow, ...Follow[]]>();
  const awake = late.flatMap(({ follows }) => follows).filter(({ pausedAt }) => pausedAt === null);
  for (const follow of awake) {
    const there = places.get(placeOf(follow));
    if (there) there.push(follow);
    else places.set(placeOf(follow), [follow]);
  }
  return [...places.values()].flatMap((follows) => toldIn(follows, late, now));
}

/**
 * What the clock does to several deadlines at once. Those whose reminders or end came too late, because no desk was
 * running, are told in one message a place.
 */
export function decideTicks(ripe: readonly RipeDeadline[], now: Instant): readonly (readonly Change[])[] {
  const told = toldBefore(ripe, now);
  if (told.length > 0) return told;
  const late = ripe.filter((one) => isRipeSince(one, plus(now, -LATE), now));
  const timely = ripe.filter((one) => !late.includes(one)).map((one) => decideTick(one, now));
  if (late.length === 0) return timely;
  const because = 'no desk was running when it came due';
  return [[...late.flatMap((one) => goneBy(one, now, now, because)), ...toldAtOnce(late, now)], ...timely];
}
