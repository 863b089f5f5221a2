/** Lines of a JSONL file -> items of the past, as a feed would have brought them. */
import { type FeedId, id, type OutletId } from '../domain/ids.ts';
import type { Entry } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import { type Instant, instantOf, parseZone, UTC } from '../domain/time.ts';
import { itemAlone } from '../feeds/item.ts';
import type { PastItem } from '../run/replay.ts';
import { type InputItem, wordsOf } from './jsonl.ts';

const FEED = id<FeedId>('file');

function hostOf(link: string | null | undefined): string | null {
  if (!link || !URL.canParse(link)) return null;
  return new URL(link).hostname.replace(/^www\./, '');
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The catalogue's outlet that an item names or links to; an outlet nobody reviewed, of its own group, for any other. */
export function outletOf(item: Pick<InputItem, 'outlet' | 'link' | 'zone'>, known: readonly Outlet[]): Outlet {
  const host = hostOf(item.link);
  const name = item.outlet ?? host ?? 'unknown';
  const called = plainName(name);
  const isCalled = (outlet: Outlet) => plainName(outlet.id) === called || plainName(outlet.name) === called;
  const found = known.find(isCalled) ?? known.find((outlet) => host !== null && outlet.hosts.includes(host));
  if (found) return found;
  const slug = called || 'unknown';
  const zone = (item.zone ? parseZone(item.zone) : null) ?? UTC;
  return { id: id<OutletId>(slug), name, label: 'unreviewed', group: slug, state: null, zone, hosts: [], names: [] };
}

function entryOf(item: InputItem, seen: Instant): Entry {
  const { title, lede } = wordsOf(item);
  const published = item.published ?? null;
  return {
    guid: String(item.id),
    title,
    link: item.link ?? null,
    published: published && published > seen ? seen : published,
    updated: null,
    summary: lede,
    content: '',
  };
}

/** The item as seen at the moment it was published; without a date it is seen at `otherwise`. */
export function pastItemOf(item: InputItem, known: readonly Outlet[], otherwise: Instant): PastItem {
  const outlet = outletOf(item, known);
  const seen = item.published ?? otherwise;
  const feed = { id: FEED, url: '', outlet: outlet.id, guild: null, everyMinutes: 60, enabled: true };
  return { item: itemAlone(entryOf(item, seen), feed, outlet, seen), outlet };
}

/**
 * Items in the order they were published; those without a date stay behind the one before them in the file, and those
 * that open it before the first that has one.
 */
export function inTimeOrder<Input extends InputItem>(
  items: readonly Input[],
  known: readonly Outlet[],
): readonly { readonly input: Input; readonly past: PastItem }[] {
  let last = items.find((item) => item.published)?.published ?? instantOf(0);
  const placed = items.map((input) => {
    const past = pastItemOf(input, known, last);
    last = past.item.seen;
    return { input, past };
  });
  return placed.sort((a, b) =>
    a.past.item.seen < b.past.item.seen ? -1 : Number(a.past.item.seen > b.past.item.seen),
  );
}
