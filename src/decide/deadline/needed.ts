/**
 * What every match of a pattern holds, read off its source: stretches of letters, each letter whatever its case, each
 * figure as `9`, and every other character as a space, as are both ends of a text.
 */

import { commonness, FIGURE } from './letters.ts';

/** Stretches of letters, figures and spaces one of which is held. */
export type OneOf = readonly string[];

/** What every match holds: of one of these ways one of each list; a way without lists says nothing. */
export type Needed = readonly (readonly OneOf[])[];

type Piece =
  /** A letter, `9` for a figure, a space for any other character, or `^` for the edge of a word. */
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'group'; readonly ways: readonly Pieces[] }
  | { readonly kind: 'anything' };
type Pieces = readonly Piece[];

const ANYTHING: Piece = { kind: 'anything' };
const letterOf = (letter: string): Piece => ({ kind: 'letter', letter });
const EDGE = letterOf('^');
const SPACE = letterOf(' ');
const ANY_FIGURE = letterOf(FIGURE);

const SHORTEST = 3;
/** So many letters on either side of a group make its stretches longer. */
const REACH = 2;

/** The edge of a word is a character that is no letter, where no such one is named. */
function stretchIn(run: string): readonly OneOf[] {
  const stretch = run
    .replace(/^\^+(?=[a-z9])/, ' ')
    .replace(/(?<=[a-z9])\^+$/, ' ')
    .replaceAll('^', '');
  return stretch.length >= SHORTEST && /[a-z9]/.test(stretch) ? [[stretch]] : [];
}

const commonnessOf = (stretches: OneOf) => stretches.reduce((sum, stretch) => sum + commonness(stretch), 0);

/** The list that the fewest texts hold one of; null where there is none. */
function rarest(lists: readonly OneOf[]): OneOf | null {
  return [...lists].sort((a, b) => commonnessOf(a) - commonnessOf(b))[0] ?? null;
}

/** Each way needs something, or nothing is sure. */
function oneOf(ways: readonly (readonly OneOf[])[]): readonly OneOf[] {
  const [only, second] = ways;
  if (only && !second) return only;
  const chosen = ways.map(rarest);
  const sure = chosen.filter((list) => list !== null);
  return sure.length === chosen.length ? [[...new Set(sure.flat())]] : [];
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
function ofSequence(pieces: Pieces, before: string, after: string): readonly OneOf[] {
  const lists: OneOf[] = [];
  let run = before;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'letter') {
      run += piece.letter;
      continue;
    }
    lists.push(...stretchIn(run));
    if (piece.kind === 'group')
      lists.push(...ofWays(piece.ways, run.slice(-REACH), lettersFrom(pieces, at + 1, after)));
    run = '';
  }
  return [...lists, ...stretchIn(run + after)];
}

function ofWays(ways: readonly Pieces[], before: string, after: string): readonly OneOf[] {
  return oneOf(ways.map((way) => ofSequence(way, before, after)));
}

/** What may follow a place, from there. */
const QUANTIFIER = /(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/y;
const GROUP = /\((?:\?(?::|<[a-z]\w*>))?/iy;
const LOOK = /\(\?<?[=!]/y;
const ESCAPE = /\\(?:k<\w+>|u\{[\da-f]+\}|u[\da-f]{4}|[pP]\{[\w=]+\}|.)/iy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;

const BOTH_CASES = /^\[([A-Za-z])([A-Za-z])\]$/;
/** A class of characters none of which is of a word. */
const NO_WORD = /^\[(?:\\[s.\-()[\]/]|[^\\\w^\]-]|-(?=\]|\\)|(?<=\[)-)+\]$/;
const FIGURES = /^\[(?:\\d|\d(?:-\d)?)+\]$/;
/** What an escape stands for, where that is of no word. */
const ESCAPED_SPACE = /^\\(?:[sW]|[^A-Za-z0-9])$/;

/** A pattern's source, read from left to right. */
class Source {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  /** Up to the end, or to the bracket that closes the group. */
  ways(): readonly Pieces[] {
    const ways: Piece[][] = [[]];
    while (this.#at < this.#text.length && this.#next() !== ')') {
      if (this.#next() === '|') {
        this.#at += 1;
        ways.push([]);
      } else ways.at(-1)?.push(...this.#piece());
    }
    this.#at += 1;
    return ways;
  }

  /** What is repeated stands first and last of the repetition; what is only looked at takes no place. */
  #piece(): Pieces {
    if (this.#take(LOOK)) {
      this.ways();
      return [];
    }
    const piece = this.#unit();
    const times = '*+?{'.includes(this.#next()) ? this.#take(QUANTIFIER) : null;
    if (!times) return [piece];
    if (times[1] !== undefined || times[2] === '0') return [ANYTHING];
    return piece.kind === 'letter' ? [piece, ANYTHING, piece] : [piece, ANYTHING];
  }

  /** The character that comes next, or a blank behind the last. */
  #next(): string {
    return this.#text[this.#at] ?? ' ';
  }

  #unit(): Piece {
    const next = this.#next();
    if (next === '(' && this.#take(GROUP)) return { kind: 'group', ways: this.ways() };
    if (next === '[') return this.#chosen(this.#take(CLASS)?.[0] ?? '');
    if (next === '\\') return this.#escaped(this.#take(ESCAPE)?.[0] ?? '');
    this.#at += 1;
    return this.#character(next);
  }

  /** `[Bb]` is one letter. */
  #chosen(characters: string): Piece {
    const [, one, other] = BOTH_CASES.exec(characters) ?? [];
    const letter = one?.toLowerCase();
    if (letter !== undefined && letter === other?.toLowerCase()) return letterOf(letter);
    if (FIGURES.test(characters)) return ANY_FIGURE;
    return NO_WORD.test(characters) ? SPACE : ANYTHING;
  }

  #escaped(written: string): Piece {
    if (written === '\\b') return EDGE;
    if (written === '\\d') return ANY_FIGURE;
    return ESCAPED_SPACE.test(written) ? SPACE : ANYTHING;
  }

  #character(character: string): Piece {
    if (/[a-z]/i.test(character)) return letterOf(character.toLowerCase());
    if (/[\d_]/.test(character)) return ANY_FIGURE;
    if (character === '.') return ANYTHING;
    return character === '^' || character === '$' ? EDGE : SPACE;
  }
}

/** A list is no use where a sentence of a hundred letters mostly holds one of it. */
const IDLE = 0.2 / 100;

/** Without the lists that most texts hold one of; where there is no other, the rarest is kept. */
function telling(lists: readonly OneOf[]): readonly OneOf[] {
  const rare = lists.filter((list) => commonnessOf(list) < IDLE);
  const kept = rarest(lists);
  return rare.length > 0 || !kept ? rare : [kept];
}

/** What every match of `pattern` holds, as far as its source tells and as far as it tells texts apart. */
export function neededBy(pattern: RegExp): Needed {
  return new Source(pattern.source).ways().map((way) => telling(ofSequence(way, '', '')));
}
