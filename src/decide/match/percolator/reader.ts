/** One item at a time -> the clues it gives. */
import type { Day } from '../../../domain/time.ts';
import { dayOf, type FieldText, fieldOf, type ItemText, type ReadItem, sourcesOf } from '../fields.ts';
import type { Place } from '../find.ts';
import type { Language } from '../language.ts';
import { exactly } from '../normalise.ts';
import { ALWAYS, type Clues } from './clues.ts';
import { Lexicon } from './lexicon.ts';
import { AFTER, ASKED, BEFORE, BITS, bitOf, COUNT, FAR, HEAD, Lists, LOOKS, NOTHING } from './lists.ts';
import { LOOK, type Row } from './rows.ts';
import { BARRIER, Scanner } from './scan.ts';
import { Votes } from './votes.ts';

/** Where in each field something stands, as places among all words of the item. */
interface Places {
  readonly title: readonly Place[];
  readonly lede: readonly Place[];
}

/** What an octet holds. */
const LAST_MARK = 255;

export class Reader {
  readonly clues: Clues;
  /** By clue, `mark` where it is asked for and the item gives it. */
  marks = new Uint8Array(0);
  /** Another one for each item, so that nothing needs to be taken back. */
  mark = 0;
  /** Clues that lead to queries and that the item gives, each once, in the first `count` places. */
  found = new Int32Array(0);
  count = 0;
  readonly #lexicon: Lexicon;
  readonly #scanner: Scanner;
  readonly #votes = new Votes();
  readonly #lists: Lists;
  /** Which clues there were when words were looked up, and how often the lexicon had begun anew. */
  #version = -1;
  #forgotten = 0;
  #item: ItemText = { title: '', lede: '' };
  #language: Language | null = null;
  #read: ReadItem | null = null;
  #day: Day | null | undefined;
  /** By clue, where it is given, as far as somebody asked. */
  readonly #known = new Map<number, Places>();
  /** By place of a word in the item, its list, see `Lists`; from 1 on, so that nothing stands around them. */
  #places = new Int32Array(256).fill(NOTHING);
  /** Places of words that give anything, in the first `#givingCount`. */
  #giving = new Int32Array(256);
  #givingCount = 0;
  /** Where the barrier stands. */
  #gap = 0;

  /** `mostWords` bounds the memory of words. */
  constructor(clues: Clues, mostWords?: number) {
    this.clues = clues;
    this.#lexicon = new Lexicon(mostWords);
    this.#scanner = new Scanner(this.#lexicon);
    this.#lists = new Lists(clues, this.#lexicon);
  }

