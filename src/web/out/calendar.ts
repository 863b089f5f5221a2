/**
 * Deadlines as a calendar (RFC 5545): an event each, whose `UID` stays, whose `SEQUENCE` grows with every version, and which
 * is cancelled, never dropped, when its date no longer holds. The same deadlines give the same text.
 */
import ical, { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { isVoid, latestLink, plainDeadlineName, statusText } from '../../cards/chain.ts';
import { quotable } from '../../cards/escape.ts';
import { webAddress } from '../../cards/html.ts';
import { shortWhen } from '../../cards/when.ts';
import { words } from '../../cards/words.ts';
import { currentVersion, type Deadline, isDateless, type Version, type Window } from '../../domain/deadline.ts';
import { addDays, type Day, dayIn, type Instant, msOf, UTC } from '../../domain/time.ts';

export interface CalendarParts {
  /** Plain text. */
  readonly name: string;
  readonly deadlines: readonly Deadline[];
}

/** How often subscribers should ask again, in seconds. */
const ASK_AGAIN = 15 * 60;
const SUMMARY_LIMIT = 200;

/** A day without a place: read by its numbers in UTC. */
function dateOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dateOf(instant: Instant): Date {
  return new Date(msOf(instant));
}

/** An instant, or the issuer's days as days, which no zone moves; the end is the first day after it. */
function timesOf({ instant, earliest, latest }: Window): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (instant !== null) return { start: dateOf(instant) };
  return { start: dateOfDay(earliest), end: dateOfDay(addDays(latest, 1)), allDay: true };
}

/** Dates that nobody bound themselves to, and those not known to the day, are not certain. */
function eventStatus(version: Version): ICalEventStatus {
  if (isVoid(version)) return ICalEventStatus.CANCELLED;
  const { precision } = version.window;
  const isSure = version.bindingness !== 'reported' && (precision === 'minute' || precision === 'day');
  return isSure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

function versionLine({ saidAt, change, window, evidence }: Version): string {
  const date = isDateless(change) ? '' : `: ${shortWhen(window)}`;
  const source = evidence === null ? '' : ` (${evidence.source.name})`;
  return `${dayIn(saidAt, UTC)} ${words.changes[change]}${date}${source}`;
}

function quoteLines({ evidence }: Version): readonly string[] {
  return evidence === null || evidence.quote === '' ? [] : [words.quote(quotable(evidence.quote))];
}

/** What it says, how its date came about, and the last words it was read from. */
function descriptionOf(deadline: Deadline): string {
  const current = currentVersion(deadline);
  const { zone } = current.window;
  const head = `${statusText(deadline)}: ${shortWhen(current.window)} (${words.zone(zone)})`;
  return [head, ...deadline.versions.map(versionLine), ...quoteLines(current)].join('\n');
}

/** When the desk last learnt of it: reports may be dated earlier than those before them. */
function modifiedAt({ versions }: Deadline): Instant {
  return versions.reduce((latest, { saidAt }) => (saidAt > latest ? saidAt : latest), versions[0].saidAt);
}

/** Without the characters that ical-generator escapes as in a text, although an address is none (RFC 5545, 3.3.13). */
function urlOf(link: string): string {
  return link.replace(/[,;\\]/g, encodeURIComponent);
}

function eventOf(deadline: Deadline): ICalEventData {
  const current = currentVersion(deadline);
  const modified = dateOf(modifiedAt(deadline));
  const link = webAddress(latestLink(deadline, current) ?? '');
  return {
    ...timesOf(current.window),
    id: `${deadline.id}@deadline-desk`,
    sequence: current.number - 1,
    stamp: modified,
    created: dateOf(deadline.versions[0].saidAt),
    lastModified: modified,
    summary: plainDeadlineName(deadline).slice(0, SUMMARY_LIMIT),
    description: descriptionOf(deadline),
    status: eventStatus(current),
    transparency: ICalEventTransparency.TRANSPARENT,
    categories: [{ name: deadline.storyline }],
    ...(link === null ? {} : { url: urlOf(link) }),
  };
}

/** The calendar as text, lines ended by CRLF and folded at 75 octets. */
export function drawCalendar({ name, deadlines }: CalendarParts): string {
  const calendar = ical({
    name,
    prodId: { company: 'deadline-desk', product: 'deadlines', language: 'EN' },
    ttl: ASK_AGAIN,
    events: deadlines.map(eventOf),
  });
  return calendar.toString();
}
