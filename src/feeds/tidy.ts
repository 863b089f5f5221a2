/**
 * Any XML feed, well-formed or not -> the small well-formed document that rss-parser cannot misread: the root, its
 * title, and per entry the fields we read, each a number that stands for its plain text. rss-parser groups children by
 * name and so loses or reorders the words around inline markup; here an element's words are taken in their order, and no
 * word of a stranger's ever reaches it.
 * One linear pass; depth, attribute counts and unknown elements cost nothing but their length.
 */
import { hash } from 'node:crypto';
import { absoluteUrl } from './links.ts';
import { attributesOf, type CloseTag, localName, type OpenTag, type Token, Tokens } from './markup.ts';
import {
  type Bindings,
  boundBy,
  declaresNames,
  type FieldName,
  fieldOf,
  TIDY_NAMES,
  USUAL_BINDINGS,
  vocabularyOf,
} from './names.ts';
import { ENTRY_LIMIT } from './raw.ts';
import { oneLine } from './text.ts';
import { verbatim, words } from './words.ts';

export type XmlFormat = 'rss2' | 'rss1' | 'rss0.9x' | 'atom';

export interface Tidied {
  /** Null when no root of a feed was found. */
  readonly format: XmlFormat | null;
  /** Local name of the first element, lower case; null when there is none. */
  readonly firstElement: string | null;
  readonly xml: string;
  /** What the numbers in `xml` stand for. */
  readonly texts: readonly string[];
  /** Its entries in order: those in `xml`, and between them those that were leapt over. */
  readonly slots: readonly Slot[];
  /** The document ends before its root does: entries may be missing. */
  readonly cutOff: boolean;
  readonly problems: readonly string[];
}

/** An entry's place. A digest stands for its text and all that its reading depends on; null where that is not known. */
export interface Slot {
  readonly digest: string | null;
  /** Whether it was known by its digest and not read again. */
  readonly isKnown: boolean;
  /** Whether the document ended before the entry did: only its whole fields are there. */
  readonly isCut: boolean;
}

/** Digests of entries that need no reading. */
export type Known = Pick<ReadonlySet<string>, 'has' | 'size'>;

type Attributes = ReadonlyMap<string, string>;
type Root = 'rss' | 'rdf' | 'feed';

/** An element whose end has not come yet; `field` null is skipped with all it holds. */
interface Reading {
  readonly name: string;
  readonly field: FieldName | null;
  readonly attributes: Attributes;
  readonly parts: Token[];
  depth: number;
}

/** An entry whose end has not come yet. */
interface OpenEntry {
  readonly base: string | null;
  readonly bindings: Bindings;
  readonly fields: string[];
  readonly guess: Guess | null;
  /** See `Tokens`; at its beginning. */
  readonly lookedInVain: number;
}

/** Where an entry should end, and the digest it has then. */
interface Guess {
  readonly end: number;
  readonly digest: string;
}

interface Surroundings {
  readonly base: string | null;
  readonly bindings: Bindings;
  readonly digest: string;
}

interface Draft {
  readonly source: string;
  readonly tokens: Tokens;
  /** Null when nobody wants to know entries again. */
  readonly known: Known | null;
  readonly slots: Slot[];
  readonly texts: string[];
  readonly problems: string[];
  readonly head: string[];
  readonly entries: string[];
  root: Root | null;
  format: XmlFormat | null;
  firstElement: string | null;
  bindings: Bindings;
  /** What relative links of the whole document stand on. */
  base: string | null;
  baseDeclared: boolean;
  entry: OpenEntry | null;
  reading: Reading | null;
  state: 'open' | 'ended' | 'cut' | 'page';
  surroundings: Surroundings | null;
  /** False once an entry ended elsewhere than its text suggested. */
  isGuessing: boolean;
}

const ROOTS: ReadonlyMap<string, Root> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'feed'],
]);

/** Fields that may hold markup. */
const RICH: ReadonlySet<FieldName> = new Set(['title', 'dc:title', 'summary', 'content']);

/** No entry says more about itself; what follows would only cost time. */
const FIELD_LIMIT = 64;

/** Tags and texts of one field; a live page of a whole day has some thousands. */
const PART_LIMIT = 50_000;

const PAGE_ELEMENTS = new Set(['html', 'head', 'body', 'script']);

/** rss-parser takes an element without any child for a string, and fails on it. */
const NOTHING = '<n/>';

const LINK_OPENS = `<${TIDY_NAMES.link}>`;

const NO_ATTRIBUTES: Attributes = new Map();

/**
 * `documentUrl` is where the document was read: relative links stand on it unless `xml:base` says otherwise. Entries
 * whose digest is `known` are leapt over; without `known`, entries have no digest.
 */
