/** Entries of one document to items. */
import type { DocumentSigns, Feed } from '../domain/feed.ts';
import { type ItemId, id } from '../domain/ids.ts';
import type { Entry, Item } from '../domain/item.ts';
import type { Outlet, Source } from '../domain/outlet.ts';
import type { Instant } from '../domain/time.ts';
import { type Candidate, Names, toldBy } from './distinct.ts';
import { digest, identitiesOf } from './identity.ts';
import { canonicalLink } from './links.ts';
import type { Memory, RememberedEntry } from './memory.ts';
import type { FeedDocument, ReadSlot } from './parse.ts';
import { type EntrySigns, isAhead, odditiesOf, type Reading, signsOf } from './signs.ts';
import { normalised, splitAtWord } from './text.ts';

/** Characters of the opening that is matched and kept. */
const LEDE_LIMIT = 1_000;
/** Entries remembered of a feed that only ever sends what is new. */
const REMEMBERED_AT_MOST = 1_000;
/** Characters of the opening that stand in for a missing title. */
const TITLE_LIMIT = 100;

export interface ItemsOfDocument {
  /** Of the entries that were read, every item once. */
  readonly items: readonly Item[];
  readonly signs: DocumentSigns;
  readonly memory: Memory;
  readonly problems: readonly string[];
}

/** For whom a document is read. */
export interface ItemReading extends Reading {
  readonly feed: Feed;
  readonly outlet: Outlet;
  /** What the last document left. */
  readonly memory: Memory;
  /** The server left out what it thinks is known. */
  readonly delta: boolean;
  /** False when the connection closed before the document ended. */
  readonly complete: boolean;
}

type Read = Extract<ReadSlot, { kind: 'read' }>;

/** An entry of a document, read now or remembered from the last one. */
type Place =
  | { readonly kind: 'known'; readonly digest: string; readonly remembered: RememberedEntry }
  | { readonly kind: 'read'; readonly slot: Read; readonly candidate: Candidate };

function candidateOf({ entry }: Read, { feed, outlet }: ItemReading): Candidate {
  const identities = identitiesOf(entry, { feed: feed.id, outlet: outlet.id });
  const { title, summary, guid, link } = entry;
  return {
    identities,
    title: title === '' ? summary : title,
    guid,
    address: link === null ? null : canonicalLink(link),
  };
}

function placesOf(slots: readonly ReadSlot[], reading: ItemReading): readonly Place[] {
  return slots.flatMap((slot): readonly Place[] => {
    if (slot.kind === 'read') return [{ kind: 'read', slot, candidate: candidateOf(slot, reading) }];
    const remembered = reading.memory.get(slot.digest);
    return remembered === undefined ? [] : [{ ...slot, remembered }];
  });
}

/** What is gathered on the way through a document. */
interface Gathering {
  readonly names: Names;
  readonly items: Item[];
  readonly signs: EntrySigns[];
  readonly memory: Map<string, RememberedEntry>;
  readonly problems: string[];
}

function takeKnown({ digest, remembered }: Extract<Place, { kind: 'known' }>, gathering: Gathering): void {
  gathering.names.take(remembered);
  gathering.memory.set(digest, remembered);
  gathering.signs.push({ ...remembered, isRepeated: false, isKnown: true });
}

/** An entry that is an earlier one again is not remembered: should the earlier one leave, it counts by itself. */
function takeRead(
  { slot, candidate }: Extract<Place, { kind: 'read' }>,
  reading: ItemReading,
  gathering: Gathering,
): void {
  const { entry, digest } = slot;
  const identities = gathering.names.own(candidate);
  const remembered = {
    ...toldBy(candidate),
    published: entry.published ?? entry.updated,
    oddities: odditiesOf(slot, reading),
  };
  gathering.signs.push({ ...remembered, isRepeated: identities === null, isKnown: false });
  if (identities === null) return;
  if (digest !== null) gathering.memory.set(digest, remembered);
  if (isAhead(entry, reading.now)) {
    gathering.problems.push(`entry ${gathering.signs.length}: published in the future, taken as now`);
  }
  gathering.items.push(itemOf(entry, identities, reading.feed, reading.outlet, reading.now));
}

/** The items of a document's entries that were read, in its order, and what the whole document shows. */
export function itemsOf(document: FeedDocument, reading: ItemReading): ItemsOfDocument {
  const places = placesOf(document.slots, reading);
  const told = places.map((place) => (place.kind === 'read' ? toldBy(place.candidate) : place.remembered));
  const gathering: Gathering = { names: new Names(told), items: [], signs: [], memory: new Map(), problems: [] };
  for (const place of places) {
    if (place.kind === 'known') takeKnown(place, gathering);
    else takeRead(place, reading, gathering);
  }
  const { items, signs, memory, problems } = gathering;
  const whole = !document.cutOff && reading.complete;
  const left = reading.delta ? new Map([...reading.memory, ...memory].slice(-REMEMBERED_AT_MOST)) : memory;
  const { title } = document;
  return { items, signs: signsOf(signs, { title, whole, delta: reading.delta }), memory: left, problems };
}

/** The item of an entry that stands by itself. */
export function itemAlone(entry: Entry, feed: Feed, outlet: Outlet, now: Instant): Item {
  return itemOf(entry, identitiesOf(entry, { feed: feed.id, outlet: outlet.id }), feed, outlet, now);
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
