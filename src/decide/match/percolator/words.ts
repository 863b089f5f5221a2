/** The single words that queries look for, each with a number of its own, and which of them a word of a text satisfies. */
import { LANGUAGES, type Language } from '../language.ts';
import type { Comparison, PatternWord } from '../pattern.ts';
import { stemOf } from '../stems.ts';

/** Numbers of words by what a word of a text is looked up by. */
type Index = Map<string, number[]>;

export class QueryWords {
  readonly #letters = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  /** By language, the words by their stems in it, as far as they are known by another one than their own letters. */
  readonly #stems = new Map<Language, { readonly byStem: Index; stemmed: number }>();
  readonly #formTexts: string[] = [];
  #longestPrefix = 0;

  /** The number of a query's word, made by `make` where no query has asked for it. */
  numberOf(word: PatternWord, comparison: Comparison, make: () => number): number {
    const { text, prefix } = word;
    const numbers = this.#numbersOf(word, comparison);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = make();
    numbers.set(text, number);
    if (prefix) this.#longestPrefix = Math.max(this.#longestPrefix, text.length);
    else if (numbers === this.#forms) this.#formTexts.push(text);
    return number;
  }

  /** The number of a word that some query has asked for. */
  knownNumber(word: PatternWord, comparison: Comparison): number | undefined {
    return this.#numbersOf(word, comparison).get(word.text);
  }

  #numbersOf({ prefix }: PatternWord, comparison: Comparison): Map<string, number> {
    if (prefix) return this.#prefixes;
    return comparison === 'forms' ? this.#forms : this.#letters;
  }

  /** The numbers that a word of a text satisfies, in a language or where none is known. */
  satisfiedBy(word: string, language: Language | null): readonly number[] {
    const letters = this.#letters.get(word);
    const found = [...(letters === undefined ? [] : [letters]), ...this.#formsOf(word, language)];
    for (let length = Math.min(word.length, this.#longestPrefix); length > 0; length -= 1) {
      const prefix = this.#prefixes.get(word.slice(0, length));
      if (prefix !== undefined) found.push(prefix);
    }
    return found;
  }

  /** Only a stem that is marked with its language is ever another word's. */
  #formsOf(word: string, language: Language | null): readonly number[] {
    const stem = language ? stemOf(word, language) : word;
    if (language && stem !== word) return this.#stemmed(language).get(stem) ?? [];
    const form = this.#forms.get(word);
    return form === undefined ? [] : [form];
  }

  /** Queries are stemmed in a language when the first text in it arrives. */
  #stemmed(language: Language): Index {
    const known = this.#stems.get(language) ?? { byStem: new Map(), stemmed: 0 };
    this.#stems.set(language, known);
    for (; known.stemmed < this.#formTexts.length; known.stemmed += 1) {
      const text = this.#formTexts[known.stemmed] ?? '';
      append(known.byStem, stemOf(text, language), this.#forms.get(text) ?? 0);
    }
    return known.byStem;
  }
}

/** Adds to the list of a key. */
export function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** 0 where the language is not known. */
export function languageNumber(language: Language | null): number {
  return language ? LANGUAGES.indexOf(language) + 1 : 0;
}