export function tidy(source: string, documentUrl: string | null, known: Known | null = null): Tidied {
  const draft = emptyDraft(source, documentUrl, known);
  for (let token = draft.tokens.next(); token !== null; token = draft.tokens.next()) {
    take(draft, token);
    if (draft.state !== 'open') break;
  }
  const cutOff = draft.root !== null && draft.state !== 'ended';
  if (cutOff && draft.entry !== null) dropCutEntry(draft, draft.entry);
  const { format, firstElement, entries, slots, texts, problems } = draft;
  const xml = format === null ? '' : framed(draft.head, entries);
  return { format, firstElement, xml, texts, slots, cutOff, problems };
}

function emptyDraft(source: string, documentUrl: string | null, known: Known | null): Draft {
  return {
    source,
    tokens: new Tokens(source),
    known,
    slots: [],
    texts: [],
    problems: [],
    head: [],
    entries: [],
    root: null,
    format: null,
    firstElement: null,
    bindings: USUAL_BINDINGS,
    base: documentUrl,
    baseDeclared: false,
    entry: null,
    reading: null,
    state: 'open',
    surroundings: null,
    isGuessing: true,
  };
}

function take(draft: Draft, token: Token): void {
  if (token.kind === 'cut') draft.state = 'cut';
  else if (draft.root === null) lookForRoot(draft, token);
  else if (token.kind === 'open') openElement(draft, token);
  else if (token.kind === 'close') closeElement(draft, token);
  else if (draft.reading?.field) keepPart(draft.reading, token);
}

function lookForRoot(draft: Draft, token: Token): void {
  if (token.kind !== 'open') return;
  const local = localName(token.name);
  draft.firstElement ??= local;
  const root = ROOTS.get(local);
  if (PAGE_ELEMENTS.has(local)) draft.state = 'page';
  if (root !== undefined) openRoot(draft, root, token);
}

function openRoot(draft: Draft, root: Root, tag: OpenTag): void {
  const attributes = attributesOf(tag);
  draft.root = root;
  draft.bindings = boundBy(draft.bindings, attributes, true);
  draft.format = formatOf(root, attributes);
  declareBase(draft, attributes);
  if (draft.firstElement !== localName(tag.name))
    draft.problems.push('something stands before the feed and was skipped');
  if (tag.empty) draft.state = 'ended';
}

/** RSS 0.90 is RDF too and known by its namespace; an `<rss>` of no known version is read as 2.0. */
function formatOf(root: Root, attributes: Attributes): XmlFormat {
  if (root === 'feed') return 'atom';
  if (root === 'rdf') return [...attributes.values()].some(isNetscape) ? 'rss0.9x' : 'rss1';
  return /^0\.9/.test(attributes.get('version')?.trim() ?? '') ? 'rss0.9x' : 'rss2';
}

function isNetscape(uri: string): boolean {
  return /netscape\.com\/rdf\/simple\/0\.9/i.test(uri);
}

function declareBase(draft: Draft, attributes: Attributes): void {
  const declared = attributes.get('xml:base');
  if (declared === undefined) return;
  draft.base = absoluteUrl(declared, draft.base) ?? draft.base;
  draft.baseDeclared = true;
}

function openElement(draft: Draft, tag: OpenTag): void {
  if (isEntry(draft, tag)) openEntry(draft, tag);
  else if (draft.reading !== null) openInside(draft.reading, tag);
  else if (localName(tag.name) === 'channel') openChannel(draft, tag);
  else openField(draft, tag);
}

function openField(draft: Draft, tag: OpenTag): void {
  const around = bindingsIn(draft);
  const bindings = declaresNames(tag) ? boundBy(around, attributesOf(tag), false) : around;
  const field = fieldOf(tag, bindings);
  const attributes = field === null ? NO_ATTRIBUTES : attributesOf(tag);
  draft.reading = { name: tag.name, field, attributes, parts: [], depth: 1 };
  if (tag.empty) finishReading(draft);
}

function openChannel(draft: Draft, tag: OpenTag): void {
  const attributes = attributesOf(tag);
  draft.bindings = boundBy(draft.bindings, attributes, true);
  declareBase(draft, attributes);
}

function openInside(reading: Reading, tag: OpenTag): void {
  if (tag.name === reading.name && !tag.empty) reading.depth++;
  if (reading.field !== null) keepPart(reading, tag);
}

function keepPart({ parts }: Reading, part: Token): void {
  if (parts.length < PART_LIMIT) parts.push(part);
}

/** What prefixes mean here. */
function bindingsIn(draft: Draft): Bindings {
  return draft.entry?.bindings ?? draft.bindings;
}

