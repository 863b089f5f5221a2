/** Does an item belong to a query, how strongly, and why. */
import type { Hit, Judgement } from '../../domain/match.ts';
import type { CompiledQuery } from './compile.ts';
import { type FieldText, type ItemText, readField, readItem, satisfies } from './fields.ts';
import { findPattern, type Pattern } from './pattern.ts';
import { format, positiveTerms, type Query, type Term } from './query.ts';

const IN_TITLE = 1;
const IN_LEDE = 0.5;
/** Keeps whatever does not match at or below the weakest match. */
const UNMATCHED = 0.5;

/** Judges title and lede; see `judgeFields` for the score. */
export function judge(query: CompiledQuery, item: ItemText): Judgement {
  return judgeFields(query, readItem(item));
}

/**
 * Judges tokenised fields, title first. The score is the mean over the query's groups (1 in the title, 0.5 with help
 * of the lede, 0 when missing), so that a match scores 0.5 to 1; without a match it is halved.
 */
export function judgeFields(query: CompiledQuery, fields: readonly FieldText[]): Judgement {
  const missing = query.groups.filter((group) => !satisfies(group.query, fields)).map((group) => group.written);
  const matched = satisfies(query.query, fields);
  const why = {
    hits: positiveHits(query, fields),
    missing,
    blockedBy: matched ? [] : blockingHits(query.query, fields),
    wouldStop: query.stops,
  };
  return { matched, score: shareOfGroups(query, fields) * (matched ? 1 : UNMATCHED), why };
}

/**
 * Where a body speaks of everything the query asks for; empty when it lacks a group. Bodies never alert, and
 * NOT-terms do not count in them: a round-up holds them beside anything.
 */
export function mentions(query: CompiledQuery, body: string): readonly Hit[] {
  const fields = [readField('body', body)];
  const mentioned = query.groups.every((group) => satisfies(group.query, fields));
  return mentioned ? positiveHits(query, fields) : [];
}

function shareOfGroups(query: CompiledQuery, fields: readonly FieldText[]): number {
  const weights = query.groups.map((group) => weightOf(group.query, fields));
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

function weightOf(group: Query, fields: readonly FieldText[]): number {
  if (!satisfies(group, fields)) return 0;
  return satisfies(group, fields.slice(0, 1)) ? IN_TITLE : IN_LEDE;
}

function positiveHits(query: CompiledQuery, fields: readonly FieldText[]): readonly Hit[] {
  return query.groups.flatMap((group) => hitsOf(group.query, group.written, fields));
}

function blockingHits(query: Query, fields: readonly FieldText[]): readonly Hit[] {
  const blockers = withouts(query).filter((part) => satisfies(part, fields));
  return blockers.flatMap((part) => hitsOf(part, format(part), fields));
}

function withouts(query: Query): readonly Query[] {
  if (query.kind === 'term') return [];
  const inside = query.of.flatMap(withouts);
  return query.kind === 'all' ? [...query.without, ...inside] : inside;
}

function hitsOf(part: Query, group: string, fields: readonly FieldText[]): readonly Hit[] {
  return positiveTerms(part).flatMap((term) =>
    term.patterns.flatMap((pattern) => fields.flatMap((field) => hitIn(field, pattern, term, group))),
  );
}

/** The first place is enough to show why. */
function hitIn(field: FieldText, pattern: Pattern, term: Term, group: string): readonly Hit[] {
  const span = findPattern(pattern, field.tokens);
  if (!span) return [];
  const text = field.text.slice(span.start, span.end);
  return [{ group, term: pattern.written, field: field.field, ...span, text, alias: term.alias }];
}
