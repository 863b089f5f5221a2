/** The language of a scanned text, as `languageOf` its words. */
import { LANGUAGES, type Language, mostVoted } from '../language.ts';
import type { Lexicon } from './lexicon.ts';
import { BARRIER } from './scan.ts';

/** Counts kept from text to text, so that none is made anew. */
export class Votes {
  /** By bits of `LANGUAGES`, how many words speak for just these. */
  readonly #tally = new Int32Array(1 << LANGUAGES.length);
  readonly #counts = new Int32Array(LANGUAGES.length);
  readonly #countOf = (language: Language) => this.#counts[LANGUAGES.indexOf(language)] ?? 0;

  languageOf(words: Int32Array, count: number, { votes, ballots }: Lexicon): Language | null {
    const tally = this.#tally;
    for (const bits of ballots) tally[bits] = 0;
    for (let place = 0; place < count; place += 1) {
      const word = words[place] ?? BARRIER;
      const bits = word === BARRIER ? 0 : (votes[word] ?? 0);
      tally[bits] = (tally[bits] ?? 0) + 1;
    }
    this.#counts.fill(0);
    for (const bits of ballots) this.#add(bits, tally[bits] ?? 0);
    return mostVoted(this.#countOf);
  }

  #add(ballot: number, times: number): void {
    if (times === 0) return;
    for (let bits = ballot, language = 0; bits !== 0; bits >>>= 1, language += 1) {
      if ((bits & 1) === 1) this.#counts[language] = (this.#counts[language] ?? 0) + times;
    }
  }
}
