/**
 * What queries look for, each once however many of them do: a clue is a term or a word of a phrase, by number.
 * An item is read once into the clues it gives; queries are then judged by these alone.
 */
import type { Commonness } from '../commonness.ts';
import { wordShare } from '../estimate.ts';
import type { Language } from '../language.ts';
import type { Comparison, Pattern, PatternWord } from '../pattern.ts';
import type { BoundTo, Term } from '../query.ts';
import { ByNumber, NO_CLUE } from './numbers.ts';
import type { Row } from './rows.ts';
import { QueryWords } from './words.ts';

/** The clue that every item gives. */
export const ALWAYS = 0;

/** Clues at most, in those of the first queries, and beside them. */
const MOST_GROWTH = 2;
const GROWTH_ALLOWED = 10_000;

/** Words side by side are that much rarer than the rarest of them. */
const ROW_SHARE = 1 / 3;

/** What a word of a text gives. */
export interface Given {
  /** Those that lead to queries, then others that are asked for by themselves, then those that are only part of a row. */
  readonly clues: readonly number[];
  /** How many lead to queries. */
  readonly leading: number;
  /** How many are asked for, those that lead among them. */
  readonly asked: number;
  /** Rows of which it may be the rarest word. */
  readonly rows: readonly Row[];
}

/** Only grows: a number once given means the same for as long as it lives. */
export class Clues {
  readonly #commonness: Commonness;
  readonly #words = new QueryWords();
  /** Clues by the numbers of terms, those that are bound to a field apart. */
  readonly #terms = { title: new ByNumber(), lede: new ByNumber(), both: new ByNumber() };
  /** By clue of a word, the terms of several patterns that it is one of. */
  readonly #sets: (number[] | undefined)[] = [];
  /** By clue, the rows whose rarest word gives it. */
  readonly #rows: (Row[] | undefined)[] = [];
  readonly #shares: number[] = [Number.POSITIVE_INFINITY];
  /** Words that are looked for by themselves, not only beside others. */
  readonly #asked: boolean[] = [true];
  readonly #leading: boolean[] = [false];
  #version = 0;
  #settled = 0;

  constructor(commonness: Commonness) {
    this.#commonness = commonness;
  }

  get size(): number {
    return this.#shares.length;
  }

  /** To be told once the queries that are matched together at first are planned. */
  settle(): void {
    this.#settled ||= this.size;
  }

  /** Clues of queries that are gone stay. Beyond so many it is time to begin anew. */
  get isOvergrown(): boolean {
    return this.size > MOST_GROWTH * this.#settled + GROWTH_ALLOWED;
  }

  /** Another one whenever a word of a text may give more than before. */
  get version(): number {
    return this.#version;
  }

  /** The share of items that give a clue, as estimated; infinite for what all give. */
  shareOf(clue: number): number {
    return this.#shares[clue] ?? 1;
  }

  /** Whether queries are looked for by the clue. */
  leads(clue: number): boolean {
    return this.#leading[clue] ?? false;
  }

  /** To be told of the clues that queries are looked for by. */
  lead(clues: readonly number[]): void {
    for (const clue of clues) {
      if (!this.#leading[clue]) this.#version += 1;
      this.#leading[clue] = true;
    }
  }

  /** The clue of a term, new when no query has looked for it. */
  ofTerm(term: Term): number {
    const terms = this.#terms[term.field ?? 'both'];
    const known = terms.at(term.number);
    if (known !== NO_CLUE) return known;
    const clue = this.#newTerm(term);
    terms.put(term.number, clue);
    return clue;
  }

  #newTerm({ patterns, field }: Term): number {
    const [only, another] = patterns;
    if (!only || another) return this.#ofSet(patterns, field);
    const word = singleWord(only, field);
    return word ? this.#ask(this.#ofWord(word, only.comparison)) : this.#ofRow(only, field);
  }

  /** The clue of a term that some plan looks for; null for others. */
  knownTerm({ patterns, number, field }: Term): number | null {
    const known = this.#terms[field ?? 'both'].at(number);
    if (known !== NO_CLUE) return known;
    const [only, another] = patterns;
    const word = only && !another ? singleWord(only, field) : null;
    if (!only || !word) return null;
    const clue = this.#words.knownNumber(word, only.comparison);
    return clue !== undefined && this.#asked[clue] ? clue : null;
  }

