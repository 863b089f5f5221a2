import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import { type FieldText, type ItemText, type ReadItem, readItem } from '../../../src/decide/match/fields.ts';
import { format } from '../../../src/decide/match/format.ts';
import { judge } from '../../../src/decide/match/judge.ts';
import type { Pattern } from '../../../src/decide/match/pattern.ts';
import type { Facet, Near, Query, Term } from '../../../src/decide/match/query.ts';
import { satisfies } from '../../../src/decide/match/satisfies.ts';
import { id, type OutletId } from '../../../src/domain/ids.ts';
import { instantOf, parseInstant } from '../../../src/domain/time.ts';
import { runs } from '../../fakes/runs.ts';
import { ALIASES, item, query } from './arbitraries.ts';

function isFound(text: string, found: ItemText): boolean {
  const compiled = compileQuery(text, ALIASES);
  if (compiled.kind === 'error') throw new Error(compiled.error.message);
  return judge(compiled.query, found).matched;
}

describe('a query asks for', () => {
  it.each([
    ['words near each other', 'NEAR(Putin deadline, 2)', 'Putin faces a deadline', true],
    ['words near each other in any order', 'NEAR(deadline Putin, 2)', 'Putin faces a deadline', true],
    ['words no farther than that', 'NEAR(Putin deadline, 1)', 'Putin faces a deadline', false],
    ['words side by side', 'NEAR(Putin deadline, 0)', 'A Putin deadline', true],
    ['three words of which the outer two count', 'NEAR(a c b, 1)', 'a b c', true],
    ['the nearer of two places', 'NEAR(a b, 1)', 'a x x x b x a', true],
    ['a set near a phrase', 'NEAR(@envoys "White House", 1)', 'The special envoy and White House', true],
    ['two of three', 'n-of(2; oil; gas; coal)', 'Coal and oil', true],
    ['two of three where one is there', 'n-of(2; oil; gas; coal)', 'Coal and steel', false],
    ['the title only', 'title:steel', 'Coal', false],
    ['the lede only', 'lede:steel', 'Coal', true],
    ['boosts that reach their threshold', 'oil ~gas^2 ~coal threshold:2', 'oil and gas', true],
    ['boosts that do not', 'oil ~gas^2 ~coal threshold:2', 'oil and coal', false],
    ['boosts without a threshold, whether they are there or not', 'oil ~gas', 'oil', true],
    ['a language', 'oil AND lang:en', 'The oil of the north', true],
    ['a language the text is not in', 'oil AND lang:uk', 'The oil of the north', false],
    ['an outlet', 'oil AND source:tass', 'oil', true],
    ['a label', 'oil NOT source:state-controlled', 'oil', false],
    ['an owner', 'oil AND source:russian-state', 'oil', true],
  ])('%s', (_what, text, title, expected) => {
    const source = { outlet: id<OutletId>('tass'), group: 'russian-state', label: 'state-controlled' } as const;
    expect(isFound(text, { title, lede: 'The steel', source })).toBe(expected);
  });

  it.each([
    ['the day it begins with', 'oil AND since:2025-07-31', '2025-07-31T00:00:00.000Z', true],
    ['a later day', 'oil AND since:2025-07-31', '2025-08-07T12:00:00.000Z', true],
    ['no earlier one', 'oil AND since:2025-07-31', '2025-07-30T23:59:59.999Z', false],
    ['the day it ends with', 'oil AND until:2025-08-07', '2025-08-07T23:59:59.999Z', true],
    ['no later one', 'oil AND until:2025-08-07', '2025-08-08T00:00:00.000Z', false],
    ['a day between two', 'oil AND since:2025-07-31 AND until:2025-08-07', '2025-08-02T06:00:00.000Z', true],
    ['any day but those since', 'oil NOT since:2025-07-31', '2025-08-02T06:00:00.000Z', false],
  ])('%s of publication', (_what, text, published, expected) => {
    expect(isFound(text, { title: 'oil', lede: '', published: parseInstant(published) })).toBe(expected);
  });

  it('the day it was seen on where it is not known when it was published', () => {
    const seen = instantOf(Date.UTC(2025, 6, 31));
    expect(isFound('oil AND since:2025-07-31', { title: 'oil', lede: '', published: null, seen })).toBe(true);
    expect(isFound('oil AND since:2025-08-01', { title: 'oil', lede: '', published: null, seen })).toBe(false);
  });

  it('no day where neither is known', () => {
    expect(isFound('oil AND since:2025-07-31', { title: 'oil', lede: '' })).toBe(false);
    expect(isFound('oil AND until:2025-07-31', { title: 'oil', lede: '' })).toBe(false);
  });

  it('no outlet where it is not known who publishes', () => {
    expect(isFound('oil AND source:tass', { title: 'oil', lede: '' })).toBe(false);
  });
});

