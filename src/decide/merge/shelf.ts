/**
 * The developments of a storyline, found by the words of their titles. A shelf is made once of a list of developments
 * and follows it from change to change, so that an item costs as much in a long story as in a short one.
 */
import type { Development, Report } from '../../domain/development.ts';
import type { Facts, Tally } from '../../domain/facts.ts';
import type { StorylineSlug } from '../../domain/ids.ts';
import { type Instant, msOf } from '../../domain/time.ts';
import { type Counts, titleWords } from './likeness.ts';

/** A development and the words of its titles. */
export interface Shelved {
  readonly development: Development;
  readonly counts: Counts;
  /** When its first and its latest report were written, in ms; a first one told again is no younger than the development. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Shelf {
  /** Reports of the storyline, and how many of them hold each word that matters. */
  readonly total: number;
  readonly counts: Counts;
  /** The developments that share words, in no order, with what those weigh together. */
  sharing(words: ReadonlySet<string>, weightOf: (word: string) => number): ReadonlyMap<Shelved, number>;
}

/** When a report was written: as published, else when it was seen. */
export function writtenAt(report: { readonly published: Instant | null; readonly seen: Instant }): number {
  return msOf(report.published ?? report.seen);
}

interface Place {
  development: Development;
  readonly counts: Map<string, number>;
  firstAt: number;
  lastAt: number;
}

/** When the first and the latest of the reports were written. */
function spanOf({ openedAt, reports }: Development): Pick<Place, 'firstAt' | 'lastAt'> {
  const written = reports.map(writtenAt);
  return { firstAt: Math.min(msOf(openedAt), written[0] ?? 0), lastAt: Math.max(...written) };
}

class GrowingShelf implements Shelf {
  total: number;
  readonly counts: Map<string, number>;
  readonly #places = new Map<string, Place>();
  readonly #byWord = new Map<string, Set<Place>>();

  /** `beyond` counts what is never put here. */
  constructor(beyond: Tally | undefined) {
    this.total = beyond?.reports ?? 0;
    this.counts = new Map(beyond?.words);
  }

  sharing(words: ReadonlySet<string>, weightOf: (word: string) => number): ReadonlyMap<Shelved, number> {
    const found = new Map<Shelved, number>();
    for (const word of words) {
      const weight = weightOf(word);
      for (const place of this.#byWord.get(word) ?? []) found.set(place, (found.get(place) ?? 0) + weight);
    }
    return found;
  }

  /** Takes a development in, or its new state. */
  put(development: Development): void {
    const { reports } = development;
    if (reports.length === 0) return;
    const place = this.#places.get(development.id) ?? this.#opened(development);
    const before = place.development.reports;
    reports.forEach((report, at) => {
      if (before[at] === report) return;
      this.#take(before[at], place);
      this.#add(report, place);
    });
    Object.assign(place, { development, ...spanOf(development) });
  }

  #opened(development: Development): Place {
    const place = { development: { ...development, reports: [] }, counts: new Map(), ...spanOf(development) };
    this.#places.set(development.id, place);
    return place;
  }

  #add(report: Report, place: Place): void {
    this.total += 1;
    for (const word of titleWords(report)) {
      this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
      place.counts.set(word, (place.counts.get(word) ?? 0) + 1);
      const places = this.#byWord.get(word);
      if (places) places.add(place);
      else this.#byWord.set(word, new Set([place]));
    }
  }

  #take(report: Report | undefined, place: Place): void {
    if (!report) return;
    this.total -= 1;
    for (const word of titleWords(report)) {
      this.counts.set(word, (this.counts.get(word) ?? 0) - 1);
      const left = (place.counts.get(word) ?? 0) - 1;
      if (left > 0) place.counts.set(word, left);
      else {
        place.counts.delete(word);
        this.#byWord.get(word)?.delete(place);
      }
    }
  }
}

/** By list and storyline: who asks again for the same list finds its shelves made. */
const SHELVES = new WeakMap<readonly Development[], Map<StorylineSlug, GrowingShelf>>();

/** What tells which developments there are. */
export type Shelving = Pick<Facts, 'developments' | 'beyond'>;

function shelved({ developments, beyond }: Shelving, storyline: StorylineSlug): GrowingShelf {
  const shelf = new GrowingShelf(beyond.get(storyline));
  for (const development of developments) if (development.storyline === storyline) shelf.put(development);
  return shelf;
}

/** The shelf of one storyline's developments among these. */
export function shelfOf(facts: Shelving, storyline: StorylineSlug): Shelf {
  const { developments } = facts;
  const shelves = SHELVES.get(developments) ?? new Map<StorylineSlug, GrowingShelf>();
  SHELVES.set(developments, shelves);
  const shelf = shelves.get(storyline) ?? shelved(facts, storyline);
  shelves.set(storyline, shelf);
  return shelf;
}

/**
 * Hands the shelves of a list on to what the list has become: some of its developments changed, new ones behind them.
 * Who asks for the old list again finds it shelved anew.
 */
export function reshelve(before: readonly Development[], after: readonly Development[]): void {
  const shelves = SHELVES.get(before);
  if (!shelves || before === after) return;
  SHELVES.delete(before);
  after.forEach((development, at) => {
    if (before[at] !== development) shelves.get(development.storyline)?.put(development);
  });
  SHELVES.set(after, shelves);
}
