/** Title and lede say the same thing twice: readings of one deadline become one. */
import type { Reading } from '../../domain/deadline.ts';
import { daysBetween, weekdayOf } from '../../domain/time.ts';
import { actOf } from './acts.ts';
import { statedOf, USUAL_HOURS } from './windows.ts';

const RANK = { A: 0, B: 1, C: 2 } as const;

const isGuess = ({ flags }: Reading) => flags.includes('counted_from_publication');

const isBareWeekday = ({ rule }: Reading) => rule === 'weekday';
/** Of "Friday" and "Friday 24 May" the second tells which one. */
const isDated = ({ rule }: Reading) => rule === 'day_month' || rule === 'month_day';
const FORTNIGHT = 14;

/** A date goes before a weekday, a day before a month. */
function grainOf(reading: Reading): number {
  if (isBareWeekday(reading)) return 1;
  return reading.window.precision === 'month' || reading.window.precision === 'vague' ? 2 : 0;
}

/** A day that the text names goes before one that is guessed, a date before a weekday. */
function bestFirst(a: Reading, b: Reading): number {
  const byTrust =
    RANK[a.tier] - RANK[b.tier] ||
    Number(isGuess(a)) - Number(isGuess(b)) ||
    Number(a.rule === 'period_end') - Number(b.rule === 'period_end') ||
    grainOf(a) - grainOf(b);
  return byTrust || b.confidence - a.confidence || a.span[0] - b.span[0];
}

/** Counts may be a day apart, for "48 hours" said on Friday is told on Saturday too; so may a guessed count and its date. */
function slackOf(a: Reading, b: Reading): number {
  return (a.count && b.count) || isGuess(a) || isGuess(b) ? 1 : 0;
}

/** "Extended by a year": from a day that the words do not say, so that any day they name beside it is the one. */
function isMoreOf(guess: Reading, { flags }: Reading): boolean {
  const isNamed = !flags.some((flag) => flag === 'counted_from_publication' || flag === 'past' || flag === 'replaced');
  return isGuess(guess) && guess.change === 'extended' && isNamed;
}

/** The weekday of a date that the text names as well, in one of the next weeks. */
function isWeekdayOf(bare: Reading, dated: Reading): boolean {
  if (!isBareWeekday(bare) || !isDated(dated)) return false;
  const [day, date] = [bare.window.latest, dated.window.latest];
  const ahead = daysBetween(day, date);
  return weekdayOf(day) === weekdayOf(date) && ahead >= 0 && ahead <= FORTNIGHT;
}

/** "Friday" beside "the end of the week". */
function isDayOf(end: Reading, day: Reading): boolean {
  if (end.rule !== 'period_end' || day.window.earliest !== day.window.latest) return false;
  return end.window.earliest <= day.window.latest && day.window.latest <= end.window.latest;
}

/** The same days, unless two acts are named: those end on one day by chance. */
function isTwin(one: Reading, other: Reading): boolean {
  const acts = [actOf(one.target), actOf(other.target)];
  if (acts[0] !== acts[1] && !acts.includes(null)) return false;
  if (isMoreOf(one, other) || isMoreOf(other, one)) return true;
  if (isWeekdayOf(one, other) || isWeekdayOf(other, one)) return true;
  if (isDayOf(one, other) || isDayOf(other, one)) return true;
  const { window: a } = one;
  const { window: b } = other;
  const slack = slackOf(one, other);
  const apart = Math.max(Math.abs(daysBetween(a.earliest, b.earliest)), Math.abs(daysBetween(a.latest, b.latest)));
  return apart <= slack;
}

/** Which of two readings of one deadline knows its hour: a stated one goes before one that is only usual. */
function timingOf(best: Reading, other: Reading): Reading {
  if (statedOf(best).instant !== null || other.window.instant === null) return best;
  return best.window.instant === null || statedOf(other).instant !== null ? other : best;
}

function flagsOf(best: Reading, timing: Reading): readonly string[] {
  const others = best.flags.filter((flag) => flag !== USUAL_HOURS);
  return timing.flags.includes(USUAL_HOURS) ? [...others, USUAL_HOURS] : others;
}

/**
 * The best reading stays, with the instant, the change and the parties that only the other may know. Its words are its own
 * where they tell of a change, else those that name the hour.
 */
function merged(best: Reading, other: Reading): Reading {
  const timing = timingOf(best, other);
  const { quote, span } = best.change === 'unsaid' ? timing : best;
  const change = best.change === 'unsaid' ? other.change : best.change;
  return {
    ...best,
    window: timing.window,
    flags: flagsOf(best, timing),
    quote,
    span,
    change,
    issuer: best.issuer ?? other.issuer,
    condition: best.condition ?? other.condition,
    consequence: best.consequence ?? other.consequence,
    target: actOf(other.target) ?? best.target ?? other.target,
  };
}

/** One reading per deadline, the most trusted first. */
export function distinct(readings: readonly Reading[]): readonly Reading[] {
  const kept: Reading[] = [];
  for (const reading of [...readings].sort(bestFirst)) {
    const twin = kept.findIndex((each) => isTwin(each, reading));
    const best = kept[twin];
    if (best) kept[twin] = merged(best, reading);
    else kept.push(reading);
  }
  return kept;
}

/** What held before is no second deadline once the text names the one that holds. */
export function withoutReplaced(readings: readonly Reading[]): readonly Reading[] {
  const holding = readings.filter((reading) => !reading.flags.includes('replaced'));
  return holding.length > 0 ? holding : readings;
}
