/** What is remembered of documents, so that their unchanged entries are not read again. */
import type { DocumentMemory } from '../domain/feed.ts';
import { type FeedId, id } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** What one entry shows of itself, by the names of `DocumentSigns`. */
export type Oddity = 'undated' | 'uncertain' | 'future' | 'damaged' | 'foreign' | 'pages' | 'teasers' | 'trackedGuids';

/** What the linter and the telling apart of entries need of one that is not read again. */
export interface RememberedEntry {
  /** The names it would have by itself, strongest first. */
  readonly names: readonly string[];
  /** Normalised. */
  readonly title: string;
  /** A digest of its title and opening. */
  readonly words: string;
  readonly published: Instant | null;
  readonly oddities: readonly Oddity[];
}

/** Entries of a document by the digest of their text and of what its reading depends on. */
export type Memory = ReadonlyMap<string, RememberedEntry>;

export const NOTHING_REMEMBERED: Memory = new Map();

/** The memories of many feeds, each by the name it was given. */
export class Memories {
  readonly #prefix: string;
  readonly #byFeed = new Map<FeedId, ReadonlyMap<DocumentMemory, Memory>>();
  #given = 0;

  /** `prefix` tells the names given here from those given elsewhere. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Nothing when it was forgotten or never kept here. */
  recall(feed: FeedId, name: DocumentMemory | null): Memory {
    return (name === null ? undefined : this.#byFeed.get(feed)?.get(name)) ?? NOTHING_REMEMBERED;
  }

  /** Beside the new memory the one it was made from stays: its items may yet fail to be stored. */
  keep(feed: FeedId, before: DocumentMemory | null, memory: Memory): DocumentMemory {
    this.#given += 1;
    const name = id<DocumentMemory>(`${this.#prefix}.${this.#given}`);
    const others = [...(this.#byFeed.get(feed) ?? [])].filter(([other]) => before === null || other === before);
    this.#byFeed.set(feed, new Map([...others.slice(-1), [name, memory]]));
    return name;
  }
}
