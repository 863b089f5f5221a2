/** What was read in a row against what people read in it. */
import type { DeadlineReadings, Reading } from '../../domain/deadline.ts';
import type { Row, Truth } from './rows.ts';

export const ERROR_CLASSES = [
  'missed',
  'false alarm',
  'wrong day',
  'wrong instant',
  'wrong status',
  'wrong kind or value',
] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

/** Null where the row does not ask. */
type Answer = boolean | null;

/** A row with what was read in it. */
export interface ReadRow {
  readonly row: Row;
  readonly text: string;
  readonly readings: DeadlineReadings;
}

export interface Judged extends ReadRow {
  /** Whether there is a day to be found; null for rows that do not count. */
  readonly isDeadline: Answer;
  readonly isFlagged: boolean;
  /** Of a deadline that was found. */
  readonly isDayRight: Answer;
  readonly isInstantRight: Answer;
  readonly isStatusRight: Answer;
  readonly isPhraseRight: Answer;
}

type News = Extract<Truth, { kind: 'news' }>;
type Phrase = Extract<Truth, { kind: 'phrase' }>;

const UNASKED = { isDeadline: null, isDayRight: null, isInstantRight: null, isStatusRight: null, isPhraseRight: null };

function isAt(best: Reading | undefined, instant: string | undefined): boolean {
  return (
    best?.window.instant != null && instant !== undefined && Date.parse(best.window.instant) === Date.parse(instant)
  );
}

/** Every day it could fall on is one of those that are right. */
function isDayRight(best: Reading | undefined, { days }: News): boolean {
  return best !== undefined && days !== null && days.from <= best.window.earliest && best.window.latest <= days.to;
}

const DOES_NOT_COUNT: ReadonlySet<News['label']> = new Set<News['label']>(['offdomain', 'ambiguous']);

function judgeNews(truth: News, { deadlines, status }: DeadlineReadings) {
  if (DOES_NOT_COUNT.has(truth.label)) return UNASKED;
  const [best] = deadlines;
  const isDeadline = truth.label === 'deadline';
  return {
    ...UNASKED,
    isDeadline,
    isDayRight: isDeadline && best ? isDayRight(best, truth) : null,
    isInstantRight: truth.instant && isAt(best, truth.instant),
    isStatusRight: truth.status && truth.status === status(),
  };
}

type Means = Phrase['means'];
type Test = (readings: DeadlineReadings, expected: readonly string[]) => boolean;

function isFrom(best: Reading | undefined, precision: Reading['window']['precision'], from: unknown, to: unknown) {
  const window = best?.window;
  return window?.precision === precision && window.earliest === from && window.latest === to;
}

/** The kind must be right as well as the value: a month is no day, a day no instant. */
const PHRASE_TESTS: Readonly<Record<Means, Test>> = {
  none: ({ deadlines }) => deadlines.length === 0,
  cancel: ({ deadlines, mentions }) => deadlines.length === 0 && mentions.some(({ change }) => change === 'withdrawn'),
  instant: ({ deadlines: [best] }, [at]) => isAt(best, at),
  date: ({ deadlines: [best] }, [day]) => isFrom(best, 'day', day, day),
  past: ({ deadlines: [best] }, [day]) => isFrom(best, 'day', day, day) && (best?.flags.includes('past') ?? false),
  range: ({ deadlines: [best] }, [from, to]) => isFrom(best, 'range', from, to),
  month: ({ deadlines: [best] }, [month]) =>
    best?.window.precision === 'month' && best.window.earliest.slice(0, 7) === month,
};

function judgePhrase(truth: Phrase, readings: DeadlineReadings) {
  const isPhraseRight = PHRASE_TESTS[truth.means](readings, truth.expected);
  const isInstantRight = truth.means === 'instant' ? isPhraseRight : null;
  return { ...UNASKED, isInstantRight, isPhraseRight };
}

function answersTo(truth: Truth, readings: DeadlineReadings) {
  if (truth.kind === 'news') return judgeNews(truth, readings);
  return truth.kind === 'phrase' ? judgePhrase(truth, readings) : UNASKED;
}

/** Judges the best reading, the one that would be acted upon. */
export function judge(read: ReadRow): Judged {
  const { row, readings } = read;
  return { ...read, isFlagged: readings.deadlines.length > 0, ...answersTo(row.truth, readings) };
}

/** What is wrong with a row; several things may be. */
export function errorsOf(judged: Judged): readonly ErrorClass[] {
  const wrong: Readonly<Record<ErrorClass, boolean>> = {
    missed: judged.isDeadline === true && !judged.isFlagged,
    'false alarm': judged.isDeadline === false && judged.isFlagged,
    'wrong day': judged.isDayRight === false,
    'wrong instant': judged.isInstantRight === false && judged.isPhraseRight === null,
    'wrong status': judged.isStatusRight === false,
    'wrong kind or value': judged.isPhraseRight === false,
  };
  return ERROR_CLASSES.filter((name) => wrong[name]);
}

function windowWords({ earliest, latest, instant, precision }: Reading['window']): string {
  if (instant !== null) return instant;
  return earliest === latest ? earliest : `${earliest}…${latest} (${precision})`;
}

function readingWords({ window, cue, rule, tier, confidence, flags }: Reading): string {
  return [`${windowWords(window)} by ${cue}, ${rule}; tier ${tier}, ${confidence}`, ...flags].join(' ');
}

/** What was read, by which cue and which rule of expressions. */
export function readWords({ deadlines, mentions, status }: DeadlineReadings): string {
  const told = mentions.map(({ change, cue }) => `${change} by ${cue}`);
  return [...deadlines.map(readingWords), ...told, `status ${status() ?? 'none'}`].join(' | ');
}

function newsWords({ label, days, instant, status }: News): string {
  const when = instant ?? (days && (days.from === days.to ? days.from : `${days.from}…${days.to}`));
  return [when ?? label, ...(status ? [`status ${status}`] : [])].join(' | ');
}

/** What is right. */
export function rightWords(truth: Truth): string {
  if (truth.kind === 'news') return newsWords(truth);
  return truth.kind === 'phrase' ? [truth.means, ...truth.expected].join(' ') : 'not labelled';
}
