/**
 * Reads XML and HTML as publishers write them: a flat run of tokens, in one pass that is linear for any input. A `<`
 * that opens nothing stays text.
 */
import { decodeHTMLStrict } from 'entities';

export interface OpenTag {
  readonly kind: 'open';
  readonly start: number;
  readonly end: number;
  /** As written, prefix and case included. */
  readonly name: string;
  /** What stands between the name and `>`; see `attributesOf`. */
  readonly attributes: string;
  /** `<name/>`. */
  readonly empty: boolean;
}

export interface CloseTag {
  readonly kind: 'close';
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Offsets are into the source. `aside` is a comment, instruction or declaration; `cut` began and never ended. */
export type Token =
  | OpenTag
  | CloseTag
  | { readonly kind: 'text' | 'cdata' | 'aside' | 'cut'; readonly start: number; readonly end: number };

export const CDATA_OPENS = '<![CDATA[';
export const CDATA_CLOSES = ']]>';

const NAME = /[A-Za-z_\u00C0-\uFFFD][\w.:\-\u00B7-\uFFFD]*/y;
const ATTRIBUTE = /[\s/]*([^\s=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/y;
const SPACE = /\s/;
const STOP = /[<>"']/g;
/** Looking ahead in vain may cost this many times the source's length, quotes that hold the next tag's quotes included. */
const VAIN_SHARE = 4;

/**
 * Quotes are believed until one never closes or too much was looked at in vain; from then on a tag ends at the next
 * `>`, quoted or not.
 */
interface Scan {
  readonly source: string;
  readonly lastEnd: number;
  quotes: boolean;
  /** Characters looked at beyond quotes where no tag was found. */
  vain: number;
}

/** The tokens of a text, one after the other; what is known to hold nothing new can be leapt over. */
export class Tokens {
  readonly #scan: Scan;
  #at = 0;
  #waiting: Token | null = null;

  constructor(source: string) {
    this.#scan = { source, lastEnd: source.lastIndexOf('>'), quotes: true, vain: 0 };
  }

  /** False once quotes are no longer believed: from there on the same text may be read differently. */
  get isRegular(): boolean {
    return this.#scan.quotes;
  }

  /** Grows whenever text was looked at that turned out to be no tag: what was read then may depend on all of the rest. */
  get lookedInVain(): number {
    return this.#scan.vain;
  }

  /** Goes on at `offset`, which must lie where a token ends. */
  leap(offset: number): void {
    this.#at = offset;
    this.#waiting = null;
  }

  /** The next token; null at the end. */
  next(): Token | null {
    if (this.#waiting !== null) return this.#takeWaiting(this.#waiting);
    const { source } = this.#scan;
    const start = this.#at;
    const token = this.#tagFrom(start);
    const textEnd = token?.start ?? source.length;
    this.#at = token?.end ?? source.length;
    if (textEnd === start) return token;
    this.#waiting = token;
    return { kind: 'text', start, end: textEnd };
  }

  #takeWaiting(token: Token): Token {
    this.#waiting = null;
    return token;
  }

  /** The first token at or after `offset` that is no text. */
  #tagFrom(offset: number): Token | null {
    const { source } = this.#scan;
    for (let open = source.indexOf('<', offset); open >= 0; open = source.indexOf('<', open + 1)) {
      const token = tokenAt(this.#scan, open);
      if (token !== null) return token;
    }
    return null;
  }
}

/** The tokens of `source` in order. */
export function* tokens(source: string): Generator<Token> {
  const all = new Tokens(source);
  for (let token = all.next(); token !== null; token = all.next()) yield token;
}

function tokenAt(scan: Scan, start: number): Token | null {
  const { source } = scan;
  if (source.startsWith(CDATA_OPENS, start)) return sectionAt(source, start, 'cdata', CDATA_CLOSES);
  if (source.startsWith('<!--', start)) return sectionAt(source, start, 'aside', '-->');
  if (start > scan.lastEnd) return null;
  const next = source[start + 1];
  if (next === '?') return sectionAt(source, start, 'aside', '>');
  if (next === '!') return SPACE.test(source[start + 2] ?? ' ') ? null : sectionAt(source, start, 'aside', '>');
  return next === '/' ? closeTagAt(scan, start) : openTagAt(scan, start);
}

function sectionAt(source: string, start: number, kind: 'cdata' | 'aside', closes: string): Token {
  const end = source.indexOf(closes, start + 2);
  return end < 0 ? { kind: 'cut', start, end: source.length } : { kind, start, end: end + closes.length };
}

function openTagAt(scan: Scan, start: number): Token | null {
  const name = nameAt(scan.source, start + 1);
  if (name === null) return null;
  const close = tagEnd(scan, start + 1 + name.length);
  if (close < 0) return null;
  const attributes = scan.source.slice(start + 1 + name.length, close);
  return { kind: 'open', start, end: close + 1, name, attributes, empty: attributes.endsWith('/') };
}

function closeTagAt(scan: Scan, start: number): Token | null {
  const name = nameAt(scan.source, start + 2);
  if (name === null) return null;
  const close = nextAngle(scan.source, start + 2 + name.length);
  return scan.source[close] === '>' ? { kind: 'close', start, end: close + 1, name } : null;
}

/** A name that is followed by space, `/` or `>`: `<someone@example.org>` is no tag. */
function nameAt(source: string, at: number): string | null {
  NAME.lastIndex = at;
  if (!NAME.test(source)) return null;
  const end = NAME.lastIndex;
  const after = source[end] ?? '';
  return after === '>' || after === '/' || SPACE.test(after) ? source.slice(at, end) : null;
}

/** Where the tag's `>` is; -1 when another `<` comes first. */
function tagEnd(scan: Scan, from: number): number {
  const { source, quotes } = scan;
  const end = quotes ? endBeyondQuotes(source, from) : nextAngle(source, from);
  if (source[end] === '>') return end;
  if (!quotes) return -1;
  scan.vain += end - from;
  scan.quotes = end < source.length && scan.vain <= VAIN_SHARE * source.length;
  return scan.quotes ? -1 : tagEnd(scan, from);
}

/** The next `<` or `>` outside quoted values; the source's length when there is none. A quote counts only after `=`. */
function endBeyondQuotes(source: string, from: number): number {
  STOP.lastIndex = from;
  while (STOP.test(source)) {
    const at = STOP.lastIndex - 1;
    const character = source[at] ?? '';
    if (character === '<' || character === '>') return at;
    if (!followsEquals(source, at)) continue;
    const close = source.indexOf(character, at + 1);
    if (close < 0) return source.length;
    STOP.lastIndex = close + 1;
  }
  return source.length;
}

function followsEquals(source: string, quote: number): boolean {
  let before = quote - 1;
  while (SPACE.test(source[before] ?? '')) before--;
  return source[before] === '=';
}

function nextAngle(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '<' || source[at] === '>') return at;
  }
  return -1;
}

/** Attributes by their names as written, entities decoded; the first of two equal names counts. */
export function attributesOf(tag: OpenTag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (tag.attributes === '') return found;
  const source = tag.empty ? tag.attributes.slice(0, -1) : tag.attributes;
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const [, name = '', double, single, bare] = match;
    if (!found.has(name)) found.set(name, decodeHTMLStrict(double ?? single ?? bare ?? ''));
  }
  return found;
}

/** What a CDATA section holds. */
export function cdataText(source: string, token: Token): string {
  return source.slice(token.start + CDATA_OPENS.length, token.end - CDATA_CLOSES.length);
}

/** `b` of `xhtml:B`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return (colon < 0 ? name : name.slice(colon + 1)).toLowerCase();
}
