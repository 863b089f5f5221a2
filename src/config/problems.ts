/** What is wrong with a configuration, collected so that an operator mends everything in one go. */

/** One line each: where (file, line and path, or variable), what is wrong, and the remedy. */
export type Problems = string[];

/** Thrown once with every problem found; its message is all of them, one a line. Holds no secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`The configuration has ${count}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** `; did you mean "bbc"?` when a known name is close to `name`, else the remedy given. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const [closest] = [...known]
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ distance }) => distance <= MOST_EDITS)
    .sort((one, other) => one.distance - other.distance);
  return closest ? `; did you mean "${closest.candidate}"?` : `; ${otherwise}`;
}

/** Two slips of the finger; more is another name. */
const MOST_EDITS = 2;

/** Levenshtein's distance: insertions, deletions and replacements that make `from` into `to`. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) row = nextRow(row, letter, to, index + 1);
  return row[to.length] ?? 0;
}

function nextRow(above: readonly number[], letter: string, to: string, first: number): number[] {
  const row = [first];
  for (let column = 1; column < above.length; column += 1) {
    const replaced = (above[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
    row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
  }
  return row;
}
