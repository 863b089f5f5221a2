/**
 * A text -> the numbers of its words, in one pass over its characters. What is not simple (acronyms, apostrophes,
 * grouped numbers, other scripts) is handed to `tokenise`, a stretch between two spaces at a time: no word goes across
 * one. The words are those of `tokenise`, always.
 */
import { tokenise } from '../normalise.ts';
import { COMPLEX, FOLDED, JOINT, KINDS, KNOWN, SPACE } from './kinds.ts';
import { HASH_SEED, hashOn, type Lexicon } from './lexicon.ts';

/** Longer words are left to the slow way. */
const LONGEST_WORD = 64;
/** Stretches remembered at most: `Trump’s` and `U.S.` come back all the time. */
const MOST_STRETCHES = 20_000;
const LONGEST_STRETCH = 40;

/** Stands between title and lede: no word, so that no phrase runs across it. */
export const BARRIER = -1;

/** A word of a stretch; places are character offsets into it. */
interface StretchWord {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

export class Scanner {
  readonly #lexicon: Lexicon;
  readonly #letters = new Uint16Array(LONGEST_WORD + 1);
  readonly #stretches = new Map<string, readonly StretchWord[]>();
  #words = new Int32Array(256);
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #count = 0;
  #forgotten = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Numbers of the words, and barriers; those from `count` on are left over from before. */
  get words(): Int32Array {
    return this.#words;
  }

  /** Where each word begins in its text, as a character offset. */
  get starts(): Int32Array {
    return this.#starts;
  }

  /** Where each word ends. */
  get ends(): Int32Array {
    return this.#ends;
  }

  get count(): number {
    return this.#count;
  }

  /** Begins anew. Numbers that were handed out may be forgotten here, never between two scans of one item. */
  begin(characters: number): void {
    this.#count = 0;
    if (!this.#lexicon.isFull(characters, characters)) return;
    this.#lexicon.forget();
    this.#stretches.clear();
    this.#forgotten += 1;
  }

  /** How often the numbers began anew. */
  get forgotten(): number {
    return this.#forgotten;
  }

  scan(text: string): void {
    for (let at = 0; at < text.length; ) at = this.#stretch(text, at);
  }

  /** Marks the place between two texts. */
  part(): void {
    this.#push(BARRIER, 0, 0);
  }

  #push(word: number, start: number, end: number): void {
    const count = this.#count;
    if (count === this.#words.length) this.#grow();
    this.#words[count] = word;
    this.#starts[count] = start;
    this.#ends[count] = end;
    this.#count = count + 1;
  }

  /** Reads up to the next space and answers the place behind it. */
  #stretch(text: string, from: number): number {
    const before = this.#count;
    let length = 0;
    let hash = HASH_SEED;
    let at = from;
    for (; at < text.length; at += 1) {
      const kind = kindAt(text, at);
      if (kind >= FOLDED && length < LONGEST_WORD) {
        this.#letters[length] = kind;
        length += 1;
        hash = hashOn(hash, kind);
      } else {
        if (isSlow(kind, text, at)) return this.#slowly(text, from, before);
        this.#end(length, hash, at);
        if (kind === SPACE) return at + 1;
        length = 0;
        hash = HASH_SEED;
      }
    }
    this.#end(length, hash, at);
    return at;
  }

  #end(length: number, hash: number, at: number): void {
    if (length > 0) this.#push(this.#lexicon.numberOf(this.#letters, length, hash), at - length, at);
  }

  #slowly(text: string, from: number, before: number): number {
    this.#count = before;
    const end = nextSpace(text, from);
    const stretch = text.slice(from, end);
    const known = this.#stretches.get(stretch) ?? this.#read(stretch);
    for (const { word, start, end: behind } of known) this.#push(word, from + start, from + behind);
    return end + 1;
  }

  #read(stretch: string): readonly StretchWord[] {
    const words = tokenise(stretch).map(({ text, start, end }) => ({ word: this.#numberOf(text), start, end }));
    if (stretch.length <= LONGEST_STRETCH && this.#stretches.size < MOST_STRETCHES) this.#stretches.set(stretch, words);
    return words;
  }

  #numberOf(word: string): number {
    const letters = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
    const hash = letters.reduce(hashOn, HASH_SEED);
    return this.#lexicon.numberOf(letters, letters.length, hash);
  }

  #grow(): void {
    this.#words = doubled(this.#words);
    this.#starts = doubled(this.#starts);
    this.#ends = doubled(this.#ends);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < KNOWN ? (KINDS[code] ?? COMPLEX) : COMPLEX;
}

/** Complex, or between two letters or digits. */
function isSlow(kind: number, text: string, at: number): boolean {
  return kind >= COMPLEX || (kind === JOINT && isInWord(text, at - 1) && isInWord(text, at + 1));
}

function isInWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  return kindAt(text, at) >= COMPLEX;
}

function nextSpace(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (kindAt(text, at) === SPACE) return at;
  }
  return text.length;
}
