/**
 * Many patterns are asked of each sentence and few match: a pattern is run only where the text holds what it cannot match
 * without (needed.ts).
 */
import { type Needed, neededBy, type OneOf } from './needed.ts';
import { bitOfOne, type Held } from './stretches.ts';
import { treed, treeOf } from './tree.ts';
import { speltOut, waysOf } from './ways.ts';

/** Whether a text that holds these stretches could match; never false where it does. */
export type Look = (held: Held) => boolean;

/** How long it is; of each way how many lists, and of each its bit's word and mask. */
function laidOut(ways: Needed): readonly number[] {
  const lists = (way: readonly OneOf[]) => way.map(bitOfOne).flatMap(({ word, mask }) => [word, mask]);
  const laid = ways.flatMap((way) => [way.length, ...lists(way)]);
  return [laid.length + 1, ...laid];
}

/** One of each list from `from` to `end`. */
function holdsEach(held: Held, laid: Int32Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 2) {
    if (((held[laid[at] ?? 0] ?? 0) & (laid[at + 1] ?? 0)) === 0) return false;
  }
  return true;
}

/** Whether one of the ways laid between `from` and `end` is held. */
function isLikely(held: Held, laid: Int32Array, from: number, end: number): boolean {
  for (let at = from; at < end; ) {
    const next = at + 1 + 2 * (laid[at] ?? 0);
    if (holdsEach(held, laid, at + 1, next)) return true;
    at = next;
  }
  return false;
}

/** Whether `pattern` could match a text that holds these stretches; never false where it matches. */
export function sieveOf(pattern: RegExp): Look {
  const laid = Int32Array.from(laidOut(neededBy(pattern)));
  return (held) => isLikely(held, laid, 1, laid.length);
}

/** The same pattern, soon told; what it needs is read off it as it was written. */
const swift = (pattern: RegExp) => new RegExp(treed(pattern.source), pattern.flags);

/**
 * Of many that are sought, those whose patterns could match a text, in their order. What is looked at lies in one piece: a
 * look that is a thing of its own for each would be fetched from memory one by one.
 */
export function siftingOf<One extends { readonly pattern: RegExp }>(
  sought: readonly One[],
): (held: Held) => readonly One[] {
  const laid = Int32Array.from(sought.flatMap(({ pattern }) => laidOut(neededBy(pattern))));
  const swiftly = sought.map((one) => ({ ...one, pattern: swift(one.pattern) }));
  return (held) => {
    const likely: One[] = [];
    let from = 0;
    for (const one of swiftly) {
      const end = from + (laid[from] ?? 0);
      if (isLikely(held, laid, from + 1, end)) likely.push(one);
      from = end;
    }
    return likely;
  };
}

/** A pattern that is run only where its stretches are held. */
export type Sign = (text: string, held: Held) => boolean;

/** Whether a text matches `pattern`, which is not global. */
export function signOf(pattern: RegExp): Sign {
  const mayMatch = sieveOf(pattern);
  const soon = swift(pattern);
  return (text, held) => mayMatch(held) && soon.test(text);
}

/** A word, or the beginning of one, and nothing else. */
const PLAIN = /^[a-z]+(?:\\b)?$/;

/** As a pattern that disregards case, its words standing where a word begins. */
const beginning = (ways: string) => new RegExp(`\\b(?:${ways})`, 'i');

/** The stretch of a plain word, which needs no pattern. */
const stretchOf = (word: string) => ` ${word.replace('\\b', ' ')}`;

/** Whether a text holds one of these stretches. */
export function holderOf(stretches: readonly string[]): Look {
  const { word, mask } = bitOfOne(stretches);
  return (held) => ((held[word] ?? 0) & mask) !== 0;
}

/** The same words, but none as the beginning of a longer one. */
export const wholly = (words: string) =>
  waysOf(words)
    .map((way) => `${way}\\b`)
    .join('|');

/**
 * Whether a text holds one of `words`, ways between bars in small letters, each from the beginning of a word: what a
 * pattern of them would say, mostly without running one. Of a whole text only: `held` is taken at its word, so a part of
 * what it was told of needs `signOf`.
 */
export function wordsOf(words: string): Sign {
  const ways = speltOut(words);
  const turns = ways.filter((way) => !PLAIN.test(way));
  const holds = holderOf(ways.filter((way) => PLAIN.test(way)).map(stretchOf));
  if (turns.length === 0) return (_, held) => holds(held);
  const mayTurn = sieveOf(beginning(turns.join('|')));
  const pattern = beginning(treeOf(words));
  return (text, held) => holds(held) || (mayTurn(held) && pattern.test(text));
}
