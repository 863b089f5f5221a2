/** Rows made ready for the reader, read, and timed. */
import type { Config } from '../../config.ts';
import { type ReadingContext, readDeadlines } from '../../decide/deadline/read.ts';
import type { Clock } from '../../domain/ports.ts';
import { between } from '../../domain/time.ts';
import { contextOf, textOf } from '../inspect/deadlines.ts';
import { type Judged, judge } from './judge.ts';
import type { Row } from './rows.ts';

/** A row with all that reading takes, so that only reading is timed. */
export interface Prepared {
  readonly row: Row;
  readonly text: string;
  readonly context: ReadingContext;
}

export function prepare(row: Row, config: Config): Prepared {
  return { row, text: textOf(row.item), context: contextOf(row.item, config) };
}

export function judgeAll(rows: readonly Prepared[]): readonly Judged[] {
  return rows.map(({ row, text, context }) => judge({ row, text, readings: readDeadlines(text, context) }));
}

const ROUNDS = 9;
/** Shorter rounds drown in the grain of the clock. */
const ROUND_MS = 60;

type Pass = (row: Prepared) => unknown;

/** Passes over all rows until the round is long enough; microseconds a row. */
function timeRound(rows: readonly Prepared[], clock: Clock, pass: Pass): number {
  const start = clock.now();
  let passes = 0;
  let spent = 0;
  while (spent < ROUND_MS) {
    for (const row of rows) pass(row);
    passes += 1;
    spent = between(start, clock.now());
  }
  return (spent * 1000) / (passes * rows.length);
}

/** Microseconds a row: the median of some rounds, behind one to warm up. */
function microsecondsOf(rows: readonly Prepared[], clock: Clock, pass: Pass): number {
  timeRound(rows, clock, pass);
  const rounds = Array.from({ length: ROUNDS }, () => timeRound(rows, clock, pass)).sort((a, b) => a - b);
  return rounds[Math.floor(ROUNDS / 2)] ?? 0;
}

/** Microseconds a row. */
export interface Cost {
  /** All that is scored. */
  readonly scored: number;
  /** As the line reads, which asks for no status of a whole text. */
  readonly inLine: number;
}

export function costOf(rows: readonly Prepared[], clock: Clock): Cost {
  return {
    scored: microsecondsOf(rows, clock, ({ text, context }) => readDeadlines(text, context).status()),
    inLine: microsecondsOf(rows, clock, ({ text, context }) => readDeadlines(text, context)),
  };
}
