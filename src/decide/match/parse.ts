/**
 * Query text -> tree. NOT binds before AND, AND before OR; `a NOT b` is `a AND NOT b`, `a +b` is `a AND b`.
 *
 *     choice  = chain { OR chain }
 *     chain   = [NOT] operand { (AND | AND NOT | NOT | "+") operand | boost | "threshold:" number }
 *     boost   = "~" operand [ "^" number ]
 *     operand = [ "title:" | "lede:" ] ( "(" choice ")" | "n-of(" number { ";" choice } ")" | term )
 *     term    = [ "=" ] ( word | word* | "phrase" ) | @alias | NEAR( term term …, number ) | lang:xx | source:name
 *             | since:day | until:day
 *
 * Boosts and a threshold belong to the whole query: they never stand in brackets or beside OR.
 */
import type { Aliases } from '../../domain/storyline.ts';
import { type Lexeme, type LexemeKind, lexemesOf, type Unclosed } from './lexemes.ts';
import type { Names } from './names.ts';
import { all, any, type BoundTo, type Enough, type Query, type QueryError, type Term, type Weighted } from './query.ts';
import { syntaxError } from './syntax.ts';
import { CLOSE_IT, type Read, readFacet, readNear, readTerm } from './terms.ts';

export type ParsedQuery =
  | { readonly kind: 'parsed'; readonly query: Query }
  | { readonly kind: 'error'; readonly error: QueryError };

/** Reads a query; alias sets are resolved, so their mistakes are found here too. The first mistake is returned. */
export function parseQuery(text: string, aliases: Aliases, sources: Names['sources'] = null): ParsedQuery {
  const read = lexemesOf(text);
  if (read.kind === 'unclosed') return { kind: 'error', error: unclosed(read) };
  const error = syntaxError(read.lexemes);
  return error ? { kind: 'error', error } : new Descent(read.lexemes, { aliases, sources }).run();
}

function unclosed({ what, at }: Unclosed): QueryError {
  if (what === 'quote') return { message: 'This quote is never closed.', at, remedy: CLOSE_IT };
  return { message: 'This NEAR( is never closed.', at, remedy: 'Write ) behind its number; no brackets inside it.' };
}

/** Stands where a mistake was found; the tree it is part of is never returned. */
const MISTAKE: Term = { kind: 'term', written: '', alias: null, number: 0, patterns: [], field: null };

/** What a choice ends before. */
const ENDS: ReadonlySet<LexemeKind> = new Set(['OR', ')', ';']);

/** What one chain holds while it is read. */
interface Chain {
  readonly of: Query[];
  readonly without: Query[];
  readonly boosts: Weighted[];
  /** The reach that boosts must have together, and where it stands. */
  threshold: { readonly least: number; readonly at: number } | null;
  /** Where the first boost or threshold stands. */
  boostedAt: number | null;
  readonly at: number;
}

/** Recursive descent over lexemes whose order is known to be right. */
class Descent {
  private readonly lexemes: readonly Lexeme[];
  private readonly names: Names;
  private position = 0;
  private depth = 0;
  private field: BoundTo = null;
  private error: QueryError | null = null;

  constructor(lexemes: readonly Lexeme[], names: Names) {
    this.lexemes = lexemes;
    this.names = names;
  }

  run(): ParsedQuery {
    const query = this.choice();
    return this.error ? { kind: 'error', error: this.error } : { kind: 'parsed', query };
  }

  private choice(): Query {
    const first = this.isAlone() ? this.term() : this.chain();
    if (!this.sees('OR')) return 'kind' in first ? first : this.queryOf(first, this.depth === 0);
    const choices = ['kind' in first ? first : this.queryOf(first, false)];
    while (this.take('OR')) choices.push(this.isAlone() ? this.term() : this.queryOf(this.chain(), false));
    return any(choices);
  }

  /** Whether a term stands here with nothing beside it, as most choices are. */
  private isAlone(): boolean {
    const lexeme = this.lexemes[this.position];
    const next = this.lexemes[this.position + 1];
    return lexeme !== undefined && 'exact' in lexeme && (next === undefined || ENDS.has(next.kind));
  }

  private chain(): Chain {
    const at = this.lexemes[this.position]?.at ?? 0;
    const chain: Chain = { of: [], without: [], boosts: [], threshold: null, boostedAt: null, at };
    do this.link(chain);
    while (this.take('AND') || this.sees('NOT') || this.sees('+') || this.sees('~') || this.sees('threshold'));
    return chain;
  }

  private link(chain: Chain): void {
    const at = this.lexemes[this.position]?.at ?? 0;
    if (this.sees('~') || this.sees('threshold')) chain.boostedAt ??= at;
    if (this.sees('threshold')) chain.threshold = this.threshold(chain.threshold, at);
    else if (this.take('~')) chain.boosts.push({ query: this.operand(), weight: this.weight() });
    else if (this.take('NOT')) chain.without.push(this.operand());
    else chain.of.push(this.needed());
  }

  private needed(): Query {
    this.take('+');
    const query = this.operand();
    const next = this.lexemes[this.position];
    return next?.kind === 'weight' ? this.mistake(weightOfNeeded(next.at)) : query;
  }

