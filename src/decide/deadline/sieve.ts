/**
 * Many patterns are asked of each sentence and few match: a pattern is run only where the text holds what it cannot match
 * without (needed.ts).
 */
import { neededBy, type OneOf } from './needed.ts';
import { bitOfOne, type Held } from './stretches.ts';

/** Whether a text that holds these stretches could match; never false where it does. */
export type Look = (held: Held) => boolean;

const ALWAYS: Look = () => true;

/** One of each list: word and mask of each, end to end. */
function lookForEach(lists: readonly OneOf[]): Look {
  const laid = Int32Array.from(lists.map(bitOfOne).flatMap(({ word, mask }) => [word, mask]));
  return (held) => {
    for (let at = 0; at < laid.length; at += 2) {
      if (((held[laid[at] ?? 0] ?? 0) & (laid[at + 1] ?? 0)) === 0) return false;
    }
    return true;
  };
}

/** Whether `pattern` could match a text that holds these stretches; never false where it matches. */
export function sieveOf(pattern: RegExp): Look {
  const ways = neededBy(pattern);
  if (ways.some((lists) => lists.length === 0)) return ALWAYS;
  const [only, second] = ways;
  if (only && !second) return lookForEach(only);
  const looks = ways.map(lookForEach);
  return (held) => looks.some((look) => look(held));
}

/** A pattern that is run only where its stretches are held. */
export type Sign = (text: string, held: Held) => boolean;

/** Whether a text matches `pattern`, which is not global. */
export function signOf(pattern: RegExp): Sign {
  const mayMatch = sieveOf(pattern);
  return (text, held) => mayMatch(held) && pattern.test(text);
}

/** What is sought by a pattern. */
export interface Sieved {
  readonly pattern: RegExp;
  readonly mayMatch: Look;
}
