/** Reminders of a deadline: planned when its date is known, fired by the clock, cancelled when it moves. */
import type { Change } from '../domain/change.ts';
import {
  type Deadline,
  endsAt,
  type Rung,
  type RungName,
  type RungStep,
  stateAfter,
  type Version,
  type Window,
} from '../domain/deadline.ts';
import type { RipeDeadline } from '../domain/facts.ts';
import { heldUntil } from '../domain/quiet.ts';
import type { Follow } from '../domain/storyline.ts';
import { addDays, DAY, HOUR, type Instant, instantIn, MINUTE, plus } from '../domain/time.ts';
import { SHORTEST } from './interval.ts';
import { wantRung } from './show.ts';

/** Reminders of a day go out when its issuer's morning begins. */
const MORNING = '09:00';

type Before = Exclude<RungName, 'after24h'>;

const HOURS_BEFORE: Readonly<Record<Before, number>> = {
  '30d': 720,
  '7d': 168,
  '72h': 72,
  '3d': 72,
  '24h': 24,
  '1d': 24,
  '6h': 6,
  '1h': 1,
  opens: 0,
  due: 0,
};

/** A day has no hours to count down; a range opens, and nobody knows when; months and vaguer words have no rung. */
const RUNGS_OF: Readonly<Record<Window['precision'], readonly Before[]>> = {
  minute: ['30d', '7d', '72h', '24h', '6h', '1h', 'due'],
  day: ['30d', '7d', '3d', '1d', 'due'],
  range: ['7d', '1d', 'opens'],
  month: [],
  vague: [],
};

/** Named apart from the step of a ladder that asks for it. */
const STEPS: Partial<Readonly<Record<RungName, RungStep>>> = { '3d': '72h', '1d': '24h', opens: 'due' };

/** Whether a follow's ladder has the step that a rung stands on. */
export function asksFor({ ladder }: Follow, name: RungName): boolean {
  return ladder.some((step) => step === (STEPS[name] ?? name));
}

function rungAt(window: Window, name: Before): Instant {
  const hours = HOURS_BEFORE[name];
  if (window.instant) return plus(window.instant, -hours * HOUR);
  return instantIn(addDays(window.earliest, -hours / 24), MORNING, window.zone);
}

/** Long enough before a reminder for slow sources to answer, short enough for their news to be the latest. */
const ASKS_BEFORE = 3 * MINUTE;

type Planned = Pick<Rung, 'deadline' | 'version' | 'state'>;

function rung(planned: Planned, name: RungName, at: Instant): Rung {
  return { ...planned, name, at, asksAt: plus(at, -ASKS_BEFORE), readAt: null };
}

function rungsOf(deadline: Deadline, version: Version): readonly Rung[] {
  const planned = { deadline: deadline.id, version: version.number, state: 'planned' as const };
  const state = stateAfter(version);
  if (state === 'passed') return [rung(planned, 'after24h', plus(endsAt(version.window), DAY))];
  if (state === 'over') return [];
  return RUNGS_OF[version.window.precision].map((name) => rung(planned, name, rungAt(version.window, name)));
}

/** The rungs of a version that still lie ahead; those already past when it is learnt are skipped in silence. */
export function planRungs(deadline: Deadline, version: Version, now: Instant): readonly Change[] {
  const ahead = rungsOf(deadline, version).filter((rung) => rung.at > now);
  return ahead.map((rung) => ({ kind: 'rung.planned', rung, because: `version ${version.number} falls then` }));
}

/** Old reminders go, new ones come: after every version but the first. */
export function replanRungs(deadline: Deadline, version: Version, now: Instant): readonly Change[] {
  const cancelled: Change = {
    kind: 'rungs.cancelled',
    deadline: deadline.id,
    version: version.number - 1,
    because: `version ${version.number} replaces it`,
  };
  return [cancelled, ...planRungs(deadline, version, now)];
}

/** No source is asked again so soon after it was. */
const ASKED_LATELY = SHORTEST;

/** Before a reminder the sources are asked once more: what it says should be the last there is. */
export function askBefore(ripe: RipeDeadline, now: Instant): readonly Change[] {
  const asking = ripe.rungs.filter(({ asksAt, at }) => asksAt !== null && asksAt <= now && at > now);
  if (asking.length === 0) return [];
  const because = 'a reminder is about to go out';
  const asked = asking.map(({ deadline, version, name }): Change => {
    return { kind: 'rung.asked', deadline, version, name, because };
  });
  const unlessPolledSince = plus(now, -ASKED_LATELY);
  return [...asked, { kind: 'feeds.hurried', latest: now, unlessPolledSince, because }];
}

/** A reminder that waits for the end of quiet hours goes untold where a later one waits with it. */
function isOvertaken(rung: Rung, { quiet }: Follow, rungs: readonly Rung[]): boolean {
  const until = heldUntil(quiet, { kind: 'rung', rung }, rung.at);
  return until !== null && rungs.some(({ at }) => at > rung.at && at <= until);
}

function fire(rung: Rung, { deadline, follows, readAt, rungs }: RipeDeadline): readonly Change[] {
  const { name, version } = rung;
  const because = 'its time has come';
  const fired: Change = { kind: 'rung.fired', deadline: deadline.id, version, name, readAt, because };
  const later = (follow: Follow) => rungs.filter((other) => asksFor(follow, other.name));
  const listening = follows.filter((follow) => asksFor(follow, name) && !isOvertaken(rung, follow, later(follow)));
  return [fired, ...wantRung(rung, deadline, listening)];
}

/** Rungs that go by untold. */
export function skip(rungs: readonly Rung[], because: string): readonly Change[] {
  return rungs.map(({ deadline, version, name }): Change => {
    return { kind: 'rung.skipped', deadline, version, name, because };
  });
}

/** After an interruption only the last of the rungs that came due speaks. */
export function fireRipe(ripe: RipeDeadline, now: Instant): readonly Change[] {
  const due = ripe.rungs.filter((rung) => rung.at <= now);
  const last = due[due.length - 1];
  if (!last) return [];
  const skipped = skip(due.slice(0, -1), `${last.name} came due as well`);
  return [...skipped, ...fire(last, ripe)];
}
