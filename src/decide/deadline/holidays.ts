/** Holidays that deadlines are hung on, each with the rule that computes it. */
import { addDays, type Day, parseDay, weekdayOf } from '../../domain/time.ts';

type Rule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  /** The `nth` `weekday` of the month. */
  | { readonly kind: 'nth'; readonly month: number; readonly weekday: number; readonly nth: number }
  /** The last `weekday` of the month. */
  | { readonly kind: 'last'; readonly month: number; readonly weekday: number };

interface Holiday {
  readonly name: string;
  readonly words: RegExp;
  readonly rule: Rule;
}

/** Easter is left out: churches of the East and the West keep it weeks apart, and truces are called for both. */
const HOLIDAYS: readonly Holiday[] = [
  { name: 'christmas_eve', words: /^Christmas Eve$/, rule: { kind: 'fixed', month: 12, day: 24 } },
  { name: 'christmas', words: /^Christmas(?: Day)?$/, rule: { kind: 'fixed', month: 12, day: 25 } },
  { name: 'new_years_eve', words: /^New Year['’]?s Eve$/, rule: { kind: 'fixed', month: 12, day: 31 } },
  { name: 'new_years_day', words: /^New Year['’]?s Day$/, rule: { kind: 'fixed', month: 1, day: 1 } },
  { name: 'thanksgiving', words: /^Thanksgiving(?: Day)?$/, rule: { kind: 'nth', month: 11, weekday: 4, nth: 4 } },
  { name: 'labor_day', words: /^Labor Day$/, rule: { kind: 'nth', month: 9, weekday: 1, nth: 1 } },
  { name: 'memorial_day', words: /^Memorial Day$/, rule: { kind: 'last', month: 5, weekday: 1 } },
  { name: 'fourth_of_july', words: /^(?:Fourth of July|Independence Day)$/, rule: { kind: 'fixed', month: 7, day: 4 } },
  { name: 'halloween', words: /^Halloween$/, rule: { kind: 'fixed', month: 10, day: 31 } },
  { name: 'valentines_day', words: /^Valentine['’]?s Day$/, rule: { kind: 'fixed', month: 2, day: 14 } },
  { name: 'boxing_day', words: /^Boxing Day$/, rule: { kind: 'fixed', month: 12, day: 26 } },
  { name: 'canada_day', words: /^Canada Day$/, rule: { kind: 'fixed', month: 7, day: 1 } },
  { name: 'bastille_day', words: /^Bastille Day$/, rule: { kind: 'fixed', month: 7, day: 14 } },
  { name: 'may_day', words: /^May Day$/, rule: { kind: 'fixed', month: 5, day: 1 } },
  { name: 'victory_day', words: /^Victory Day$/, rule: { kind: 'fixed', month: 5, day: 9 } },
];

/** Any holiday, as a fragment for case-sensitive patterns. */
export const HOLIDAY =
  "(?:Christmas(?: Eve| Day)?|New Year['’]?s (?:Eve|Day)|Thanksgiving(?: Day)?|Labor Day|Memorial Day|Fourth of July|Independence Day|Victory Day|Boxing Day|Canada Day|Bastille Day|May Day|Halloween|Valentine['’]?s Day)";

function dayNamed(year: number, month: number, day: number): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function firstWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

function dayBy(rule: Rule, year: number): Day | null {
  if (rule.kind === 'fixed') return dayNamed(year, rule.month, rule.day);
  const week = rule.kind === 'nth' ? (rule.nth - 1) * 7 : 0;
  const start = dayNamed(year, rule.month, rule.kind === 'nth' ? 1 : 25);
  return start && addDays(firstWeekday(start, rule.weekday), week);
}

/** The day of the holiday that `words`, which matched `HOLIDAY`, name in `year`. */
export function holidayIn(words: string, year: number): Day | null {
  const holiday = HOLIDAYS.find((entry) => entry.words.test(words));
  return holiday ? dayBy(holiday.rule, year) : null;
}
