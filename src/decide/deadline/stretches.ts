/**
 * Many stretches of letters looked for at once: one step of an automaton a character (Aho and Corasick, 1975), whatever
 * their number.
 */
import { CODES, codeOf, codesOf } from './letters.ts';

/** A place in a set of bits. */
export interface Bit {
  readonly word: number;
  readonly mask: number;
}

/** A set of bits: of all lists that were asked for, those one of whose stretches a text holds. */
export type Held = readonly number[];

/** Lists of stretches by their name, each with its bit; what is written of the same words shares its lists. */
const LISTS = new Map<string, Bit>();
/** Of each stretch the bits of the lists that it is in. */
const STRETCHES = new Map<string, Bit[]>();

/** The bit of the texts that hold one of `stretches`; to be asked for before those texts are read. */
export function bitOfOne(stretches: readonly string[]): Bit {
  const name = stretches.join('|');
  const known = LISTS.get(name);
  if (known) return known;
  const bit = { word: LISTS.size >> 5, mask: 1 << (LISTS.size & 31) };
  LISTS.set(name, bit);
  for (const stretch of new Set(stretches)) STRETCHES.set(stretch, [...(STRETCHES.get(stretch) ?? []), bit]);
  return bit;
}

/** States are numbers, 0 the first; rows of the table are as long as a power of two. */
const ROW = 32;
const rowOf = (state: number) => state * ROW;
const MOST_STATES = 2 ** 16;

interface Automaton {
  /** How many lists it knows; what is held of them where nothing is. */
  readonly size: number;
  readonly nothing: Held;
  /** The state behind each state and code. */
  readonly next: Uint16Array;
  /** States from here on end a stretch. */
  readonly firstEnd: number;
  /** Where in `laid` stands what is found in each of those: how many words of bits, then word and mask of each. */
  readonly found: Int32Array;
  readonly laid: Int32Array;
}

/** A tree of all stretches: the states behind each, and the bits of those that end there. */
interface Tree {
  readonly next: Uint16Array;
  readonly bits: Bit[][];
}

function newTree(): Tree {
  const most = [...STRETCHES.keys()].reduce((sum, stretch) => sum + stretch.length, 1);
  const next = new Uint16Array(most * ROW);
  const bits: Bit[][] = [[]];
  for (const [stretch, own] of STRETCHES) {
    let state = 0;
    for (const code of codesOf(stretch)) {
      const at = rowOf(state) + code;
      if (next[at] === 0) next[at] = bits.push([]) - 1;
      state = next[at] ?? 0;
    }
    bits[state]?.push(...own);
  }
  if (bits.length > MOST_STATES) throw new Error(`${bits.length} states of stretches: more than 16 bits can number`);
  return { next: next.slice(0, rowOf(bits.length)), bits };
}

/** Where no stretch goes on, the longest end of what was read that begins one does. */
function joinEnds({ next, bits }: Tree): void {
  const ends = new Uint16Array(bits.length);
  const waiting = [...next.subarray(0, CODES)].filter((state) => state !== 0);
  for (const state of waiting) {
    const end = ends[state] ?? 0;
    bits[state]?.push(...(bits[end] ?? []));
    for (let code = 0; code < CODES; code += 1) {
      const at = rowOf(state) + code;
      const shorter = next[rowOf(end) + code] ?? 0;
      const longer = next[at] ?? 0;
      if (longer === 0) next[at] = shorter;
      else {
        ends[longer] = shorter;
        waiting.push(longer);
      }
    }
  }
}

/** Bits of the same word are set together. */
function byWord(bits: readonly Bit[]): readonly number[] {
  const masks = new Map<number, number>();
  for (const { word, mask } of bits) masks.set(word, (masks.get(word) ?? 0) | mask);
  return [...masks].flat();
}

/** States that end no stretch first: most steps lead to one of those, and are done with. */
function endsLast({ next, bits }: Tree): Tree & Pick<Automaton, 'firstEnd'> {
  const states = [...bits.keys()];
  const isEnd = (state: number) => (bits[state]?.length ?? 0) > 0;
  const passed = states.filter((state) => !isEnd(state));
  const order = [...passed, ...states.filter(isEnd)];
  const places = new Uint16Array(order.length);
  for (const [place, state] of order.entries()) places[state] = place;
  const moved = new Uint16Array(next.length);
  for (const [place, state] of order.entries()) {
    const row = next.subarray(rowOf(state), rowOf(state + 1));
    moved.set(
      row.map((behind) => places[behind] ?? 0),
      rowOf(place),
    );
  }
  return { next: moved, bits: order.map((state) => bits[state] ?? []), firstEnd: passed.length };
}

function newAutomaton(): Automaton {
  const tree = newTree();
  joinEnds(tree);
  const { next, bits, firstEnd } = endsLast(tree);
  const laid: number[] = [];
  const found = Int32Array.from(bits.slice(firstEnd), (each) => {
    const words = byWord(each);
    return laid.push(words.length, ...words) - words.length - 1;
  });
  const nothing = new Array<number>((LISTS.size >> 5) + 1).fill(0);
  return { size: LISTS.size, nothing, next, firstEnd, found, laid: Int32Array.from(laid) };
}

let automaton: Automaton | null = null;

function automatonNow(): Automaton {
  if (automaton?.size !== LISTS.size) automaton = newAutomaton();
  return automaton;
}

function setBits(held: number[], laid: Int32Array, from: number): void {
  const end = from + 1 + (laid[from] ?? 0);
  for (let at = from + 1; at < end; at += 2) {
    const word = laid[at] ?? 0;
    held[word] = (held[word] ?? 0) | (laid[at + 1] ?? 0);
  }
}

/** The bits of all lists one of whose stretches `text` holds; both its ends count as a character that is no letter. */
export function heldIn(text: string): Held {
  const { nothing, next, firstEnd, found, laid } = automatonNow();
  const held = nothing.slice();
  let state = next[0] ?? 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? codeOf(text.charCodeAt(at)) : 0;
    state = next[rowOf(state) + code] ?? 0;
    if (state >= firstEnd) setBits(held, laid, found[state - firstEnd] ?? 0);
  }
  return held;
}
