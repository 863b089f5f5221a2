/**
 * The smallest expressions of time: a date, a weekday, a count, a clock time, a zone. One table; the first rule that
 * claims a stretch of text keeps it.
 */
import type { Count } from '../../domain/deadline.ts';
import { HOLIDAY } from './holidays.ts';
import { FIGURE } from './letters.ts';
import { matchesIn } from './matches.ts';
import { holderOf, siftingOf } from './sieve.ts';
import type { Held } from './stretches.ts';
import { MONTH, MONTH_NAME, monthOf, NUMBER, numberOf, WEEKDAY, weekdayNamed, YEAR } from './vocabulary.ts';
import type { CountStart, Part, When } from './when.ts';
import { USUAL_HOURS } from './windows.ts';
import { type StatedZone, ZONE, zoneOf, zoneOfWord } from './zones.ts';

/** What an expression means beside others. */
export type Meaning =
  | { readonly role: 'point'; readonly when: When; readonly isAdjective: boolean }
  | { readonly role: 'clock'; readonly time: string; readonly flags: readonly string[] }
  | { readonly role: 'zone'; readonly zone: StatedZone }
  /** The zone of a place we do not know: its clock gives no instant. */
  | { readonly role: 'elsewhere' }
  /** Says nothing of its own but belongs to its neighbours: "end of play". */
  | { readonly role: 'filler' };

export interface Atom {
  readonly meaning: Meaning;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A way to write an expression. */
export interface AtomReader {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Null when the words only look like the expression. */
  readonly read: (groups: Groups) => Meaning | null;
}

/** A way to write one in English, with what must be there beside what its pattern shows. */
interface AtomRule extends AtomReader {
  /** A character without which it is not there either. */
  readonly sign: keyof typeof SIGNS | null;
  /** It says nothing where no clock time is read. */
  readonly isBesideClock: boolean;
}

type Draft = AtomReader & Partial<Pick<AtomRule, 'sign' | 'isBesideClock'>>;

function atomRule(draft: Draft): AtomRule {
  return { sign: null, isBesideClock: false, ...draft };
}

const point = (when: When, isAdjective = false): Meaning => ({ role: 'point', when, isAdjective });

const yearOf = (groups: Groups) => (groups.year === undefined ? null : Number(groups.year));

function date(groups: Groups): Meaning | null {
  const month = /^\d/.test(groups.month ?? '') ? Number(groups.month) : monthOf(groups.month ?? '');
  const day = Number(groups.day);
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const named: When = { kind: 'date', year: yearOf(groups), month, day };
  return point(groups.ahead === undefined ? named : { ...named, ahead: /next/i.test(groups.ahead) ? 1 : 0 });
}

/** Null for days in no order: "August 20 or 5" is a date and a number. */
function dates(groups: Groups): Meaning | null {
  const first = date({ ...groups, day: groups.from });
  const [from, to] = [Number(groups.from), Number(groups.to)];
  if (first === null || to <= from || to > 31) return null;
  const isEither = to - from > 1 && groups.between === '' && /^\s+or\s+$/.test(groups.or ?? '');
  return point({ kind: 'dates', year: yearOf(groups), month: monthOf(groups.month ?? ''), from, to, isEither });
}

const PARTS: Readonly<Record<string, Part>> = {
  end: 'end',
  close: 'end',
  late: 'late',
  mid: 'mid',
  middle: 'mid',
  early: 'early',
  beginning: 'early',
  start: 'early',
};

function month(groups: Groups): Meaning {
  const part = PARTS[(groups.part ?? '').toLowerCase()] ?? 'whole';
  return point({ kind: 'month', year: yearOf(groups), month: monthOf(groups.month ?? ''), part });
}

const WEEKS: Readonly<Record<string, 'this' | 'next' | 'last'>> = {
  this: 'this',
  'this coming': 'this',
  coming: 'this',
  'this past': 'last',
  next: 'next',
  last: 'last',
};

function weekday(groups: Groups): Meaning {
  const which = (groups.later ? 'next' : (groups.which ?? '')).toLowerCase();
  return point({ kind: 'weekday', weekday: weekdayNamed(groups.weekday ?? ''), week: WEEKS[which] ?? 'any' });
}

const NEAR: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 };