  /** Finds what an item gives; what was found before is gone. */
  read(item: ItemText): void {
    this.#begin();
    this.#item = item;
    this.#read = null;
    this.#day = undefined;
    if (this.#known.size > 0) this.#known.clear();
    this.#scan(item);
    this.#language = this.#votes.languageOf(this.#scanner.words, this.#scanner.count, this.#lexicon);
    this.#give(ALWAYS);
    this.#lookUpWords();
    this.#giveAll();
  }

  get language(): Language | null {
    return this.#language;
  }

  get sources(): readonly string[] {
    return sourcesOf(this.#item);
  }

  get day(): Day | null {
    if (this.#day === undefined) this.#day = dayOf(this.#item);
    return this.#day;
  }

  /** Where the item gives the clue of a term. */
  placesOf(clue: number): Places {
    const known = this.#known.get(clue);
    if (known) return known;
    const title = this.#placesBetween(0, this.#gap, clue);
    const lede = this.#placesBetween(this.#gap + 1, this.#scanner.count, clue);
    const places = { title, lede };
    this.#known.set(clue, places);
    return places;
  }

  /** The item as `readItem` reads it. */
  readItem(): ReadItem {
    this.#read ??= {
      fields: [this.#fieldOf('title', 0, this.#gap), this.#fieldOf('lede', this.#gap + 1, this.#scanner.count)],
      language: this.language,
      sources: this.sources,
      day: this.day,
    };
    return this.#read;
  }

  /** Whether the item gives a clue that is asked for. */
  gives(clue: number): boolean {
    return this.marks[clue] === this.mark;
  }

  #begin(): void {
    this.count = 0;
    if (this.clues.version !== this.#version) this.#meetNewClues();
    if (this.mark === LAST_MARK) this.marks.fill(0);
    this.mark = this.mark === LAST_MARK ? 1 : this.mark + 1;
  }

  #meetNewClues(): void {
    const { size, version } = this.clues;
    this.#version = version;
    this.marks = new Uint8Array(size);
    this.found = new Int32Array(size);
    this.#lists.forget();
  }

  #scan({ title, lede }: ItemText): void {
    const scanner = this.#scanner;
    scanner.begin(title.length + lede.length);
    if (scanner.forgotten !== this.#forgotten) this.#lists.forget();
    this.#forgotten = scanner.forgotten;
    scanner.scan(title);
    this.#gap = scanner.count;
    scanner.part();
    scanner.scan(lede);
    if (scanner.count + 2 <= this.#places.length) return;
    this.#places = new Int32Array(2 * scanner.count).fill(NOTHING);
    this.#giving = new Int32Array(2 * scanner.count);
  }

  #give(clue: number): void {
    if (this.gives(clue)) return;
    this.marks[clue] = this.mark;
    this.found[this.count] = clue;
    if (this.clues.leads(clue)) this.count += 1;
  }

  #lookUpWords(): void {
    const { words, count } = this.#scanner;
    const lists = this.#lists.placesIn(this.#language);
    const places = this.#places;
    const giving = this.#giving;
    let givingCount = 0;
    for (let place = 0; place < count; place += 1) {
      const word = words[place] ?? BARRIER;
      const list = word === BARRIER ? NOTHING : lists[word] || this.#lists.lookUp(word, this.#language);
      places[place + 1] = list;
      giving[givingCount] = place;
      givingCount += oneIfGiving(list);
    }
    places[count + 1] = NOTHING;
    this.#givingCount = givingCount;
  }

  /** What each word gives by itself, and by what stands beside it. */
  #giveAll(): void {
    const { pool } = this.#lists;
    const giving = this.#giving;
    const places = this.#places;
    for (let index = 0; index < this.#givingCount; index += 1) {
      const place = giving[index] ?? 0;
      const list = places[place + 1] ?? NOTHING;
      this.#giveWord(pool, list);
      if (mayLead(pool, list, places[place] ?? NOTHING, places[place + 2] ?? NOTHING)) this.#giveRowsAt(place, list);
    }
  }

