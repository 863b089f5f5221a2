/**
 * Rows of labelled files, told apart by their fields: news items with the deadline that people read in them (`label`),
 * phrases of legal and political texts with their value (`expected`), and items without labels (`title`).
 */
import { z } from 'zod';
import type { DeadlineStatus } from '../../domain/deadline.ts';
import { addDays, type Day, type Instant, instantIn, parseDay, parseInstant, parseZone } from '../../domain/time.ts';
import { type InputItem, inputItemSchema } from '../jsonl.ts';

/**
 * The labels' own words for what has become of a deadline. A wish to extend, a proposal and a refusal change nothing
 * until something follows; a law that is in effect, like a deadline that was reached, lies behind.
 */
export const STATUS_WORDS: Readonly<Record<string, DeadlineStatus>> = {
  pending: 'pending',
  set: 'pending',
  approaching: 'pending',
  confirmed: 'pending',
  proposed: 'pending',
  rejected: 'pending',
  'extension-sought': 'pending',
  moved: 'moved',
  extended: 'moved',
  shortened: 'moved',
  superseded: 'moved',
  passed: 'passed',
  reached: 'passed',
  'in-effect': 'passed',
  met: 'met',
  lifted: 'lifted',
  suspended: 'lifted',
};

const LABELS = ['deadline', 'deadline_nodate', 'none', 'offdomain', 'ambiguous'] as const;
type Label = (typeof LABELS)[number];

/** First and last day that are right, tolerance included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What people read in a news item. */
interface NewsTruth {
  readonly kind: 'news';
  readonly label: Label;
  /** Null where no day is named. */
  readonly days: Days | null;
  /** Null where no clock time is stated. */
  readonly instant: Instant | null;
  readonly status: DeadlineStatus | null;
}

const PHRASE_KINDS = ['instant', 'date', 'range', 'month', 'none', 'cancel', 'past'] as const;

/** What a phrase means: its days as text, its instant, or neither. */
interface PhraseTruth {
  readonly kind: 'phrase';
  readonly means: (typeof PHRASE_KINDS)[number];
  /** First and last day, month or instant; empty where there is none. */
  readonly expected: readonly string[];
}

export type Truth = NewsTruth | PhraseTruth | { readonly kind: 'unlabelled' };

/** An item to read, and what is right. */
export interface Row {
  readonly item: InputItem;
  readonly truth: Truth;
}

const zoneSchema = z
  .string()
  .refine((name) => parseZone(name) !== null, 'should be an IANA time zone such as America/New_York');

const daySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'should be a day such as 2025-08-08' });
  return z.NEVER;
});

const instantSchema = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: 'should be an ISO time with an offset, such as 2025-08-27T04:01:00Z' });
  return z.NEVER;
});

const clockSchema = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, 'should be a time such as 16:00');

const statusSchema = z.string().refine((word) => word in STATUS_WORDS, {
  error: `should be one of ${Object.keys(STATUS_WORDS).join(', ')}`,
});

/** Fields of an item without a deadline are absent or null. */
const deadlineSchema = z.object({
  date_start: daySchema.nullish(),
  date_end: daySchema.nullish(),
  time: clockSchema.nullish(),
  tz: zoneSchema.nullish(),
  tol_days: z.number().int().min(0).default(0),
  status: statusSchema.nullish(),
  instant_utc: instantSchema.nullish(),
});

type Labelled = z.output<typeof deadlineSchema>;

const newsSchema = z.looseObject({
  label: z.enum(LABELS, `should be one of ${LABELS.join(', ')}`),
  deadline: deadlineSchema.nullish(),
  source: z.string().nullish(),
});

const phraseSchema = z.looseObject({
  kind: z.enum(PHRASE_KINDS, `should be one of ${PHRASE_KINDS.join(', ')}`),
  expected: z.union([z.string(), z.array(z.string())], 'should be a text or a list of texts').nullable(),
  issuer_zone: zoneSchema,
});

type Phrase = z.output<typeof phraseSchema>;

function daysIn({ date_start: from, date_end: to, tol_days: slack }: Labelled): Days | null {
  return from ? { from: addDays(from, -slack), to: addDays(to ?? from, slack) } : null;
}

/** A stated clock time is on the last day, in the zone of the label. */
function instantOf(labelled: Labelled): Instant | null {
  const { time, instant_utc: instant, date_end: day, tz } = labelled;
  if (!time) return null;
  const zone = tz ? parseZone(tz) : null;
  return instant ?? (day && zone && instantIn(day, time, zone)) ?? null;
}

function newsTruth({ label, deadline }: z.output<typeof newsSchema>): NewsTruth {
  const status = deadline?.status ? (STATUS_WORDS[deadline.status] ?? null) : null;
  const days = deadline ? daysIn(deadline) : null;
  return { kind: 'news', label, days, instant: deadline ? instantOf(deadline) : null, status };
}

function phraseTruth({ kind, expected }: Phrase): PhraseTruth {
  return { kind: 'phrase', means: kind, expected: expected === null ? [] : [expected].flat() };
}

/** The address of a news item's source says whose day "Friday" is; its label's zone, whose deadline it is. */
function newsRow(item: InputItem, news: z.output<typeof newsSchema>): Row {
  const zone = item.zone ?? news.deadline?.tz ?? null;
  return { item: { ...item, zone, link: item.link ?? news.source ?? null }, truth: newsTruth(news) };
}

function phraseRow(item: InputItem, phrase: Phrase): Row {
  return { item: { ...item, zone: phrase.issuer_zone }, truth: phraseTruth(phrase) };
}

const UNKNOWN = 'should hold "label" (a news item), "expected" (a phrase) or "title" (an item without labels)';

type Fields = Readonly<Record<string, unknown>>;
type Read = { readonly row: Row } | { readonly error: z.ZodError | null };

const NO_OFFSET = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** Labelled files leave the offset away where it is UTC. */
function inUtc({ published, ...rest }: Fields): Fields {
  const isBare = typeof published === 'string' && NO_OFFSET.test(published);
  return { ...rest, published: isBare ? `${published}Z` : published };
}

function readAs<Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
  rowOf: (item: InputItem, rest: z.output<Schema>) => Row,
): Read {
  const item = inputItemSchema.safeParse(inUtc(fields));
  if (!item.success) return { error: item.error };
  const rest = schema.safeParse(fields);
  return rest.success ? { row: rowOf(item.data, rest.data) } : { error: rest.error };
}

function readRow(fields: Fields): Read {
  if ('label' in fields) return readAs(newsSchema, fields, newsRow);
  if ('expected' in fields) return readAs(phraseSchema, fields, phraseRow);
  if (!('title' in fields)) return { error: null };
  return readAs(z.unknown(), fields, (item) => ({ item, truth: { kind: 'unlabelled' } }));
}

/** One line of a labelled file. */
export const rowSchema = z
  .record(z.string(), z.unknown(), 'should be a JSON object')
  .transform((fields, context): Row => {
    const read = readRow(fields);
    if ('row' in read) return read.row;
    const [issue] = read.error?.issues ?? [];
    context.addIssue({ code: 'custom', message: issue?.message ?? UNKNOWN, path: issue?.path ?? [] });
    return z.NEVER;
  });
