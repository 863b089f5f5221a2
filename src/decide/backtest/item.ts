/** What a backtest reads: items of the past as plain values. */
import type { Extent, StoredItem } from '../../domain/search.ts';
import type { Instant } from '../../domain/time.ts';
import type { ItemText, ReadItem } from '../match/fields.ts';

/** An item of the past. Items come in time order. */
export interface PastText extends ItemText {
  /** As its file or store calls it. */
  readonly id: string | number;
  readonly link: string | null;
  /** The outlet's name. */
  readonly outlet: string;
  readonly published: Instant;
  /** The storylines people put it in, none of them for an empty list; null for an item nobody labelled. */
  readonly labels: readonly string[] | null;
}

/** What a desk stored, at the moment it was seen. */
export function pastTextOf({ item }: StoredItem): PastText {
  const { id, title, lede, link, source, seen } = item;
  return { id, title, lede, link, outlet: source.name, published: seen, source, labels: null };
}

/** How many these are, and when the first and the last was published. */
export function extentOf(items: readonly PastText[]): Extent {
  return { items: items.length, from: items[0]?.published ?? null, until: items.at(-1)?.published ?? null };
}

/** An item with its words, read once. */
export interface Read {
  readonly item: PastText;
  readonly read: ReadItem;
}

/** An item as a report names it. */
export interface Named {
  readonly id: string | number;
  readonly title: string;
  readonly outlet: string;
  readonly link: string | null;
  readonly published: Instant;
}

/** The item by name; a bare text by its beginning. */
export function named({ id, title, lede, outlet, link, published }: PastText): Named {
  return { id, title: title || lede.slice(0, 100), outlet, link, published };
}

/** The first item of every title: reprints of one report say nothing new. */
export function distinct<Each extends Read>(reads: readonly Each[]): readonly Each[] {
  const first = new Map<string, Each>();
  for (const each of reads) {
    const key = named(each.item).title.toLowerCase();
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

/** At most `most` of them, at even distances from the first to the last. */
export function spread<Each>(all: readonly Each[], most: number): readonly Each[] {
  if (all.length <= most) return all;
  const step = (all.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, index) => all[Math.round(index * step)]).filter((each) => each !== undefined);
}

/** Whether people put the item in the storyline; null where nobody said. */
export function isRight({ labels }: PastText, label: string | null): boolean | null {
  return labels === null || label === null ? null : labels.includes(label);
}
