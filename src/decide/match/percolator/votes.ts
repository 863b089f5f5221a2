/** The language of a scanned text, as `languageOf` its words. */
import { LANGUAGES, type Language, mostVoted } from '../language.ts';

/** Counts kept from text to text, so that none is made anew. */
export class Votes {
  readonly #counts = new Int32Array(LANGUAGES.length);
  readonly #countOf = (language: Language) => this.#counts[LANGUAGES.indexOf(language)] ?? 0;

  /** `votes` are bits of `LANGUAGES` by word; barriers among the words are below 0. */
  languageOf(words: Int32Array, count: number, votes: Uint8Array): Language | null {
    const counts = this.#counts.fill(0);
    for (let place = 0; place < count; place += 1) {
      const word = words[place] ?? -1;
      let bits = word < 0 ? 0 : (votes[word] ?? 0);
      for (let language = 0; bits !== 0; bits >>>= 1, language += 1) {
        if ((bits & 1) === 1) counts[language] = (counts[language] ?? 0) + 1;
      }
    }
    return mostVoted(this.#countOf);
  }
}
