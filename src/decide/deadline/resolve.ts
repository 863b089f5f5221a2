/**
 * From what an expression says to the days it means. The reference of "Friday" is the day of publication where the
 * outlet lives; counts run from the day they were announced; an offset is always that of the target date.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Anchor, Count, Precision, Window, ZoneBasis } from '../../domain/deadline.ts';
import { id } from '../../domain/ids.ts';
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  instantIn,
  parseDay,
  weekdayOf,
  type Zone,
} from '../../domain/time.ts';
import type { Ground } from './cue.ts';
import { holidayIn } from './holidays.ts';
import { type Clock, type Expression, isOpenEnd, type Part, type When } from './when.ts';
import { isMisnamed } from './zones.ts';

dayjs.extend(utc);

/** Where and when a text was published and whose deadlines it tells of. */
export interface Frame {
  /** Day of publication where the outlet lives; null for an undated text, which leaves relative words unresolved. */
  readonly reference: Day | null;
  /** Day of publication where the issuer lives, whose acts bear that date. */
  readonly issued: Day | null;
  /** The day the text says its news was announced on. */
  readonly announced: Day | null;
  /** The day the text says the act it is about bears; null when it says none. */
  readonly signed: Day | null;
  readonly zone: Zone;
  readonly zoneBasis: ZoneBasis;
}

/** The days an expression means. */
export interface Days {
  readonly earliest: Day;
  readonly latest: Day;
  readonly precision: Exclude<Precision, 'minute'>;
  readonly anchor: Anchor;
  readonly flags: readonly string[];
}

type Direction = Ground['direction'];

/** Dates without a year: this far back or ahead of the reference, in days, by the direction of the cue. */
const REACH: Readonly<Record<Direction, number>> = {
  forward: -90,
  back: -364,
  nearest: -182,
  ahead: -20,
};

function isForward(direction: Direction): boolean {
  return direction === 'forward' || direction === 'ahead';
}

const NAMED: Anchor = { kind: 'stated', day: null };

const calendar = (day: Day) => dayjs.utc(day);
const dayOf = (value: dayjs.Dayjs): Day => id<Day>(value.format('YYYY-MM-DD'));

function onDay(day: Day, flags: readonly string[] = [], anchor: Anchor = NAMED): Days {
  return { earliest: day, latest: day, precision: 'day', anchor, flags };
}

function over(earliest: Day, latest: Day, precision: Days['precision']): Days {
  return { earliest, latest, precision, anchor: NAMED, flags: [] };
}

function named(year: number, month: number, day: number): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The first of this and the neighbouring years' days that lies no further back than the direction reaches. */
function inReach(dayIn: (year: number) => Day | null, reference: Day, direction: Direction): Day | null {
  const year = Number(reference.slice(0, 4));
  const days = [year - 1, year, year + 1].map(dayIn).filter((day) => day !== null);
  return days.find((day) => daysBetween(reference, day) >= REACH[direction]) ?? null;
}

/** A weekday beside day and month picks the year in which the two agree. */
function agreeingYear(dayIn: (year: number) => Day | null, reference: Day, weekday: number): Day | null {
  const year = Number(reference.slice(0, 4));
  const days = [year, year + 1, year - 1].map(dayIn).filter((day) => day !== null);
  return days.find((day) => weekdayOf(day) === weekday) ?? null;
}

function yearless(
  dayIn: (year: number) => Day | null,
  weekday: number | null,
  frame: Frame,
  direction: Direction,
): Days | null {
  if (!frame.reference) return null;
  const near = inReach(dayIn, frame.reference, direction);
  if (near === null) return null;
  if (weekday === null || weekdayOf(near) === weekday) return onDay(near);
  const agreeing = agreeingYear(dayIn, frame.reference, weekday);
  return agreeing ? onDay(agreeing) : onDay(near, ['weekday_mismatch']);
}

type DateSaid = Extract<When, { kind: 'date' }>;

function statedYear({ year, ahead }: DateSaid, { reference }: Frame): number | null {
  return ahead === undefined || !reference ? year : Number(reference.slice(0, 4)) + ahead;
}

function date(when: DateSaid, weekday: number | null, frame: Frame, direction: Direction): Days | null {
  const stated = statedYear(when, frame);
  if (stated === null) return yearless((year) => named(year, when.month, when.day), weekday, frame, direction);
  const day = named(stated, when.month, when.day);
  const isOdd = day !== null && weekday !== null && weekdayOf(day) !== weekday;
  return day && onDay(day, isOdd ? ['weekday_mismatch'] : []);
}

type DatesSaid = Extract<When, { kind: 'dates' }>;

