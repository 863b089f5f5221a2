/** See `trend.mjs`. */
export function growthOf(figures: readonly number[]): number;
