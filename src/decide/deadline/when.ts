/** What an expression of time says, before anyone knows the day it is said on. */
import type { Count } from '../../domain/deadline.ts';
import type { StatedZone } from './zones.ts';

/** Which stretch of a period is meant: "early May", "mid-May", "late May", "the end of May", or all of it. */
export type Part = 'whole' | 'early' | 'mid' | 'late' | 'end';

/** What a count runs from: words that name a point, today, the act that speaks, the journal it is printed in, or nothing said. */
export type CountStart =
  | { readonly kind: 'point'; readonly when: When }
  | { readonly kind: 'today' }
  | { readonly kind: 'act' }
  | { readonly kind: 'publication' }
  | { readonly kind: 'unsaid' };

export type When =
  /** `ahead`: "2 May next year" 1, "2 May this year" 0. */
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly ahead?: 0 | 1;
    }
  /** "7, 8 or 9 August": one of the days from the first to the last; "5 or 7 August": one of the two, none between. */
  | {
      readonly kind: 'dates';
      readonly year: number | null;
      readonly month: number;
      readonly from: number;
      readonly to: number;
      readonly isEither: boolean;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week: 'any' | 'this' | 'next' | 'last' }
  /** Today 0, tomorrow 1, yesterday -1. */
  | { readonly kind: 'near'; readonly days: number }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number; readonly part: Part }
  /** The week, month or year `ahead` of the present one. */
  | {
      readonly kind: 'period';
      readonly unit: 'week' | 'month' | 'year';
      readonly ahead: number;
      readonly part: 'whole' | 'end';
    }
  | { readonly kind: 'holiday'; readonly words: string }
  | { readonly kind: 'count'; readonly count: Count; readonly working: boolean; readonly start: CountStart };

/** A time on the wall, `HH:MM`; `24:00` is the midnight that ends a day. */
export interface Clock {
  readonly time: string;
  readonly zone: StatedZone | null;
  readonly flags: readonly string[];
}

/** One expression of time in a sentence, all its words together. */
export interface Expression {
  /** Name of the rule that read it. */
  readonly rule: string;
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly when: When;
  /** A weekday stated beside a date. */
  readonly weekday: number | null;
  readonly clock: Clock | null;
  /** A zone stated without a clock time. */
  readonly zone: StatedZone | null;
  /** "50-day", as in "a 50-day deadline". */
  readonly isAdjective: boolean;
}

/** "The end of the week", "month-end": of the present one, or of the last where it is over. */
export function isOpenEnd(when: When): boolean {
  return when.kind === 'period' && when.part === 'end' && when.ahead === 0;
}
