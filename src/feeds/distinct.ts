/**
 * Which entries of one document are one item, and by which names each item is known. Outlets list one article twice, for
 * each block of their front page; they also give different articles one guid, or one link to a page of many. A name that
 * different entries share is nobody's name.
 */
import { digest } from './identity.ts';

/** What telling apart needs of an entry. */
export interface Told {
  /** The names it would have by itself, strongest first. */
  readonly names: readonly string[];
  /** Normalised. */
  readonly title: string;
}

/** Titles of one article in two places share most of their words. */
const ALIKE = 0.5;

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) >= ALIKE;
}

function nameOf(kind: 'link:' | 'guid:', { names }: Told): string | undefined {
  return names.find((name) => name.startsWith(kind));
}

function share(kind: 'link:' | 'guid:', one: Told, other: Told): boolean {
  const name = nameOf(kind, one);
  return name !== undefined && name === nameOf(kind, other);
}

/** Whether two entries that share a name are one item. */
function isSame(one: Told, other: Told): boolean {
  return isAlike(one.title, other.title) || (share('link:', one, other) && share('guid:', one, other));
}

/** The names of a document's entries, asked for in its order. */
export class Names {
  /** Names that entries of different items share. */
  readonly #shared = new Set<string>();
  readonly #taken = new Map<string, Told>();

  /** `entries` are all of the document, those that are not read again too. */
  constructor(entries: readonly Told[]) {
    const first = new Map<string, Told>();
    for (const entry of entries) for (const name of entry.names) this.#meet(name, entry, first);
  }

  #meet(name: string, entry: Told, first: Map<string, Told>): void {
    const other = first.get(name);
    if (other === undefined) first.set(name, entry);
    else if (!isSame(other, entry)) this.#shared.add(name);
  }

  /** The names that are an entry's own; null when it is an earlier entry again. */
  own(told: Told): readonly string[] | null {
    if (told.names.some((name) => this.#isTakenBySame(name, told))) return null;
    const free = told.names.filter((name) => this.#isFree(name));
    this.#take(told);
    return free.length > 0 ? free : [apart(told)];
  }

  #isTakenBySame(name: string, told: Told): boolean {
    const other = this.#taken.get(name);
    return other !== undefined && isSame(other, told);
  }

  #take(told: Told): void {
    for (const name of told.names) if (!this.#taken.has(name)) this.#taken.set(name, told);
  }

  #isFree(name: string): boolean {
    return !this.#shared.has(name) && !this.#taken.has(name);
  }
}

function apart({ names, title }: Told): string {
  return `${names[0] ?? ''}~${digest([...names, title]).slice(0, 8)}`;
}
