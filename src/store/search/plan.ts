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
  /** Outlets as they are now; none where the search names none. */
  readonly outlets: readonly Outlet[];
}

/** Searches are asked for again and again; who publishes may change in between. */
const LASTING = new WeakMap<Search, Plan>();

export function planFor(search: Search, footing: Footing): Plan {
  const isLasting = footing.outlets.length === 0;
  const plan = (isLasting ? LASTING.get(search) : undefined) ?? planOf(search, footing);
  if (isLasting) LASTING.set(search, plan);
  return plan;
}

function planOf(search: Search, footing: Footing): Plan {
  switch (search.kind) {
    case 'day':
      return { kind: 'day', bound: search, effort: 0 };
    case 'any':
      return anyPlan(search.of, footing);
    case 'all':
      return allPlan(search, footing);
    default:
      return question(search, isKnownAlone(search) ? 0 : 1, footing);
  }
}

/** Sets, languages and outlets, which many searches ask for and many items are of; and what nothing is. */
function isKnownAlone(leaf: Leaf | { readonly kind: 'nothing' }): boolean {
  return leaf.kind === 'nothing' || leaf.kind === 'facet' || (leaf.kind === 'row' && leaf.by === 'sets');
}

function question(search: Search, effort: number, { outlets }: Footing): Plan {
  return { kind: 'question', asked: expressionOf(search, outlets), effort };
}

function anyPlan(parts: readonly Search[], footing: Footing): Plan {
  const of = eachOf(sorted(parts, footing), footing);
  const [only] = of;
  return only && of.length === 1 ? only : { kind: 'any', of, effort: effortIn(of) };
}

/** Parts that are asked for by themselves; words of several are one question. */
function eachOf({ others, words, effort }: Sorted, footing: Footing): readonly Plan[] {
  return words.length > 0 ? [...others, question({ kind: 'any', of: words }, effort, footing)] : others;
}

/** Words that must not be there are asked for together with those that must. */
function allPlan({ of: needed, without: unwanted }: AllOf, footing: Footing): Plan {
  const { others, words, effort } = sorted(needed, footing);
  const stops = sorted(unwanted, footing);
  if (words.length === 0) return allOf(others, eachOf(stops, footing));
  const one = question({ kind: 'all', of: words, without: stops.words }, effort + stops.effort, footing);
  return others.length + stops.others.length === 0 ? one : allOf([...others, one], stops.others);
}

function allOf(of: readonly Plan[], without: readonly Plan[]): Plan {
  return { kind: 'all', of, without, effort: effortIn(of) + effortIn(without) };
}

interface Sorted {
  /** Least effort first. */
  readonly others: readonly Plan[];
  /** What FTS5 has to be asked for all of, and how many words these are. */
  readonly words: readonly Search[];
  readonly effort: number;
}

function sorted(parts: readonly Search[], footing: Footing): Sorted {
  const planned = parts.map((part) => ({ part, plan: planOf(part, footing) }));
  const words = planned.filter(({ plan }) => isOfWords(plan));
  const others = planned.filter(({ plan }) => !isOfWords(plan)).map(({ plan }) => plan);
  return {
    others: others.sort((a, b) => rankOf(a) - rankOf(b)),
    words: words.map(({ part }) => part),
    effort: effortIn(words.map(({ plan }) => plan)),
  };
}

function isOfWords({ kind, effort }: Plan): boolean {
  return kind === 'question' && effort > 0;
}

/** Days are looked at row by row. */
function rankOf({ kind, effort }: Plan): number {
  return kind === 'day' ? 1 / 2 : effort;
}

function effortIn(plans: readonly Plan[]): number {
  return plans.reduce((sum, { effort }) => sum + effort, 0);
}