function dates(when: DatesSaid, frame: Frame, direction: Direction): Days | null {
  const first = date({ kind: 'date', year: when.year, month: when.month, day: when.from }, null, frame, direction);
  if (!first) return null;
  const last = addDays(first.earliest, when.to - when.from);
  return when.isEither
    ? { ...over(first.earliest, last, 'vague'), flags: ['alternatives'] }
    : over(first.earliest, last, 'range');
}

/** Monday of the week that `day` lies in. */
function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Days to the next such weekday, today included; for "back", to the last one; for "nearest", whichever is closer. */
function stepsTo(weekday: number, reference: Day, direction: Direction): number {
  const ahead = (weekday - weekdayOf(reference) + 7) % 7;
  if (isForward(direction) || ahead === 0) return ahead;
  return direction === 'back' || ahead > 3 ? ahead - 7 : ahead;
}

type WeekdaySaid = Extract<When, { kind: 'weekday' }>;

function weekday(when: WeekdaySaid, reference: Day, direction: Direction): Days {
  if (when.week === 'next') return onDay(addDays(mondayOf(reference), 7 + ((when.weekday + 6) % 7)));
  if (when.week === 'last') return onDay(addDays(reference, stepsTo(when.weekday, addDays(reference, -1), 'back') - 1));
  const towards = when.week === 'this' ? 'forward' : direction;
  return onDay(addDays(reference, stepsTo(when.weekday, reference, towards)));
}

/** First and last day of the month that stretches of one are measured in. */
const PARTS: Readonly<Record<Exclude<Part, 'end'>, readonly [from: number, to: number]>> = {
  whole: [1, 31],
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};

function partOfMonth(first: Day, part: Part): Days {
  const last = dayOf(calendar(first).endOf('month'));
  if (part === 'end') return onDay(last);
  const [from, to] = PARTS[part];
  const length = Number(last.slice(8));
  return over(addDays(first, from - 1), addDays(first, Math.min(to, length) - 1), part === 'whole' ? 'month' : 'range');
}

type MonthSaid = Extract<When, { kind: 'month' }>;

/** A month without a year is the one at hand or the next to come; "nearest" and "back" look behind too. */
function month(when: MonthSaid, frame: Frame, direction: Direction): Days | null {
  if (when.year !== null) {
    const first = named(when.year, when.month, 1);
    return first && partOfMonth(first, when.part);
  }
  if (!frame.reference) return null;
  const present = dayOf(calendar(frame.reference).startOf('month'));
  const reach = isForward(direction) ? 'forward' : 'nearest';
  const near = [-1, 0, 1]
    .map((years) => named(Number(present.slice(0, 4)) + years, when.month, 1))
    .filter((first) => first !== null)
    .find((first) => daysBetween(present, first) >= (reach === 'forward' ? 0 : REACH.nearest));
  return near ? partOfMonth(near, when.part) : null;
}

type PeriodSaid = Extract<When, { kind: 'period' }>;

function periodStart(when: PeriodSaid, reference: Day): Day {
  if (when.unit === 'week') return addDays(mondayOf(reference), 7 * when.ahead);
  return dayOf(calendar(reference).startOf(when.unit).add(when.ahead, when.unit));
}

/** The end of the present period, or of the one before it where the cue looks back and this one is not over. */
function period(when: PeriodSaid, reference: Day, direction: Direction): Days {
  const days = wholePeriod(when, reference);
  if (!isOpenEnd(when) || isForward(direction) || days.earliest <= reference) return days;
  const before = wholePeriod({ ...when, ahead: -1 }, reference);
  const isCloser = daysBetween(before.latest, reference) < daysBetween(reference, days.earliest);
  return direction === 'back' || isCloser ? before : days;
}

/** Weeks run from Monday; "the end of the week" is Friday to Sunday. */
function wholePeriod(when: PeriodSaid, reference: Day): Days {
  const first = periodStart(when, reference);
  if (when.unit === 'week') {
    return over(addDays(first, when.part === 'end' ? 4 : 0), addDays(first, 6), 'range');
  }
  const last = dayOf(calendar(first).endOf(when.unit));
  if (when.part === 'end') return onDay(last);
  return over(first, last, when.unit === 'month' ? 'month' : 'vague');
}

function addWorkingDays(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (weekdayOf(at) % 6 !== 0) left -= 1;
  }
  return at;
}

/** The day `amount` units after `day`; begun days count whole. */
function after(day: Day, amount: number, unit: Count['unit'], isWorking: boolean): Day {
  if (unit === 'month') return dayOf(calendar(day).add(amount, 'month'));
  if (unit === 'hour') return addDays(day, Math.ceil(amount / 24));
  return isWorking ? addWorkingDays(day, amount) : addDays(day, unit === 'week' ? 7 * amount : amount);
}