it('judging says what regular expressions over the normalised text say', () => {
  fc.assert(
    fc.property(query, item, (tree, found) => {
      const compiled = compileQuery(format(tree), ALIASES);
      if (compiled.kind === 'error') throw new Error(compiled.error.message);
      const { matched, score, why } = judge(compiled.query, found);
      const read = readItem(found);
      expect(satisfies(tree, read)).toBe(matched);
      expect(foundByRegExp(tree, read)).toBe(matched);
      expect(score >= 0 && score <= (matched ? 1 : 0.5)).toBe(true);
      expect(matched).toBe(why.missing.length === 0 && why.blockedBy.length === 0);
    }),
    runs(2000),
  );
});

function foundByRegExp(tree: Query, item: ReadItem): boolean {
  const inside = (part: Query) => foundByRegExp(part, item);
  switch (tree.kind) {
    case 'any':
      return tree.of.some(inside);
    case 'all':
      return tree.of.every(inside) && !tree.without.some(inside);
    case 'enough':
      return tree.of.filter(({ query }) => inside(query)).length >= tree.least;
    case 'facet':
      return hasFacet(tree, item);
    case 'near':
      return item.fields.some((field) => isBoundTo(tree, field) && isNear(tree, field));
    case 'term':
      return item.fields.some((field) => isBoundTo(tree, field) && placesOf(tree, field).length > 0);
  }
}

function hasFacet({ facet, value }: Facet, { language, sources, day }: ReadItem): boolean {
  if (facet === 'lang' || facet === 'source') return [language, ...sources].some((each) => each === value);
  return day !== null && [day, value].sort()[facet === 'since' ? 0 : 1] === value;
}

function isBoundTo({ field }: Term | Near, { field: name }: FieldText): boolean {
  return field === null || field === name;
}

/** Every choice of one place each, tried out. */
function isNear({ of, within }: Near, field: FieldText): boolean {
  let choices: readonly (readonly (readonly [number, number])[])[] = [[]];
  for (const term of of) {
    const places = placesOf(term, field);
    choices = choices.flatMap((chosen) => places.map((place) => [...chosen, place]));
  }
  return choices.some((chosen) => {
    const [first] = [...chosen].sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
    return chosen.every(([from]) => from - (first?.[1] ?? 0) <= within);
  });
}

/** Where a term stands: numbers of its first word and of the one behind it. */
function placesOf(term: Term, field: FieldText): readonly (readonly [number, number])[] {
  return term.patterns.flatMap((pattern) =>
    field.tokens.flatMap((_, from): readonly (readonly [number, number])[] =>
      expressionOf(pattern).test(wordsFrom(pattern, field, from)) ? [[from, from + pattern.words.length]] : [],
    ),
  );
}

function wordsFrom({ comparison }: Pattern, { text, tokens, stems }: FieldText, from: number): string {
  const published = tokens.map(({ start, end }) => text.slice(start, end).replaceAll('.', ''));
  const words = { forms: stems, letters: tokens.map((token) => token.text), exact: published }[comparison];
  return ` ${words.slice(from).join(' ')} `;
}

function expressionOf({ words }: Pattern): RegExp {
  const each = words.map(({ text, prefix, stems, exact }) => {
    if (prefix) return `${text}[^ ]*`;
    return exact ?? `(?:${stems.length > 0 ? stems.join('|') : text})`;
  });
  return new RegExp(`^ ${each.join(' ')} `);
}
