/** What each word gives, remembered for as long as the lexicon remembers the word and no query asks for more. */
import type { Language } from '../language.ts';
import type { Clues, Given } from './clues.ts';
import type { Lexicon } from './lexicon.ts';
import { apartOf, lookOf, partnerOf, type Row } from './rows.ts';
import { languageNumber } from './words.ts';

/** Where the list stands that is of nothing; 0 is a word not looked up yet. */
const EMPTY = 1;
const FIRST = EMPTY + 8;
/** What is below 0 is less the list of a word that gives nothing by itself: nearly all common words are. */
export const NOTHING = -EMPTY;
/**
 * In front of the clues of a list: how many of them lead to queries, how many are asked for, how many there are, how many
 * numbers follow behind them, `LOOK` for each row, and bits by which most clues are known not to be among them; then the
 * bits of what its rows want before the word and after it, and how many want it farther off.
 */
export const HEAD = 8;
/** Where in front they stand. */
export const ASKED = 1;
export const COUNT = 2;
export const LOOKS = 3;
export const BITS = 4;
export const BEFORE = 5;
export const AFTER = 6;
export const FAR = 7;

const NO_PLACES = new Int32Array(0);

export class Lists {
  readonly #clues: Clues;
  readonly #lexicon: Lexicon;
  /** Lists behind one another. */
  #pool = new Int32Array(1 << 12);
  #end = FIRST;
  /** What is more than a pair, by the number its look has. */
  readonly #rows: Row[] = [];
  /** By language, where the lists of words begin in the pool. */
  #places: (Int32Array | undefined)[] = [];

  constructor(clues: Clues, lexicon: Lexicon) {
    this.#clues = clues;
    this.#lexicon = lexicon;
  }

  /** Good until the next `lookUp`. */
  get pool(): Int32Array {
    return this.#pool;
  }

  /** By word, where its list begins in the pool. */
  placesIn(language: Language | null): Int32Array {
    const number = languageNumber(language);
    const places = this.#places[number] ?? NO_PLACES;
    return places.length < this.#lexicon.room ? this.#makeRoom(number, places) : places;
  }

  #makeRoom(number: number, before: Int32Array): Int32Array {
    const places = new Int32Array(this.#lexicon.room);
    places.set(before);
    this.#places[number] = places;
    return places;
  }

  /** The list of a word; below 0 less the list where the word is only part of rows which others lead. */
  lookUp(word: number, language: Language | null): number {
    const given = this.#clues.givenBy(this.#lexicon.textOf(word), language);
    const list = given.clues.length > 0 ? this.#add(given) : EMPTY;
    const told = given.asked + given.rows.length > 0 ? list : -list;
    this.placesIn(language)[word] = told;
    return told;
  }

  /** The row that a look speaks of, where its last number is below 0. */
  rowOf(found: number): Row | undefined {
    return this.#rows[-1 - found];
  }

  forget(): void {
    for (const places of this.#places) places?.fill(0);
    this.#end = FIRST;
    this.#rows.length = 0;
  }

  #add({ clues, leading, asked, rows }: Given): number {
    const looks = rows.flatMap((row) => lookOf(row, (each) => this.#rows.push(each) - 1));
    const list = [leading, asked, clues.length, looks.length, bitsOf(clues), ...wantsOf(rows), ...clues, ...looks];
    const at = this.#end;
    this.#end += list.length;
    if (this.#end > this.#pool.length) {
      const more = new Int32Array(2 * this.#end);
      more.set(this.#pool);
      this.#pool = more;
    }
    this.#pool.set(list, at);
    return at;
  }
}

function bitsOf(clues: readonly number[]): number {
  return clues.reduce((bits, clue) => bits | bitOf(clue), 0);
}

/** What stands in front for `BEFORE`, `AFTER` and `FAR`. */
function wantsOf(rows: readonly Row[]): readonly [number, number, number] {
  const wanted = (apart: number) => bitsOf(rows.filter((row) => apartOf(row) === apart).map(partnerOf));
  return [wanted(-1), wanted(1), rows.filter((row) => Math.abs(apartOf(row)) !== 1).length];
}

/** The bit of a clue among those of a list: one of as many as a number has. */
export function bitOf(clue: number): number {
  return 1 << (clue & LAST_BIT);
}

const LAST_BIT = 31;
