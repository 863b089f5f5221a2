/** The language of a scanned text, as `languageOf` its words. */
import { LANGUAGES, type Language, mostVoted } from '../language.ts';
import type { Lexicon } from './lexicon.ts';
import { BARRIER } from './scan.ts';

/** Votes are counted in octets, four of them side by side in one number. */
const OCTETS = 4;
const OCTET = 8;
/** What an octet holds, so that no more words are counted at once. */
const MOST = 255;

/** By bits of `LANGUAGES`, a vote for each of the four languages from `first` on. */
function votesFrom(first: number): Int32Array {
  return Int32Array.from({ length: 1 << LANGUAGES.length }, (_, bits) => spread(bits >>> first));
}

function spread(bits: number): number {
  let votes = 0;
  for (let place = 0; place < OCTETS; place += 1) votes |= ((bits >>> place) & 1) << (OCTET * place);
  return votes;
}

const FIRST = votesFrom(0);
const OTHERS = votesFrom(OCTETS);

/** Counts kept from text to text, so that none is made anew. */
export class Votes {
  readonly #counts = new Int32Array(2 * OCTETS);

  languageOf(words: Int32Array, count: number, { votes }: Lexicon): Language | null {
    this.#counts.fill(0);
    for (let from = 0; from < count; from += MOST) this.#count(words, from, Math.min(count, from + MOST), votes);
    return mostVoted(this.#counts);
  }

  #count(words: Int32Array, from: number, end: number, votes: Uint8Array): void {
    let first = 0;
    let others = 0;
    for (let place = from; place < end; place += 1) {
      const word = words[place] ?? BARRIER;
      const bits = word === BARRIER ? 0 : (votes[word] ?? 0);
      first = (first + (FIRST[bits] ?? 0)) | 0;
      others = (others + (OTHERS[bits] ?? 0)) | 0;
    }
    for (let place = 0; place < OCTETS; place += 1) {
      this.#add(place, first >>> (OCTET * place));
      this.#add(OCTETS + place, others >>> (OCTET * place));
    }
  }

  #add(language: number, votes: number): void {
    this.#counts[language] = (this.#counts[language] ?? 0) + (votes & MOST);
  }
}
