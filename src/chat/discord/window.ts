/** How often something may be done. */
import { between, type Instant, plus } from '../../domain/time.ts';

export interface Window {
  /** When it may be done again; null for now. */
  freeAt(now: Instant): Instant | null;
  /** It was done. */
  spend(now: Instant): void;
}

/**
 * At most `most` times in any span of `per` milliseconds. What was done in the future was done before a clock was set back:
 * it counts as done now.
 */
export function slidingWindow(most: number, per: number): Window {
  let spent: Instant[] = [];
  return {
    freeAt(now) {
      spent = spent.map((at) => (at > now ? now : at)).filter((at) => between(at, now) < per);
      const first = spent[spent.length - most];
      return first === undefined ? null : plus(first, per);
    },
    spend: (now) => void spent.push(now),
  };
}

/**
 * Every `gap` milliseconds, and up to `ahead` times sooner after a rest. Unlike a window, which may be used up at its
 * beginning, what is sent at this pace stays below its limit when some of it takes longer on the way. Further ahead than
 * can be, it was before a clock was set back: it begins anew.
 */
export function evenPace(gap: number, ahead: number): Window {
  let next: Instant | null = null;
  return {
    freeAt(now) {
      if (next !== null && between(now, next) > (ahead + 1) * gap) next = null;
      const at = next === null ? now : plus(next, -ahead * gap);
      return at <= now ? null : at;
    },
    spend(now) {
      next = plus(next === null || next < now ? now : next, gap);
    },
  };
}