type CountSaid = Extract<When, { kind: 'count' }>;

function anchorOf(when: CountSaid, frame: Frame): Anchor {
  const { start } = when;
  if (start.kind === 'point')
    return { kind: 'stated', day: daysOf(start.when, null, frame, 'nearest')?.latest ?? null };
  if (start.kind === 'publication') return { kind: 'published', day: frame.announced ?? frame.issued };
  if (start.kind === 'act') return { kind: 'act', day: frame.announced ?? frame.signed ?? frame.issued };
  if (frame.announced) return { kind: 'announced', day: frame.announced };
  return frame.reference ? { kind: 'published', day: frame.reference } : { kind: 'none', day: null };
}

/** "Of this order", where nothing says which day the order bears. */
function isUnsigned({ start }: CountSaid, frame: Frame): boolean {
  return start.kind === 'act' && frame.announced === null && frame.signed === null;
}

/** Counts beyond three years are plans, not countdowns. */
const FARTHEST: Readonly<Record<Count['unit'], number>> = { hour: 999, day: 999, week: 156, month: 36 };

function count(when: CountSaid, frame: Frame): Days | null {
  const anchor = anchorOf(when, frame);
  if (anchor.day === null || frame.reference === null) return null;
  const { from, to, unit } = when.count;
  if (to > FARTHEST[unit]) return null;
  const earliest = after(anchor.day, from, unit, when.working);
  const latest = after(anchor.day, to, unit, when.working);
  const isGuess = (anchor.kind === 'published' && when.start.kind !== 'today') || isUnsigned(when, frame);
  const flags = [...(isGuess ? ['counted_from_publication'] : []), ...(when.working ? ['working_days'] : [])];
  return { earliest, latest, precision: earliest === latest ? 'day' : 'range', anchor, flags };
}

/** Expressions that mean nothing without the day they are said on. */
function relative(when: When, reference: Day | null, direction: Direction): Days | null {
  if (reference === null) return null;
  if (when.kind === 'weekday') return weekday(when, reference, direction);
  if (when.kind === 'near') return onDay(addDays(reference, when.days));
  return when.kind === 'period' ? period(when, reference, direction) : null;
}

/** The days `when` means; null when the text does not let us know. */
export function daysOf(when: When, beside: number | null, frame: Frame, direction: Direction): Days | null {
  if (when.kind === 'date') return date(when, beside, frame, direction);
  if (when.kind === 'dates') return dates(when, frame, direction);
  if (when.kind === 'month') return month(when, frame, direction);
  if (when.kind === 'count') return count(when, frame);
  if (when.kind === 'holiday') return yearless((year) => holidayIn(when.words, year), beside, frame, direction);
  return relative(when, frame.reference, direction);
}

interface Placed {
  readonly zone: Zone;
  readonly zoneBasis: ZoneBasis;
}

function placeOf(expression: Expression, frame: Frame): Placed {
  const stated = (expression.clock?.zone ?? expression.zone)?.zone;
  return stated ? { zone: stated, zoneBasis: 'stated' } : { zone: frame.zone, zoneBasis: frame.zoneBasis };
}

function timed(days: Days, clock: Clock | null, place: Placed): Window {
  const { earliest, latest, precision } = days;
  if (!clock || precision !== 'day') return { earliest, latest, instant: null, precision, ...place };
  return { earliest, latest, instant: instantIn(latest, clock.time, place.zone), precision: 'minute', ...place };
}

/** The window an expression means, with what it was counted from and what is odd about it; null when unresolved. */
export function windowOf(
  expression: Expression,
  frame: Frame,
  direction: Direction,
): { readonly window: Window; readonly anchor: Anchor; readonly flags: readonly string[] } | null {
  const days = daysOf(expression.when, expression.weekday, frame, direction);
  if (!days) return null;
  const stated = expression.clock?.zone ?? expression.zone;
  const misnamed = stated && isMisnamed(stated, days.latest) ? ['zone_name_mismatch'] : [];
  const flags = [...days.flags, ...(expression.clock?.flags ?? []), ...misnamed];
  return { window: timed(days, expression.clock, placeOf(expression, frame)), anchor: days.anchor, flags };
}

/** The frame of a text published at `published` (null when it does not say). */
export function frameOf(published: Instant | null, outletZone: Zone, issuerZone: Zone | null): Frame {
  const reference = published && dayIn(published, outletZone);
  const isElsewhere = issuerZone !== null && issuerZone !== outletZone;
  return {
    reference,
    issued: published && isElsewhere ? dayIn(published, issuerZone) : reference,
    announced: null,
    signed: null,
    zone: issuerZone ?? outletZone,
    zoneBasis: issuerZone ? 'issuer' : 'outlet',
  };
}
