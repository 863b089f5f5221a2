/**
 * Which entries of one document are one item, and by which names each item is known. Outlets list one article twice, for
 * each block of their front page; they also give different articles one guid, or one link to a page of many. A name that
 * different entries share is nobody's name.
 */
import { digest } from './identity.ts';
import type { RememberedEntry } from './memory.ts';
import { normalised } from './text.ts';

/** An entry with the names it would have by itself, strongest first. */
export interface Candidate {
  readonly identities: readonly string[];
  readonly title: string;
  /** As published; null when it has none. */
  readonly guid: string | null;
  /** Its canonical link; null when it has none. */
  readonly address: string | null;
}

/** What telling apart needs of an entry: names, address and guid shortened, title normalised. */
type Told = Pick<RememberedEntry, 'names' | 'address' | 'title' | 'guid'>;

/** 60 bits of a name: enough to tell the entries of one document apart, and short to remember. */
export function shortened(name: string): string {
  return digest([name]).slice(0, 15);
}

/** What is remembered of an entry to tell others from it. */
export function toldBy({ identities, title, guid, address }: Candidate): Told {
  return {
    names: identities.map(shortened),
    address: address === null ? null : shortened(address),
    title: normalised(title),
    guid: guid === null ? null : shortened(guid),
  };
}

/** Titles of one article in two places share most of their words. */
const ALIKE = 0.5;

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) >= ALIKE;
}

/** Whether two entries that share a name are one item. */
function isSame(one: Told, other: Told): boolean {
  const isOnePlace =
    one.address !== null && one.address === other.address && one.guid !== null && one.guid === other.guid;
  return isOnePlace || isAlike(one.title, other.title);
}

/** Entries by each of their names, in the order of the document. */
function byName(entries: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const holders = new Map<string, Told[]>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const others = holders.get(name);
      if (others) others.push(entry);
      else holders.set(name, [entry]);
    }
  }
  return holders;
}

/** Names that entries of different items share. */
function sharedNames(entries: readonly Told[]): ReadonlySet<string> {
  const shared = [...byName(entries)].filter(
    ([, [first, ...others]]) => first && others.some((other) => !isSame(first, other)),
  );
  return new Set(shared.map(([name]) => name));
}

/** The names of a document's entries, asked for in its order. */
export class Names {
  readonly #shared: ReadonlySet<string>;
  readonly #taken = new Map<string, Told>();

  /** `entries` are all of the document, those that are not read again too. */
  constructor(entries: readonly Told[]) {
    this.#shared = sharedNames(entries);
  }

  /** The names that are an entry's own; null when it is an earlier entry again. */
  own(candidate: Candidate): readonly string[] | null {
    const told = toldBy(candidate);
    const earlier = told.names.map((name) => this.#taken.get(name)).filter((entry) => entry !== undefined);
    if (earlier.some((entry) => isSame(entry, told))) return null;
    const free = candidate.identities.filter((_, index) => this.#isFree(told.names[index] ?? ''));
    this.take(told);
    return free.length > 0 ? free : [apart(candidate)];
  }

  /** An entry that is not read again holds its names. */
  take(told: Told): void {
    for (const name of told.names) if (!this.#taken.has(name)) this.#taken.set(name, told);
  }

  #isFree(name: string): boolean {
    return !this.#shared.has(name) && !this.#taken.has(name);
  }
}

function apart({ identities, guid, title, address }: Candidate): string {
  return `${identities[0] ?? ''}~${digest([guid ?? '', title, address ?? '']).slice(0, 8)}`;
}
