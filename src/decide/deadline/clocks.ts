/**
 * Clock times that are not said beside their day. One that stands by itself means today; where the text names one day
 * and no other, it means that day: "Guns go quiet on Wednesday. The pause begins at 4 a.m."
 */
import type { Hit } from './hits.ts';
import type { Expression, When } from './when.ts';
import { USUAL_HOURS } from './windows.ts';

const CLOCK_RULES: ReadonlySet<string> = new Set([
  'clock_12',
  'clock_24',
  'clock_military',
  'midnight',
  'noon',
  'twelve_oclock',
]);
const NAMED: ReadonlySet<When['kind']> = new Set<When['kind']>(['date', 'weekday', 'holiday']);

const isClockAlone = ({ rule, when }: Expression) => when.kind === 'near' && CLOCK_RULES.has(rule);
const isDayAlone = ({ when, clock }: Expression) => clock === null && NAMED.has(when.kind);

/** "By Friday afternoon", "until Monday evening": the hour at which that part of a day begins, for who waits longer is late. */
const HOURS: Readonly<Record<string, string>> = { afternoon: '12:00', evening: '18:00' };
const PART_OF_DAY = /\b(afternoon|evening)$/i;

/** `expression`, whose words are `words`, with the usual hour of the part of a day that it names; marked as such. */
export function withUsualHour(expression: Expression, words: string): Expression {
  const time = HOURS[PART_OF_DAY.exec(words)?.[1]?.toLowerCase() ?? ''];
  if (expression.clock || time === undefined) return expression;
  return { ...expression, clock: { time, zone: null, flags: [USUAL_HOURS] } };
}

/** The one day that `hits` name; null where they name none, or several. */
function onlyDayOf(hits: readonly Hit[]): Expression | null {
  const days = hits.filter(({ isOld, expression }) => !isOld && isDayAlone(expression));
  const named = new Set(days.map(({ expression }) => JSON.stringify(expression.when)));
  return named.size === 1 ? (days[0]?.expression ?? null) : null;
}

function onDay(hit: Hit, { when, weekday }: Expression): Hit {
  const { expression } = hit;
  return isClockAlone(expression) ? { ...hit, expression: { ...expression, when, weekday } } : hit;
}

/** `dated`, the sentences of a text with what in them is a deadline, each lone clock time on the day that the text names. */
export function withDays<Dated extends { readonly hits: readonly Hit[] }>(dated: readonly Dated[]): readonly Dated[] {
  const hits = dated.flatMap((each) => each.hits);
  const day = hits.some(({ expression }) => isClockAlone(expression)) ? onlyDayOf(hits) : null;
  return day ? dated.map((each) => ({ ...each, hits: each.hits.map((hit) => onDay(hit, day)) })) : dated;
}
