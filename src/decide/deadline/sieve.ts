/**
 * What a pattern cannot match without: read off its source, and looked for in a text by triples of letters before the
 * pattern is run. Many patterns are asked of each sentence and few match; a triple is a bit in a table.
 */

/** Letters count whatever their case; every other character is the same one, as are both ends of a text. */
function codeOf(character: number): number {
  const lower = character | 32;
  return lower >= 97 && lower <= 122 ? lower - 96 : 0;
}

const CODES = 27;
const WORDS = Math.ceil(CODES ** 3 / 32);

const placeOf = (a: number, b: number, c: number) => (a * CODES + b) * CODES + c;

/** The triples of letters that a text holds, and behind them a number of its own. */
export type Triples = Int32Array;

let texts = 0;

function hold(held: Triples, place: number): void {
  held[place >> 5] = (held[place >> 5] ?? 0) | (1 << (place & 31));
}

const isHeld = (held: Triples, place: number) => (((held[place >> 5] ?? 0) >> (place & 31)) & 1) === 1;

export function triplesOf(text: string): Triples {
  const held = new Int32Array(WORDS + 1);
  texts += 1;
  held[WORDS] = texts;
  let a = 0;
  let b = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = codeOf(text.charCodeAt(at));
    hold(held, placeOf(a, b, c));
    a = b;
    b = c;
  }
  hold(held, placeOf(a, b, 0));
  return held;
}

/** What every match holds: a stretch of letters and spaces, all of some, or one of some; null where nothing is sure. */
export type Needed = string | { readonly all: readonly Needed[] } | { readonly any: readonly Needed[] } | null;

type Piece =
  /** A letter, a space for any other character, or `^` for the edge of a word. */
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'group'; readonly ways: readonly Pieces[] }
  | { readonly kind: 'anything' };
type Pieces = readonly Piece[];

const ANYTHING: Piece = { kind: 'anything' };
const letterOf = (letter: string): Piece => ({ kind: 'letter', letter });
const EDGE = letterOf('^');
const SPACE = letterOf(' ');

const SHORTEST = 3;
/** So many letters on either side of a group make its stretches longer. */
const REACH = 2;
/** More ways than these are not worth the look where fewer tell as well. */
const MANY_WAYS = 24;

/** The edge of a word is a character that is no letter, where no such one is named. */
function stretchOf(run: string): string | null {
  const stretch = run
    .replace(/^\^+(?=[a-z])/, ' ')
    .replace(/(?<=[a-z])\^+$/, ' ')
    .replaceAll('^', '');
  return stretch.length >= SHORTEST && /[a-z]/.test(stretch) ? stretch : null;
}

const all = (parts: readonly Needed[]): Needed => {
  const told = parts.filter((part) => part !== null);
  const few = told.filter((part) => waysIn(part) <= MANY_WAYS);
  const sure = few.length > 0 ? few : told;
  return sure.length > 1 ? { all: sure } : (sure[0] ?? null);
};

function waysIn(needed: Needed): number {
  if (needed === null || typeof needed === 'string') return 1;
  const parts = 'all' in needed ? needed.all : needed.any;
  return parts.reduce<number>((sum, part) => sum + waysIn(part), 0);
}

/** Each way needs something, or nothing is sure. */
function any(ways: readonly Needed[]): Needed {
  if (ways.includes(null)) return null;
  return ways.length === 1 ? (ways[0] ?? null) : { any: ways };
}

/** The letters that stand right behind the piece before `at`. */
function lettersFrom(pieces: Pieces, at: number, after: string): string {
  let letters = '';
  for (const piece of pieces.slice(at)) {
    if (piece.kind !== 'letter') return letters;
    letters += piece.letter;
    if (letters.length >= REACH) return letters;
  }
  return (letters + after).slice(0, REACH);
}

/** What a sequence cannot do without, between the letters that stand before and after it. */
function ofSequence(pieces: Pieces, before: string, after: string): Needed {
  const needed: Needed[] = [];
  let run = before;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'letter') {
      run += piece.letter;
      continue;
    }
    needed.push(stretchOf(run));
    if (piece.kind === 'group') needed.push(ofWays(piece.ways, run.slice(-REACH), lettersFrom(pieces, at + 1, after)));
    run = '';
  }
  return all([...needed, stretchOf(run + after)]);
}

function ofWays(ways: readonly Pieces[], before: string, after: string): Needed {
  return any(ways.map((way) => ofSequence(way, before, after)));
}

