/**
 * Many queries, one item: which of them does it satisfy? The words of the item lead to the few queries that cannot do
 * without one of them, and only those are judged. The answer is that of `satisfies`, always.
 */
import type { Commonness } from '../commonness.ts';
import { type ItemText, type ReadItem, readItem } from '../fields.ts';
import { LANGUAGES, type Language, mostVoted } from '../language.ts';
import type { Query } from '../query.ts';
import { satisfies } from '../satisfies.ts';
import { AnchorFinder } from './anchors.ts';
import { type Check, CheckMaker, type PlainCheck } from './checks.ts';
import { Guards } from './guards.ts';
import { Lexicon, MOST_WORDS } from './lexicon.ts';
import { BARRIER, Scanner } from './scan.ts';
import { languageNumber, NOTHING, TermNumbers } from './terms.ts';

/** Longer items are judged by the plain meaning of every query: no outlet opens an article like that. */
const LONGEST_ITEM = 50_000;
const LAST_ITEM = 2 ** 31 - 1;

export class Percolator {
  readonly #queries: readonly Query[];
  readonly #checks: readonly Check[];
  readonly #terms = new TermNumbers();
  readonly #lexicon: Lexicon;
  readonly #scanner: Scanner;
  /** Queries by the number of an anchor word. */
  readonly #anchored: readonly (Int32Array | undefined)[];
  /** Queries that any item may satisfy. */
  readonly #unanchored: readonly number[];
  /** By language, then by word: the numbers it satisfies. Emptied whenever the lexicon forgets. */
  #satisfied: (Int32Array | undefined)[][] = [];
  /** Of these, those of the item's language. */
  #known: (Int32Array | undefined)[] = [];
  #forgotten = 0;
  /** What most candidates lack. */
  readonly #guards: Guards;
  /** The item at which a number was last met, and its first place there. */
  readonly #metAt: Int32Array;
  readonly #firstPlace: Int32Array;
  /** The item for which a query was last a candidate. */
  readonly #triedAt: Int32Array;
  /** The item for which a plain part was last judged, and how. */
  readonly #judgedAt: Int32Array;
  readonly #judged: Uint8Array;
  #item = 0;
  #language: Language | null = null;
  #text: ItemText = { title: '', lede: '' };
  #read: ReadItem | null = null;
  readonly #candidates: number[] = [];
  readonly #votes = new Int32Array(LANGUAGES.length);

  /** `mostWords` bounds the memory of words. */
  constructor(queries: readonly Query[], commonness: Commonness, mostWords?: number) {
    this.#queries = queries;
    const finder = new AnchorFinder(this.#terms, commonness);
    const maker = new CheckMaker(this.#terms, finder);
    this.#checks = queries.map((query) => maker.checkOf(query));
    const anchors = queries.map((query) => finder.anchorsOf(query).numbers);
    this.#anchored = anchoredBy(anchors, this.#terms.count);
    this.#guards = new Guards(queries.map((query) => finder.guardOf(query)?.numbers ?? []));
    this.#unanchored = anchors.flatMap((numbers, query) => (numbers.length === 0 ? [query] : []));
    this.#metAt = new Int32Array(this.#terms.count);
    this.#firstPlace = new Int32Array(this.#terms.count);
    this.#triedAt = new Int32Array(queries.length);
    this.#judgedAt = new Int32Array(maker.plainCount);
    this.#judged = new Uint8Array(maker.plainCount);
    this.#lexicon = new Lexicon(mostWords);
    this.#scanner = new Scanner(this.#lexicon);
  }

  /** The places of the queries the item satisfies, in order. */
  find(text: ItemText): readonly number[] {
    this.#text = text;
    this.#read = null;
    if (text.title.length + text.lede.length > LONGEST_ITEM) return this.#findPlainly();
    this.#begin();
    this.#meetWords();
    this.#meetFacets();
    const found: number[] = [];
    for (const query of this.#candidates) {
      if (this.#guards.mayPass(query, this.#metAt, this.#item) && this.#holds(this.#checks[query])) found.push(query);
    }
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  #findPlainly(): readonly number[] {
    const read = this.#plainly();
    return this.#queries.flatMap((query, index) => (satisfies(query, read) ? [index] : []));
  }

  #plainly(): ReadItem {
    this.#read ??= readItem(this.#text);
    return this.#read;
  }

  #begin(): void {
    const { title, lede } = this.#text;
    const scanner = this.#scanner;
    this.#next();
    this.#candidates.length = 0;
    for (const query of this.#unanchored) this.#candidates.push(query);
    scanner.begin(title.length + lede.length);
    if (scanner.forgotten !== this.#forgotten) this.#satisfied = [];
    this.#forgotten = scanner.forgotten;
    scanner.scan(title);
    scanner.push(BARRIER);
    scanner.scan(lede);
    this.#speak(this.#spoken());
  }

  /** Items are told apart by their number, which begins anew before it would outgrow its place. */
  #next(): void {
    this.#item += 1;
    if (this.#item < LAST_ITEM) return;
    for (const metAt of [this.#metAt, this.#triedAt, this.#judgedAt]) metAt.fill(0);
    this.#item = 1;
  }

  #spoken(): Language | null {
    const { words, count } = this.#scanner;
    const { votes } = this.#lexicon;
    const counts = this.#votes.fill(0);
    for (let place = 0; place < count; place += 1) {
      const word = words[place] ?? BARRIER;
      let bits = word === BARRIER ? 0 : (votes[word] ?? 0);
      for (let language = 0; bits !== 0; bits >>>= 1, language += 1) {
        if ((bits & 1) === 1) counts[language] = (counts[language] ?? 0) + 1;
      }
    }
    return mostVoted((language) => counts[LANGUAGES.indexOf(language)] ?? 0);
  }

  #meetWords(): void {
    const { words, count } = this.#scanner;
    for (let place = 0; place < count; place += 1) {
      const word = words[place] ?? BARRIER;
      if (word === BARRIER) continue;
      const numbers = this.#satisfiedBy(word);
      for (let index = 0; index < numbers.length; index += 1) this.#meet(numbers[index] ?? 0, place);
    }
  }

  #satisfiedBy(word: number): Int32Array {
    const known = this.#known[word];
    if (known) return known;
    const numbers = this.#terms.satisfiedBy(this.#lexicon.textOf(word), this.#language);
    this.#known[word] = numbers;
    return numbers;
  }

  #speak(language: Language | null): void {
    const number = languageNumber(language);
    this.#language = language;
    this.#known = this.#satisfied[number] ?? new Array(MOST_WORDS);
    this.#satisfied[number] = this.#known;
  }

  /** The first place of a number in the item counts; its queries become candidates. */
  #meet(number: number, place: number): void {
    if (this.#metAt[number] === this.#item) return;
    this.#metAt[number] = this.#item;
    this.#firstPlace[number] = place;
    const queries = this.#anchored[number];
    if (queries === undefined) return;
    for (let index = 0; index < queries.length; index += 1) this.#try(queries[index] ?? 0);
  }

  #try(query: number): void {
    if (this.#triedAt[query] === this.#item) return;
    this.#triedAt[query] = this.#item;
    this.#candidates.push(query);
  }

  #meetFacets(): void {
    if (this.#language) this.#meetFacet(`lang:${this.#language}`);
    const { source } = this.#text;
    if (!source) return;
    for (const name of new Set<string>([source.outlet, source.group, source.label])) this.#meetFacet(`source:${name}`);
  }

  #meetFacet(written: string): void {
    const number = this.#terms.knownFacet(written);
    if (number !== null) this.#meet(number, 0);
  }

