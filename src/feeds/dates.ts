/**
 * Dates of feeds: RFC 822 and its many dialects, RFC 850, and RFC 3339. A date counts only with a time and a zone:
 * `06.08.2025` is June to some and August to others, and a time without a zone is none.
 */
import {
  HOUR,
  type Instant,
  instantIn,
  instantOf,
  MINUTE,
  parseDay,
  parseZone,
  plus,
  type Zone,
} from '../domain/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours east of UTC. `IST` is India's: no other outlet's feeds are known to write it. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['etc/gmt', 0],
  ['etc/utc', 0],
  ['wet', 0],
  ['west', 1],
  ['bst', 1],
  ['cet', 1],
  ['mez', 1],
  ['met', 1],
  ['cest', 2],
  ['mesz', 2],
  ['mest', 2],
  ['eet', 2],
  ['eest', 3],
  ['msk', 3],
  ['trt', 3],
  ['msd', 4],
  ['gst', 4],
  ['pkt', 5],
  ['ist', 5.5],
  ['hkt', 8],
  ['sgt', 8],
  ['jst', 9],
  ['kst', 9],
  ['aest', 10],
  ['aedt', 11],
  ['nzst', 12],
  ['nzdt', 13],
  ['ast', -4],
  ['adt', -3],
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['akst', -9],
  ['akdt', -8],
  ['hst', -10],
]);

/** Names that mean another offset in summer than in winter. */
const REGIONS: ReadonlyMap<string, Zone | null> = new Map([
  ['et', parseZone('America/New_York')],
  ['ct', parseZone('America/Chicago')],
  ['mt', parseZone('America/Denver')],
  ['pt', parseZone('America/Los_Angeles')],
]);

const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?';
const ZONE = '(?<zone>(?:etc/)?[a-z]{1,5}|(?:gmt|utc)?[+-]\\d{1,2}:?\\d{0,2})';
const WEEKDAY = '(?:[a-z]{3,9}\\.?,?\\s+)?';
const MONTH = '(?<month>[a-z]{3,9})\\.?';

/** What dates look like, in lower case and with single spaces. */
const SHAPES: readonly RegExp[] = [
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:t| )${CLOCK} ?${ZONE}$`),
  new RegExp(`^${WEEKDAY}(?<year>\\d{4})/(?<month>\\d{2})/(?<day>\\d{2}) ${CLOCK} ?${ZONE}$`),
  new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})[ -]${MONTH},?[ -](?<year>\\d{2,4}),? ${CLOCK} ?${ZONE}(?: ?\\([^)]*\\))?$`),
  new RegExp(`^${WEEKDAY}${MONTH} (?<day>\\d{1,2}),? (?<year>\\d{4}),? ${CLOCK} ?${ZONE}$`),
  new RegExp(`^${WEEKDAY}${MONTH} (?<day>\\d{1,2}) ${CLOCK} ${ZONE} (?<year>\\d{4})$`),
];

/** Feeds are younger; a date before them is a zero that a program wrote for none. */
const FIRST_YEAR = 1970;
/** A date beyond it stands for never. */
const LAST_YEAR = 2100;

/** No date is longer, and no shape is tried on more. */
const LONGEST = 80;

/** A feed's date as an instant; null when it is unreadable, impossible, or says no zone. */
export function readDate(text: string): Instant | null {
  if (text.length > LONGEST) return null;
  const tidy = text
    .trim()
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ');
  for (const shape of SHAPES) {
    const groups = shape.exec(tidy)?.groups;
    if (groups !== undefined) return instantFrom(groups);
  }
  return null;
}

function instantFrom(groups: Readonly<Record<string, string | undefined>>): Instant | null {
  const midnight = midnightMs(groups);
  const time = clockMs(groups);
  const { zone = '' } = groups;
  if (midnight === null || time === null) return null;
  const region = REGIONS.get(zone) ?? null;
  if (region !== null) return instantThere(midnight + time, region);
  const offset = offsetMs(zone);
  return offset === null ? null : instantOf(midnight + time - offset);
}

/** The day's start, as if its zone were UTC. */
function midnightMs({ year = '', month = '', day = '' }: Readonly<Record<string, string | undefined>>): number | null {
  const [wholeYear, monthNumber] = [yearOf(year), monthOf(month)];
  if (wholeYear < FIRST_YEAR || wholeYear > LAST_YEAR || monthNumber === null) return null;
  const midnight = Date.UTC(wholeYear, monthNumber - 1, Number(day));
  return new Date(midnight).getUTCDate() === Number(day) ? midnight : null;
}

/** When clocks in `region` show what clocks at UTC show at `wallMs`. */
function instantThere(wallMs: number, region: Zone): Instant | null {
  const wall = instantOf(wallMs);
  const day = parseDay(wall.slice(0, 10));
  return day === null ? null : plus(instantIn(day, wall.slice(11, 16), region), wallMs % MINUTE);
}

/** Milliseconds since midnight; `24:00` is the next one, second 60 a leap second. */
function clockMs(groups: Readonly<Record<string, string | undefined>>): number | null {
  const [hour, minute, second] = [Number(groups.hour), Number(groups.minute), Number(groups.second ?? 0)];
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  return hour * HOUR + minute * MINUTE + second * 1_000 + millisOf(groups.fraction);
}

function millisOf(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000);
}

function monthOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const index = MONTHS.indexOf(text.slice(0, 3));
  return index < 0 ? null : index + 1;
}

/** Two digits as RFC 2822 reads them: 00-49 are 20xx, 50-99 and three digits count from 1900. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text.length === 3 ? 1900 + year : year;
}

function offsetMs(zone: string): number | null {
  const named = ZONES.get(zone);
  if (named !== undefined) return named * HOUR;
  const match = /^(?:gmt|utc)?([+-])(?:(\d{1,2})(?::?(\d{2}))?)$/.exec(zone);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 14 || minutes > 59) return null;
  return (match[1] === '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}
