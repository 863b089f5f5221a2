/** Does an item belong to a query, how strongly, and why. */
import type { Hit, Judgement } from '../../domain/match.ts';
import type { CompiledQuery } from './compile.ts';
import { type FieldText, type ItemText, type Origin, type ReadItem, readBody, readItem } from './fields.ts';
import { findNear, findPattern, type Place } from './find.ts';
import { format } from './format.ts';
import { type Facet, type Near, partsOf, type Query, type Term } from './query.ts';
import { fieldsOf, reachOf, satisfies } from './satisfies.ts';

const IN_TITLE = 1;
const IN_LEDE = 0.5;
/** Keeps whatever does not match at or below the weakest match. */
const UNMATCHED = 0.5;

/** Judges title and lede; see `judgeItem` for the score. */
export function judge(query: CompiledQuery, item: ItemText): Judgement {
  return judgeItem(query, readItem(item));
}

/**
 * Judges an item. The score is the mean over the query's groups (1 in the title, 0.5 with help of the lede, 0 when
 * missing; the found share of all boosts), so that a match of needed groups scores 0.5 to 1; without a match it is
 * halved.
 */
export function judgeItem(query: CompiledQuery, item: ReadItem): Judgement {
  const missing = query.groups.filter((group) => !satisfies(group.query, item)).map((group) => group.written);
  const matched = satisfies(query.query, item);
  const why = {
    hits: positiveHits(query, item),
    missing,
    blockedBy: matched ? [] : blockingHits(query.query, item),
    wouldStop: query.stops,
    likeness: null,
  };
  return { matched, score: shareOfGroups(query, item) * (matched ? 1 : UNMATCHED), why };
}

/**
 * Where a body speaks of everything the query asks for; empty when it lacks a group. Bodies never alert, and
 * NOT-terms do not count in them: a round-up holds them beside anything.
 */
export function mentions(query: CompiledQuery, body: string, origin: Origin = {}): readonly Hit[] {
  const item = readBody(body, origin);
  const mentioned = query.groups.every((group) => satisfies(group.query, item));
  return mentioned ? positiveHits(query, item) : [];
}

function shareOfGroups(query: CompiledQuery, item: ReadItem): number {
  const weights = query.groups.map((group) => weightOf(group.query, item));
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

function weightOf(group: Query, item: ReadItem): number {
  if (group.kind === 'enough') return shareOf(group, item);
  if (!satisfies(group, item)) return 0;
  return group.kind === 'facet' || satisfies(group, { ...item, fields: item.fields.slice(0, 1) }) ? IN_TITLE : IN_LEDE;
}

function shareOf(group: Query & { readonly kind: 'enough' }, item: ReadItem): number {
  return reachOf(group, item) / group.of.reduce((sum, { weight }) => sum + weight, 0);
}

function positiveHits(query: CompiledQuery, item: ReadItem): readonly Hit[] {
  return query.groups.flatMap((group) => hitsOf(group.query, group.written, item));
}

function blockingHits(query: Query, item: ReadItem): readonly Hit[] {
  const blockers = withouts(query).filter((part) => satisfies(part, item));
  return blockers.flatMap((part) => hitsOf(part, format(part), item));
}

function withouts(query: Query): readonly Query[] {
  const inside = partsOf(query).flatMap(withouts);
  return query.kind === 'all' ? [...query.without, ...inside] : inside;
}

function hitsOf(part: Query, group: string, item: ReadItem): readonly Hit[] {
  if (part.kind === 'term') return fieldHits(part, group, item);
  if (part.kind === 'near') return nearHits(part, group, item);
  if (part.kind === 'facet') return satisfies(part, item) ? [facetHit(part, group)] : [];
  return partsOf(part).flatMap((inner) => hitsOf(inner, group, item));
}

/** The first place is enough to show why. */
function fieldHits(term: Term, group: string, item: ReadItem): readonly Hit[] {
  return term.patterns.flatMap((pattern) =>
    fieldsOf(term, item).flatMap((field) => {
      const place = findPattern(pattern, field);
      return place ? [hitAt(field, place, group, pattern.written, term.alias)] : [];
    }),
  );
}

function nearHits(near: Near, group: string, item: ReadItem): readonly Hit[] {
  return fieldsOf(near, item).flatMap((field) =>
    (findNear(near, field) ?? []).flatMap((place, index) => {
      const term = near.of[index];
      return term ? [hitAt(field, place, group, term.written, term.alias)] : [];
    }),
  );
}

function facetHit(facet: Facet, group: string): Hit {
  return { group, term: format(facet), field: 'item', start: 0, end: 0, text: facet.value, alias: null };
}

function hitAt(field: FieldText, { from, to }: Place, group: string, term: string, alias: string | null): Hit {
  const start = field.tokens[from]?.start ?? 0;
  const end = field.tokens[to - 1]?.end ?? 0;
  return { group, term, field: field.field, start, end, text: field.text.slice(start, end), alias };
}
