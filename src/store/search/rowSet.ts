/**
 * Numbers of rows: a bit for each that there may be, 25 KB for 200,000 of them, where there are many; a list of them
 * where there are few. Both are joined and met in microseconds.
 */

const BITS = 32;
/** One of so many rows are few. */
const SPARSE = 100;
/** Of a row in a list. */
const BYTES = 8;
/** Room is made for so many times what there is. */
const GROWTH = 1.25;

type List = readonly number[];

/** Never changes. Rows beyond `last` may or may not be in it. */
export class RowSet {
  readonly #last: number;
  /** In order; null where there are bits instead. */
  readonly #list: List | null;
  readonly #bits: Int32Array;
  readonly #isAll: boolean;

  private constructor(last: number, list: List | null, bits: Int32Array, isAll = false) {
    this.#last = last;
    this.#list = list;
    this.#bits = bits;
    this.#isAll = isAll;
  }

  /** Every row there may be. */
  static all(last: number): RowSet {
    return new RowSet(last, null, bitsFor(last).fill(-1), true);
  }

  /** Rows in order, each once. */
  static of(rows: List, last: number): RowSet {
    return areFew(rows, last) ? new RowSet(last, rows, NO_BITS) : RowSet.ofBits(withRows(bitsFor(last), rows), last);
  }

  /** Rows as bits, of which nobody takes one back. */
  static ofBits(bits: Int32Array, last: number): RowSet {
    return new RowSet(last, null, bits);
  }

  /** The rows of any of them. */
  static anyOf(sets: readonly RowSet[], last: number): RowSet {
    const some = sets.filter((set) => !set.hasAtMost(0));
    const [only = RowSet.of([], last)] = some;
    if (some.length <= 1) return only;
    const lists = some.flatMap((set) => (set.#list ? [set.#list] : []));
    const list = lists.length === some.length ? lists.reduce((all, each) => merged(all, each, IN_ANY)) : null;
    if (list && areFew(list, last)) return RowSet.of(list, last);
    const bits = bitsFor(last);
    for (const set of some) set.#addTo(bits);
    return RowSet.ofBits(bits, last);
  }

  /** With rows in order that come behind all of its own. Its bits are added to where there is room for more. */
  andLater(rows: List, last: number): RowSet {
    if (this.#list) return RowSet.of([...this.#list, ...rows], last);
    return RowSet.ofBits(withRows(roomier(this.#bits, bitsFor(last).length), rows), last);
  }

  get bytes(): number {
    return this.#list ? BYTES * this.#list.length : this.#bits.byteLength;
  }

  #addTo(bits: Int32Array): void {
    if (this.#list) withRows(bits, this.#list);
    else for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (this.#bits[at] ?? 0);
  }

  /** In order. */
  get rows(): List {
    return this.#list ?? rowsIn(this.#bits);
  }

  get isList(): boolean {
    return this.#list !== null;
  }

  /** Never where it is every row there may be. */
  hasAtMost(count: number): boolean {
    if (this.#isAll) return false;
    return this.#list ? this.#list.length <= count : areAtMost(this.#bits, count);
  }

  filter(isWanted: (row: number) => boolean): RowSet {
    return RowSet.of(this.rows.filter(isWanted), this.#last);
  }

  /** The rows of both. */
  and(other: RowSet): RowSet {
    if (this.#list && other.#list) return RowSet.of(merged(this.#list, other.#list, IN_BOTH), this.#last);
    if (this.#list) return this.filter((row) => hasRow(other.#bits, row));
    if (other.#list) return other.and(this);
    if (this.#isAll) return other;
    const bits = this.#bits.slice();
    for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other.#bits[at] ?? 0);
    return this.#listedIfFew(bits);
  }

  /** The rows that `other` lacks. */
  without(other: RowSet): RowSet {
    if (this.#list && other.#list) return RowSet.of(merged(this.#list, other.#list, IN_FIRST), this.#last);
    if (this.#list) return this.filter((row) => !hasRow(other.#bits, row));
    const unwanted = other.#list ? withRows(bitsFor(this.#last), other.#list) : other.#bits;
    const bits = this.#bits.slice();
    for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(unwanted[at] ?? 0);
    return this.#listedIfFew(bits);
  }

  #listedIfFew(bits: Int32Array): RowSet {
    const isList = areAtMost(bits, this.#last / SPARSE);
    return isList ? new RowSet(this.#last, rowsIn(bits), NO_BITS) : RowSet.ofBits(bits, this.#last);
  }
}

function areFew(rows: List, last: number): boolean {
  return rows.length <= last / SPARSE;
}

const NO_BITS = new Int32Array(0);

/** Room for rows up to `last`. */
export function bitsFor(last: number): Int32Array {
  return new Int32Array(Math.floor(last / BITS) + 1);
}

/** Room for so many numbers, and for more of them later. */
export function roomier(numbers: Int32Array, length: number): Int32Array {
  if (numbers.length >= length) return numbers;
  const more = new Int32Array(Math.ceil(GROWTH * length));
  more.set(numbers);
  return more;
}

/** Adds rows that there is room for. */
export function withRows(bits: Int32Array, rows: List): Int32Array {
  for (const row of rows) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  return bits;
}

function hasRow(bits: Int32Array, row: number): boolean {
  return ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

function areAtMost(bits: Int32Array, count: number): boolean {
  let left = count;
  for (let at = 0; at < bits.length && left >= 0; at += 1) {
    for (let more = bits[at] ?? 0; more !== 0; more &= more - 1) left -= 1;
  }
  return left >= 0;
}

function rowsIn(bits: Int32Array): List {
  const rows: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) rows.push(BITS * at + 31 - Math.clz32(left & -left));
  }
  return rows;
}

interface Kept {
  readonly first: boolean;
  readonly both: boolean;
  readonly second: boolean;
}

const IN_BOTH: Kept = { first: false, both: true, second: false };
const IN_ANY: Kept = { first: true, both: true, second: true };
const IN_FIRST: Kept = { first: true, both: false, second: false };

/** Of two lists in order those that are in the first alone, in both, in the second alone. */
function merged(one: List, other: List, { first, both, second }: Kept): List {
  const rows: number[] = [];
  const add = (row: number, isKept: boolean) => isKept && rows.push(row);
  let [at, beside] = [0, 0];
  while (at < one.length || beside < other.length) {
    const own = one[at] ?? Number.POSITIVE_INFINITY;
    const others = other[beside] ?? Number.POSITIVE_INFINITY;
    add(Math.min(own, others), own < others ? first : own > others ? second : both);
    if (own <= others) at += 1;
    if (own >= others) beside += 1;
  }
  return rows;
}
