/** How common what a query looks for is in news at large. */
import type { Background } from '../../domain/background.ts';
import { memo } from '../memo.ts';
import { stemOf } from './stems.ts';

/** Shares are of all items, 0..1; what was never counted is as rare as what was counted once. */
export interface Commonness {
  /** Of items that hold the word, by its letters. */
  ofWord(word: string): number;
  /** Of items that hold a word that begins so; at most, since one item may hold several. */
  ofPrefix(prefix: string): number;
  /** Of items that hold a form of the word with this stem; at most. */
  ofStem(stem: string): number;
  /** Of items that hold a form of the word, in any language; at most. */
  ofForms(word: string): number;
  /** Whether any word counted is this one. */
  hasWord(word: string): boolean;
  /** Whether any word counted begins so. */
  hasPrefix(prefix: string): boolean;
  /** Whether any word counted has this stem. */
  hasStem(stem: string): boolean;
}

/** Commonness by counted items. */
export function commonnessIn({ items, counts }: Background): Commonness {
  const share = (count: number) => Math.min(1, Math.max(1, count) / Math.max(1, items));
  const inOrder = memo(() => orderOf(counts));
  const beginning = (prefix: string) => {
    const { words, before } = inOrder();
    const [from, to] = [firstFrom(words, prefix), firstFrom(words, `${prefix}\uFFFF`)];
    return { words: to - from, count: (before[to] ?? 0) - (before[from] ?? 0) };
  };
  const stemCounts = memo(() => countStems(counts));
  const formCounts = memo(() => countForms(counts, stemCounts()));
  return {
    ofWord: (word) => share(counts.get(word) ?? 0),
    ofPrefix: (prefix) => share(beginning(prefix).count),
    ofStem: (stem) => share(stemCounts().get(stem) ?? 0),
    ofForms: (word) => share(formCounts().get(word) ?? countOfForms(word, stemCounts())),
    hasWord: (word) => counts.has(word),
    hasPrefix: (prefix) => beginning(prefix).words > 0,
    hasStem: (stem) => stemCounts().has(stem),
  };
}

/** The words in their order, and by place how many items hold those before it; behind the last, all of them. */
function orderOf(counts: Background['counts']): { readonly words: readonly string[]; readonly before: Float64Array } {
  const words = [...counts.keys()].sort();
  const before = new Float64Array(words.length + 1);
  words.forEach((word, at) => {
    before[at + 1] = (before[at] ?? 0) + (counts.get(word) ?? 0);
  });
  return { words, before };
}

/** The words counted are English. */
function countStems(counts: Background['counts']): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const [word, count] of counts) {
    const stem = stemOf(word, 'en');
    stems.set(stem, (stems.get(stem) ?? 0) + count);
  }
  return stems;
}

/** Queries ask for words that news holds, by thousands: none of these is stemmed for it again. */
function countForms(counts: Background['counts'], stems: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts.keys()].map((word) => [word, countOfForms(word, stems)]));
}

function countOfForms(word: string, stems: ReadonlyMap<string, number>): number {
  return Math.max(stems.get(word) ?? 0, stems.get(stemOf(word, 'en')) ?? 0);
}

/** The place of the first of the sorted words that does not come before `word`. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nothing is known of how common words are. */
export const UNCOUNTED = commonnessIn({ items: 0, counts: new Map() });