function near(groups: Groups): Meaning {
  return point({ kind: 'near', days: NEAR[(groups.word ?? '').toLowerCase()] ?? 0 });
}

function periodUnit(word: string | undefined): 'week' | 'month' | 'year' {
  return word === 'month' || word === 'year' ? word : 'week';
}

function period(groups: Groups): Meaning {
  const ahead = /next/i.test(groups.which ?? '') ? 1 : 0;
  const unit = periodUnit(groups.unit?.toLowerCase());
  return point({ kind: 'period', unit, ahead, part: groups.part ? 'end' : 'whole' });
}

function yearEnd(groups: Groups): Meaning {
  return point({ kind: 'date', year: yearOf(groups), month: 12, day: 31 });
}

/** "The twentieth day following": as acts of the European Union count to their entry into force. */
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  third: 3,
  '3rd': 3,
  tenth: 10,
  '10th': 10,
  fifteenth: 15,
  twentieth: 20,
  '20th': 20,
};

/** Fortnights and years are counted in the units the domain knows. */
const UNITS: Readonly<Record<string, readonly [unit: Count['unit'], times: number]>> = {
  hour: ['hour', 1],
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  year: ['month', 12],
};

function countFrom(groups: Groups): Count | null {
  const known = UNITS[(groups.unit ?? '').toLowerCase()];
  if (!known || groups.from === undefined) return null;
  const [unit, times] = known;
  const from = numberOf(groups.from);
  const to = numberOf(groups.to ?? groups.from);
  return from === 0 || to < from ? null : { from: from * times, to: to * times, unit };
}

/** "On the day following its publication": a count from the day of the journal. */
function dayAfterPublication(groups: Groups): Meaning {
  const days = ORDINALS[(groups.which ?? '').toLowerCase()] ?? 1;
  return point({
    kind: 'count',
    count: { from: days, to: days, unit: 'day' },
    working: false,
    start: { kind: 'publication' },
  });
}

/** "A week on Friday": seven days behind the Friday to come. */
function weeksFromWeekday(groups: Groups): Meaning | null {
  const counted = countFrom(groups);
  const when: When = { kind: 'weekday', weekday: weekdayNamed(groups.weekday ?? ''), week: 'this' };
  return counted && point({ kind: 'count', count: counted, working: false, start: { kind: 'point', when } });
}

const STARTS: readonly (readonly [pattern: RegExp, start: CountStart])[] = [
  [/from (?:today|now)|hence/i, { kind: 'today' }],
  [/after|of|from|following/i, { kind: 'act' }],
];

function startOf(words: string | undefined): CountStart {
  const known = STARTS.find(([pattern]) => words !== undefined && pattern.test(words));
  return known ? known[1] : { kind: 'unsaid' };
}

