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

/** Titles of one article in two places share most of their words, and every number. */
const ALIKE = 0.5;

function numbersIn(words: ReadonlySet<string>): string {
  return [...words]
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) >= ALIKE && numbersIn(words) === numbersIn(others);
}

function nameOf(kind: 'link:' | 'guid:', { names }: Told): string | undefined {
  return names.find((name) => name.startsWith(kind));
}

/** A fragment of a guid that is an address says where on a page the entry stood, or who reads it. */
function bareGuid(guid: string): string {
  return /^guid:[^/]*\/https?:/.test(guid) ? guid.replace(/#.*$/, '') : guid;
}

/** Whether two entries that share a name are one item. In doubt they are two: what is told twice can still be merged. */
function isSame(one: Told, other: Told): boolean {
  if (one.title === other.title) return true;
  const [guid, otherGuid] = [nameOf('guid:', one), nameOf('guid:', other)];
  if (guid === undefined || otherGuid === undefined) return isAlike(one.title, other.title);
  if (bareGuid(guid) !== bareGuid(otherGuid)) return false;
  const link = nameOf('link:', one);
  return (
    (guid === otherGuid && link !== undefined && link === nameOf('link:', other)) || isAlike(one.title, other.title)
  );
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
