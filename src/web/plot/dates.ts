/** Dates of the axis in words. They are days in UTC, as the bars are. */
import { dayText } from '../../cards/when.ts';
import { words } from '../../cards/words.ts';
import { clockIn, dayIn, type Instant, instantOf, UTC } from '../../domain/time.ts';
import type { TimeAxis } from './time.ts';

function dayMonth(at: Instant): string {
  const day = dayIn(at, UTC);
  return words.plot.day(String(Number(day.slice(8))), words.shortMonths[Number(day.slice(5, 7)) - 1] ?? '');
}

/** `14 Jul`, and with its year where the axis shows more than one. */
export function shortDay(at: Instant, { domain }: TimeAxis): string {
  const oneYear = domain[0].getUTCFullYear() === domain[1].getUTCFullYear();
  return oneYear ? dayMonth(at) : dayText(dayIn(at, UTC));
}

/** The same, with its clock time (UTC) where the axis counts hours. */
export function shortMoment(at: Instant, axis: TimeAxis): string {
  const day = shortDay(at, axis);
  return axis.unit === 'hour' ? `${day} ${clockIn(at, UTC)}` : day;
}

/** `14 Jul 2025`, or `14 Jul 2025 16:00 UTC` for a bar of an hour. */
export function barStart(start: Date, { unit }: TimeAxis): string {
  const at = instantOf(start.getTime());
  const day = dayText(dayIn(at, UTC));
  return unit === 'hour' ? `${day} ${clockIn(at, UTC)} UTC` : day;
}

/** `18:00`, and the day below it where one begins or the axis does. */
export function hourText(date: Date, first: boolean): string {
  const at = instantOf(date.getTime());
  const clock = clockIn(at, UTC);
  return first || clock === '00:00' ? `${clock}\n${dayMonth(at)}` : clock;
}

/** `14 Jul 2025 to 16 Aug 2025`, or one day. */
export function spanText(from: Instant, until: Instant): string {
  return words.plot.span(dayText(dayIn(from, UTC)), dayText(dayIn(until, UTC)));
}
