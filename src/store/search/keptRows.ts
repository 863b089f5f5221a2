/**
 * Rows that are asked for again and again, in memory: of each alias set, language and outlet, and the days of all rows.
 * What is not there is read first, so that after a start the first question about a set takes longer.
 */
import type { Engine } from '../engine.ts';
import { daysRow, numbersRow } from '../rows.ts';
import { bitsFor, RowSet, withRows } from './rowSet.ts';

/** Bytes of bits at most; beyond them all begin anew. Those of the shipped storylines over 200,000 items take 3 MB. */
const MOST_BYTES = 32 * 2 ** 20;
/** Room is made for so many times what there is. */
const GROWTH = 1.25;

interface Known {
  readonly bits: Int32Array;
  /** Rows up to here are known. */
  readonly last: number;
}

const NOTHING_KNOWN: Known = { bits: new Int32Array(0), last: 0 };

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
  readonly #engine: Engine;
  readonly #known = new Map<string, Known>();
  #days: Days = { of: new Int32Array(0), first: Number.POSITIVE_INFINITY, final: Number.NEGATIVE_INFINITY };
  #lastDay = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The rows up to `last` of what FTS5 is `asked` for, whose words must never change. */
  async holding(asked: string, last: number): Promise<RowSet> {
    const { bits } = await this.#knownOf(asked, last);
    return RowSet.ofBits(bits, last);
  }

  async #knownOf(asked: string, last: number): Promise<Known> {
    const before = this.#known.get(asked) ?? NOTHING_KNOWN;
    if (before.last >= last) return before;
    const [row] = await this.#engine.all(NEW_ROWS, { asked, after: before.last, last });
    const bits = withRows(roomier(before.bits, bitsFor(last).length), numbersRow.parse(row).numbers);
    if (this.#bytes > MOST_BYTES) this.#known.clear();
    const known = { bits, last };
    this.#known.set(asked, known);
    return known;
  }

  get #bytes(): number {
    let bytes = 0;
    for (const { bits } of this.#known.values()) bytes += bits.byteLength;
    return bytes;
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

function roomier(numbers: Int32Array, length: number): Int32Array {
  if (numbers.length >= length) return numbers;
  const more = new Int32Array(Math.ceil(GROWTH * length));
  more.set(numbers);
  return more;
}
