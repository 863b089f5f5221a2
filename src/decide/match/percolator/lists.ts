/** What each word gives, remembered for as long as the lexicon remembers the word and no query asks for more. */
import type { Language } from '../language.ts';
import type { Clues } from './clues.ts';
import type { Lexicon } from './lexicon.ts';
import { lookOf, type Row } from './rows.ts';
import { languageNumber } from './words.ts';

/**
 * The list of nothing; 0 is a word not looked up yet. Below 0 is the one clue of a word that is only part of a row which
 * another word leads: nearly all common words are.
 */
export const NOTHING = 1;
const FIRST = 1 + 3;
/**
 * In front of the clues of a list: how many of them are asked for, how many there are, how many numbers follow behind
 * them, `LOOK` for each row.
 */
export const HEAD = 3;

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

  /** The list of a word. */
  lookUp(word: number, language: Language | null): number {
    const { clues, asked, rows } = this.#clues.givenBy(this.#lexicon.textOf(word), language);
    const [only] = clues;
    const isPart = clues.length === 1 && asked === 0 && rows.length === 0;
    const list = isPart && only ? -only : only ? this.#add(clues, asked, rows) : NOTHING;
    this.placesIn(language)[word] = list;
    return list;
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

  #add(clues: readonly number[], asked: number, rows: readonly Row[]): number {
    const looks = rows.flatMap((row) => lookOf(row, (each) => this.#rows.push(each) - 1));
    const list = [asked, clues.length, looks.length, ...clues, ...looks];
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
