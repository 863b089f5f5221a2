/**
 * A second opinion on named days, from chrono-node: where it finds another day in the same words, people should look.
 * It never changes the day. Left out is what it is known to get wrong: counts, ranges, months and midnights; the week
 * of a bare weekday, which it sees in the past or a week late; the year of a date without one.
 */
import { casual } from 'chrono-node/en';
import type { Window } from '../../domain/deadline.ts';
import { type Day, parseDay, weekdayOf } from '../../domain/time.ts';
import type { Expression, When } from './when.ts';

type Named = Extract<When, { kind: 'date' | 'weekday' | 'near' }>;

function isNamed(when: When): when is Named {
  return when.kind === 'date' || when.kind === 'weekday' || when.kind === 'near';
}

/** The days chrono-node finds in `words`, read on `reference` in the morning. */
function daysIn(words: string, reference: Day): readonly Day[] {
  const at = { instant: new Date(`${reference}T09:00:00Z`), timezone: 0 };
  return casual
    .parse(words, at)
    .filter(({ start, end }) => !end && (start.isCertain('day') || start.isCertain('weekday')))
    .map(({ start }) => dayOf(start.get('year'), start.get('month'), start.get('day')))
    .filter((day) => day !== null);
}

function dayOf(year: number | null, month: number | null, day: number | null): Day | null {
  return parseDay([year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
}

/** Whether two readings of `when` name one day, as far as chrono-node is to be trusted with it. */
function isSame(when: Named, ours: Day, theirs: Day): boolean {
  if (when.kind === 'weekday' && when.week !== 'next') return weekdayOf(ours) === weekdayOf(theirs);
  if (when.kind === 'date' && when.year === null) return ours.slice(5) === theirs.slice(5);
  return ours === theirs;
}

/** A weekday by itself, of whatever week: there is nothing to disagree on. */
function isBareWeekday(when: Named, clock: Expression['clock']): boolean {
  return when.kind === 'weekday' && when.week !== 'next' && clock === null;
}

/** Flags for a window read from `expression`, whose words are `words`: `other_reading` where chrono-node disagrees. */
export function secondOpinion(
  words: string,
  { when, clock }: Expression,
  window: Window,
  reference: Day | null,
): readonly string[] {
  if (reference === null || !isNamed(when) || clock?.time === '24:00' || window.earliest !== window.latest) return [];
  if (isBareWeekday(when, clock)) return [];
  const theirs = daysIn(words, reference);
  const isAnother = theirs.length > 0 && !theirs.some((day) => isSame(when, window.latest, day));
  return isAnother ? ['other_reading'] : [];
}
