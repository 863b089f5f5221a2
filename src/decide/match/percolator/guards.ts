/**
 * Of each query the numbers of words, one of which must be met beside its anchor; all of them in one row, so that a
 * candidate that lacks them costs no more than looking at a few places next to each other.
 */
export class Guards {
  readonly #numbers: Int32Array;
  readonly #starts: Int32Array;

  /** By query; a query without numbers always passes. */
  constructor(guards: readonly (readonly number[])[]) {
    this.#starts = new Int32Array(guards.length + 1);
    guards.forEach((numbers, query) => {
      this.#starts[query + 1] = (this.#starts[query] ?? 0) + numbers.length;
    });
    this.#numbers = Int32Array.from(guards.flat());
  }

  /** `metAt` says at which item each number was last met. */
  mayPass(query: number, metAt: Int32Array, item: number): boolean {
    const end = this.#starts[query + 1] ?? 0;
    const start = this.#starts[query] ?? 0;
    for (let at = start; at < end; at += 1) if (metAt[this.#numbers[at] ?? 0] === item) return true;
    return start === end;
  }
}
