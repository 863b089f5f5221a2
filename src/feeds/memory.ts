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

/** Of all feeds together: six hundred of a hundred entries. They cost about 45 MB of the thread's 128. */
const ENTRIES_AT_MOST = 60_000;

type NamedMemories = ReadonlyMap<DocumentMemory, Memory>;

interface Kept {
  readonly memories: NamedMemories;
  readonly entries: number;
}

/** The memories of many feeds, each by the name it was given. */
export class Memories {
  readonly #prefix: string;
  readonly #entriesAtMost: number;
  /** The one kept longest ago first. */
  readonly #byFeed = new Map<FeedId, Kept>();
  #entries = 0;
  #given = 0;

  /** `prefix` tells the names given here from those given elsewhere. */
  constructor(prefix: string, entriesAtMost = ENTRIES_AT_MOST) {
    this.#prefix = prefix;
    this.#entriesAtMost = entriesAtMost;
  }

  /** Nothing when it was forgotten or never kept here. */
  recall(feed: FeedId, name: DocumentMemory | null): Memory {
    return (name === null ? undefined : this.#byFeed.get(feed)?.memories.get(name)) ?? NOTHING_REMEMBERED;
  }

  /** Beside the new memory the one it was made from stays: its items may yet fail to be stored. */
  keep(feed: FeedId, before: DocumentMemory | null, memory: Memory): DocumentMemory {
    this.#given += 1;
    const name = id<DocumentMemory>(`${this.#prefix}.${this.#given}`);
    const others = [...(this.#byFeed.get(feed)?.memories ?? [])].filter(
      ([other]) => before === null || other === before,
    );
    const kept = detached(memory, this.recall(feed, before));
    this.#forget(feed);
    this.#remember(feed, new Map([...others.slice(-1), [name, kept]]));
    return name;
  }

  #remember(feed: FeedId, memories: NamedMemories): void {
    const entries = entriesIn(memories);
    this.#byFeed.set(feed, { memories, entries });
    this.#entries += entries;
    for (const longestKept of this.#byFeed.keys()) {
      if (this.#entries <= this.#entriesAtMost || longestKept === feed) return;
      this.#forget(longestKept);
    }
  }

  #forget(feed: FeedId): void {
    this.#entries -= this.#byFeed.get(feed)?.entries ?? 0;
    this.#byFeed.delete(feed);
  }
}

/** Parts of a text keep all of it alive: what is new is copied, so that no entry holds on to its document. */
function detached(memory: Memory, known: Memory): Memory {
  const isNew = ([digest, entry]: readonly [string, RememberedEntry]) => known.get(digest) !== entry;
  const copies = new Map(structuredClone([...memory].filter(isNew)));
  return new Map([...memory].map(([digest, entry]) => [digest, copies.get(digest) ?? entry]));
}

/** An entry that two memories share costs once. */
function entriesIn(memories: NamedMemories): number {
  return new Set([...memories.values()].flatMap((memory) => [...memory.values()])).size;
}