/** Entries never hold entries, so one that begins ends whatever was still open. */
function openEntry(draft: Draft, tag: OpenTag): void {
  if (draft.entry !== null)
    draft.problems.push(`entry ${entryNumber(draft)}: never closed, ended where the next begins`);
  closeEntry(draft, null);
  if (draft.slots.length === ENTRY_LIMIT) stopAtLimit(draft);
  else if (!tag.empty) beginEntry(draft, tag);
}

function beginEntry(draft: Draft, tag: OpenTag): void {
  const guess = guessOf(draft, tag);
  if (guess !== null && draft.known?.has(guess.digest)) leapOver(draft, guess);
  else readEntry(draft, tag, guess);
}

function leapOver(draft: Draft, { digest, end }: Guess): void {
  draft.slots.push({ digest, isKnown: true, isCut: false });
  draft.tokens.leap(end);
}

/**
 * An entry mostly ends with the first end tag of its name. The same text in the same surroundings is read the same way,
 * so that its digest stands for what was read when it did end there.
 */
function guessOf(draft: Draft, tag: OpenTag): Guess | null {
  if (draft.known === null || !draft.isGuessing || !draft.tokens.isRegular) return null;
  const closes = `</${tag.name}>`;
  const at = draft.source.indexOf(closes, tag.end);
  if (at < 0) draft.isGuessing = false;
  if (at < 0) return null;
  const end = at + closes.length;
  return { end, digest: digestOf(draft, draft.source.slice(tag.start, end)) };
}

function digestOf(draft: Draft, text: string): string {
  return `${surroundingsOf(draft)} ${hash('sha1', text, 'base64url')}`;
}

/** A digest of all beyond its text that an entry's reading depends on; the same for nearly all entries of a document. */
function surroundingsOf(draft: Draft): string {
  const { root, format, base, bindings, surroundings } = draft;
  if (surroundings?.base === base && surroundings.bindings === bindings) return surroundings.digest;
  const digest = hash('sha1', JSON.stringify([root, format, base, ...bindings]), 'base64url').slice(0, 8);
  draft.surroundings = { base, bindings, digest };
  return digest;
}

function readEntry(draft: Draft, tag: OpenTag, guess: Guess | null): void {
  const attributes = attributesOf(tag);
  const bindings = boundBy(draft.bindings, attributes, true);
  const declared = attributes.get('xml:base');
  const base = declared === undefined ? draft.base : absoluteUrl(declared, draft.base);
  draft.entry = { base, bindings, fields: [], guess, lookedInVain: draft.tokens.lookedInVain };
  const about = attributes.get('rdf:about')?.trim();
  if (about === undefined) return;
  emit(draft, 'about', about);
  emitUrl(draft, 'permalink', about);
}

function closeElement(draft: Draft, tag: CloseTag): void {
  const { reading } = draft;
  if (reading?.name === tag.name) closeInside(draft, reading, tag);
  else if (isEntry(draft, tag)) closeEntry(draft, tag);
  else if (isFrame(draft, tag)) closeFrame(draft, tag);
  else if (reading?.field) keepPart(reading, tag);
}

function closeInside(draft: Draft, reading: Reading, tag: CloseTag): void {
  reading.depth--;
  if (reading.depth === 0) finishReading(draft);
  else if (reading.field !== null) keepPart(reading, tag);
}

/** `tag` is the entry's own end tag, null where something else ends it. */
function closeEntry(draft: Draft, tag: CloseTag | null): void {
  if (draft.entry !== null && draft.reading !== null) {
    draft.problems.push(`entry ${entryNumber(draft)}: <${shown(draft.reading.name)}> was never closed`);
  }
  finishReading(draft);
  if (draft.entry !== null) keepEntry(draft, draft.entry, tag);
  draft.entry = null;
}

/** A quote that opens within an entry may close beyond it: then its reading depends on what stands there. */
function keepEntry(draft: Draft, { fields, guess, lookedInVain }: OpenEntry, tag: CloseTag | null): void {
  const { tokens } = draft;
  const isAsGuessed = guess !== null && guess.end === tag?.end && tokens.isRegular;
  if (guess !== null && !isAsGuessed) draft.isGuessing = false;
  draft.entries.push(framedEntry(fields));
  const isByItself = isAsGuessed && tokens.lookedInVain === lookedInVain;
  draft.slots.push({ digest: isByItself ? guess.digest : null, isKnown: false, isCut: false });
}

/** An entry that is cut in half would be met again whole; what there is of the only one shows at least that it is there. */
function dropCutEntry(draft: Draft, { fields }: OpenEntry): void {
  draft.problems.push('the last entry is incomplete and was left out');
  if (draft.slots.length > 0) return;
  draft.entries.push(framedEntry(fields));
  draft.slots.push({ digest: null, isKnown: false, isCut: true });
}

function stopAtLimit(draft: Draft): void {
  draft.problems.push(`more than ${ENTRY_LIMIT} entries: the later ones were left out`);
  draft.state = 'ended';
}

