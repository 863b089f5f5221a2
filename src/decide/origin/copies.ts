/** Which earlier report a report copies: the same words, or the same facts one by one in other words. */
import type { Copy } from '../../domain/origin.ts';
import { type Print, printOf, type Written } from './prints.ts';

/** Independent reports of one statement share sentences; reprints share most of them. */
const SHARED_RUNS = 0.6;
const RUNS_FROM = 8;
/** Outlets find the same short title by themselves, never the same long one; who had it first, a title does not tell. */
const SAME_TITLE_FROM = 7;

/** Rewriting keeps the order of names, numbers and quotations, much of the frame, and about the length. */
const SHARED_FACTS = 0.85;
const FACTS_FROM = 6;
const HARD_FACTS_FROM = 1;
const SHARED_PAIRS = 0.2;
const LENGTHS_WITHIN = 1.5;

/** Whether at least `share` of the smaller set is in the other one. */
function holds(one: ReadonlySet<string>, other: ReadonlySet<string>, share: number): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let missing = Math.floor(small.size * (1 - share) + 1e-9);
  for (const each of small) {
    if (large.has(each)) continue;
    missing -= 1;
    if (missing < 0) return false;
  }
  return small.size > 0;
}

function isReprint(own: Print, other: Print): boolean {
  return Math.min(own.runs.size, other.runs.size) >= RUNS_FROM && holds(own.runs, other.runs, SHARED_RUNS);
}

function isOfSameTitle(own: Print, other: Print): boolean {
  return own.title === other.title && own.titleWords >= SAME_TITLE_FROM;
}

/** Length of the longest sequence that both hold in their order. */
function commonSequence(one: readonly string[], other: readonly string[]): number {
  let before: readonly number[] = new Array<number>(other.length + 1).fill(0);
  for (const fact of one) {
    const row = [0];
    other.forEach((each, at) => {
      row.push(each === fact ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0));
    });
    before = row;
  }
  return before.at(-1) ?? 0;
}

function isReworded(own: Print, other: Print): boolean {
  const [few, many] = [own.facts.length, other.facts.length].sort((a, b) => a - b);
  if (few === undefined || many === undefined || few < FACTS_FROM || few < many * SHARED_FACTS) return false;
  if (Math.min(own.hardFacts, other.hardFacts) < HARD_FACTS_FROM) return false;
  if (Math.max(own.words, other.words) > Math.min(own.words, other.words) * LENGTHS_WITHIN) return false;
  return holds(own.pairs, other.pairs, SHARED_PAIRS) && commonSequence(own.facts, other.facts) >= many * SHARED_FACTS;
}

/** How the later of two texts copies the earlier one; null when it does not. */
export function copyOf(later: Written, earlier: Written): Copy['kind'] | null {
  const [own, other] = [printOf(later), printOf(earlier)];
  if (!own.hasLede || !other.hasLede) return isOfSameTitle(own, other) ? 'same_title' : null;
  if (isReprint(own, other)) return 'reprint';
  return isReworded(own, other) ? 'reworded' : null;
}
