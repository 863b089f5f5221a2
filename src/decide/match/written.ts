/** Queries as people write them who know no syntax: words in boxes, to a query and back. */
import { groupsOf, type Query, withoutOf } from './query.ts';

/** What the boxes of a form hold: one of `any`, one of `and`, none of `none`, and one of each kind in `only`. */
export interface Written {
  readonly any: readonly string[];
  readonly and: readonly string[];
  readonly none: readonly string[];
  /** `lang:uk`, `source:press`. */
  readonly only: readonly string[];
}

/** Words and phrases of a box, one a line or with commas between. */
export function termsIn(text: string): readonly string[] {
  const parts = text.split(/[\n,;]+/).map((part) => part.replaceAll(/["“”„«»]/g, '').trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

const WORD = /^[\p{L}\p{N}]+\*?$/u;
const SET = /^@[\p{L}\p{N}_-]+$/u;
const OPERATOR = /^(?:and|or|not|near)$/i;

function termOf(text: string): string {
  const isPlain = SET.test(text) || (WORD.test(text) && !OPERATOR.test(text));
  return isPlain ? text : `"${text}"`;
}

function oneOf(terms: readonly string[]): readonly string[] {
  return terms.length === 0 ? [] : [`(${terms.join(' OR ')})`];
}

/** In the query language; empty without any word to look for. */
export function queryFrom({ any: words, and, none, only }: Written): string {
  if (words.length + and.length === 0) return '';
  const kinds = ['lang:', 'source:'].map((kind) => only.filter((one) => one.startsWith(kind)));
  const groups = [words.map(termOf), and.map(termOf), ...kinds].flatMap(oneOf);
  const stops = oneOf(none.map(termOf)).map((group) => ` NOT ${group}`);
  return groups.join(' AND ') + stops.join('');
}

function choicesOf(query: Query): readonly Query[] {
  return query.kind === 'any' ? query.of : [query];
}

/** Null where something stands in it that no box shows. */
function termText(query: Query): string | null {
  if (query.kind !== 'term' || query.field !== null || query.written.startsWith('=')) return null;
  return query.written.replace(/^"(.*)"$/, '$1');
}

function facetText(query: Query): string | null {
  if (query.kind !== 'facet' || query.facet === 'since' || query.facet === 'until') return null;
  return `${query.facet}:${query.value}`;
}

function whole(texts: readonly (string | null)[]): readonly string[] | null {
  const known = texts.filter((text) => text !== null);
  return known.length === texts.length ? known : null;
}

/** The boxes that give this query; null for one that says more than they can. */
export function writtenIn(query: Query): Written | null {
  const groups = groupsOf(query).map(choicesOf);
  const isFacets = (group: readonly Query[]) => group.every(({ kind }) => kind === 'facet');
  const words = groups.filter((group) => !isFacets(group)).map((group) => whole(group.map(termText)));
  const only = whole(groups.filter(isFacets).flat().map(facetText));
  const none = whole(withoutOf(query).flatMap(choicesOf).map(termText));
  const [first = [], second = [], ...others] = words;
  if (first === null || second === null || only === null || none === null || others.length > 0) return null;
  return { any: first, and: second, none, only };
}