  private threshold(known: Chain['threshold'], at: number): Chain['threshold'] {
    const least = Number(this.lexemes[this.position]?.text || Number.NaN);
    this.position += 1;
    if (known) this.mistake(secondThreshold(at));
    if (!(least > 0 && least < 1_000)) this.mistake(wrongThreshold(at));
    return { least, at };
  }

  private weight(): number {
    const lexeme = this.lexemes[this.position];
    if (lexeme?.kind !== 'weight') return 1;
    this.position += 1;
    const weight = Number(lexeme.text || Number.NaN);
    if (!(weight > 0 && weight <= 100)) this.mistake(wrongWeight(lexeme.at));
    return weight;
  }

  private queryOf(chain: Chain, mayBoost: boolean): Query {
    const { of, without, boosts, threshold, boostedAt, at } = chain;
    if (of.length > 0 && boostedAt === null) return all(of, without);
    if (boostedAt !== null && !mayBoost) return this.mistake(boostInside(boostedAt));
    const reach = boosts.reduce((sum, { weight }) => sum + weight, 0);
    if (threshold && threshold.least > reach) return this.mistake(outOfReach(threshold.at, reach));
    const boosted: readonly Enough[] =
      boosts.length > 0 ? [{ kind: 'enough', form: 'boosts', of: boosts, least: threshold?.least ?? 0 }] : [];
    if (of.length > 0 || (threshold && boosted.length > 0)) return all([...of, ...boosted], without);
    return this.mistake(boosted.length > 0 ? onlyBoosts(at) : nothingPositive(at));
  }

  private operand(): Query {
    const lexeme = this.lexemes[this.position];
    if (lexeme?.kind === 'field') return this.bound(lexeme);
    if (this.take('n-of(')) return this.nOf(lexeme?.at ?? 0);
    if (!this.take('(')) return this.term();
    const inside = this.inside();
    this.take(')');
    return inside;
  }

  private inside(): Query {
    this.depth += 1;
    const query = this.choice();
    this.depth -= 1;
    return query;
  }

  private bound({ text, at }: Lexeme): Query {
    this.position += 1;
    if (this.field !== null) return this.mistake(boundTwice(at));
    this.field = text === 'title' ? 'title' : 'lede';
    const query = this.operand();
    this.field = null;
    return query;
  }

  private nOf(at: number): Query {
    const least = this.lexemes[this.position];
    this.position += 1;
    const of: Weighted[] = [];
    while (this.take(';')) of.push({ query: this.inside(), weight: 1 });
    if (!this.take(')')) return this.mistake(wrongCount(at));
    const count = least?.kind === 'word' ? Number(least.text) : Number.NaN;
    if (!Number.isInteger(count) || count < 1 || count > of.length) return this.mistake(wrongCount(at));
    return { kind: 'enough', form: 'n-of', of, least: count };
  }

  private term(): Query {
    const lexeme = this.lexemes[this.position];
    this.position += 1;
    if (!lexeme) return MISTAKE;
    const read = this.read(lexeme);
    return read.kind === 'read' ? read.part : this.mistake(read.error);
  }

  private read(lexeme: Lexeme): Read<Query> {
    if (lexeme.kind === 'NEAR') return readNear(lexeme, this.names, this.field);
    if (lexeme.kind === 'facet') return readFacet(lexeme.text, lexeme.at, this.names);
    if ('exact' in lexeme) return readTerm(lexeme, this.names, this.field);
    return { kind: 'read', part: MISTAKE };
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

function onlyBoosts(at: number): QueryError {
  const remedy = 'Write what must be there before it, or how much of it at least: threshold:2.';
  return { message: 'Boosts alone need nothing to be there.', at, remedy };
}

function boostInside(at: number): QueryError {
  const remedy = 'Put brackets around what stands beside it, so that it belongs to the whole query: (a OR b) ~c.';
  return { message: 'A boost cannot stand in brackets or beside OR.', at, remedy };
}

function weightOfNeeded(at: number): QueryError {
  return { message: 'What must be there has no weight.', at, remedy: 'Remove the weight, or write ~ before the term.' };
}

function wrongWeight(at: number): QueryError {
  return { message: 'This weight is no number above 0, up to 100.', at, remedy: 'Write a number: ~tariff*^2.' };
}

function wrongThreshold(at: number): QueryError {
  return { message: 'This threshold is no number above 0.', at, remedy: 'Write a number: threshold:2.' };
}

function secondThreshold(at: number): QueryError {
  return { message: 'The query has a threshold already.', at, remedy: 'Keep one of the two.' };
}

function outOfReach(at: number, reach: number): QueryError {
  const message = `All boosts together weigh ${reach}: this threshold is never reached.`;
  return { message, at, remedy: `Write threshold:${reach} or less, or add boosts.` };
}

function boundTwice(at: number): QueryError {
  return { message: 'This is bound to a field already.', at, remedy: 'Keep one of title: and lede:.' };
}

function wrongCount(at: number): QueryError {
  const message = 'n-of begins with how many of its choices must be there.';
  return { message, at, remedy: 'Write a number up to that of the choices: n-of(2; oil; gas; coal).' };
}
