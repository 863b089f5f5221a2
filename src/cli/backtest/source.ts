/** Where the items of a backtest come from, in time order. */
import type { PastText } from '../../decide/backtest/item.ts';
import type { Outlet } from '../../domain/outlet.ts';
import type { Store } from '../../domain/ports.ts';
import type { StoredItem } from '../../domain/search.ts';
import { type Instant, instantOf } from '../../domain/time.ts';
import { openingOf } from '../../feeds/item.ts';
import type { PastItem } from '../../run/replay.ts';
import { type InputItem, inputItemSchema, readAll, wordsOf } from '../jsonl.ts';
import { outletOf, pastItemOf } from '../pastItems.ts';

/** An item of the past: what is judged, and what is replayed once it matched. */
export interface SourceItem {
  readonly text: PastText;
  readonly past: () => PastItem;
}

/** Gives items in time order; those of a file, or of a store. */
export type Source = () => Promise<readonly SourceItem[]>;

/** The items of a JSONL file; see `inTimeOrder` for those without a date. */
export function fileSource(path: string, outlets: readonly Outlet[]): Source {
  return async () => {
    const inputs = await readAll(path, inputItemSchema);
    const outletFor = knownOutlets(outlets);
    let last = inputs.find((item) => item.published)?.published ?? instantOf(0);
    const placed = inputs.map((input) => {
      last = input.published ?? last;
      return sourceItem(input, last, outletFor(input), outlets);
    });
    return placed.sort(({ text: a }, { text: b }) =>
      a.published < b.published ? -1 : Number(a.published > b.published),
    );
  };
}

/** What a desk has stored as news, each item at the moment it was seen. */
export function storedSource(store: Pick<Store, 'news'>): Source {
  return async () => (await store.news(null)).map(storedItem);
}

function storedItem(past: StoredItem): SourceItem {
  const { id, title, lede, link, source, seen } = past.item;
  return {
    text: { id, title, lede, link, outlet: source.name, published: seen, source, labels: null },
    past: () => past,
  };
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
