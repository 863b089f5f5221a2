/**
 * Dates as moderators type them. Our own expressions come first: they know ranges, midnights, zones and the week of a
 * weekday. chrono-node reads what they do not, such as 29/4/2026, where a day and a month may be meant either way.
 */
import { casual, GB, type ParsedResult } from 'chrono-node/en';
import { endsAt, type TypedProblem, type Window } from '../../domain/deadline.ts';
import {
  addDays,
  clockIn,
  type Day,
  dayIn,
  HOUR,
  type Instant,
  instantIn,
  parseDay,
  plus,
  type Zone,
} from '../../domain/time.ts';
import { expressionsOf } from './expressions.ts';
import { type Frame, frameOf, windowOf } from './resolve.ts';
import { MONTH_NAME } from './vocabulary.ts';
import type { Expression } from './when.ts';
import { ZONE, zoneOf } from './zones.ts';

/** One thing that may be meant, with what is odd about it, such as `zone_name_mismatch`. */
export interface TypedWindow {
  readonly window: Window;
  readonly flags: readonly string[];
}

/** Likeliest first; never empty. */
export type Typed =
  | { readonly kind: 'windows'; readonly windows: readonly [TypedWindow, ...TypedWindow[]] }
  | { readonly kind: 'problem'; readonly problem: TypedProblem };

const problem = (problem: TypedProblem): Typed => ({ kind: 'problem', problem });

const NAMES = new RegExp(
  `\\b(?:${MONTH_NAME}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\\b)`,
  'gi',
);
const ZONES = /\b(?:e[sd]?t|p[sd]?t|gmt|utc|bst|cet|cest|eet|eest|msk|trt|jst)\b/gi;
/** "fri" is no weekday in print: a column, a frying pan. */
const SHORT_DAY = /\b(?:Sun|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat)\b(?!\.)/g;

/** As a newspaper would print it: names with a capital, abbreviated weekdays with a full stop, zones in capitals. */
function asPrinted(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(NAMES, (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase())
    .replace(SHORT_DAY, (name) => `${name}.`)
    .replace(ZONES, (name) => name.toUpperCase());
}

/** What may stand around a date and says nothing more. */
const AROUND = /^[\s,.;]*(?:\b(?:by|until|till|on|at|in|before|the|from|about|around|no later than)\b[\s,.;]*)*$/i;

/** A month alone is read behind a preposition only. */
const LEAD = 'by ';

function isWhole(text: string, start: number, end: number): boolean {
  return AROUND.test(text.slice(0, start)) && AROUND.test(text.slice(end));
}

/** Hours are counted from this moment, not from this day. */
function inHours({ when }: Expression, now: Instant, zone: Zone): Window | null {
  if (when.kind !== 'count' || when.count.unit !== 'hour' || when.count.from !== when.count.to) return null;
  const instant = plus(now, when.count.to * HOUR);
  const day = dayIn(instant, zone);
  return { earliest: day, latest: day, instant, precision: 'minute', zone, zoneBasis: 'issuer' };
}

const isOver = ({ window }: TypedWindow, now: Instant) => endsAt(window) <= now;

/** A weekday whose hour is over today is next week's. */
function ahead(expression: Expression, frame: Frame, now: Instant): TypedWindow | null {
  const first = windowOf(expression, frame, 'forward');
  const isTurning = first !== null && expression.when.kind === 'weekday' && isOver(first, now);
  const tomorrow = frame.reference && addDays(frame.reference, 1);
  return isTurning ? windowOf(expression, { ...frame, reference: tomorrow }, 'forward') : first;
}

/** What was counted from is now, which nobody need be told. */
function plainFlags({ window, flags }: TypedWindow): TypedWindow {
  return { window, flags: flags.filter((flag) => flag !== 'counted_from_publication') };
}

function ours(text: string, zone: Zone, now: Instant): Typed | null {
  const led = LEAD + text;
  const [expression, ...others] = expressionsOf(led);
  if (!expression) return null;
  if (others.length > 0 || !isWhole(led, expression.start, expression.end)) return problem('more_than_a_date');
  const hours = inHours(expression, now, zone);
  const read = hours ? { window: hours, flags: [] } : ahead(expression, frameOf(now, zone, zone), now);
  return read ? { kind: 'windows', windows: [plainFlags(read)] } : problem('no_such_day');
}

type Side = ParsedResult['start'];

function dayAt(side: Side): Day | null {
  const parts = [side.get('year'), side.get('month'), side.get('day')];
  return parseDay(parts.map((part) => String(part).padStart(2, '0')).join('-'));
}

const digits = (value: number | null) => String(value ?? 0).padStart(2, '0');

/** The offset of the target day in our zone; chrono-node would take that of the day it is read on. */
function windowAt({ start, end }: ParsedResult, zone: Zone, zoneBasis: Window['zoneBasis']): Window | null {
  const earliest = dayAt(start);
  const latest = end ? dayAt(end) : earliest;
  if (!earliest || !latest || !(start.isCertain('day') || start.isCertain('weekday'))) return null;
  const place = { zone, zoneBasis };
  if (end) return { earliest, latest, instant: null, precision: 'range', ...place };
  if (!start.isCertain('hour')) return { earliest, latest, instant: null, precision: 'day', ...place };
  const instant = instantIn(latest, `${digits(start.get('hour'))}:${digits(start.get('minute'))}`, zone);
  return { earliest, latest, instant, precision: 'minute', ...place };
}

const STATED = new RegExp(`\\b${ZONE}\\b`);

function theirs(text: string, zone: Zone, now: Instant): readonly TypedWindow[] {
  const words = STATED.exec(text)?.[0];
  const stated = words === undefined ? null : zoneOf(words).zone;
  const at = { instant: new Date(`${dayIn(now, zone)}T${clockIn(now, zone)}Z`), timezone: 0 };
  const found = [casual, GB].flatMap((chrono) => chrono.parse(text, at, { forwardDate: true }).slice(0, 1));
  const windows = found
    .filter(({ index, text: read }) =>
      isWhole(
        text.replace(STATED, (name) => ' '.repeat(name.length)),
        index,
        index + read.length,
      ),
    )
    .map((result) => windowAt(result, stated ?? zone, stated ? 'stated' : 'issuer'))
    .filter((window) => window !== null);
  return windows
    .filter((window, index) => windows.findIndex((each) => each.latest === window.latest) === index)
    .map((window) => ({
      window,
      flags: windows.some(({ latest }) => latest !== window.latest) ? ['other_reading'] : [],
    }));
}

function anyOf(windows: readonly TypedWindow[], now: Instant): Typed {
  const [first, ...rest] = windows.filter((window) => !isOver(window, now));
  if (first) return { kind: 'windows', windows: [first, ...rest] };
  return problem(windows.length > 0 ? 'past' : 'no_date');
}

/**
 * The windows that `text` may mean at `now`, for a deadline whose issuer lives in `zone`: a zone that is typed wins.
 * Never throws; what cannot be read comes back as the problem.
 */
export function readTyped(text: string, zone: Zone, now: Instant): Typed {
  const printed = asPrinted(text);
  if (printed === '') return problem('empty');
  const read = ours(printed, zone, now);
  if (read?.kind === 'windows') return anyOf(read.windows, now);
  const other = theirs(printed, zone, now);
  return read && other.length === 0 ? read : anyOf(other, now);
}