function count(groups: Groups, isAdjective = false): Meaning | null {
  const counted = countFrom(groups);
  if (!counted) return null;
  const working = /working|business/i.test(groups.kind ?? '');
  return point({ kind: 'count', count: counted, working, start: startOf(groups.start) }, isAdjective);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** "12:01" without a.m. or p.m. is the minute after midnight: legal texts let acts begin and end there. */
function clock24(groups: Groups): Meaning {
  const hour = Number(groups.hour);
  const isFirstMinute = hour === 12 && groups.minute === '01';
  const flags = isFirstMinute ? ['clock_without_am_pm'] : [];
  return { role: 'clock', time: `${twoDigits(isFirstMinute ? 0 : hour)}:${groups.minute}`, flags };
}

function clock12(groups: Groups): Meaning | null {
  const hour = Number(groups.hour);
  if (hour < 1 || hour > 12) return null;
  const noon = groups.half?.toLowerCase() === 'p' ? 12 : 0;
  return { role: 'clock', time: `${twoDigits((hour % 12) + noon)}:${groups.minute ?? '00'}`, flags: [] };
}

const clockAt = (time: string) => (): Meaning => ({ role: 'clock', time, flags: [] });

const PHASE = '(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night)\\b)?';
const ORDINAL = '(?:st|nd|rd|th)?';
const OF_YEAR = '\\s+(?:of\\s+)?(?<ahead>[Nn]ext|[Tt]his)\\s+year\\b';
const OR = '(?:\\s?[-–—]\\s?|\\s+to\\s+|\\s+or\\s+|\\s+and\\s+)';
const ABOUT =
  '(?:(?:between|anything from|anywhere between|up to|as little as|less than|fewer than|no more than|not more than|at most|at least|barely|only|about|around|roughly|approximately|nearly|just|another|a further|the next|the coming)\\s+)?';
const UNIT = '(?<unit>hour|day|week|fortnight|month|year)';
const KIND =
  '(?<kind>(?:(?:more|additional|extra|further|full|last|final|calendar|consecutive|working|business)\\s+){0,2})';
const ACT =
  '(?:the\\s+date\\s+of\\s+)?(?:this|the|its|their)\\s+(?:order|proclamation|act|regulation|directive|notice|decision|law|decree|resolution|announcement)|(?:the\\s+date\\s+of\\s+)?(?:its|the)?\\s?(?:signing|signature|publication|adoption|entry\\s+into\\s+force|enactment|issuance|notification)';
const START = `(?<start>\\s+from\\s+(?:today|now)\\b|\\s+hence\\b|\\s+(?:after|of|from|following)\\s+(?:${ACT})\\b)?`;
const RANGE = `${ABOUT}(?<from>${NUMBER})(?:${OR}(?:about\\s+)?(?<to>${NUMBER}))?`;

const holdsFigure = holderOf([FIGURE]);

/** Characters that tell what cannot be there. */
const SIGNS = {
  figure: (_: string, held: Held) => holdsFigure(held),
  hyphen: (text: string) => text.includes('-'),
} as const;

/** Days between the first and the last of a list. */
const DAYS_BETWEEN = `(?:,\\s+\\d{1,2}${ORDINAL})*,?`;

/** Just behind a clock time. */
const AFTER_CLOCK = '(?<=(?:\\b[ap]\\.?m\\.?|[Nn]oon|[Mm]idday|[Mm]idnight|\\d[:.]\\d\\d|\\b\\d{4}),?\\s\\(?)';

const exact = (source: string) => new RegExp(source, 'g');
const anyCase = (source: string) => new RegExp(source, 'gi');

/** In order of trust: whole dates before their parts, counts with a start before bare ones. */
const DRAFTS: readonly Draft[] = [
  {
    rule: 'iso_date',
    sign: 'figure',
    pattern: exact(`\\b(?<year>${YEAR})-(?<month>\\d\\d)-(?<day>\\d\\d)\\b`),
    read: date,
  },
  {
    rule: 'days_month',
    sign: 'figure',
    pattern: exact(
      `(?<![\\d:.,$€£])\\b(?:[Bb]etween\\s+)?(?:the\\s+)?(?<from>\\d{1,2})${ORDINAL}(?<between>${DAYS_BETWEEN})(?<or>${OR})(?:the\\s+)?(?<to>\\d{1,2})${ORDINAL}\\s+(?:of\\s+)?(?<month>${MONTH})\\b\\.?(?:,?\\s+(?<year>${YEAR})\\b)?`,
    ),
    read: dates,
  },
  {
    rule: 'month_days',
    sign: 'figure',
    pattern: exact(
      `\\b(?:[Bb]etween\\s+)?(?<month>${MONTH})\\.?\\s+(?<from>\\d{1,2})${ORDINAL}(?<between>${DAYS_BETWEEN})(?<or>${OR})(?:\\k<month>\\.?\\s+)?(?<to>\\d{1,2})${ORDINAL}(?![\\d:]|\\s?%|\\s+(?:million|billion|percent|hours?|days?|weeks?|months?|${MONTH})\\b)(?:,?\\s+(?<year>${YEAR})\\b)?`,
    ),
    read: dates,
  },
  {
    rule: 'day_month',
    sign: 'figure',
    pattern: exact(
      `(?<![\\d:.,$€£])\\b(?:the\\s+)?(?<day>\\d{1,2})${ORDINAL}\\s+(?:of\\s+)?(?<month>${MONTH})\\b\\.?(?:,?\\s+(?<year>${YEAR})\\b|${OF_YEAR})?${PHASE}`,
    ),
    read: date,
  },
  {
    rule: 'month_day',
    sign: 'figure',
    pattern: exact(
      `\\b(?<month>${MONTH})\\.?\\s+(?:the\\s+)?(?<day>\\d{1,2})${ORDINAL}(?![\\d:]|\\s?%|\\s+(?:million|billion|percent))(?:,?\\s+(?<year>${YEAR})\\b|${OF_YEAR})?${PHASE}`,
    ),
    read: date,
  },
  {
    rule: 'year_end',
    sign: 'figure',
    pattern: anyCase(`\\b(?:the\\s+)?(?:end|close)(?:\\s+of\\s+|-|\\s+)(?<year>${YEAR})\\b`),
    read: yearEnd,
  },
  {
    rule: 'month_part',
    pattern: exact(
      `\\b(?:the\\s+)?(?<part>[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]arly|[Mm]id|[Ll]ate)(?:\\s+of\\s+|-of-|[-–]|\\s+)(?<month>${MONTH})\\b(?:,?\\s+(?<year>${YEAR})\\b)?`,
    ),
    read: month,
  },
  {
    rule: 'month',
    pattern: exact(
      `(?<=\\b(?:[Bb]y|[Ii]n|[Uu]ntil|[Tt]ill|[Tt]hrough|[Bb]efore|[Ff]rom|[Ff]or|[Tt]his|[Nn]ext|[Tt]o|[Aa]s [Oo]f|[Ss]tarting|[Bb]eginning)\\s)(?<month>${MONTH_NAME})\\b(?!-)(?:,?\\s+(?<year>${YEAR})\\b)?`,
    ),
    read: month,
  },
  {
    rule: 'week_from_weekday',
    pattern: exact(
      `\\b(?<from>[Aa]|[Tt]wo)\\s+(?<unit>week|fortnight)s?\\s+(?:on|from|this|next)\\s+(?<weekday>${WEEKDAY})(?!\\w)`,
    ),
    read: weeksFromWeekday,
  },
  {
    rule: 'weekday_week',
    pattern: exact(`\\b(?<weekday>${WEEKDAY}) (?<unit>week)\\b(?! (?:of|later|earlier)\\b)`),
    read: (groups) => weeksFromWeekday({ ...groups, from: 'a' }),
  },
  {
    rule: 'weekday',
    pattern: exact(
      `\\b(?:(?:the\\s+)?end\\s+of\\s+)?(?:(?<which>[Tt]his\\s+coming|[Tt]his\\s+past|[Tt]his|[Nn]ext|[Ll]ast|[Cc]oming)\\s+)?(?<weekday>${WEEKDAY})(?!\\w)${PHASE}(?<later>(?:\\s+of)?\\s+next\\s+week\\b)?`,
    ),
    read: weekday,
  },
  {
    rule: 'publication_day',
    pattern: anyCase(
      `\\b(?:the\\s+)?(?:(?<which>${Object.keys(ORDINALS).join('|')})\\s+)?(?:calendar\\s+)?day\\s+(?:following|after)(?:\\s+that\\s+of)?\\s+(?:(?:its|their|the)\\s+)?(?:official\\s+)?publication(?:\\s+in\\s+the\\s+(?:Official\\s+Journal|OJ|[A-Za-z']+\\s+Official\\s+Journal|Federal\\s+Register|Gazette)(?:\\s+of\\s+the\\s+(?:EU|European\\s+Union))?)?`,
    ),
    read: dayAfterPublication,
  },
  {
    rule: 'month_end',
    pattern: anyCase('\\b(?<part>end)-of-(?<unit>month|year|week)\\b'),
    read: period,
  },
  {
    rule: 'business_close',
    pattern: anyCase('\\b(?:the\\s+)?(?:(?:end|close)\\s+of\\s+(?:the\\s+)?business(?:\\s+day)?|COB)\\b'),
    read: () => ({ role: 'clock', time: '17:00', flags: [USUAL_HOURS] }),
  },
  {
    rule: 'filler',
    pattern: anyCase(
      '\\b(?:the\\s+)?(?:end|close)\\s+of\\s+(?:the\\s+)?(?:day|play)\\b(?!\\s+(?:last|this|next)\\s+(?:week|month))',
    ),
    read: () => ({ role: 'filler' }),
  },
  {
    rule: 'daylight',
    pattern: exact(
      `\\b(?<!\\b(?:to|will|would)\\s)(?:dawn|dusk|sundown|sunset|sunrise|daybreak|nightfall|first light|lunchtime)(?=,?\\s+(?:(?:on|of|this|next)\\s+){0,2}(?:${WEEKDAY}|${MONTH}\\b|\\d|to(?:day|night|morrow)\\b))`,
    ),
    read: () => ({ role: 'filler' }),
  },
  {
    rule: 'period_end',
    pattern: anyCase(
      '\\b(?:the\\s+)?(?<part>end|close)(?:-|\\s+)of(?:-|\\s+)(?:(?<which>this|the|next)(?:-|\\s+))?(?<unit>week|month|year)\\b',
    ),
    read: period,
  },
  {
    rule: 'year_end_near',
    pattern: anyCase("\\b(?:the\\s+)?(?<unit>year|month)(?:['’]s)?[-\\s](?<part>end)\\b"),
    read: period,
  },
  {
    rule: 'weekend',
    pattern: anyCase(
      '(?<=\\b(?:by|before|until|till|through|expires?|lapses?|ends?|runs?\\s+out)\\s(?:(?:at|over)\\s)?)(?:the\\s+end\\s+of\\s+)?(?<which>this|the|next)\\s+(?:coming\\s+)?(?<part>week-?end)\\b',
    ),
    read: period,
  },
  {
    rule: 'period',
    pattern: anyCase('\\b(?<which>this|next)\\s+(?<unit>week|month|year)\\b'),
    read: period,
  },
  {
    rule: 'holiday',
    pattern: exact(
      `\\b(?<words>${HOLIDAY})\\b(?! (?:trees?|cards?|part(?:y|ies)|gifts?|markets?|shopping|sales?|dinner|lights|films?|movies?|albums?|songs?)\\b)`,
    ),
    read: (groups) => point({ kind: 'holiday', words: groups.words ?? '' }),
  },
  {
    rule: 'count_from_to',
    pattern: anyCase(
      `\\bfrom\\s+(?:about\\s+)?${NUMBER}\\s+(?<unit>hour|day|week|month)s?\\s+to\\s+${RANGE}(?:\\s+(?:hour|day|week|month)s?\\b)?${START}`,
    ),
    read: (groups) => count(groups),
  },
  {
    rule: 'count_adjective',
    sign: 'hyphen',
    pattern: anyCase(`\\b(?<from>${NUMBER})(?:${OR}(?<to>${NUMBER}))?-${KIND}\\b${UNIT}s?\\b`),
    read: (groups) => count(groups, true),
  },
  {
    rule: 'count',
    pattern: anyCase(
      `\\b(?<!(?:\\b(?:hours?|days?|weeks?|once|times)|[£$€]\\d[\\d.,]*(?:\\s?(?:million|billion|bn|mn|m))?)\\s)${RANGE}\\s+${KIND}\\b${UNIT}s?\\b(?:['’](?!s))?${START}(?!\\s+(?:a|per|each|every)\\s+(?:day|week|month|year)\\b)`,
    ),
    read: (groups) => count(groups),
  },
  {
    rule: 'another',
    pattern: anyCase(`\\b(?:another|a\\s+further)\\s+${UNIT}\\b`),
    read: (groups) => count({ ...groups, from: 'a' }),
  },
  {
    rule: 'day_after_tomorrow',
    pattern: anyCase('\\b(?:the\\s+)?day\\s+after\\s+tomorrow\\b'),
    read: () => point({ kind: 'near', days: 2 }),
  },
  {
    rule: 'at_once',
    pattern: anyCase('(?<=\\b(?:effect|effective|force) )immediately\\b|(?<=\\bwith )immediate effect\\b'),
    read: () => point({ kind: 'near', days: 0 }),
  },
  {
    rule: 'near_day',
    pattern: anyCase(`\\b(?<word>today|tonight|tomorrow|yesterday)\\b${PHASE}`),
    read: near,
  },
  {
    rule: 'fortnight',
    pattern: anyCase('\\b(?<from>a)\\s+(?<unit>fortnight)\\b'),
    read: (groups) => count(groups),
  },
  {
    rule: 'clock_12',
    sign: 'figure',
    pattern: anyCase('\\b(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?<half>[ap])\\.?m\\b\\.?'),
    read: clock12,
  },
  {
    rule: 'clock_24',
    sign: 'figure',
    pattern: exact('\\b(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)\\b(?:\\s+hours\\b)?'),
    read: clock24,
  },
  {
    rule: 'clock_military',
    sign: 'figure',
    pattern: exact(`\\b(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?=(?:\\s+hours)?,?\\s+${ZONE}\\b|\\s+hours\\b)`),
    read: clock24,
  },
  {
    rule: 'midnight',
    pattern: anyCase('\\b(?:the\\s+stroke\\s+of\\s+)?midnight\\b'),
    read: clockAt('24:00'),
  },
  {
    rule: 'twelve_oclock',
    pattern: anyCase("\\b(?:12|twelve) o['’]clock\\b(?: noon)?"),
    read: clockAt('12:00'),
  },
  { rule: 'noon', pattern: anyCase('\\b(?:12\\s+)?(?:noon|midday)\\b'), read: clockAt('12:00') },
  {
    rule: 'zone',
    isBesideClock: true,
    pattern: exact(`\\b(?<words>${ZONE})\\b`),
    read: (groups) => ({ role: 'zone', zone: zoneOf(groups.words ?? '') }),
  },
  {
    rule: 'zone_word',
    isBesideClock: true,
    pattern: exact(
      `${AFTER_CLOCK}(?<word>[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)\\b(?=\\s*(?:[^\\s\\w]|$)|\\s+(?:on|of|by|to|for|or|this|next|in|${WEEKDAY}|${MONTH}|\\d))`,
    ),
    read: (groups) => ({ role: 'zone', zone: zoneOfWord(groups.word ?? '') }),
  },
  {
    rule: 'zone_elsewhere',
    isBesideClock: true,
    pattern: exact(`${AFTER_CLOCK}(?:[A-Z][\\w.]+\\s+){1,3}[Tt]ime\\b`),
    read: () => ({ role: 'elsewhere' }),
  },
];

const likelyIn = siftingOf(DRAFTS.map(atomRule));

const overlaps = (atom: Atom, start: number, end: number) => start < atom.end && atom.start < end;

function claim(text: string, rule: AtomReader, taken: Atom[]): void {
  for (const match of matchesIn(text, rule.pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (taken.some((atom) => overlaps(atom, start, end))) continue;
    const meaning = rule.read(match.groups ?? {});
    if (meaning) taken.push({ meaning, rule: rule.rule, start, end });
  }
}

const inOrder = (atoms: readonly Atom[]) => [...atoms].sort((a, b) => a.start - b.start);

/** What `readers`, in order of trust, read in `text`, from left to right; none overlaps another. */
export function claimed(text: string, readers: readonly AtomReader[]): readonly Atom[] {
  const taken: Atom[] = [];
  for (const reader of readers) claim(text, reader, taken);
  return inOrder(taken);
}

const isClock = ({ meaning }: Atom) => meaning.role === 'clock';

/** Every smallest expression of time in a sentence that holds the stretches `held`, from left to right. */
export function atomsOf(text: string, held: Held): readonly Atom[] {
  const taken: Atom[] = [];
  for (const rule of likelyIn(held)) {
    if (rule.isBesideClock && !taken.some(isClock)) continue;
    if (rule.sign === null || SIGNS[rule.sign](text, held)) claim(text, rule, taken);
  }
  return inOrder(taken);
}
