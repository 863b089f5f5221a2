/** The date that an act bears. What is counted "from the date of this order" is counted from it, not from its printing. */
import { type Day, daysBetween } from '../../domain/time.ts';
import { expressionsOf } from './expressions.ts';
import { matchesIn } from './matches.ts';
import { daysOf, type Frame } from './resolve.ts';

/** "Executive Order 14329 of August 6, 2025", "dated 6 August 2025". */
const BEARS =
  /\b(?:(?:order|proclamation|determination|memorandum|decree|decision|regulation|directive|notice)(?: (?:no\.? )?[\d/]+)? of|dated|signed on) (?<day>(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},)? \d{4})\b/gi;

/** A register prints an act within these days of its date; what is older is an act that it builds on. */
const PRINTED_WITHIN = 30;

/** The day that the act a text is about bears, where the text says so. */
export function signedIn(text: string, frame: Frame): Day | null {
  const { issued } = frame;
  if (issued === null) return null;
  const days = matchesIn(text, BEARS).flatMap(({ groups }) =>
    expressionsOf(groups?.day ?? '').map(({ when, weekday }) => daysOf(when, weekday, frame, 'back')?.latest ?? null),
  );
  return days.find((day) => day !== null && day <= issued && daysBetween(day, issued) <= PRINTED_WITHIN) ?? null;
}
