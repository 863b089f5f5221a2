/** Enough looks a minute apart: after a machine slept, or its clock was set forward, loops need up to a minute to wake. */
const LOOKS = 3;

/** Which loops hang, as looks in a row tell. */
export class Watch {
  #seen: ReadonlyMap<string, number> = new Map();

  /** `overdue` as it is now, a minute or so after the last look. Answers what has been so at the last three. */
  look(overdue: readonly string[]): readonly string[] {
    this.#seen = new Map(overdue.map((name) => [name, (this.#seen.get(name) ?? 0) + 1]));
    return overdue.filter((name) => (this.#seen.get(name) ?? 0) >= LOOKS);
  }
}
