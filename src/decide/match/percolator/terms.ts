/** The words all queries look for, each with a number of its own, and which of them a word of a text satisfies. */
import { LANGUAGES, type Language } from '../language.ts';
import type { Comparison, PatternWord } from '../pattern.ts';
import { stemOf } from '../stems.ts';

export class TermNumbers {
  readonly #letters = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  readonly #formsByStem = new Map<string, number[]>();
  readonly #facets = new Map<string, number>();
  #longestPrefix = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of a query's word; an exact one shares that of its letters, which its place is looked up by. */
  ofWord(word: PatternWord, comparison: Comparison): number {
    if (word.prefix) {
      this.#longestPrefix = Math.max(this.#longestPrefix, word.text.length);
      return this.#numberIn(this.#prefixes, word.text);
    }
    return comparison === 'forms' ? this.#ofForms(word) : this.#numberIn(this.#letters, word.text);
  }

  /** `lang:uk`, `source:tass`. */
  ofFacet(written: string): number {
    return this.#numberIn(this.#facets, written);
  }

  /** The number of a facet that a query asks for; null for one that none does. */
  knownFacet(written: string): number | null {
    return this.#facets.get(written) ?? null;
  }

  /** The numbers that a word of a text satisfies, in a language or where none is known. */
  satisfiedBy(word: string, language: Language | null): Int32Array {
    const stem = language ? stemOf(word, language) : word;
    const letters = this.#letters.get(word);
    const found = [...(letters === undefined ? [] : [letters]), ...(this.#formsByStem.get(stem) ?? [])];
    for (let length = Math.min(word.length, this.#longestPrefix); length > 0; length -= 1) {
      const prefix = this.#prefixes.get(word.slice(0, length));
      if (prefix !== undefined) found.push(prefix);
    }
    return found.length === 0 ? NOTHING : Int32Array.from(found);
  }

  #ofForms({ text, stems }: PatternWord): number {
    const known = this.#forms.get(text);
    if (known !== undefined) return known;
    const number = this.#numberIn(this.#forms, text);
    for (const stem of stems) this.#rememberForm(stem, number);
    return number;
  }

  #rememberForm(stem: string, number: number): void {
    const known = this.#formsByStem.get(stem);
    if (known) known.push(number);
    else this.#formsByStem.set(stem, [number]);
  }

  #numberIn(numbers: Map<string, number>, text: string): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, this.#count);
    this.#count += 1;
    return this.#count - 1;
  }
}

/** Most words satisfy nothing. */
export const NOTHING = new Int32Array(0);

/** 0 where the language is not known. */
export function languageNumber(language: Language | null): number {
  return language ? LANGUAGES.indexOf(language) + 1 : 0;
}