const QUANTIFIER = /^(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/;
const GROUP = /^\(\?(?:([:])|<[a-z]\w*>)/i;
const LOOK = /^\(\?<?[=!]/;
const ESCAPE = /^\\(?:k<\w+>|u\{[\da-f]+\}|u[\da-f]{4}|[pP]\{[\w=]+\}|.)/i;
const CLASS = /^\[(?:\\.|[^\]\\])*\]/;
const BOTH_CASES = /^\[([A-Za-z])([A-Za-z])\]$/;
/** A class of characters none of which is a letter. */
const NO_LETTERS = /^\[(?:\\[sd.\-()[\]/]|[^\\A-Za-z^\]-]|-(?=\]|\\)|(?<=\[)-)+\]$/;
/** What an escape stands for, where that is no letter. */
const ESCAPED_SPACE = /^\\(?:[sdW]|[^A-Za-z0-9])$/;

/** A pattern's source, read from left to right. */
class Source {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text.slice(this.#at));
    if (match) this.#at += match[0].length;
    return match;
  }

  /** Up to the end, or to the bracket that closes the group. */
  ways(): readonly Pieces[] {
    const ways: Piece[][] = [[]];
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      if (this.#text[this.#at] === '|') {
        this.#at += 1;
        ways.push([]);
      } else ways.at(-1)?.push(...this.#piece());
    }
    this.#at += 1;
    return ways;
  }

  /** What is repeated stands first and last of the repetition. */
  #piece(): Pieces {
    const piece = this.#unit();
    const times = this.#take(QUANTIFIER);
    if (!times) return [piece];
    if (times[1] !== undefined || times[2] === '0') return [ANYTHING];
    return piece.kind === 'letter' ? [piece, ANYTHING, piece] : [piece, ANYTHING];
  }

  #unit(): Piece {
    if (this.#take(LOOK)) {
      this.ways();
      return ANYTHING;
    }
    if (this.#take(GROUP)) return { kind: 'group', ways: this.ways() };
    const chosen = this.#take(CLASS);
    if (chosen) return this.#chosen(chosen[0]);
    const escaped = this.#take(ESCAPE);
    return escaped ? this.#escaped(escaped[0]) : this.#character();
  }

  /** `[Bb]` is one letter. */
  #chosen(characters: string): Piece {
    const [, one, other] = BOTH_CASES.exec(characters) ?? [];
    const letter = one?.toLowerCase();
    if (letter !== undefined && letter === other?.toLowerCase()) return letterOf(letter);
    return NO_LETTERS.test(characters) ? SPACE : ANYTHING;
  }

  #escaped(written: string): Piece {
    if (written === '\\b') return EDGE;
    return ESCAPED_SPACE.test(written) ? SPACE : ANYTHING;
  }

  #character(): Piece {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (character === '(') return { kind: 'group', ways: this.ways() };
    if (/[a-z]/i.test(character)) return letterOf(character.toLowerCase());
    if (character === '.') return ANYTHING;
    return character === '^' || character === '$' ? EDGE : SPACE;
  }
}

/** What every match of `pattern` holds, as far as its source tells. */
export function neededBy(pattern: RegExp): Needed {
  return ofWays(new Source(pattern.source).ways(), '', '');
}

type Look = (held: Triples) => boolean;

function placesOf(stretch: string): readonly number[] {
  const codes = [...stretch].map((letter) => codeOf(letter.charCodeAt(0)));
  return codes.slice(2).map((code, at) => placeOf(codes[at] ?? 0, codes[at + 1] ?? 0, code));
}

/** The same look at the same text again is known. */
function remembered(look: Look): Look {
  let text = 0;
  let found = false;
  return (held) => {
    const own = held[WORDS] ?? 0;
    if (own === text) return found;
    text = own;
    found = look(held);
    return found;
  };
}

const LOOKS = new Map<string, Look>();

/** Patterns are made of the same lists of words: a look for one of these is made once. */
function lookForOne(stretches: readonly string[]): Look {
  const name = stretches.join('|');
  const look = LOOKS.get(name) ?? remembered(newLook(stretches));
  LOOKS.set(name, look);
  return look;
}

/** One of `stretches`, laid end to end: how many triples the stretch has, then each. */
function newLook(stretches: readonly string[]): Look {
  const laid = [...new Set(stretches)].map(placesOf).flatMap((places) => [places.length, ...places]);
  const places = Int32Array.from(laid);
  return (held) => {
    let at = 0;
    while (at < places.length) {
      const end = at + 1 + (places[at] ?? 0);
      at += 1;
      while (at < end && isHeld(held, places[at] ?? 0)) at += 1;
      if (at === end) return true;
      at = end;
    }
    return false;
  };
}

