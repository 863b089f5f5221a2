/** Query -> text, in one canonical form: parsing it gives the same tree. */
import type { All, BoundTo, Enough, Near, Query, Weighted } from './query.ts';

/** The query in canonical form. */
export function format(query: Query): string {
  switch (query.kind) {
    case 'term':
      return bound(query.field, query.written);
    case 'near':
      return bound(query.field, nearText(query));
    case 'facet':
      return `${query.facet}:${query.value}`;
    case 'any':
      return query.of.map(operand).join(' OR ');
    case 'all':
      return allText(query);
    case 'enough':
      return query.form === 'n-of' ? nOfText(query) : boostsText(query);
  }
}

function bound(field: BoundTo, written: string): string {
  return field ? `${field}:${written}` : written;
}

function nearText({ of, within }: Near): string {
  return `NEAR(${of.map((term) => term.written).join(' ')}, ${within})`;
}

function nOfText({ of, least }: Enough): string {
  return `n-of(${[least, ...of.map((part) => format(part.query))].join('; ')})`;
}

/** Boosts stand where AND would read as if they were needed. */
function allText({ of, without }: All): string {
  const needed = of.filter((part) => !isBoosts(part)).map(operand);
  const boosts = of.filter(isBoosts).map((part) => ` ${format(part)}`);
  const unwanted = without.map((part) => ` NOT ${operand(part)}`);
  return needed.join(' AND ') + unwanted.join('') + boosts.join('');
}

function isBoosts(query: Query): boolean {
  return query.kind === 'enough' && query.form === 'boosts';
}

function boostsText({ of, least }: Enough): string {
  return [...of.map(boostText), ...(least > 0 ? [`threshold:${least}`] : [])].join(' ');
}

function boostText({ query, weight }: Weighted): string {
  return `~${operand(query)}${weight === 1 ? '' : `^${weight}`}`;
}

function operand(query: Query): string {
  return query.kind === 'all' || query.kind === 'any' ? `(${format(query)})` : format(query);
}
