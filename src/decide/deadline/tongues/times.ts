/** Expressions of time by the table of a language. */
import type { Count } from '../../../domain/deadline.ts';
import { type Atom, type AtomReader, claimed, type Meaning } from '../atoms.ts';
import { YEAR } from '../vocabulary.ts';
import type { CountStart, When } from '../when.ts';
import { any, pattern, sign } from './patterns.ts';
import type { Means, Times } from './words.ts';

type Groups = Readonly<Record<string, string | undefined>>;

const fragments = (means: Means<unknown>) => any(means.map(([fragment]) => fragment));

/** What a word stands for; null when none of the fragments is all of it. */
function lookUp<Value>(means: Means<Value>): (word: string | undefined) => Value | null {
  const wholes = means.map(([fragment, value]) => [sign(`^(?:${fragment})$`), value] as const);
  return (word) => (word === undefined ? null : (wholes.find(([whole]) => whole.test(word))?.[1] ?? null));
}

const numbered = (names: readonly string[], first: number): Means<number> =>
  names.map((name, index) => [name, index + first] as const);

const point = (when: When, isAdjective = false): Meaning => ({ role: 'point', when, isAdjective });

const yearOf = ({ year }: Groups) => (year === undefined ? null : Number(year));

function isDate(month: number, ...days: readonly number[]): boolean {
  return month >= 1 && month <= 12 && days.every((day) => day >= 1 && day <= 31);
}

function dateIn(groups: Groups, month: number): Meaning | null {
  const day = Number(groups.day);
  return isDate(month, day) ? point({ kind: 'date', year: yearOf(groups), month, day }) : null;
}

