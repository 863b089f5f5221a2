/**
 * What a pattern cannot match without: read off its source, and looked for in a text by triples of letters before the
 * pattern is run. Many patterns are asked of each sentence and few match; a triple is a bit in a table.
 */

/** Letters count whatever their case; every other character is the same one. */
function codeOf(character: number): number {
  const lower = character | 32;
  return lower >= 97 && lower <= 122 ? lower - 96 : 0;
}

/** Few enough to be kept for each sentence; that two triples share a place only lets a pattern run in vain. */
const PLACES = 1 << 12;
const placeOf = (a: number, b: number, c: number) => (a * 961 + b * 31 + c) & (PLACES - 1);

/** The triples of letters that a text holds. */
export type Triples = Uint8Array;

export function triplesOf(text: string): Triples {
  const held = new Uint8Array(PLACES);
  let a = 0;
  let b = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = codeOf(text.charCodeAt(at));
    held[placeOf(a, b, c)] = 1;
    a = b;
    b = c;
  }
  held[placeOf(a, b, 0)] = 1;
  return held;
}

/** One of these stretches of letters and spaces stands in every match; null where nothing is sure. */
type Needed = readonly string[] | null;

interface Piece {
  readonly needed: Needed;
  /** The letter or space that it is, always once. */
  readonly letter: string | null;
}

const SHORTEST = 3;
const NOTHING: Piece = { needed: null, letter: null };

/** Letters, up to which more make a stretch rarer. */
const LETTERS = 5;

function fewestLetters(needed: readonly string[]): number {
  return Math.min(LETTERS, ...needed.map((stretch) => stretch.replaceAll(' ', '').length));
}

/** Better is what has more letters where it has fewest; then what has fewer ways. */
function better(a: Needed, b: Needed): Needed {
  if (!a || !b) return a ?? b;
  const gain = fewestLetters(a) - fewestLetters(b);
  return gain > 0 || (gain === 0 && a.length <= b.length) ? a : b;
}

/** What a sequence cannot do without: its best stretch of letters, or its best group. */
function ofSequence(pieces: readonly Piece[]): Needed {
  let best: Needed = null;
  let run = '';
  for (const { needed, letter } of [...pieces, NOTHING]) {
    if (letter !== null) {
      run += letter;
      continue;
    }
    if (run.length >= SHORTEST) best = better(best, [run]);
    run = '';
    best = better(best, needed);
  }
  return best;
}

/** Each way needs something, or nothing is sure. */
function ofWays(ways: readonly Needed[]): Needed {
  const all: string[] = [];
  for (const way of ways) {
    if (!way) return null;
    all.push(...way);
  }
  return all;
}

const QUANTIFIER = /^(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/;
const GROUP = /^\(\?(?:([:])|<[a-z]\w*>)/i;
const LOOK = /^\(\?<?[=!]/;
const ESCAPE = /^\\(?:k<\w+>|u\{?[\da-f]+\}?|p\{\w+\}|.)/i;
const CLASS = /^\[(?:\\.|[^\]\\])*\]/;
const BOTH_CASES = /^\[([A-Za-z])([A-Za-z])\]$/;

/** A pattern's source, read from left to right. */
class Source {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #rest(): string {
    return this.#text.slice(this.#at);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#rest());
    if (match) this.#at += match[0].length;
    return match;
  }

  /** Up to the end, or to the bracket that closes the group. */
  ways(): Needed {
    const ways: Needed[] = [];
    let pieces: Piece[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      if (this.#text[this.#at] !== '|') {
        pieces.push(...this.#piece());
        continue;
      }
      this.#at += 1;
      ways.push(ofSequence(pieces));
      pieces = [];
    }
    this.#at += 1;
    return ofWays([...ways, ofSequence(pieces)]);
  }

  #piece(): readonly Piece[] {
    const piece = this.#unit();
    const times = this.#take(QUANTIFIER);
    if (!times) return [piece];
    if (times[1] !== undefined || times[2] === '0') return [NOTHING];
    return piece.letter === null ? [piece] : [piece, NOTHING];
  }

  #unit(): Piece {
    if (this.#take(LOOK)) {
      this.ways();
      return NOTHING;
    }
    if (this.#take(GROUP)) return { needed: this.ways(), letter: null };
    const chosen = this.#take(CLASS);
    if (chosen) return this.#chosen(chosen[0]);
    if (this.#take(ESCAPE)) return NOTHING;
    return this.#character();
  }

  /** `[Bb]` is one letter. */
  #chosen(characters: string): Piece {
    const [, one, other] = BOTH_CASES.exec(characters) ?? [];
    const letter = one?.toLowerCase();
    return letter !== undefined && letter === other?.toLowerCase() ? { needed: null, letter } : NOTHING;
  }

  #character(): Piece {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (character === '(') return { needed: this.ways(), letter: null };
    return /^[a-z ]$/i.test(character) ? { needed: null, letter: character.toLowerCase() } : NOTHING;
  }
}

/** What every match of `pattern` holds one of, as far as its source tells. */
export function neededBy(pattern: RegExp): Needed {
  return new Source(pattern.source).ways();
}

function triplesIn(stretch: string): readonly number[] {
  const codes = [...stretch].map((letter) => codeOf(letter.charCodeAt(0)));
  return codes.slice(2).map((code, at) => placeOf(codes[at] ?? 0, codes[at + 1] ?? 0, code));
}

/** Whether `pattern` could match a text that holds these triples; never false where it matches. */
export function sieveOf(pattern: RegExp): (held: Triples) => boolean {
  const ways = neededBy(pattern)?.map(triplesIn);
  if (!ways) return () => true;
  return (held) => ways.some((way) => way.every((triple) => held[triple] === 1));
}
