/**
 * How a search is asked for: in parts, what is known without asking first. What FTS5 is asked for at one place is one
 * question, for it goes through all its words together.
 */
import type { Outlet } from '../../domain/outlet.ts';
import type { AllOf, DayBound, Search } from '../../domain/search.ts';
import { expressionOf, type Leaf } from './expression.ts';

/** `effort` is how many words have to be looked up. */
export type Plan = { readonly effort: number } & (
  | { readonly kind: 'question'; readonly asked: string | null }
  | { readonly kind: 'day'; readonly bound: DayBound }
  | { readonly kind: 'any'; readonly of: readonly Plan[] }
  | { readonly kind: 'all'; readonly of: readonly Plan[]; readonly without: readonly Plan[] }
);

/** What a plan depends on beside the search. */
export interface Footing {
  /** Whether the words of all rows are those of the desk's rules: what they hold never changes then. */
  readonly isSettled: boolean;
  /** Outlets as they are now; none where the search names none. */
  readonly outlets: readonly Outlet[];
}

/** Searches are asked for again and again; who publishes may change in between. */
const SETTLED = new WeakMap<Search, Plan>();

export function planFor(search: Search, footing: Footing): Plan {
  const isLasting = footing.isSettled && footing.outlets.length === 0;
  const plan = (isLasting ? SETTLED.get(search) : undefined) ?? planOf(search, footing);
  if (isLasting) SETTLED.set(search, plan);
  return plan;
}

function planOf(search: Search, footing: Footing): Plan {
  if (search.kind === 'day') return { kind: 'day', bound: search, effort: 0 };
  if (search.kind === 'any' && !isOfWords(search, footing)) return anyPlan(search.of, footing);
  if (search.kind === 'all' && !isOfWords(search, footing)) return allPlan(search, footing);
  return { kind: 'question', asked: expressionOf(search, footing.outlets), effort: effortOf(search, footing) };
}

function anyPlan(parts: readonly Search[], footing: Footing): Plan {
  const { words, others } = sorted(parts, footing);
  const of = [...others, ...questions(words, { kind: 'any', of: words }, footing)];
  return { kind: 'any', of, effort: effortIn(of) };
}

/** What must not be there is asked for together with what must. */
function allPlan({ of: needed, without: unwanted }: AllOf, footing: Footing): Plan {
  const { words, others } = sorted(needed, footing);
  const stops = sorted(unwanted, footing);
  const of = [...others, ...questions(words, { kind: 'all', of: words, without: stops.words }, footing)];
  const rest = words.length > 0 ? [] : stops.words;
  const without = [...stops.others, ...questions(rest, { kind: 'any', of: rest }, footing)];
  return { kind: 'all', of, without, effort: effortIn(of) + effortIn(without) };
}

/** The parts that are questions, and the plans of the rest, least effort first. */
function sorted(
  parts: readonly Search[],
  footing: Footing,
): { readonly words: readonly Search[]; readonly others: readonly Plan[] } {
  const words = parts.filter((part) => isOfWords(part, footing));
  const others = parts.filter((part) => !isOfWords(part, footing)).map((part) => planOf(part, footing));
  return { words, others: others.sort((a, b) => rankOf(a) - rankOf(b)) };
}

/** Days are looked at row by row. */
function rankOf({ kind, effort }: Plan): number {
  return kind === 'day' ? 1 / 2 : effort;
}

function questions(parts: readonly Search[], one: Search, footing: Footing): readonly Plan[] {
  return parts.length > 0 ? [planOf(one, footing)] : [];
}

function effortIn(plans: readonly Plan[]): number {
  return sum(plans.map(({ effort }) => effort));
}

function effortOf(search: Search, footing: Footing): number {
  if (search.kind === 'any' || search.kind === 'all')
    return sum(partsOf(search).map((part) => effortOf(part, footing)));
  return Number(isOfWords(search, footing));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** Whether FTS5 has to be asked for all of it. */
function isOfWords(search: Search, footing: Footing): boolean {
  if (search.kind === 'nothing' || search.kind === 'day') return false;
  if (search.kind === 'all' && search.of.length === 0) return false;
  if (search.kind === 'any' || search.kind === 'all') return partsOf(search).every((part) => isOfWords(part, footing));
  return !isShared(search, footing);
}

function partsOf(search: Extract<Search, { readonly kind: 'any' | 'all' }>): readonly Search[] {
  return search.kind === 'any' ? search.of : [...search.of, ...search.without];
}

/** Sets, languages and outlets are asked for by many searches, each alone, and many items are of them. */
function isShared(leaf: Leaf, { isSettled }: Footing): boolean {
  return isSettled && (leaf.kind === 'facet' || (leaf.kind === 'row' && leaf.by === 'sets'));
}
