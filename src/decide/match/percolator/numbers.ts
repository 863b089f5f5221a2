/** Clues by the numbers of what is looked for. */

/** Nobody has looked for it. */
export const NO_CLUE = -1;

/** As small at first as one server's storylines need. */
const FIRST_ROOM = 1 << 10;

/** A list of numbers that grows with the greatest place written. */
export class ByNumber {
  #clues = new Int32Array(FIRST_ROOM).fill(NO_CLUE);

  at(number: number): number {
    return this.#clues[number] ?? NO_CLUE;
  }

  put(number: number, clue: number): void {
    if (number >= this.#clues.length) this.#makeRoom(number);
    this.#clues[number] = clue;
  }

  #makeRoom(number: number): void {
    const more = new Int32Array(2 * number).fill(NO_CLUE);
    more.set(this.#clues);
    this.#clues = more;
  }
}
