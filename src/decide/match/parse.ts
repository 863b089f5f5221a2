/**
 * Query text -> tree. NOT binds before AND, AND before OR; `a NOT b` is `a AND NOT b`.
 *
 *     choice  = chain { OR chain }
 *     chain   = [NOT] operand { (AND | AND NOT | NOT) operand }
 *     operand = "(" choice ")" | word | word* | "phrase" | @alias
 */
import type { Aliases } from '../../domain/storyline.ts';
import { type Lexeme, type LexemeKind, lexemesOf } from './lexemes.ts';
import { all, any, type Query, type QueryError, type Term } from './query.ts';
import { syntaxError } from './syntax.ts';
import { readTerm } from './terms.ts';

export type ParsedQuery =
  | { readonly kind: 'parsed'; readonly query: Query }
  | { readonly kind: 'error'; readonly error: QueryError };

/** Reads a query; alias sets are resolved, so their mistakes are found here too. The first mistake is returned. */
export function parseQuery(text: string, aliases: Aliases): ParsedQuery {
  const read = lexemesOf(text);
  if (read.kind === 'open_quote') return { kind: 'error', error: openQuote(read.at) };
  const error = syntaxError(read.lexemes);
  return error ? { kind: 'error', error } : new Descent(read.lexemes, aliases).run();
}

function openQuote(at: number): QueryError {
  return { message: 'This quote is never closed.', at, remedy: 'Write " where the phrase ends.' };
}

/** Stands where a mistake was found; the tree it is part of is never returned. */
const MISTAKE: Term = { kind: 'term', written: '', alias: null, patterns: [] };

/** Recursive descent over lexemes whose order is known to be right. */
class Descent {
  private readonly lexemes: readonly Lexeme[];
  private readonly aliases: Aliases;
  private position = 0;
  private error: QueryError | null = null;

  constructor(lexemes: readonly Lexeme[], aliases: Aliases) {
    this.lexemes = lexemes;
    this.aliases = aliases;
  }

  run(): ParsedQuery {
    const query = this.choice();
    return this.error ? { kind: 'error', error: this.error } : { kind: 'parsed', query };
  }

  private choice(): Query {
    const chains = [this.chain()];
    while (this.take('OR')) chains.push(this.chain());
    return any(chains);
  }

  private chain(): Query {
    const at = this.lexemes[this.position]?.at ?? 0;
    const of: Query[] = [];
    const without: Query[] = [];
    do {
      const side = this.take('NOT') ? without : of;
      side.push(this.operand());
    } while (this.take('AND') || this.sees('NOT'));
    if (of.length > 0) return all(of, without);
    return this.mistake(nothingPositive(at));
  }

  private operand(): Query {
    if (!this.take('(')) return this.term();
    const inside = this.choice();
    this.take(')');
    return inside;
  }

  private term(): Term {
    const lexeme = this.lexemes[this.position];
    this.position += 1;
    if (!lexeme) return MISTAKE;
    const read = readTerm(lexeme, this.aliases);
    return read.kind === 'term' ? read.term : this.mistake(read.error);
  }

  private mistake(error: QueryError): Term {
    this.error ??= error;
    return MISTAKE;
  }

  private sees(kind: LexemeKind): boolean {
    return this.lexemes[this.position]?.kind === kind;
  }

  private take(kind: LexemeKind): boolean {
    const seen = this.sees(kind);
    if (seen) this.position += 1;
    return seen;
  }
}

function nothingPositive(at: number): QueryError {
  const remedy = 'Write what must be there before it: Istanbul NOT nuclear.';
  return { message: 'This part only says what must not be there.', at, remedy };
}
