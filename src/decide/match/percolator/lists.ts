/** What each word gives, remembered for as long as the lexicon remembers the word and no query asks for more. */
import type { Language } from '../language.ts';
import type { Clues } from './clues.ts';
import { type Lexicon, MOST_WORDS } from './lexicon.ts';
import { languageNumber } from './words.ts';

/**
 * The list of nothing; 0 is a word not looked up yet. A list below 0 stands at the place above 0, and holds only what is
 * part of a row that another word leads.
 */
export const NOTHING = 1;
const FIRST = 1 + 4;
/** In front of the clues of a list are `leads`, `from`, `to` of `Given`, and how many clues there are. */
export const HEAD = 4;

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

  /** By word, where its list begins in the pool. */
  placesIn(language: Language | null): Int32Array {
    const number = languageNumber(language);
    const places = this.#places[number] ?? new Int32Array(MOST_WORDS);
    this.#places[number] = places;
    return places;
  }

  /** Where the list of a word begins. */
  lookUp(word: number, language: Language | null): number {
    const { clues, leads, from, to } = this.#clues.givenBy(this.#lexicon.textOf(word), language);
    const at = clues.length === 0 ? NOTHING : this.#add([leads, from, to, clues.length, ...clues]);
    const list = at !== NOTHING && to === 0 ? -at : at;
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