  #giveWord(pool: Int32Array, list: number): void {
    const { marks, mark, found } = this;
    let { count } = this;
    const first = list + HEAD;
    const leadingEnd = first + (pool[list] ?? 0);
    const end = first + (pool[list + ASKED] ?? 0);
    for (let at = first; at < end; at += 1) {
      const clue = pool[at] ?? ALWAYS;
      found[count] = clue;
      count += oneIfBothBelow(at - leadingEnd, -((marks[clue] ?? 0) ^ mark));
      marks[clue] = mark;
    }
    this.count = count;
  }

  #giveRowsAt(place: number, list: number): void {
    const { pool } = this.#lists;
    const from = list + HEAD + (pool[list + COUNT] ?? 0);
    const end = from + (pool[list + LOOKS] ?? 0);
    for (let at = from; at < end; at += LOOK) {
      const clue = pool[at] ?? ALWAYS;
      if (!this.#gives(place + (pool[at + 1] ?? 0), clue)) continue;
      const found = pool[at + 2] ?? ALWAYS;
      if (found >= 0) this.#give(found);
      else this.#giveRow(this.#lists.rowOf(found), place);
    }
  }

  #giveRow(row: Row | undefined, place: number): void {
    if (row && !this.gives(row.clue) && this.#stands(row, place - row.lead)) this.#give(row.clue);
  }

  #stands({ words, field, pattern }: Row, from: number): boolean {
    if (field !== null && (field === 'title') !== from < this.#gap) return false;
    for (let at = 0; at < words.length; at += 1) {
      if (!this.#gives(from + at, words[at] ?? ALWAYS)) return false;
      if (!this.#isAsWritten(from + at, pattern.words[at]?.exact)) return false;
    }
    return true;
  }

  #gives(place: number, clue: number): boolean {
    if (place < 0 || place >= this.#scanner.count) return false;
    const list = Math.abs(this.#places[place + 1] ?? NOTHING);
    const { pool } = this.#lists;
    if (((pool[list + BITS] ?? 0) & bitOf(clue)) === 0) return false;
    const end = list + HEAD + (pool[list + COUNT] ?? 0);
    for (let at = list + HEAD; at < end; at += 1) if (pool[at] === clue) return true;
    return false;
  }

  #placesBetween(from: number, to: number, clue: number): readonly Place[] {
    const places: Place[] = [];
    for (let place = from; place < to; place += 1) {
      const list = this.#places[place + 1] ?? NOTHING;
      if (list < 0) continue;
      if (this.#gives(place, clue)) places.push({ from: place, to: place + 1 });
      this.#addRowsAt(place, list, clue, places);
    }
    return places;
  }

  /** Adds where the rows that are led from `place` stand and give the clue. */
  #addRowsAt(place: number, list: number, clue: number, places: Place[]): void {
    const { pool } = this.#lists;
    const from = list + HEAD + (pool[list + COUNT] ?? 0);
    const end = from + (pool[list + LOOKS] ?? 0);
    for (let at = from; at < end; at += LOOK) {
      const [found, apart] = [pool[at + 2] ?? ALWAYS, pool[at + 1] ?? 0];
      if (!this.#gives(place + apart, pool[at] ?? ALWAYS)) continue;
      if (found === clue) places.push(pairAt(Math.min(place, place + apart)));
      const row = found < 0 ? this.#lists.rowOf(found) : undefined;
      if (row?.clue !== clue || !this.#stands(row, place - row.lead)) continue;
      places.push({ from: place - row.lead, to: place - row.lead + row.words.length });
    }
  }

  #isAsWritten(place: number, exact: string | null | undefined): boolean {
    if (exact === null || exact === undefined) return true;
    const { starts, ends } = this.#scanner;
    const text = place < this.#gap ? this.#item.title : this.#item.lede;
    const published = text.slice(starts[place], ends[place]);
    return published === exact || exactly(published) === exact;
  }

  #fieldOf(field: 'title' | 'lede', from: number, to: number): FieldText {
    const { words, starts, ends } = this.#scanner;
    const tokens = Array.from(words.subarray(from, to), (word, index) => ({
      text: this.#lexicon.textOf(word),
      start: starts[from + index] ?? 0,
      end: ends[from + index] ?? 0,
    }));
    return fieldOf(field, this.#item[field], tokens, this.#language);
  }
}

/** 1 where both are below 0, else 0: one loop over clues that lead and others costs less than two short ones. */
function oneIfBothBelow(one: number, other: number): number {
  return (one & other) >>> 31;
}

/** 1 above 0, 0 below: half of all words give something, and a branch on that would be mispredicted every other word. */
function oneIfGiving(list: number): number {
  return -list >>> 31;
}

/** Whether a row of a list may stand, by the lists of the words before and after it. */
function mayLead(pool: Int32Array, list: number, before: number, after: number): boolean {
  const beside =
    ((pool[list + BEFORE] ?? 0) & (pool[Math.abs(before) + BITS] ?? 0)) |
    ((pool[list + AFTER] ?? 0) & (pool[Math.abs(after) + BITS] ?? 0));
  return (beside | (pool[list + FAR] ?? 0)) !== 0;
}

function pairAt(from: number): Place {
  return { from, to: from + 2 };
}