function datesIn(groups: Groups, month: number): Meaning | null {
  const [from, to] = [Number(groups.from), Number(groups.to)];
  if (!isDate(month, from, to) || to <= from) return null;
  return point({ kind: 'dates', year: yearOf(groups), month, from, to, isEither: false });
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

function clockIn({ hour, minute, evening }: Groups): Meaning | null {
  const at = Number(hour) + (evening !== undefined && Number(hour) < 12 ? 12 : 0);
  return at > 24 ? null : { role: 'clock', time: `${twoDigits(at)}:${minute ?? '00'}`, flags: [] };
}

const START: Readonly<Record<'today' | 'unsaid', CountStart>> = {
  today: { kind: 'today' },
  unsaid: { kind: 'unsaid' },
};

/** Points by their names: months, weekdays, days near by. */
function namedReaders(times: Times): readonly AtomReader[] {
  const months = any(times.months);
  const month = lookUp(numbered(times.months, 1));
  const weekdays = any(times.weekdays);
  const weekday = lookUp(numbered(times.weekdays, 0));
  const week = lookUp(times.weeks);
  const part = lookUp(times.parts);
  const near = lookUp(times.near);
  const period = lookUp(times.periods);
  const year = `(?:,?\\s+(?<year>${YEAR})\\b${times.afterYear})?`;
  const day = '(?<![\\d.,:])(?<day>\\d{1,2})';
  const which = fragments(times.weeks);
  return [
    {
      rule: 'days_month',
      pattern: pattern(
        `(?<![\\d.,:])(?<from>\\d{1,2})\\.?\\s?(?:[-–—]|\\b${any([times.or])}\\b)\\s?(?<to>\\d{1,2})${times.afterDay}\\s+(?<month>${months})(?!\\w)${year}`,
      ),
      read: (groups) => datesIn(groups, month(groups.month) ?? 0),
    },
    {
      rule: 'day_month',
      pattern: pattern(`${day}${times.afterDay}\\s+(?<month>${months})(?!\\w)${year}`),
      read: (groups) => dateIn(groups, month(groups.month) ?? 0),
    },
    {
      rule: 'day_month_figures',
      pattern: pattern(
        `${day}${times.figureDot}(?<month>\\d{1,2})${times.figureDot}(?<year>${YEAR})\\b|${day.replace('<day>', '<first>')}\\.(?<second>\\d{1,2})\\.(?!\\d)`,
      ),
      read: (groups) =>
        dateIn({ day: groups.day ?? groups.first, year: groups.year }, Number(groups.month ?? groups.second)),
    },
    {
      rule: 'period_end',
      pattern: pattern(`\\b(?<period>${fragments(times.periods)})\\b`),
      read: (groups) => {
        const unit = period(groups.period);
        return unit && point({ kind: 'period', unit, ahead: 0, part: 'end' });
      },
    },
    {
      rule: 'month_part',
      pattern: pattern(`\\b(?<part>${fragments(times.parts)})[-\\s]?['’]?\\s?(?<month>${months})(?!\\w)${year}`),
      read: (groups) => monthIn(groups, month(groups.month) ?? 0, part(groups.part) ?? 'whole'),
    },
    {
      rule: 'month',
      pattern: pattern(`(?<=\\b(?:${times.beforeMonth})\\s)(?<month>${months})(?!\\w)${year}`),
      read: (groups) => monthIn(groups, month(groups.month) ?? 0, 'whole'),
    },
    {
      rule: 'weekday',
      pattern: pattern(`\\b(?:(?<which>${which})\\s+)?(?<weekday>${weekdays})(?!\\w)(?:\\s+(?<later>${which})\\b)?`),
      read: (groups) => {
        const named = weekday(groups.weekday);
        return named === null
          ? null
          : point({ kind: 'weekday', weekday: named, week: week(groups.which) ?? week(groups.later) ?? 'any' });
      },
    },
    {
      rule: 'near_day',
      pattern: pattern(`\\b(?<near>${fragments(times.near)})\\b`),
      read: (groups) => {
        const days = near(groups.near);
        return days === null ? null : point({ kind: 'near', days });
      },
    },
  ];
}

function monthIn(groups: Groups, month: number, part: Extract<When, { kind: 'month' }>['part']): Meaning | null {
  return month === 0 ? null : point({ kind: 'month', year: yearOf(groups), month, part });
}

function countReaders(times: Times): readonly AtomReader[] {
  const number = lookUp(times.numbers);
  const unit = lookUp(times.units);
  const adjective = lookUp(times.adjectives);
  const figure = `(?:\\d{1,3}|${fragments(times.numbers)})`;
  const valueIn = (word: string | undefined) => (/^\d/.test(word ?? '') ? Number(word) : (number(word) ?? 0));
  const range = `(?<from>${figure})(?:\\s?(?:[-–—]|\\b(?:${times.or})\\b)\\s?(?<to>${figure}))?`;
  const count = (groups: Groups, of: Count['unit'], each: number, isAdjective: boolean): Meaning | null => {
    const from = valueIn(groups.from) * each;
    const to = valueIn(groups.to ?? groups.from) * each;
    const start = groups.today === undefined ? START.unsaid : START.today;
    if (from === 0 || to < from) return null;
    return point({ kind: 'count', count: { from, to, unit: of }, working: false, start }, isAdjective);
  };
  const counts: AtomReader = {
    rule: 'count',
    pattern: pattern(
      `(?<![\\d.,:])\\b${range}\\s+(?<unit>${fragments(times.units)})(?!\\w)(?<today>\\s+(?:${times.fromToday})\\b)?`,
    ),
    read: (groups) => {
      const known = unit(groups.unit);
      return known && count(groups, known[0], known[1], false);
    },
  };
  if (times.adjectives.length === 0) return [counts];
  return [
    {
      rule: 'count_adjective',
      pattern: pattern(`\\b(?<from>${figure})(?<kind>${fragments(times.adjectives)})(?!\\w)`),
      read: (groups) => count(groups, adjective(groups.kind) ?? 'day', 1, true),
    },
    counts,
  ];
}

function clockReaders(times: Times): readonly AtomReader[] {
  const zone = lookUp(times.zones);
  const at = (time: string) => (): Meaning => ({ role: 'clock', time, flags: [] });
  return [
    { rule: 'midnight', pattern: pattern(`\\b(?:${times.midnight})\\b`), read: at('24:00') },
    { rule: 'noon', pattern: pattern(`\\b(?:${times.noon})\\b`), read: at('12:00') },
    ...times.clocks.map((clock): AtomReader => ({ rule: 'clock', pattern: pattern(`\\b${clock}`), read: clockIn })),
    {
      rule: 'zone',
      pattern: pattern(`\\b(?<zone>${fragments(times.zones)})\\b`),
      read: (groups) => {
        const known = zone(groups.zone);
        return known && { role: 'zone', zone: { zone: known, offset: null } };
      },
    },
  ];
}

/** Reads the smallest expressions of time of a sentence, from left to right. */
export function atomReader(times: Times): (text: string) => readonly Atom[] {
  const readers = [...namedReaders(times), ...clockReaders(times), ...countReaders(times)];
  return (text) => claimed(text, readers);
}
