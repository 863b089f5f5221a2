/** An item's texts, each tokenised once for all queries. */
import type { Field } from '../../domain/match.ts';
import { type Token, tokenise } from './normalise.ts';
import { findPattern, type Pattern } from './pattern.ts';
import type { Query } from './query.ts';

/** What alerts are judged by: plain texts as published. */
export interface ItemText {
  readonly title: string;
  readonly lede: string;
}

export interface FieldText {
  readonly field: Field;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The same words without their places: most patterns are ruled out by one look. */
  readonly words: ReadonlySet<string>;
}

export function readField(field: Field, text: string): FieldText {
  const tokens = tokenise(text);
  return { field, text, tokens, words: new Set(tokens.map((token) => token.text)) };
}

/** Title first, then lede; a phrase never runs from one into the other. */
export function readItem(item: ItemText): readonly [FieldText, FieldText] {
  return [readField('title', item.title), readField('lede', item.lede)];
}

/** Whether the fields together hold what the query asks for. */
export function satisfies(query: Query, fields: readonly FieldText[]): boolean {
  if (query.kind === 'term') return query.patterns.some((pattern) => holds(pattern, fields));
  if (query.kind === 'any') return query.of.some((part) => satisfies(part, fields));
  return query.of.every((part) => satisfies(part, fields)) && !query.without.some((part) => satisfies(part, fields));
}

function holds(pattern: Pattern, fields: readonly FieldText[]): boolean {
  return fields.some((field) => mayHold(pattern, field) && findPattern(pattern, field.tokens) !== null);
}

function mayHold({ words }: Pattern, field: FieldText): boolean {
  return words.every((word) => word.prefix || field.words.has(word.text));
}
