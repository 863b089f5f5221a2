/** Where the items of a backtest come from, in time order. */
import { extentOf, type PastText, pastTextOf } from '../../decide/backtest/item.ts';
import type { Outlet } from '../../domain/outlet.ts';
import type { Store } from '../../domain/ports.ts';
import type { Extent, Search, StoredItem } from '../../domain/search.ts';
import { type Instant, instantOf, plus } from '../../domain/time.ts';
import { openingOf } from '../../feeds/item.ts';
import type { PastItem } from '../../run/replay.ts';
import { type InputItem, inputItemSchema, readAll, wordsOf } from '../jsonl.ts';
import { outletOf, pastItemOf } from '../pastItems.ts';

/** An item of the past: what is judged, and what is replayed once it matched. */
export interface SourceItem {
  readonly text: PastText;
  readonly past: () => PastItem;
}

/** Items in time order. */
export interface Past {
  readonly items: readonly SourceItem[];
  /** Of all there are up to the end, though not all were read. */
  readonly extent: Extent;
}

/** What to read: up to and with an instant, and only what a search finds where that can be told. */
export interface Wanted {
  readonly until: Instant | null;
  readonly narrowed: Search | null;
}

/** Items of a file, or of a store. */
export type Source = (wanted: Wanted) => Promise<Past>;

/** The items of a JSONL file; see `inTimeOrder` for those without a date. */
export function fileSource(path: string, outlets: readonly Outlet[]): Source {
  return async ({ until }) => {
    const inputs = await readAll(path, inputItemSchema);
    const outletFor = knownOutlets(outlets);
    let last = inputs.find((item) => item.published)?.published ?? instantOf(0);
    const placed = inputs.map((input) => {
      last = input.published ?? last;
      return sourceItem(input, last, outletFor(input), outlets);
    });
    const items = placed.filter(({ text }) => until === null || text.published <= until).sort(byTime);
    return { items, extent: extentOf(items.map(({ text }) => text)) };
  };
}

function byTime({ text: a }: SourceItem, { text: b }: SourceItem): number {
  return a.published < b.published ? -1 : Number(a.published > b.published);
}

/** What a desk has stored as news, each item at the moment it was seen. */
export function storedSource(store: Pick<Store, 'news' | 'newsExtent'>): Source {
  return async ({ until, narrowed }) => {
    const span = until && { from: instantOf(0), until: plus(until, 1) };
    const news = await store.news(span, null, narrowed ?? undefined);
    return { items: news.map(storedItem), extent: await store.newsExtent(span, null) };
  };
}

function storedItem(past: StoredItem): SourceItem {
  return { text: pastTextOf(past), past: () => past };
}

function sourceItem(input: InputItem, seen: Instant, outlet: Outlet, outlets: readonly Outlet[]): SourceItem {
  const past = () => pastItemOf(input, outlets, seen);
  const { title, lede } = wordsOf(input);
  const { item } = title === '' ? past() : { item: { title, lede: openingOf(lede) } };
  const text: PastText = {
    id: input.id,
    title: item.title,
    lede: item.lede,
    link: input.link ?? null,
    outlet: outlet.name,
    published: seen,
    source: { outlet: outlet.id, label: outlet.label, group: outlet.group },
    labels: input.labels ?? null,
  };
  return { text, past };
}

/** Thousands of items name a handful of outlets. */
function knownOutlets(outlets: readonly Outlet[]): (item: InputItem) => Outlet {
  const known = new Map<string, Outlet>();
  return (item) => {
    const key = [item.outlet, item.zone, item.link?.split('/')[2]].join('\n');
    const outlet = known.get(key) ?? outletOf(item, outlets);
    known.set(key, outlet);
    return outlet;
  };
}
