/** Which loop hangs: seen twice, because one look may fall right behind a clock that was set forward. */
export class Watch {
  #seen: readonly string[] = [];

  /** `overdue` as it is now, a minute or so after the last look. Answers what has been so at both. */
  look(overdue: readonly string[]): readonly string[] {
    const stuck = overdue.filter((name) => this.#seen.includes(name));
    this.#seen = overdue;
    return stuck;
  }
}
