/** Which lexemes may stand side by side: everything a tree cannot be built from is found here, with its remedy. */
import type { Lexeme, LexemeKind } from './lexemes.ts';
import type { QueryError } from './query.ts';

/** Deeper than any person writes, shallow enough for recursion. */
const DEEPEST = 20;

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', ';']);
const TERMS: ReadonlySet<LexemeKind> = new Set(['word', 'phrase', 'alias', 'NEAR', 'facet', 'threshold']);
const OPENING: ReadonlySet<LexemeKind> = new Set(['(', 'n-of(']);
const SIGNS: ReadonlySet<LexemeKind> = new Set(['+', '~', 'field']);

/** The first mistake in the order of lexemes, or null when they form a query. */
export function syntaxError(lexemes: readonly Lexeme[]): QueryError | null {
  if (lexemes.length === 0) return { message: 'The query is empty.', at: 0, remedy: 'Write at least one term.' };
  return bracketError(lexemes) ?? neighbourError(lexemes);
}

function bracketError(lexemes: readonly Lexeme[]): QueryError | null {
  const open: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (OPENING.has(lexeme.kind)) open.push(lexeme);
    if (lexeme.kind === ';' && open.at(-1)?.kind !== 'n-of(') return strayChoice(lexeme);
    if (lexeme.kind === ')' && !open.pop()) return unopened(lexeme);
    if (open.length > DEEPEST) return tooDeep(lexeme);
  }
  const unclosed = open.pop();
  return unclosed ? neverClosed(unclosed) : null;
}

function strayChoice({ at }: Lexeme): QueryError {
  const remedy = 'Write AND or OR, or n-of(2; a; b; c) for any two of three.';
  return { message: 'A ; only stands between the choices of n-of.', at, remedy };
}

function unopened({ at }: Lexeme): QueryError {
  return { message: 'This ) closes nothing.', at, remedy: 'Remove it, or write the ( it belongs to.' };
}

function neverClosed({ kind, at }: Lexeme): QueryError {
  return { message: `This ${kind} is never closed.`, at, remedy: 'Write ) where the group ends.' };
}

function tooDeep({ at }: Lexeme): QueryError {
  return { message: `Brackets are more than ${DEEPEST} deep.`, at, remedy: 'Remove brackets that change nothing.' };
}

function neighbourError(lexemes: readonly Lexeme[]): QueryError | null {
  for (let index = 0; index <= lexemes.length; index += 1) {
    const error = betweenError(lexemes[index - 1], lexemes[index]);
    if (error) return error;
  }
  return null;
}

/** `left` undefined is the beginning of the query, `right` undefined its end. */
function betweenError(left: Lexeme | undefined, right: Lexeme | undefined): QueryError | null {
  if (left && SIGNS.has(left.kind)) return right && startsOperand(right) ? null : nothingToBind(left);
  if (left && endsTerm(left)) return right && startsTerm(right) ? sideBySide(left, right) : null;
  return right && startsTerm(right) ? null : missingBetween(left, right);
}

/** Neither does a term end nor one begin here. */
function missingBetween(left: Lexeme | undefined, right: Lexeme | undefined): QueryError | null {
  if (right?.kind === 'weight') return strayWeight(right);
  if (right?.kind === 'NOT') return left?.kind === 'NOT' ? twiceNot(right) : null;
  if (left && OPENING.has(left.kind) && right?.kind === ')') return emptyBrackets(left);
  if (left && OPERATORS.has(left.kind)) return nothingBehind(left);
  return right ? nothingBefore(right) : null;
}

function endsTerm({ kind }: Lexeme): boolean {
  return kind === ')' || kind === 'weight' || TERMS.has(kind);
}

function startsOperand({ kind }: Lexeme): boolean {
  return OPENING.has(kind) || (TERMS.has(kind) && kind !== 'threshold') || kind === 'field';
}

function startsTerm({ kind }: Lexeme): boolean {
  return OPENING.has(kind) || TERMS.has(kind) || SIGNS.has(kind);
}

/** Groups with a sign of their own need no operator between them. */
function sideBySide(left: Lexeme, right: Lexeme): QueryError | null {
  if (right.kind === '+' || right.kind === '~' || right.kind === 'threshold') return null;
  const operator = [left, right].find((lexeme) => isSmallOperator(lexeme) || isSmallNear(lexeme, right));
  if (operator) return smallOperator(operator);
  const message = `Nothing connects ${shown(left)} and ${shown(right)}.`;
  return { message, at: right.at, remedy: connected(left, right) };
}

function isSmallOperator({ kind, text }: Lexeme): boolean {
  return kind === 'word' && OPERATORS.has(text.toUpperCase());
}

function isSmallNear({ kind, text }: Lexeme, right: Lexeme): boolean {
  return kind === 'word' && text.toUpperCase() === 'NEAR' && right.kind === '(';
}

function smallOperator({ text, at }: Lexeme): QueryError {
  return { message: `"${text}" is read as a word to find.`, at, remedy: `Write ${text.toUpperCase()} in capitals.` };
}

function connected(left: Lexeme, right: Lexeme): string {
  const alternatives = `Did you mean ${shown(left)} AND ${shown(right)}`;
  if (left.kind !== 'word' || right.kind !== 'word') return `${alternatives}, or OR between them?`;
  return `${alternatives}, or the phrase "${left.text} ${right.text}" in quotes?`;
}

function shown({ kind, text }: Lexeme): string {
  if (kind === 'phrase') return `"${text}"`;
  if (kind === 'weight') return `^${text}`;
  if (kind === 'threshold') return `threshold:${text}`;
  if (kind === 'field') return `${text}:`;
  return kind === 'alias' ? `@${text}` : text;
}

function twiceNot({ at }: Lexeme): QueryError {
  return { message: 'NOT cannot follow NOT.', at, remedy: 'Remove both.' };
}

function strayWeight({ at }: Lexeme): QueryError {
  return { message: 'This weight belongs to nothing.', at, remedy: 'Write it behind a boost: ~tariff*^2.' };
}

function nothingToBind({ kind, text, at }: Lexeme): QueryError {
  const sign = kind === 'field' ? `${text}:` : kind;
  return { message: `${sign} has no term behind it.`, at, remedy: `Write a term or a group right behind ${sign}` };
}

function emptyBrackets({ at }: Lexeme): QueryError {
  return {
    message: 'There is nothing between these brackets.',
    at,
    remedy: 'Write terms between them, or remove them.',
  };
}

function nothingBehind({ kind, at }: Lexeme): QueryError {
  return { message: `${kind} has nothing behind it.`, at, remedy: `Write a term behind ${kind}, or remove it.` };
}

function nothingBefore({ kind, at }: Lexeme): QueryError {
  return { message: `${kind} has nothing before it.`, at, remedy: `Write a term before ${kind}, or remove it.` };
}
