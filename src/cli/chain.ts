/** A deadline's chain for a terminal: what a summary ends with and anyone can check. */
import { type Deadline, isDateless, type Version, type Window } from '../domain/deadline.ts';
import { clockIn, type Day, dayIn, type Instant, UTC, weekdayOf } from '../domain/time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function parts(day: Day): { readonly date: number; readonly month: string } {
  const [, month = '1', date = '1'] = day.split('-');
  return { date: Number(date), month: MONTHS[Number(month) - 1] ?? '' };
}

/** Of the day it is in UTC, which need not be the deadline's own. */
function instantWords(instant: Instant): string {
  const { date, month } = parts(dayIn(instant, UTC));
  return `${date} ${month} ${clockIn(instant, UTC)} UTC`;
}

/** `8 Aug`, `7–9 Aug`, `30 Aug – 2 Sep`, `27 Aug 04:01 UTC`, `Jun 2026`. */
function windowWords(window: Window): string {
  const first = parts(window.earliest);
  const last = parts(window.latest);
  if (window.precision === 'month') return `${first.month} ${window.earliest.slice(0, 4)}`;
  if (window.instant) return instantWords(window.instant);
  if (window.earliest === window.latest) return `${first.date} ${first.month}`;
  return first.month === last.month
    ? `${first.date}–${last.date} ${last.month}`
    : `${first.date} ${first.month} – ${last.date} ${last.month}`;
}

const CHANGE_WORDS: Readonly<Record<Version['change'], string>> = {
  set: 'set',
  fixed: 'fixed',
  brought_forward: 'brought forward',
  extended: 'extended',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
  met: 'met',
  unmet: 'passed, not met',
  lifted: 'lifted',
  passed_unknown: 'passed, outcome unknown',
  corrected: 'corrected',
  disputed: 'disputed',
};

/** `2 Sep (set) -> 7–9 Aug (brought forward) -> … -> superseded`. */
function chainWords(deadline: Deadline): string {
  const words = deadline.versions.map(({ change, window }) =>
    isDateless(change) ? CHANGE_WORDS[change] : `${windowWords(window)} (${CHANGE_WORDS[change]})`,
  );
  return words.join(' -> ');
}

/** `2025-07-14 16:08`, in UTC. */
export function minuteWords(at: Instant): string {
  return at.slice(0, 16).replace('T', ' ');
}

function saidWords({ saidAt }: Version): string {
  return `${WEEKDAYS[weekdayOf(dayIn(saidAt, UTC))]} ${minuteWords(saidAt)}`;
}

function versionLines(version: Version): readonly string[] {
  const { number, change, window, evidence } = version;
  const when = isDateless(change) ? '' : `${windowWords(window)} `;
  const head = `  ${number}. ${when}${CHANGE_WORDS[change]}, ${saidWords(version)} UTC`;
  if (!evidence) return [`${head}: the clock`];
  return [
    `${head}: ${evidence.source.name} (${evidence.source.label})`,
    `     “${evidence.quote}”`,
    `     ${evidence.link ?? 'no link'}`,
  ];
}

/** Whose deadline it is, and its chain in one line. */
export function headLine(deadline: Deadline): string {
  return `${deadline.issuer} to ${deadline.target}: ${chainWords(deadline)}`;
}

/** The chain in one line, then each version with its quote and link. */
export function chainLines(deadline: Deadline): readonly string[] {
  return [headLine(deadline), ...deadline.versions.flatMap(versionLines)];
}
