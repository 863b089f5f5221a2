/** How often something may be done: at most `most` times in any span of `per` milliseconds. */
import { between, type Instant, plus } from '../../domain/time.ts';

export interface Window {
  /** When it may be done again; null for now. */
  freeAt(now: Instant): Instant | null;
  /** It was done. */
  spend(now: Instant): void;
}

export function slidingWindow(most: number, per: number): Window {
  let spent: Instant[] = [];
  return {
    freeAt(now) {
      spent = spent.filter((at) => between(at, now) < per);
      const first = spent[spent.length - most];
      return first === undefined ? null : plus(first, per);
    },
    spend: (now) => void spent.push(now),
  };
}
