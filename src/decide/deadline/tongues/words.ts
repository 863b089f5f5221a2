/**
 * What a language must tell for its deadlines to be read: the one shape of its file. Every text is a fragment of a
 * pattern, in lower case, in which `\b` and `\w` know the letters of all the alphabets (patterns.ts).
 */
import type { Count, DeadlineStatus } from '../../../domain/deadline.ts';
import type { Zone } from '../../../domain/time.ts';
import type { Language } from '../../match/language.ts';
import type { Part, When } from '../when.ts';

/** A fragment and what it stands for. */
export type Means<Value> = readonly (readonly [fragment: string, value: Value])[];

/** Expressions of time. */
export interface Times {
  /** January to December, in every case and abbreviation. */
  readonly months: readonly string[];
  /** Sunday to Saturday. */
  readonly weekdays: readonly string[];
  /** Behind the day of a date, and behind its year. */
  readonly afterDay: string;
  readonly afterYear: string;
  /** Between day, month and year in figures. */
  readonly figureDot: string;
  /** Before a month that stands for itself. */
  readonly beforeMonth: string;
  /** Before or behind a weekday. */
  readonly weeks: Means<Extract<When, { kind: 'weekday' }>['week']>;
  readonly near: Means<number>;
  readonly numbers: Means<number>;
  readonly or: string;
  readonly units: Means<readonly [unit: Count['unit'], times: number]>;
  /** "48-hour": what stands between a number and its noun. */
  readonly adjectives: Means<Count['unit']>;
  readonly fromToday: string;
  /** Between a count and the day that starts it. */
  readonly after: string;
  readonly parts: Means<Part>;
  readonly periods: Means<'week' | 'month' | 'year'>;
  /** Clock times, with the groups `hour` and `minute`; `evening` adds half a day. */
  readonly clocks: readonly string[];
  readonly noon: string;
  readonly midnight: string;
  readonly zones: Means<Zone>;
  /** May stand between the parts of one expression. */
  readonly glue: string;
}

/** Classes of words that make a point in time a deadline. */
export interface Classes {
  /** What a deadline is called. */
  readonly term: string;
  /** What may stand between a cue and its day. */
  readonly lead: string;
  readonly until: string;
  readonly latest: string;
  readonly by: string;
  readonly within: string;
  readonly from: string;
  readonly on: string;
  readonly to: string;
  /** Somebody must, may or has; a measure, a truce, a right: what an "until" beside it is a term of. */
  readonly bound: string;
  /** Has or gives time. */
  readonly grant: string;
  readonly ends: string;
  readonly ended: string;
  readonly begins: string;
  readonly extends: string;
  readonly shortens: string;
  /** What a count before a noun is the term of. */
  readonly pause: string;
  /** Shows, sport, courts, weather and visits have days of their own. */
  readonly except: string;
}

/** What verbs say has come of a term; the first of the table that stands, counts. */
export interface Fates {
  readonly told: Means<DeadlineStatus>;
  /** Just before such words: denied, wished for or still to come. */
  readonly supposed: string;
}

/** Verbs that bind one to another: for texts as they are written, in which `\\p{L}` is a letter. */
export interface Bindings {
  /** Whoever stands before sets the deadline, whoever stands behind must meet it. */
  readonly gives: string;
  /** Between such a verb and whom it binds. */
  readonly to: string;
  /** Whoever stands before is bound. */
  readonly has: string;
  /** A turn of phrase with the group `name` of its own: "to Moscow is left". */
  readonly left: string;
}

export interface Words {
  readonly language: Language;
  readonly times: Times;
  readonly classes: Classes;
  readonly fates: Fates;
  readonly bindings: Bindings;
}
