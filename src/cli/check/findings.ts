/** What `desk check` found: rows of what is well, warnings, and problems that keep the desk from its work. */

export interface Findings {
  readonly rows: readonly string[];
  readonly warnings: readonly string[];
  readonly problems: readonly string[];
}

export const NOTHING_FOUND: Findings = { rows: [], warnings: [], problems: [] };

export function joined(all: readonly Findings[]): Findings {
  return {
    rows: all.flatMap(({ rows }) => rows),
    warnings: all.flatMap(({ warnings }) => warnings),
    problems: all.flatMap(({ problems }) => problems),
  };
}
