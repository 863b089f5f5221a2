/** What each word gives, remembered for as long as the lexicon remembers the word and no query asks for more. */
import type { Language } from '../language.ts';
import type { Clues } from './clues.ts';
import { type Lexicon, MOST_WORDS } from './lexicon.ts';
import { languageNumber } from './words.ts';

/** The list of nothing; 0 is a word not looked up yet. */
export const NOTHING = 1;
const FIRST = 3;
/** In front of the clues of a list: how many of them lead a row, how many there are. */
export const HEAD = 2;

export class Lists {
  readonly #clues: Clues;
  readonly #lexicon: Lexicon;
  /** Lists behind one another. */
  #pool = new Int32Array(1 << 12);
  #end = FIRST;
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

  /** By word, where its list begins in the pool; 0 where it was not looked up. */
  placesIn(language: Language | null): Int32Array {
    const number = languageNumber(language);
    const places = this.#places[number] ?? new Int32Array(MOST_WORDS);
    this.#places[number] = places;
    return places;
  }

  /** Where the list of a word begins. */
  lookUp(word: number, language: Language | null): number {
    const { clues, leads } = this.#clues.givenBy(this.#lexicon.textOf(word), language);
    const list = clues.length === 0 ? NOTHING : this.#add([leads, clues.length, ...clues]);
    this.placesIn(language)[word] = list;
    return list;
  }

  forget(): void {
    for (const places of this.#places) places?.fill(0);
    this.#end = FIRST;
  }

  #add(list: readonly number[]): number {
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
