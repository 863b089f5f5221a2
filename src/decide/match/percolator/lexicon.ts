/**
 * Every word met so far, by the letters it is compared by. Words come back all the time, so that a text costs a lookup
 * a word and nothing is worked out twice. Numbers are good until `forget`.
 */
import { LANGUAGES, votesFor } from '../language.ts';

/** Words remembered at most; then all are forgotten, for the common ones are back at once. */
export const MOST_WORDS = 60_000;
const SLOTS = 1 << 17;
/** Letters remembered at most, of words of ten letters on the average. */
const MOST_LETTERS = 12 * MOST_WORDS;

/** FNV-1a, over characters. */
export const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** The hash of a word with one more letter. */
export function hashOn(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, HASH_PRIME);
}

export class Lexicon {
  /** Number of a word + 1 by hash; 0 is free. */
  readonly #slots = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(MOST_WORDS);
  readonly #letters = new Uint16Array(MOST_LETTERS);
  readonly #starts = new Int32Array(MOST_WORDS + 1);
  readonly #texts: string[] = [];
  /** Bits of `LANGUAGES` by word: which languages it speaks for. */
  readonly votes = new Uint8Array(MOST_WORDS);
  /** Which bits there are. */
  readonly ballots: number[] = [];
  #size = 0;
  readonly #limit: number;

  /** Forgets beyond `limit` words. */
  constructor(limit = MOST_WORDS) {
    this.#limit = Math.min(limit, MOST_WORDS);
  }

  /** Whether a text of `words` words may not fit any more. */
  isFull(words: number, letters: number): boolean {
    return this.#size + words > this.#limit || (this.#starts[this.#size] ?? 0) + letters > MOST_LETTERS;
  }

  forget(): void {
    this.#slots.fill(0);
    this.#size = 0;
  }

  /** The number of the word in the first `length` places of `letters`, whose hash is `hash`. */
  numberOf(letters: Uint16Array, length: number, hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isWord(known - 1, letters, length)) return known - 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.#slots[slot] = this.#size + 1;
    return this.#add(letters, length, hash);
  }

  /** The word by its number. */
  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }

  #isWord(number: number, letters: Uint16Array, length: number): boolean {
    const start = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.#letters[start + at] !== letters[at]) return false;
    return true;
  }

  #add(letters: Uint16Array, length: number, hash: number): number {
    const number = this.#size;
    const start = this.#starts[number] ?? 0;
    this.#letters.set(letters.subarray(0, length), start);
    this.#starts[number + 1] = start + length;
    this.#hashes[number] = hash;
    this.#size += 1;
    const text = String.fromCharCode(...letters.subarray(0, length));
    this.#texts[number] = text;
    const bits = voteBits(text);
    this.votes[number] = bits;
    if (!this.ballots.includes(bits)) this.ballots.push(bits);
    return number;
  }
}

function voteBits(word: string): number {
  return votesFor(word).reduce((bits, language) => bits | (1 << LANGUAGES.indexOf(language)), 0);
}
