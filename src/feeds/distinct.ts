/**
 * Which entries of one document are one item, and by which names each item is known. Outlets list one article twice, for
 * each block of their front page; they also give different articles one guid, or one link to a page of many. A name that
 * different entries share is nobody's name.
 */
import { areAlike, bareGuid } from '../domain/likeness.ts';
import { digest } from './identity.ts';

/** What telling apart needs of an entry. */
export interface Told {
  /** The names it would have by itself, strongest first. */
  readonly names: readonly string[];
  /** Normalised. */
  readonly title: string;
  /** A digest of its title and opening. */
  readonly words: string;
}

function nameOf(kind: 'link:' | 'guid:' | 'hash:', { names }: Told): string | undefined {
  return names.find((name) => name.startsWith(kind));
}

function share(kind: 'link:' | 'hash:', one: Told, other: Told): boolean {
  const name = nameOf(kind, one);
  return name !== undefined && name === nameOf(kind, other);
}

/** The guid itself, without the feed it is scoped by. */
function guidOf(told: Told): string | null {
  const name = nameOf('guid:', told);
  return name === undefined ? null : name.slice(name.indexOf('/') + 1);
}

/** Whether two entries that share a name are one item. In doubt they are two: what is told twice can still be merged. */
function isSame(one: Told, other: Told): boolean {
  const [guid, otherGuid] = [guidOf(one), guidOf(other)];
  const isOnePage = share('link:', one, other);
  if (guid === null || otherGuid === null) return isSameWithoutGuids(one, other, isOnePage);
  if (bareGuid(guid) !== bareGuid(otherGuid)) return isOnePage && isAgain(one, other);
  return (guid === otherGuid && isOnePage) || areAlike(one.title, other.title);
}

/** One page with two guids: word for word again, of one title and date, or reworded; else it lists many things. */
function isAgain(one: Told, other: Told): boolean {
  if (one.words === other.words || share('hash:', one, other)) return true;
  return one.title !== other.title && areAlike(one.title, other.title);
}

/** A title and a date are no proof where both entries lead somewhere of their own. */
function isSameWithoutGuids(one: Told, other: Told, isOnePage: boolean): boolean {
  const areElsewhere = !isOnePage && nameOf('link:', one) !== undefined && nameOf('link:', other) !== undefined;
  const isByHash = areElsewhere && share('hash:', one, other) && !one.names.some((name) => isArticle(name, other));
  return !isByHash && areAlike(one.title, other.title);
}

function isArticle(name: string, { names }: Told): boolean {
  return name.startsWith('article:') && names.includes(name);
}

/** Different entries that one name is remembered of; no page lists more at a time, and each is compared with each. */
const HOLDERS = 100;

/** The names of a document's entries, asked for in its order. */
export class Names {
  /** Names of entries that are read; those that are only remembered were told apart before. */
  readonly #read = new Set<string>();
  /** Names that entries of different items share. */
  readonly #shared = new Set<string>();
  readonly #taken = new Map<string, Told[]>();

  /** The entries of a document that are read, and those that are remembered. */
  constructor(read: readonly Told[], remembered: readonly Told[]) {
    const first = new Map<string, Told>();
    for (const entry of read) for (const name of entry.names) this.#meet(name, entry, first);
    for (const name of first.keys()) this.#read.add(name);
    for (const entry of remembered) {
      for (const name of entry.names) if (this.#read.has(name)) this.#meet(name, entry, first);
    }
  }

  #meet(name: string, entry: Told, first: Map<string, Told>): void {
    const other = first.get(name);
    if (other === undefined) first.set(name, entry);
    else if (!isSame(other, entry)) this.#shared.add(name);
  }

  /** The names that are an entry's own; null when it is an earlier entry again. */
  own(told: Told): readonly string[] | null {
    const free = told.names.filter((name) => this.#isFree(name));
    if (this.isAgain(told)) return null;
    return free.length > 0 ? free : [apart(told)];
  }

  /** Whether it is an earlier entry again; if not, its names are taken. Most remembered entries share none with a read one. */
  isAgain(told: Told): boolean {
    const contested = told.names.filter((name) => this.#read.has(name));
    if (contested.some((name) => this.#isTakenBySame(name, told))) return true;
    for (const name of contested) this.#take(name, told);
    return false;
  }

  #take(name: string, told: Told): void {
    const holders = this.#taken.get(name);
    if (holders === undefined) this.#taken.set(name, [told]);
    else if (holders.length < HOLDERS) holders.push(told);
  }

  #isTakenBySame(name: string, told: Told): boolean {
    return this.#taken.get(name)?.some((other) => isSame(other, told)) ?? false;
  }

  #isFree(name: string): boolean {
    return !this.#shared.has(name) && !this.#taken.has(name);
  }
}

function apart({ names, title }: Told): string {
  return `${names[0] ?? ''}~${digest([...names, title]).slice(0, 8)}`;
}
