/** Entries of one document to items. */
import type { Feed } from '../domain/feed.ts';
import { type ItemId, id } from '../domain/ids.ts';
import type { Entry, Item } from '../domain/item.ts';
import type { Outlet, Source } from '../domain/outlet.ts';
import { between, type Instant, MINUTE } from '../domain/time.ts';
import { digest, identitiesOf } from './identity.ts';
import { canonicalLink } from './links.ts';
import { normalised, splitAtWord } from './text.ts';

/** Characters of the opening that is matched and kept. */
const LEDE_LIMIT = 1_000;
/** How far an outlet's clock may run ahead of ours before it is worth a word. */
const CLOCK_SLACK = 10 * MINUTE;
/** Characters of the opening that stand in for a missing title. */
const TITLE_LIMIT = 100;

export interface ItemsOfDocument {
  readonly items: readonly Item[];
  readonly problems: readonly string[];
}

/**
 * The items of one document in its order, every item once: outlets list one article twice, for each block of their
 * front page. Two entries of one identity that lead to different addresses stay two items.
 */
export function itemsOf(entries: readonly Entry[], feed: Feed, outlet: Outlet, now: Instant): ItemsOfDocument {
  const taken = new Map<string, Entry>();
  const items: Item[] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const identities = ownIdentities(identitiesOf(entry, { feed: feed.id, outlet: outlet.id }), entry, taken);
    if (identities === null) continue;
    for (const identity of identities) taken.set(identity, taken.get(identity) ?? entry);
    if (isAhead(entry, now)) problems.push(`entry ${index + 1}: published in the future, taken as now`);
    items.push(itemOf(entry, identities, feed, outlet, now));
  }
  return { items, problems };
}

/** Identities that no earlier entry of the document has; null for an entry that is an earlier one again. */
function ownIdentities(
  identities: readonly string[],
  entry: Entry,
  taken: ReadonlyMap<string, Entry>,
): readonly string[] | null {
  const [strongest = ''] = identities;
  const earlier = taken.get(strongest);
  if (earlier === undefined) return identities;
  if (sameAddress(earlier, entry)) return null;
  const apart = `${strongest}~${digest([entry.guid ?? entry.title, entry.link ?? '']).slice(0, 8)}`;
  return taken.has(apart) ? null : [apart, ...identities.filter((identity) => !taken.has(identity))];
}

function sameAddress(a: Entry, b: Entry): boolean {
  if (a.link === null || b.link === null) return true;
  return canonicalLink(a.link) === canonicalLink(b.link);
}

function itemOf(entry: Entry, identities: readonly string[], feed: Feed, outlet: Outlet, now: Instant): Item {
  const { lede, body } = ledeAndBody(entry);
  const title = entry.title === '' ? splitAtWord(lede, TITLE_LIMIT)[0] : entry.title;
  return {
    id: itemId(identities[0] ?? '', now),
    feed: feed.id,
    source: sourceOf(outlet),
    identities,
    guid: entry.guid,
    link: entry.link,
    title,
    lede,
    body,
    published: publishedOf(entry, now),
    seen: now,
    hash: digest([normalised(title), normalised(lede)]),
  };
}

/** Begins with the minute it was first seen: new rows land at the end of every index on ids, however many there are. */
function itemId(identity: string, seen: Instant): ItemId {
  const minute = seen.slice(0, 16).replace(/[-:T]/g, '');
  return id<ItemId>(`it_${minute}_${digest([identity]).slice(0, 16)}`);
}

function sourceOf({ id: outlet, name, label, group, state }: Outlet): Source {
  return { outlet, name, label, group, state };
}

/** The summary opens an item and the content follows; without a summary the content's start is the opening. */
function ledeAndBody({ summary, content }: Entry): { lede: string; body: string } {
  if (summary === '') {
    const [lede, body] = splitAtWord(content, LEDE_LIMIT);
    return { lede, body };
  }
  const [lede, rest] = splitAtWord(summary, LEDE_LIMIT);
  const following = content.startsWith(summary) ? content.slice(summary.length).trimStart() : content;
  return { lede, body: [rest, following].filter((text) => text !== '').join('\n') };
}

function publishedOf(entry: Entry, now: Instant): Instant | null {
  const published = entry.published ?? entry.updated;
  return published !== null && published > now ? now : published;
}

function isAhead(entry: Entry, now: Instant): boolean {
  const published = entry.published ?? entry.updated;
  return published !== null && between(now, published) > CLOCK_SLACK;
}