  #holds(check: Check | undefined): boolean {
    if (check === undefined) return false;
    switch (check.kind) {
      case 'words':
        return this.#holdsWords(check.singles, check.phrases);
      case 'all':
        return this.#holdsAll(check.of) && !this.#holdsAny(check.without);
      case 'any':
        return this.#holdsAny(check.of);
      case 'enough':
        return check.of.reduce((sum, part) => sum + (this.#holds(part.check) ? part.weight : 0), 0) >= check.least;
      case 'plain':
        return this.#holdsPlainly(check);
    }
  }

  #holdsPlainly({ words, query, number }: PlainCheck): boolean {
    if (this.#judgedAt[number] === this.#item) return this.#judged[number] === 1;
    const holds = this.#holds(words) && satisfies(query, this.#plainly());
    this.#judgedAt[number] = this.#item;
    this.#judged[number] = Number(holds);
    return holds;
  }

  #holdsAll(checks: readonly Check[]): boolean {
    for (let index = 0; index < checks.length; index += 1) if (!this.#holds(checks[index])) return false;
    return true;
  }

  #holdsAny(checks: readonly Check[]): boolean {
    for (let index = 0; index < checks.length; index += 1) if (this.#holds(checks[index])) return true;
    return false;
  }

  #holdsWords(singles: Int32Array, phrases: readonly Int32Array[]): boolean {
    for (let index = 0; index < singles.length; index += 1)
      if (this.#metAt[singles[index] ?? 0] === this.#item) return true;
    for (let index = 0; index < phrases.length; index += 1)
      if (this.#holdsPhrase(phrases[index] ?? NOTHING)) return true;
    return false;
  }

  #holdsPhrase(numbers: Int32Array): boolean {
    let first = 0;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (this.#metAt[number] !== this.#item) return false;
      first = Math.max(first, (this.#firstPlace[number] ?? 0) - index);
    }
    for (let from = first; from + numbers.length <= this.#scanner.count; from += 1)
      if (this.#standsAt(numbers, from)) return true;
    return false;
  }

  #standsAt(numbers: Int32Array, from: number): boolean {
    const { words } = this.#scanner;
    for (let index = 0; index < numbers.length; index += 1) {
      const word = words[from + index] ?? BARRIER;
      if (word === BARRIER || !this.#satisfiedBy(word).includes(numbers[index] ?? 0)) return false;
    }
    return true;
  }
}

function anchoredBy(anchors: readonly (readonly number[])[], terms: number): readonly (Int32Array | undefined)[] {
  const lists: (number[] | undefined)[] = new Array(terms);
  anchors.forEach((numbers, query) => {
    for (const number of numbers) {
      const list = lists[number] ?? [];
      list.push(query);
      lists[number] = list;
    }
  });
  return lists.map((list) => list && Int32Array.from(list));
}
