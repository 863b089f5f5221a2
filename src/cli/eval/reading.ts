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

/** Passes over all rows until the round is long enough; microseconds a row. */
function timeRound(rows: readonly Prepared[], clock: Clock): number {
  const start = clock.now();
  let passes = 0;
  let spent = 0;
  while (spent < ROUND_MS) {
    for (const { text, context } of rows) readDeadlines(text, context);
    passes += 1;
    spent = between(start, clock.now());
  }
  return (spent * 1000) / (passes * rows.length);
}

/** Microseconds a row: the median of some rounds, behind one to warm up. */
export function microsecondsOf(rows: readonly Prepared[], clock: Clock): number {
  timeRound(rows, clock);
  const rounds = Array.from({ length: ROUNDS }, () => timeRound(rows, clock)).sort((a, b) => a - b);
  return rounds[Math.floor(ROUNDS / 2)] ?? 0;
}