/** A channel ends the document only where no root stands around it: RSS 1.0, and some 2.0, put entries after it. */
function closeFrame(draft: Draft, tag: CloseTag): void {
  closeEntry(draft, null);
  if (localName(tag.name) !== 'channel' || draft.firstElement === 'channel') draft.state = 'ended';
}

function isEntry(draft: Draft, tag: OpenTag | CloseTag): boolean {
  if (!isEntryName(draft, localName(tag.name))) return false;
  const vocabulary = vocabularyOf(tag.name, bindingsIn(draft));
  return vocabulary === 'core' || vocabulary === 'atom';
}

/** Some feeds of Atom call their entries items, as RSS does. */
function isEntryName({ root, reading }: Draft, local: string): boolean {
  if (root !== 'feed') return local === 'item';
  return local === 'entry' || (local === 'item' && reading === null);
}

/** The root or its channel. */
function isFrame(draft: Draft, tag: CloseTag): boolean {
  const root = ROOTS.get(localName(tag.name));
  return root !== undefined && root === draft.root && vocabularyOf(tag.name, draft.bindings) !== 'other';
}

function finishReading(draft: Draft): void {
  const { reading } = draft;
  draft.reading = null;
  if (reading === null || reading.field === null) return;
  if (reading.field === 'link') finishLink(draft, reading);
  else finishText(draft, reading, reading.field);
}

/** The head's only use is its title, its ttl, and its link as what relative links stand on. */
function finishText(draft: Draft, { attributes, parts }: Reading, field: FieldName): void {
  const { source } = draft;
  const rich = RICH.has(field);
  const text = rich ? words(source, parts, attributes, draft.root === 'feed') : verbatim(source, parts).trim();
  if (draft.entry !== null || field === 'title' || field === 'ttl')
    emit(draft, field, isTitle(field) ? oneLine(text) : text);
  if (field === 'guid' && attributes.get('isPermaLink') !== 'false') emitUrl(draft, 'permalink', text);
}

function isTitle(field: FieldName): boolean {
  return field === 'title' || field === 'dc:title';
}

function finishLink(draft: Draft, { attributes, parts }: Reading): void {
  const reference = attributes.get('href') ?? verbatim(draft.source, parts);
  if (reference.trim() === '' || !isAlternate(attributes.get('rel'))) return;
  const url = absoluteUrl(reference, linkBase(draft, attributes));
  if (draft.entry === null) standOnSite(draft, url);
  else if (url !== null) emit(draft, 'link', url);
  else draft.problems.push(`entry ${entryNumber(draft)}: link "${shown(reference)}" is no web address, left out`);
}

/** Relations have URIs too, by which RFC 4287 knows them as well. */
function isAlternate(relation = ''): boolean {
  return /^(?:http:\/\/www\.iana\.org\/assignments\/relation\/)?(?:alternate)?$/.test(relation.trim());
}

function linkBase(draft: Draft, attributes: Attributes): string | null {
  const around = draft.entry === null ? draft.base : draft.entry.base;
  const declared = attributes.get('xml:base');
  return declared === undefined ? around : absoluteUrl(declared, around);
}

/** RSS says nothing about relative links; its entries lead to the site, whose address the channel gives. */
function standOnSite(draft: Draft, site: string | null): void {
  if (draft.root !== 'feed' && !draft.baseDeclared && site !== null) draft.base = site;
}

/** An entry whose link is known needs no other. */
function emitUrl(draft: Draft, name: FieldName, text: string): void {
  if (draft.entry === null || draft.entry.fields.some(isLink)) return;
  const url = absoluteUrl(text, null);
  if (url !== null) emit(draft, name, url);
}

function isLink(field: string): boolean {
  return field.startsWith(LINK_OPENS);
}

function emit(draft: Draft, field: FieldName, text: string): void {
  const fields = draft.entry?.fields ?? draft.head;
  if (text === '' || fields.length === FIELD_LIMIT) return;
  const name = TIDY_NAMES[field];
  fields.push(`<${name}>${draft.texts.push(text) - 1}</${name}>`);
}

function framedEntry(fields: readonly string[]): string {
  return `<entry>${fields.length === 0 ? NOTHING : fields.join('')}</entry>`;
}

/** Atom, whatever the feed was: of rss-parser's three ways it is the one that adds nothing of its own. */
function framed(head: readonly string[], entries: readonly string[]): string {
  return `<feed>${NOTHING}${head.join('')}${entries.join('')}</feed>`;
}

/** The open entry's place in the document, counted from 1. */
function entryNumber(draft: Draft): number {
  return draft.slots.length + 1;
}

function shown(text: string): string {
  return oneLine(text).slice(0, 80);
}
