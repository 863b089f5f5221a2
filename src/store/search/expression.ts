/**
 * How FTS5 is asked. Letters and forms of a text share a column, told apart by a mark: what is asked of both fields then
 * needs no filter of columns.
 */
import type { Outlet } from '../../domain/outlet.ts';
import type { NearRows, Search, WordRow } from '../../domain/search.ts';

/** In front of a word as published; its capitals and signs are spelled in letters that FTS5 neither folds nor parts at. */
const EXACT = '°';
const FOLDED = /[^a-z0-9\u0080-\uFFFF]/g;

function kept(word: string): string {
  return EXACT + word.replace(FOLDED, (letter) => String.fromCharCode(0xe200 + letter.charCodeAt(0)));
}

/** In front of a form, a set, a language and an outlet. No word holds these signs, and FTS5 takes them for letters. */
const FORM = '·';
const SET = '¤';
export const LANGUAGE = '§';
export const OUTLET = '¶';

export const SPELLED: { readonly [By in WordRow['by']]: (word: string) => string } = {
  letters: (word) => word,
  forms: (word) => FORM + word,
  exact: kept,
  sets: (key) => SET + key,
};

/** What FTS5 knows of an item. */
export type Leaf = Exclude<Search, { readonly kind: 'any' | 'all' | 'nothing' | 'day' }>;

/** What FTS5 is asked; null for what nothing can satisfy. Outlets are asked for by their ids. */
export function expressionOf(search: Search, outlets: readonly Outlet[]): string | null {
  switch (search.kind) {
    case 'row':
      return inColumn(search.field, rowText(search));
    case 'near':
      return inColumn(search.field, nearText(search));
    case 'facet':
      return search.facet === 'lang' ? quoted([LANGUAGE + search.value]) : sourceText(search.value, outlets);
    case 'any':
      return anyText(search.of.map((part) => expressionOf(part, outlets)));
    case 'all':
      return allText(
        search.of.map((part) => expressionOf(part, outlets)),
        anyText(search.without.map((part) => expressionOf(part, outlets))),
      );
    default:
      return null;
  }
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

function inColumn(column: 'title' | 'lede' | null, text: string): string {
  return column ? `${column} : ${text}` : text;
}

function rowText({ by, words, isOpen }: WordRow): string {
  return quoted(words.map(SPELLED[by])) + (isOpen ? ' *' : '');
}

function nearText({ of, within }: NearRows): string {
  return `NEAR(${of.map(rowText).join(' ')}, ${within})`;
}

function sourceText(name: string, outlets: readonly Outlet[]): string | null {
  const named = outlets.filter((outlet) => outlet.id === name || outlet.group === name || outlet.label === name);
  return anyText(named.map(({ id }) => quoted([OUTLET + Buffer.from(id).toString('hex')])));
}

function anyText(parts: readonly (string | null)[]): string | null {
  const some = parts.filter((part) => part !== null);
  return some.length > 1 ? `(${some.join(' OR ')})` : (some[0] ?? null);
}

function allText(parts: readonly (string | null)[], without: string | null): string | null {
  if (parts.includes(null)) return null;
  const all = `(${parts.join(' AND ')})`;
  return without === null ? all : `(${all} NOT ${without})`;
}
