/**
 * Every word met so far, by the letters it is compared by. Words come back all the time, so that a text costs a lookup
 * a word and nothing is worked out twice. Numbers are good until `forget`.
 */
import { LANGUAGES, votesFor } from '../language.ts';

/** Words remembered at most; then all are forgotten, for the common ones are back at once. */
const MOST_WORDS = 60_000;
/** Of words of ten letters on the average. */
const LETTERS_A_WORD = 12;
const MOST_LETTERS = LETTERS_A_WORD * MOST_WORDS;
/** Room at first: most lexicons read a few items only. */
const FIRST_WORDS = 1 << 10;
/** Places for a hash to each word there is room for. */
const SPARSE = 2;

/** FNV-1a, over characters. */
export const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** The hash of a word with one more letter. */
export function hashOn(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, HASH_PRIME);
}

export class Lexicon {
  /** Number of a word + 1 by hash; 0 is free. */
  #slots = new Int32Array(SPARSE * FIRST_WORDS);
  #hashes = new Int32Array(FIRST_WORDS);
  #letters = new Uint16Array(LETTERS_A_WORD * FIRST_WORDS);
  #starts = new Int32Array(FIRST_WORDS + 1);
  readonly #texts: string[] = [];
  /** Bits of `LANGUAGES` by word: which languages it speaks for. */
  votes = new Uint8Array(FIRST_WORDS);
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

  /** Numbers are below this. */
  get room(): number {
    return this.#hashes.length;
  }

  forget(): void {
    this.#slots.fill(0);
    this.#size = 0;
  }

  /** The number of the word in the first `length` places of `letters`, whose hash is `hash`. */
  numberOf(letters: Uint16Array, length: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = firstSlot(hash, last);
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isWord(known - 1, letters, length)) return known - 1;
      slot = (slot + 1) & last;
    }
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
    this.#makeRoom(start + length);
    this.#letters.set(letters.subarray(0, length), start);
    this.#starts[number + 1] = start + length;
    this.#hashes[number] = hash;
    this.#size += 1;
    this.#take(number);
    const text = String.fromCharCode(...letters.subarray(0, length));
    this.#texts[number] = text;
    this.votes[number] = voteBits(text);
    return number;
  }

  /** For one more word, and so many letters of all. */
  #makeRoom(letters: number): void {
    if (letters > this.#letters.length) this.#letters = holding(new Uint16Array(2 * letters), this.#letters);
    if (this.#size < this.room) return;
    const room = 2 * this.room;
    this.#hashes = holding(new Int32Array(room), this.#hashes);
    this.#starts = holding(new Int32Array(room + 1), this.#starts);
    this.votes = holding(new Uint8Array(room), this.votes);
    this.#slots = new Int32Array(SPARSE * room);
    for (let number = 0; number < this.#size; number += 1) this.#take(number);
  }

  /** Takes the first free slot for a word. */
  #take(number: number): void {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = firstSlot(this.#hashes[number] ?? 0, last);
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = number + 1;
  }
}

/** Where to look first, of slots up to `last`. */
function firstSlot(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last;
}

function holding<Numbers extends Int32Array | Uint16Array | Uint8Array>(room: Numbers, numbers: Numbers): Numbers {
  room.set(numbers);
  return room;
}

function voteBits(word: string): number {
  return votesFor(word).reduce((bits, language) => bits | (1 << LANGUAGES.indexOf(language)), 0);
}
