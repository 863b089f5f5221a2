/** How often a property is tried, and on which cases. */

/** A fifth of the times in short, all of them when exploring. */
const SHORT = 5;
const FEWEST = 60;
/** Any number would do. */
const SEED = 20_250_808;

/**
 * For `fc.assert`: fewer times than `most` and the same cases each time, so that one commit has one verdict. `EXPLORE`,
 * which `npm run explore` sets, asks for all of them, and others each time.
 */
export function runs(most = 100): { readonly numRuns: number; readonly seed?: number } {
  if (process.env.EXPLORE) return { numRuns: most };
  return { numRuns: Math.min(most, Math.max(FEWEST, Math.ceil(most / SHORT))), seed: SEED };
}
