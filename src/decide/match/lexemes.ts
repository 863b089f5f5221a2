/** Query text -> lexemes: brackets, operators, signs and terms with their place in the text. */

/** Brackets that open: a group, and the choices of `n-of`. */
type Opening = '(' | 'n-of(';

interface Place {
  /** A character offset into the query. */
  readonly at: number;
}

/** A word, a phrase without its quotes, or an alias without its `@`; `exact` when `=` stands before it. */
export interface TermLexeme extends Place {
  readonly kind: 'word' | 'phrase' | 'alias';
  readonly text: string;
  readonly exact: boolean;
}

/** `NEAR(…)` as a whole; `inside` is what stands between its brackets. */
export interface NearLexeme extends Place {
  readonly kind: 'NEAR';
  readonly text: string;
  readonly inside: { readonly text: string; readonly at: number };
}

/** Everything else; `text` is what was written, for a field, a facet or a weight without its sign. */
export interface MarkLexeme extends Place {
  readonly kind: Opening | ')' | ';' | 'AND' | 'OR' | 'NOT' | '+' | '~' | 'field' | 'facet' | 'weight' | 'threshold';
  readonly text: string;
}

export type Lexeme = TermLexeme | NearLexeme | MarkLexeme;
export type LexemeKind = Lexeme['kind'];

/** Keyboards and publishers write the same quote in many ways; any of them opens and closes a phrase. */
const QUOTES = '"“”„«»';
const QUOTE = `[${QUOTES}]`;
const APART = `\\s();^${QUOTES}`;
const PIECES: readonly string[] = [
  String.raw`NEAR\((?<near>[^()]*)(?<nearEnd>\)?)`,
  String.raw`(?<mark>n-of\(|[();]|[+~](?=[^\s+~]))`,
  `\\^(?<weight>[^${APART}]*)`,
  String.raw`(?<field>title|lede):(?=\S)`,
  `threshold:(?<threshold>[^${APART}]*)`,
  `(?<facet>(?:lang|source|since|until):[^${APART}]*)`,
  `(?<exactly>=?)${QUOTE}(?<phrase>[^${QUOTES}]*)(?<phraseEnd>${QUOTE}?)`,
  `(?<word>[^${APART}]+)`,
];
const LEXEMES = new RegExp(PIECES.join('|'), 'gu');

/** A quote, or a NEAR, that nothing closes. */
export interface Unclosed extends Place {
  readonly kind: 'unclosed';
  readonly what: 'quote' | 'NEAR';
}

export type Lexemes = { readonly kind: 'lexemes'; readonly lexemes: readonly Lexeme[] } | Unclosed;

/** The lexemes of a query in order, or where something opens that nothing closes. */
export function lexemesOf(text: string): Lexemes {
  const lexemes: Lexeme[] = [];
  for (let at = nextPlace(text, 0); at < text.length; ) {
    const end = plainEnd(text, at);
    LEXEMES.lastIndex = at;
    const match = end === at ? LEXEMES.exec(text) : null;
    if (end === at && !match) break;
    const lexeme = match ? lexemeOf(match[0], match.index, match.groups ?? {}) : plainLexeme(text.slice(at, end), at);
    if (lexeme.kind === 'unclosed') return lexeme;
    lexemes.push(lexeme);
    at = nextPlace(text, match ? LEXEMES.lastIndex : end);
  }
  return { kind: 'lexemes', lexemes };
}

const BLANK = 0x20;

function nextPlace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === BLANK) at += 1;
  return at;
}

/** What the characters of a plain word are: nothing that begins, ends or means anything else. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w@*.'-]/.test(String.fromCharCode(code))));

/**
 * Behind a bracket or a word of plain characters, which nearly everything is; `at` for what only the expression above
 * can tell.
 */
function plainEnd(text: string, at: number): number {
  const first = text[at];
  if (first === ')' || first === '(') return at + 1;
  if (first === '"') return phraseEnd(text, at);
  let end = at;
  while (PLAIN[text.charCodeAt(end)] === 1) end += 1;
  return end === text.length || text[end] === ' ' || text[end] === ')' ? end : at;
}

/** Plain words apart by blanks, in straight quotes. */
function phraseEnd(text: string, at: number): number {
  let end = at + 1;
  while (PLAIN[text.charCodeAt(end)] === 1 || text.charCodeAt(end) === BLANK) end += 1;
  return text[end] === '"' ? end + 1 : at;
}

function plainLexeme(text: string, at: number): Lexeme {
  if (text === '(') return { kind: '(', text, at };
  if (text === ')') return { kind: ')', text, at };
  return text.startsWith('"') ? { kind: 'phrase', text: text.slice(1, -1), at, exact: false } : wordOf(text, at);
}

type Groups = Readonly<Record<string, string | undefined>>;

function lexemeOf(text: string, at: number, groups: Groups): Lexeme | Unclosed {
  const { near, mark, weight, field, threshold, facet, phrase, word } = groups;
  if (near !== undefined) return nearOf(text, near, at, groups);
  if (mark !== undefined) return { kind: markKind(mark), text, at };
  if (weight !== undefined) return { kind: 'weight', text: weight, at };
  if (field !== undefined) return { kind: 'field', text: field, at };
  if (threshold !== undefined) return { kind: 'threshold', text: threshold, at };
  if (facet !== undefined) return { kind: 'facet', text: facet, at };
  return phrase === undefined ? wordOf(word ?? '', at) : phraseOf(phrase, at, groups);
}

const MARKS = ['(', 'n-of(', ')', ';', '+', '~'] as const;

function markKind(text: string): (typeof MARKS)[number] {
  return MARKS.find((mark) => mark === text) ?? '(';
}

function nearOf(text: string, inside: string, at: number, { nearEnd }: Groups): Lexeme | Unclosed {
  if (nearEnd === '') return { kind: 'unclosed', what: 'NEAR', at };
  return { kind: 'NEAR', text, at, inside: { text: inside, at: at + 'NEAR('.length } };
}

function phraseOf(text: string, at: number, { exactly, phraseEnd }: Groups): Lexeme | Unclosed {
  if (phraseEnd === '') return { kind: 'unclosed', what: 'quote', at };
  return { kind: 'phrase', text, at, exact: exactly === '=' };
}

function wordOf(text: string, at: number): Lexeme {
  const operator = operatorOf(text);
  if (operator) return { kind: operator, text, at };
  if (text.startsWith('@')) return { kind: 'alias', text: text.slice(1), at, exact: false };
  const exact = text.startsWith('=') && text.length > 1;
  return { kind: 'word', text: exact ? text.slice(1) : text, at, exact };
}

/** Always the same string objects: kinds are compared all the time, and a slice of a query is none of them. */
function operatorOf(text: string): 'AND' | 'OR' | 'NOT' | null {
  if (text.length < 2 || text.length > 3) return null;
  if (text === 'OR') return 'OR';
  if (text === 'AND') return 'AND';
  return text === 'NOT' ? 'NOT' : null;
}
