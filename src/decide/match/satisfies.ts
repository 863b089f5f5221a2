/** Whether an item holds what a query asks for: the meaning of the language, told as plainly as it can be. */
import type { FieldText, ReadItem } from './fields.ts';
import { findNear, findPattern } from './find.ts';
import type { Enough, Facet, Near, Query, Term } from './query.ts';

/** Whether title and lede together hold what the query asks for. */
export function satisfies(query: Query, item: ReadItem): boolean {
  switch (query.kind) {
    case 'term':
    case 'near':
      return fieldsOf(query, item).some((field) => isIn(query, field));
    case 'facet':
      return hasFacet(query, item);
    case 'any':
      return query.of.some((part) => satisfies(part, item));
    case 'all':
      return query.of.every((part) => satisfies(part, item)) && !query.without.some((part) => satisfies(part, item));
    case 'enough':
      return reachOf(query, item) >= query.least;
  }
}

/** The fields a term may be found in. */
export function fieldsOf({ field }: Term | Near, { fields }: ReadItem): readonly FieldText[] {
  return field ? fields.filter((each) => each.field === field) : fields;
}

function isIn(query: Term | Near, field: FieldText): boolean {
  if (query.kind === 'near') return findNear(query, field) !== null;
  return query.patterns.some((pattern) => findPattern(pattern, field) !== null);
}

/** Whether it is in a language, from an outlet, owner or kind of outlet, or of a day; nothing is, where it is not known. */
export function hasFacet({ facet, value }: Facet, { language, sources, day }: Omit<ReadItem, 'fields'>): boolean {
  switch (facet) {
    case 'lang':
      return language === value;
    case 'source':
      return sources.includes(value);
    case 'since':
      return day !== null && day >= value;
    case 'until':
      return day !== null && day <= value;
  }
}

/** The weights of what is found together. */
export function reachOf({ of }: Enough, item: ReadItem): number {
  return of.reduce((sum, { query, weight }) => sum + (satisfies(query, item) ? weight : 0), 0);
}
