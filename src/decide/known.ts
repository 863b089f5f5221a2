/** Which item of before an item is, if any. */
import type { Facts, KnownItem } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import { areAlike, bareGuid } from '../domain/likeness.ts';

/** An item met before, as rules see it. */
export function knownOf(item: Item): KnownItem {
  const { id, feed, guid, link, title, lede, published, hash } = item;
  return { id, feed, outlet: item.source.outlet, guid, link, title, lede, published, hash };
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function haveOtherGuids(item: Item, known: KnownItem): boolean {
  return item.guid !== null && known.guid !== null && bareGuid(item.guid) !== bareGuid(known.guid);
}

/** One page under two guids: word for word again, of one title and date, or reworded; else it lists many things. */
function isAgain(item: Item, known: KnownItem): boolean {
  if (item.hash === known.hash) return true;
  if (item.title === known.title) return item.published === known.published;
  return areAlike(item.title, known.title);
}

/**
 * Whether an item is the known one whose names these are. An outlet's number of an article is proof; a page may list
 * many things, a guid may be given twice, and notices of one day may share their title.
 */
function isSame(item: Item, known: KnownItem, names: readonly string[]): boolean {
  const isBy = (kind: string) => names.some((name) => name.startsWith(kind));
  if (isBy('article:')) return true;
  if (isBy('link:')) return !haveOtherGuids(item, known) || isAgain(item, known);
  const isElsewhere = differ(item.link, known.link);
  if (isBy('guid:')) {
    return areAlike(item.title, known.title) || !isElsewhere || !differ(item.published, known.published);
  }
  return !isElsewhere && !haveOtherGuids(item, known);
}

/** Names of an item by the known item of its outlet that has them; the page it leads to comes first. */
function candidates(item: Item, facts: Facts): ReadonlyMap<KnownItem['id'], { known: KnownItem; names: string[] }> {
  const links = item.identities.filter((name) => name.startsWith('link:'));
  const found = new Map<KnownItem['id'], { known: KnownItem; names: string[] }>();
  for (const name of new Set([...links, ...item.identities])) {
    const known = facts.known.get(name);
    if (known === undefined || known.outlet !== item.source.outlet) continue;
    const candidate = found.get(known.id) ?? { known, names: [] };
    candidate.names.push(name);
    found.set(known.id, candidate);
  }
  return found;
}

/**
 * The item of before that an item is; null for a new one. Another outlet's report of the same page is a report of its
 * own. An item without any name that is not taken could not be known again, and counts as the one it is most like.
 */
export function knownAs(item: Item, facts: Facts): KnownItem | null {
  const found = [...candidates(item, facts).values()];
  const same = found.find(({ known, names }) => isSame(item, known, names));
  if (same !== undefined) return same.known;
  const isNameless = item.identities.every((name) => facts.known.has(name));
  return isNameless ? (found[0]?.known ?? null) : null;
}
