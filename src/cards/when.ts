/**
 * A window in words. A day belongs to its issuer's zone and is written out; the timestamp beside it is that day's noon,
 * which far away may be another date and is said to be the reader's own. `R` ("in 3 hours") is for instants alone.
 */
import type { Window } from '../domain/deadline.ts';
import {
  addDays,
  clockIn,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  instantIn,
  msOf,
  SECOND,
  UTC,
  weekdayOf,
} from '../domain/time.ts';
import { words } from './words.ts';

export type TimestampStyle = 't' | 'f' | 'F' | 'D' | 'R';

/** An instant that Discord shows in each member's own zone and language. */
export function timestamp(instant: Instant, style: TimestampStyle): string {
  return `<t:${Math.floor(msOf(instant) / SECOND)}:${style}>`;
}

interface DateWords {
  readonly day: string;
  readonly month: string;
  readonly longMonth: string;
  readonly year: string;
}

function dateWords(day: Day): DateWords {
  const [year = '', month = '', date = ''] = day.split('-');
  const index = Number(month) - 1;
  return {
    day: String(Number(date)),
    month: words.shortMonths[index] ?? '',
    longMonth: words.months[index] ?? '',
    year,
  };
}

/** `8 Aug 2025` */
export function dayText(day: Day): string {
  const date = dateWords(day);
  return `${date.day} ${date.month} ${date.year}`;
}

/** `Fri 8 Aug 2025` */
export function weekdayText(day: Day): string {
  return `${words.weekdays[weekdayOf(day)] ?? ''} ${dayText(day)}`;
}

/** `27 Aug 2025 04:01 UTC` */
export function utcText(instant: Instant): string {
  return `${dayText(dayIn(instant, UTC))} ${clockIn(instant, UTC)} UTC`;
}

/** `7–9 Aug 2025`, `30 Aug – 2 Sep 2025`, `30 Dec 2025 – 2 Jan 2026` */
function rangeText(earliest: Day, latest: Day): string {
  if (earliest === latest) return dayText(latest);
  const first = dateWords(earliest);
  const last = dateWords(latest);
  if (first.year !== last.year) return `${dayText(earliest)} – ${dayText(latest)}`;
  if (first.month !== last.month) return `${first.day} ${first.month} – ${dayText(latest)}`;
  return `${first.day}–${dayText(latest)}`;
}

/** `June 2026`, `June – August 2026`, `December 2025 – January 2026` */
function monthText(earliest: Day, latest: Day): string {
  const first = dateWords(earliest);
  const last = dateWords(latest);
  const end = `${last.longMonth} ${last.year}`;
  if (first.year !== last.year) return `${first.longMonth} ${first.year} – ${end}`;
  return first.month === last.month ? end : `${first.longMonth} – ${end}`;
}

/** The date in as few words as are honest, without a zone: for headlines and chains. Plain text. */
export function shortWhen(window: Window): string {
  if (window.instant !== null) return utcText(window.instant);
  if (window.precision === 'month') return monthText(window.earliest, window.latest);
  const dates = rangeText(window.earliest, window.latest);
  if (window.precision === 'range') return words.when.approximate(dates);
  return window.precision === 'vague' ? words.when.vague(dates) : dates;
}

function instantLines(instant: Instant, window: Window): readonly string[] {
  const zone = words.zone(window.zone);
  const own = `${timestamp(instant, 'F')} (${timestamp(instant, 'R')})`;
  if (zone === 'UTC') return [own, utcText(instant)];
  const local = `${weekdayText(dayIn(instant, window.zone))} ${clockIn(instant, window.zone)}`;
  return [own, words.when.clocks(utcText(instant), local, zone)];
}

function dayLine({ latest, zone }: Window, zoneName: string): string {
  const noon = timestamp(instantIn(latest, '12:00', zone), 'D');
  return words.when.day(weekdayText(latest), zoneName, noon);
}

/** The date as fully as it is known, one or two lines of markdown, the most important first. */
export function longWhen(window: Window): readonly [string, ...string[]] {
  if (window.instant !== null) {
    const [first = '', ...rest] = instantLines(window.instant, window);
    return [first, ...rest];
  }
  const zone = words.zone(window.zone);
  if (window.precision === 'day') return [dayLine(window, zone)];
  return window.precision === 'range' ? [words.when.range(shortWhen(window), zone)] : [shortWhen(window)];
}

const FIRST_MINUTES: readonly string[] = ['00:00', '00:01'];

/**
 * The last whole day before an instant in the first minute of a day, null for other windows: "12:01 a.m. on 27 August"
 * leaves nothing of the 27th, and is often read as its end.
 */
export function lastFullDay(window: Window): Day | null {
  if (window.instant === null || !FIRST_MINUTES.includes(clockIn(window.instant, window.zone))) return null;
  return addDays(dayIn(window.instant, window.zone), -1);
}

/** Whole days from `now` to the first possible day, counted in the window's own zone; negative once it is past. */
export function daysUntil(window: Window, now: Instant): number {
  return daysBetween(dayIn(now, window.zone), window.earliest);
}

/** Whether both name the same time, whatever they know of its zone. */
export function sameTime(one: Window, other: Window): boolean {
  return shortWhen(one) === shortWhen(other);
}
