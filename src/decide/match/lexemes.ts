/** Query text -> lexemes: brackets, operators and terms with their place in the text. */

export type LexemeKind = '(' | ')' | 'AND' | 'OR' | 'NOT' | 'word' | 'phrase' | 'alias';

/** `text` is the inside: a phrase without its quotes, an alias without its `@`. `at` is a character offset. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly text: string;
  readonly at: number;
}

/** Keyboards and publishers write the same quote in many ways; any of them opens and closes a phrase. */
const QUOTE = '["“”„«»]';
const LEXEMES = new RegExp(`([()])|${QUOTE}([^"“”„«»]*)(${QUOTE}?)|([^\\s()"“”„«»]+)`, 'gu');

/** A quote that nothing closes. */
export interface OpenQuote {
  readonly kind: 'open_quote';
  readonly at: number;
}

export type Lexemes = { readonly kind: 'lexemes'; readonly lexemes: readonly Lexeme[] } | OpenQuote;

/** The lexemes of a query in order, or where a quote opens that nothing closes. */
export function lexemesOf(text: string): Lexemes {
  const lexemes: Lexeme[] = [];
  for (const match of text.matchAll(LEXEMES)) {
    const lexeme = lexemeOf(match);
    if (lexeme.kind === 'open_quote') return lexeme;
    lexemes.push(lexeme);
  }
  return { kind: 'lexemes', lexemes };
}

function lexemeOf(match: RegExpMatchArray): Lexeme | OpenQuote {
  const [, bracket, inside, closing, word] = match;
  const at = match.index ?? 0;
  if (bracket !== undefined) return { kind: bracket === '(' ? '(' : ')', text: bracket, at };
  if (inside === undefined) return wordOf(word ?? '', at);
  if (closing === '') return { kind: 'open_quote', at };
  return { kind: 'phrase', text: inside, at };
}

function wordOf(text: string, at: number): Lexeme {
  if (text === 'AND' || text === 'OR' || text === 'NOT') return { kind: text, text, at };
  if (text.startsWith('@')) return { kind: 'alias', text: text.slice(1), at };
  return { kind: 'word', text, at };
}
