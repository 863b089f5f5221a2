/** How two windows stand to each other. */
import { type ChangeType, type Count, endsAt, type Precision, type Window } from '../../domain/deadline.ts';
import { addDays, type Day, daysBetween } from '../../domain/time.ts';

const FINENESS: Readonly<Record<Precision, number>> = { vague: 0, month: 1, range: 2, day: 3, minute: 4 };

/**
 * Whether two windows can mean one date. Around midnight outlets differ by a day ("expires Monday", "midnight Monday",
 * "Tuesday's deadline"), so a day of slack joins them.
 */
export function meansSame(a: Window, b: Window): boolean {
  return a.earliest <= addDays(b.latest, 1) && b.earliest <= addDays(a.latest, 1);
}

/** Whether two windows cannot both be right: both ends are further apart than midnight explains, and none holds the other. */
export function contradicts(a: Window, b: Window): boolean {
  const isApart = (one: Day, other: Day) => Math.abs(daysBetween(one, other)) > 1;
  if (isWithin(a, b) || isWithin(b, a)) return false;
  return isApart(a.earliest, b.earliest) && isApart(a.latest, b.latest);
}

/** Among the flags of a reading: its clock time is the usual one of "Friday evening" or of offices, not one that is stated. */
export const USUAL_HOURS = 'usual_hours';

/** What words state of a time, without the hour that is only usual. */
export function statedOf({ window, flags }: { readonly window: Window; readonly flags: readonly string[] }): Window {
  return flags.includes(USUAL_HOURS) ? { ...window, instant: null, precision: 'day' } : window;
}

/** Whether `a` pins down what `b` left open. */
export function isFiner(a: Window, b: Window): boolean {
  return FINENESS[a.precision] > FINENESS[b.precision];
}

/** Whether every day of `a` is one of `b`. */
export function isWithin(a: Window, b: Window): boolean {
  return b.earliest <= a.earliest && a.latest <= b.latest;
}

/** Whether two texts count the same: "50 days" is "the 50-day deadline", whichever day each was printed on. */
export function countsSame(a: Count | null, b: Count | null): boolean {
  return a !== null && b !== null && a.from === b.from && a.to === b.to && a.unit === b.unit;
}

/** What it is to a date that `after` comes to stand in its place. */
export function moveBetween(before: Window, after: Window): ChangeType {
  if (isFiner(after, before) && isWithin(after, before)) return 'fixed';
  return endsAt(after) < endsAt(before) ? 'brought_forward' : 'extended';
}
