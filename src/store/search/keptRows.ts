/**
 * What was asked for, in memory, so that asking again costs a look at the rows that are new: storylines are backtested
 * over and over with a word changed. After a start the first question takes longer; of each alias set, language and
 * outlet too, which many storylines ask for.
 */
import type { Engine } from '../engine.ts';
import { daysRow, numbersRow } from '../rows.ts';
import { RowSet, roomier } from './rowSet.ts';

/** Beyond so many bytes what was not asked for the longest goes. The shipped storylines over 200,000 items take 1.4 MB. */
const MOST_BYTES = 32 * 2 ** 20;
/** A character of what is asked. */
const CHARACTER = 2;

interface Known {
  readonly rows: RowSet;
  /** Rows up to here are known. */
  readonly last: number;
}

const NOTHING_KNOWN: Known = { rows: RowSet.of([], 0), last: 0 };

const NEW_ROWS = `SELECT json_group_array(rowid) AS numbers FROM item_words
  WHERE item_words MATCH :asked AND rowid > :after AND rowid <= :last`;

const NEW_DAYS = `SELECT json_group_array(row) AS rows, json_group_array(day) AS days FROM item_row
  WHERE row > :after AND row <= :last`;

/** By row, the day of UTC it was published on, counted from 1970; and the first and the last of these. */
export interface Days {
  readonly of: Int32Array;
  readonly first: number;
  readonly final: number;
}

export class KeptRows {
  readonly #engine: Pick<Engine, 'all'>;
  readonly #mostBytes: number;
  /** The one that was not asked for the longest comes first. */
  readonly #known = new Map<string, Known>();
  #bytes = 0;
  #days: Days = { of: new Int32Array(0), first: Number.POSITIVE_INFINITY, final: Number.NEGATIVE_INFINITY };
  #lastDay = 0;

  constructor(engine: Pick<Engine, 'all'>, mostBytes = MOST_BYTES) {
    this.#engine = engine;
    this.#mostBytes = mostBytes;
  }

  /** The rows up to `last` of what FTS5 is `asked` for, whose words must never change. */
  async holding(asked: string, last: number): Promise<RowSet> {
    const known = await this.#knownOf(asked, last);
    this.#keep(asked, known);
    return known.rows;
  }

  async #knownOf(asked: string, last: number): Promise<Known> {
    const before = this.#known.get(asked) ?? NOTHING_KNOWN;
    if (before.last >= last) return before;
    const [row] = await this.#engine.all(NEW_ROWS, { asked, after: before.last, last });
    return { rows: before.rows.andLater(numbersRow.parse(row).numbers, last), last };
  }

  #keep(asked: string, known: Known): void {
    this.#forget(asked);
    this.#known.set(asked, known);
    this.#bytes += bytesOf(asked, known);
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(asked: string): void {
    const known = this.#known.get(asked);
    if (!known) return;
    this.#known.delete(asked);
    this.#bytes -= bytesOf(asked, known);
  }

  /** Of rows up to `last`. */
  async days(last: number): Promise<Days> {
    if (this.#lastDay >= last) return this.#days;
    const [row] = await this.#engine.all(NEW_DAYS, { after: this.#lastDay, last });
    const { rows, days } = daysRow.parse(row);
    const of = roomier(this.#days.of, last + 1);
    let { first, final } = this.#days;
    rows.forEach((number, at) => {
      const day = days[at] ?? 0;
      of[number] = day;
      first = Math.min(first, day);
      final = Math.max(final, day);
    });
    this.#days = { of, first, final };
    this.#lastDay = last;
    return this.#days;
  }
}

function bytesOf(asked: string, { rows }: Known): number {
  return CHARACTER * asked.length + rows.bytes;
}