function lookForAll(looks: readonly Look[]): Look {
  const [first, second, ...others] = looks;
  if (!first) return () => true;
  if (!second) return first;
  if (others.length === 0) return (held) => first(held) && second(held);
  return (held) => first(held) && second(held) && others.every((look) => look(held));
}

const isStretch = (needed: Needed) => typeof needed === 'string';

function lookForAny(ways: readonly Needed[]): Look {
  const stretch = lookForOne(ways.filter(isStretch));
  const others = ways.filter((way) => !isStretch(way)).map(lookOf);
  return others.length === 0 ? stretch : (held) => stretch(held) || others.some((look) => look(held));
}

/** Few ways first: they are rare. */
function lookOf(needed: Needed): Look {
  if (needed === null) return () => true;
  if (typeof needed === 'string') return lookForOne([needed]);
  if ('any' in needed) return lookForAny(needed.any);
  return lookForAll([...needed.all].sort((a, b) => waysIn(a) - waysIn(b)).map(lookOf));
}

/** Whether `pattern` could match a text that holds these triples; never false where it matches. */
export function sieveOf(pattern: RegExp): (held: Triples) => boolean {
  return lookOf(neededBy(pattern));
}

/** A pattern that is run only where its triples are held. */
export type Sign = (text: string, held: Triples) => boolean;

/** Whether a text matches `pattern`, which is not global. */
export function signOf(pattern: RegExp): Sign {
  const mayMatch = sieveOf(pattern);
  return (text, held) => mayMatch(held) && pattern.test(text);
}

/** Roughly how common a letter is in English, per thousand; what is no letter is the most common of all. */
const COMMON = [180, 66, 12, 23, 35, 104, 18, 16, 50, 57, 1, 6, 33, 20, 57, 62, 16, 1, 50, 52, 75, 23, 8, 19, 1, 16, 1];

function rarityOf(place: number): number {
  const letters = [Math.floor(place / CODES ** 2), Math.floor(place / CODES) % CODES, place % CODES];
  return letters.reduce((product, code) => product * ((COMMON[code] ?? 1) / 1000), 1);
}

const costOf = (places: readonly number[]) => places.reduce((sum, place) => sum + rarityOf(place), 0);
const cheapest = (covers: readonly (readonly number[])[]) => [...covers].sort((a, b) => costOf(a) - costOf(b))[0];

/** Triples one of which every match holds, as few and as rare as can be; null where nothing is sure. */
function coverOf(needed: Needed): readonly number[] | null {
  if (needed === null) return null;
  if (typeof needed === 'string') return cheapest(placesOf(needed).map((place) => [place])) ?? null;
  if ('all' in needed) return cheapest(needed.all.map(coverOf).filter((cover) => cover !== null)) ?? null;
  const covers = needed.any.map(coverOf).filter((cover) => cover !== null);
  return covers.length === needed.any.length ? covers.flat() : null;
}

/** What is sought by a pattern. */
export interface Sieved {
  readonly pattern: RegExp;
  readonly mayMatch: Look;
}

/** Which of `sought` are to be looked for where a triple is held, by place; those that nothing rules out, of every text. */
function byTriple(sought: readonly Sieved[]) {
  const where = new Map<number, number[]>();
  const always: number[] = [];
  for (const [at, { pattern }] of sought.entries()) {
    const cover = coverOf(neededBy(pattern));
    if (!cover) always.push(at);
    for (const place of new Set(cover)) where.set(place, [...(where.get(place) ?? []), at]);
  }
  return { places: Int32Array.from(where.keys()), found: [...where.values()], always };
}

/**
 * Of many that are sought, those whose patterns could match a text, in their order: a look at each triple that tells
 * anything, and a closer one at what it leaves.
 */
export function siftingOf<One extends Sieved>(sought: readonly One[]): (held: Triples) => readonly One[] {
  const { places, found, always } = byTriple(sought);
  const isFound = new Uint8Array(sought.length);
  return (held) => {
    isFound.fill(0);
    for (const at of always) isFound[at] = 1;
    for (let at = 0; at < places.length; at += 1) {
      if (isHeld(held, places[at] ?? 0)) for (const one of found[at] ?? []) isFound[one] = 1;
    }
    return sought.filter((one, at) => isFound[at] === 1 && one.mayMatch(held));
  };
}
