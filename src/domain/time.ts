/**
 * Instants, days and zones. Instants are fixed-width UTC ISO text, so that text order is time order; a day is a
 * calendar date without a place; a zone is an IANA name. Conversions go through cached `Intl` formatters (about
 * 2 µs a call, a hundredth of dayjs.tz) and take the offset of the date converted, never that of another date.
 */
import type { Branded } from './ids.ts';

/** `2025-08-08T04:00:00.000Z`: always UTC, always milliseconds. */
export type Instant = Branded<'Instant'>;
/** `2025-08-08`: a calendar date; which instant it starts at depends on a zone. */
export type Day = Branded<'Day'>;
/** An IANA zone name such as `America/New_York`. */
export type Zone = Branded<'Zone'>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const UTC = 'UTC' as Zone;

/** Epoch milliseconds to an instant. Throws RangeError on a number no calendar holds. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** An instant in epoch milliseconds. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant `ms` milliseconds later (earlier when negative). */
export function plus(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function between(from: Instant, to: Instant): number {
  return msOf(to) - msOf(from);
}

/** ISO text with an offset or `Z` to an instant; null when it is not one. Text without an offset is refused. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i.test(text.trim())) return null;
  const ms = Date.parse(text.trim().replace(' ', 'T').replace(/\s+/, ''));
  return Number.isNaN(ms) ? null : instantOf(ms);
}

/** `YYYY-MM-DD` to a day; null when the calendar has no such date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : (text as Day);
}

/** The day `days` later in the calendar. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const formatters = new Map<Zone, Intl.DateTimeFormat>();

function formatterFor(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** IANA name to a zone; null when this runtime's time zone data does not know it. */
export function parseZone(name: string): Zone | null {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return name as Zone;
  } catch {
    return null;
  }
}

/** What a clock on the wall shows at `instant` in `zone`, as if it were UTC, in epoch milliseconds. */
function wallMs(instant: Instant, zone: Zone): number {
  const at: Record<string, number> = {};
  for (const part of formatterFor(zone).formatToParts(msOf(instant))) at[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The calendar day it is in `zone` at `instant`. */
export function dayIn(instant: Instant, zone: Zone): Day {
  return new Date(wallMs(instant, zone)).toISOString().slice(0, 10) as Day;
}

/** `HH:MM` on the wall in `zone` at `instant`. */
export function clockIn(instant: Instant, zone: Zone): string {
  return new Date(wallMs(instant, zone)).toISOString().slice(11, 16);
}

/**
 * The instant at which clocks in `zone` show `clock` (`HH:MM`, `24:00` is the next midnight) on `day`. In a gap of
 * spring the later reading counts; in autumn's double hour the first.
 */
export function instantIn(day: Day, clock: string, zone: Zone): Instant {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const wanted = Date.parse(`${day}T00:00:00Z`) + hours * HOUR + minutes * MINUTE;
  const offsetAt = (ms: number) => wallMs(instantOf(ms), zone) - Math.floor(ms / SECOND) * SECOND;
  const first = wanted - offsetAt(wanted - DAY);
  if (wallMs(instantOf(first), zone) === wanted) return instantOf(first);
  const second = wanted - offsetAt(first);
  return instantOf(wallMs(instantOf(second), zone) === wanted ? second : Math.max(first, second));
}

/** The first instant of `day` in `zone`. */
export function startOfDay(day: Day, zone: Zone): Instant {
  return instantIn(day, '00:00', zone);
}

/** The first instant after `day` in `zone`. */
export function endOfDay(day: Day, zone: Zone): Instant {
  return instantIn(addDays(day, 1), '00:00', zone);
}
