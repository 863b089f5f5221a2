/** Whether a row of figures stays where it is, or grows. */

/** The one in the middle. */
function middleOf(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * By how much the figures of the last third are above those of the second, as a share: what grows with every day of work
 * is seen in it, what a start needs and what a collector has not yet collected are not.
 */
export function growthOf(figures) {
  const third = Math.floor(figures.length / 3);
  if (third === 0) return 0;
  const [second, last] = [figures.slice(third, 2 * third), figures.slice(2 * third)];
  return middleOf(last) / middleOf(second) - 1;
}
