/** A query as people read it who know no syntax: a line for each group, and one for what must not be found. */
import { escaped } from '../cards/escape.ts';
import { spokenLanguage } from '../cards/language.ts';
import { words } from '../cards/words.ts';
import { type Enough, groupsOf, type Query, type Term, withoutOf } from '../decide/match/query.ts';
import type { Aliases } from '../domain/storyline.ts';

const TERM_LIMIT = 80;
/** Of a set, so many names are told. */
const NAMES_TOLD = 2;
/** Of a list, terms of so many characters together are told. */
const LIST_LIMIT = 300;

/** Whole terms as far as they fit, at least one. */
function listed(terms: readonly string[]): string {
  let length = 0;
  const told = terms.filter((term, index) => {
    length += term.length;
    return index === 0 || length <= LIST_LIMIT;
  });
  const beyond = terms.length - told.length;
  return [...told, ...(beyond > 0 ? [words.lists.more(beyond)] : [])].join(', ');
}

function setText(name: string, aliases: Aliases): string {
  const names = aliases[name] ?? [];
  const beyond = names.length - NAMES_TOLD;
  const told = [...names.slice(0, NAMES_TOLD), ...(beyond > 0 ? [words.lists.more(beyond)] : [])].join(', ');
  return words.story.named(`**${escaped(name, TERM_LIMIT)}**`, escaped(told, 3 * TERM_LIMIT));
}

/** `tariff*` -> words beginning with “tariff”; `"secondary tariffs"` and `=US` as they are written, in quotes. */
function writtenText({ written }: Term): string {
  const bare = written.replace(/^=/, '').replace(/^"(.*)"$/, '$1');
  const word = words.quote(escaped(bare.replace(/\*$/, ''), TERM_LIMIT));
  return bare.endsWith('*') ? words.story.beginning(word) : word;
}

function termText(term: Term, aliases: Aliases): string {
  const text = term.alias === null ? writtenText(term) : setText(term.alias, aliases);
  if (term.field === null) return text;
  return term.field === 'title' ? words.story.inTitle(text) : words.story.inLede(text);
}

function languageText(code: string): string {
  return new Intl.DisplayNames([spokenLanguage()], { type: 'language' }).of(code) ?? code;
}

function facetText({ facet, value }: Extract<Query, { kind: 'facet' }>): string {
  if (facet === 'lang') return words.story.language(languageText(value));
  if (facet === 'source') return words.story.source(escaped(value, TERM_LIMIT));
  return facet === 'since' ? words.story.since(value) : words.story.until(value);
}

function inside(query: Query, aliases: Aliases): string {
  const text = textOf(query, aliases);
  return query.kind === 'any' || query.kind === 'all' ? `(${text})` : text;
}

function insideOf(queries: readonly Query[], aliases: Aliases): readonly string[] {
  return queries.map((query) => inside(query, aliases));
}

function stopsText(without: readonly Query[], aliases: Aliases): readonly string[] {
  const stops = insideOf(without.flatMap(choicesOf), aliases);
  return stops.length === 0 ? [] : [words.story.noneOf(listed(stops))];
}

function enoughText({ of, least }: Enough, aliases: Aliases): string {
  const parts = of.map(({ query }) => query);
  const terms = listed(insideOf(parts, aliases));
  return least > 0 ? words.story.atLeast(least, terms) : words.story.raises(terms);
}

function textOf(query: Query, aliases: Aliases): string {
  switch (query.kind) {
    case 'term':
      return termText(query, aliases);
    case 'facet':
      return facetText(query);
    case 'near':
      return words.story.near(query.of.map((term) => termText(term, aliases)).join(' + '));
    case 'any':
      return words.story.anyOf(listed(insideOf(query.of, aliases)));
    case 'all':
      return [...insideOf(query.of, aliases), ...stopsText(query.without, aliases)].join(' + ');
    case 'enough':
      return enoughText(query, aliases);
  }
}

function choicesOf(query: Query): readonly Query[] {
  return query.kind === 'any' ? query.of : [query];
}

/** Markdown, a line each; `aliases` are the names that its sets stand for. */
export function inWords(query: Query, aliases: Aliases): readonly string[] {
  return [...groupsOf(query).map((group) => textOf(group, aliases)), ...stopsText(withoutOf(query), aliases)];
}