  /** The clue of a pattern of one word in any form, which a word of a text may give anywhere; null for others. */
  ofSingle(pattern: Pattern): number | null {
    const word = singleWord(pattern, null);
    return word ? this.#ofWord(word, pattern.comparison) : null;
  }

  #wordsOf({ words, comparison }: Pattern): readonly number[] {
    return words.map((word) => this.#ofWord(word, comparison));
  }

  /** What a word as compared gives in a text of that language. */
  givenBy(word: string, language: Language | null): Given {
    const own = this.#words.satisfiedBy(word, language);
    if (own.length === 0) return NOTHING_GIVEN;
    const clues = [...new Set(own.flatMap((clue) => [clue, ...(this.#sets[clue] ?? [])]))];
    const leading = clues.filter((clue) => this.#leading[clue]);
    const asked = clues.filter((clue) => this.#asked[clue] && !this.#leading[clue]);
    const others = clues.filter((clue) => !this.#asked[clue]);
    const rows = clues.flatMap((clue) => this.#rows[clue] ?? []);
    return {
      clues: [...leading, ...asked, ...others],
      leading: leading.length,
      asked: leading.length + asked.length,
      rows,
    };
  }

  #ofRow(pattern: Pattern, field: BoundTo): number {
    const words = this.#wordsOf(pattern);
    const clue = this.#add(this.#shareOfWords(words));
    this.#addRow(clue, words, pattern, field);
    return clue;
  }

  #ofSet(patterns: readonly Pattern[], field: BoundTo): number {
    const share = patterns.reduce((sum, pattern) => sum + this.#shareOfWords(this.#wordsOf(pattern)), 0);
    const clue = this.#ask(this.#add(share));
    for (const pattern of patterns) this.#addToSet(clue, pattern, field);
    return clue;
  }

  #addToSet(set: number, pattern: Pattern, field: BoundTo): void {
    const word = singleWord(pattern, field);
    if (word) addTo(this.#sets, this.#ask(this.#ofWord(word, pattern.comparison)), set);
    else this.#addRow(set, this.#wordsOf(pattern), pattern, field);
  }

  #addRow(clue: number, words: readonly number[], pattern: Pattern, field: BoundTo): void {
    const lead = this.#rarest(words, -1);
    const partner = words.length > 1 ? this.#rarest(words, lead) : lead;
    addTo(this.#rows, words[lead] ?? ALWAYS, { clue, words, lead, partner, field, pattern });
  }

  /** The place of the rarest of words but for one place. */
  #rarest(words: readonly number[], but: number): number {
    let rarest = but === 0 ? 1 : 0;
    for (let at = rarest + 1; at < words.length; at += 1) {
      if (at !== but && this.shareOf(words[at] ?? ALWAYS) < this.shareOf(words[rarest] ?? ALWAYS)) rarest = at;
    }
    return rarest;
  }

  #ofWord(word: PatternWord, comparison: Comparison): number {
    return this.#words.numberOf(word, comparison, () => this.#add(wordShare(word, comparison, this.#commonness)));
  }

  #ask(clue: number): number {
    if (!this.#asked[clue]) this.#version += 1;
    this.#asked[clue] = true;
    return clue;
  }

  #add(share: number): number {
    this.#version += 1;
    this.#asked.push(false);
    this.#leading.push(false);
    return this.#shares.push(share) - 1;
  }

  #shareOfWords(words: readonly number[]): number {
    const rarest = this.shareOf(words[this.#rarest(words, -1)] ?? ALWAYS);
    return words.length > 1 ? rarest * ROW_SHARE : rarest;
  }
}

function addTo<Value>(lists: (Value[] | undefined)[], at: number, value: Value): void {
  const list = lists[at];
  if (list) list.push(value);
  else lists[at] = [value];
}

/** Most words satisfy nothing. */
const NOTHING_GIVEN: Given = { clues: [], leading: 0, asked: 0, rows: [] };

/** The word of a pattern that asks for nothing else. */
function singleWord({ words, comparison }: Pattern, field: BoundTo): PatternWord | null {
  const [only] = words;
  return only && words.length === 1 && field === null && comparison !== 'exact' ? only : null;
}
