/** Entries of one document to items. */
import type { DocumentSigns, Feed } from '../domain/feed.ts';
import { type ItemId, id } from '../domain/ids.ts';
import type { Entry, Item } from '../domain/item.ts';
import type { Outlet, Source } from '../domain/outlet.ts';
import type { Instant } from '../domain/time.ts';
import { Names, type Told } from './distinct.ts';
import { digest, identitiesOf } from './identity.ts';
import { type ReadLink, readLink } from './links.ts';
import type { Memory, RememberedEntry } from './memory.ts';
import type { FeedDocument, ReadSlot } from './parse.ts';
import { type EntrySigns, isAhead, odditiesOf, type Reading, signsOf } from './signs.ts';
import { normalised, splitAtWord } from './text.ts';

/** Characters of the opening that is matched and kept. */
const LEDE_LIMIT = 1_000;
const OPENING_PARAGRAPHS = 3;
const OPENING_LEAST = 400;
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
  | { readonly kind: 'known'; readonly digest: string; readonly told: RememberedEntry }
  | { readonly kind: 'read'; readonly slot: Read; readonly link: ReadLink | null; readonly told: Told };

function placeOf(slot: Read, reading: ItemReading): Place {
  const entry = bounded(slot.entry);
  const link = entry.link === null ? null : readLink(entry.link);
  return { kind: 'read', slot: { ...slot, entry }, link, told: toldBy(entry, link, reading) };
}

/** Nobody opens, reads or compares more than this; a longer guid is as good by its digest. */
const LONGEST = { title: 500, guid: 500, link: 2_000 } as const;

function bounded(entry: Entry): Entry {
  const { title, guid, link } = entry;
  return {
    ...entry,
    title: splitAtWord(title, LONGEST.title)[0],
    guid: guid !== null && guid.length > LONGEST.guid ? digest([guid]) : guid,
    link: link !== null && link.length > LONGEST.link ? null : link,
  };
}

function toldBy(entry: Entry, link: ReadLink | null, { feed, outlet }: Pick<ItemReading, 'feed' | 'outlet'>): Told {
  const title = normalised(entry.title);
  const names = identitiesOf(entry, { link, title, scope: { feed: feed.id, outlet: outlet.id } });
  return { names, title, words: digest([title, normalised(ledeAndBody(entry).lede)]) };
}

function placesOf(slots: readonly ReadSlot[], reading: ItemReading): readonly Place[] {
  return slots.flatMap((slot): readonly Place[] => {
    if (slot.kind === 'read') return [placeOf(slot, reading)];
    const told = reading.memory.get(slot.digest);
    return told === undefined ? [] : [{ kind: 'known', digest: slot.digest, told }];
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

function takeKnown({ digest, told }: Extract<Place, { kind: 'known' }>, gathering: Gathering): void {
  const isRepeated = gathering.memory.has(digest) || gathering.names.isAgain(told);
  if (!isRepeated) gathering.memory.set(digest, told);
  gathering.signs.push({ entry: told, isRepeated, isKnown: true });
}

/** An entry that is an earlier one again is not remembered: should the earlier one leave, it counts by itself. */
function takeRead(place: Extract<Place, { kind: 'read' }>, reading: ItemReading, gathering: Gathering): void {
  const { slot, link, told } = place;
  const { entry, digest } = slot;
  const identities = gathering.names.own(told);
  const published = entry.published ?? entry.updated;
  const remembered = { ...told, published, oddities: odditiesOf(slot, link, reading) };
  gathering.signs.push({ entry: remembered, isRepeated: identities === null, isKnown: false });
  if (identities === null || isNothing(slot)) return;
  if (digest !== null) gathering.memory.set(digest, remembered);
  if (isAhead(entry, reading.now)) {
    gathering.problems.push(`entry ${gathering.signs.length}: published in the future, taken as now`);
  }
  gathering.items.push(itemOf(entry, identities, told, reading));
}

/** An entry without words and link tells nobody anything. */
function isNothing({ entry }: Read): boolean {
  return entry.title === '' && entry.summary === '' && entry.content === '' && entry.link === null;
}

/** The items of a document's entries that were read, in its order, and what the whole document shows. */
export function itemsOf(document: FeedDocument, reading: ItemReading): ItemsOfDocument {
  const places = placesOf(document.slots, reading);
  const toldOf = (kind: Place['kind']) => places.filter((place) => place.kind === kind).map(({ told }) => told);
  const names = new Names(toldOf('read'), toldOf('known'));
  const gathering: Gathering = { names, items: [], signs: [], memory: new Map(), problems: [] };
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
  const told = toldBy(entry, entry.link === null ? null : readLink(entry.link), { feed, outlet });
  return itemOf(entry, told.names, told, { feed, outlet, now });
}

function itemOf(
  entry: Entry,
  identities: readonly string[],
  { words }: Told,
  { feed, outlet, now }: Pick<ItemReading, 'feed' | 'outlet' | 'now'>,
): Item {
  const { lede, body } = ledeAndBody(entry);
  const isUntitled = entry.title === '';
  const [strongest = ''] = identities;
  const title = isUntitled ? splitAtWord(lede, TITLE_LIMIT)[0] : entry.title;
  return {
    id: itemId([outlet.id, strongest, strongest.startsWith('link:') ? (entry.guid ?? '') : ''], now),
    feed: feed.id,
    source: sourceOf(outlet),
    identities: [...identities, ownIdentity(strongest, outlet)],
    guid: entry.guid,
    link: entry.link,
    title,
    lede,
    body,
    published: notAfter(entry.published ?? entry.updated, now),
    updated: notAfter(entry.updated, now),
    seen: now,
    hash: isUntitled ? digest([normalised(title), normalised(lede)]) : words,
  };
}

/**
 * A page may list many things, which only their guids tell apart. Begins with the minute it was first seen: new rows
 * land at the end of every index on ids, however many there are.
 */
function itemId(names: readonly string[], seen: Instant): ItemId {
  const minute = seen.slice(0, 16).replace(/[-:T]/g, '');
  return id<ItemId>(`it_${minute}_${digest(names).slice(0, 16)}`);
}

/** Its outlet's own name for it: another outlet that leads to the same page has another. */
function ownIdentity(strongest: string, { id: outlet }: Outlet): string {
  return `by:${outlet}/${digest([strongest]).slice(0, 16)}`;
}

function sourceOf({ id: outlet, name, label, group, state }: Outlet): Source {
  return { outlet, name, label, group, state };
}

/** The summary opens an item and the content follows; without a summary the content's start is the opening. */
function ledeAndBody({ summary, content }: Entry): { lede: string; body: string } {
  if (summary === '') {
    const [lede, body] = openingAndRest(content);
    return { lede, body };
  }
  const [lede, rest] = openingAndRest(summary);
  const following = content.startsWith(summary) ? content.slice(summary.length).trimStart() : content;
  return { lede, body: [rest, following].filter((text) => text !== '').join('\n') };
}

/** What of a summary opens an item. */
export function openingOf(summary: string): string {
  return openingAndRest(summary)[0];
}

/** An article's first three paragraphs say what it is about; notices in short lines say it in more of them. */
function openingAndRest(text: string): readonly [string, string] {
  let end = -1;
  for (let paragraphs = 0; paragraphs < OPENING_PARAGRAPHS || end < OPENING_LEAST; paragraphs += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1 || end > LEDE_LIMIT) return splitAtWord(text, LEDE_LIMIT);
  }
  return [text.slice(0, end), text.slice(end + 1)];
}

function notAfter(date: Instant | null, now: Instant): Instant | null {
  return date !== null && date > now ? now : date;
}
