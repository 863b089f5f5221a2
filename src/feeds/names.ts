/**
 * The names feeds use, told apart by namespace and not by prefix: one feed's `a10:updated` is another's
 * `atom:updated`.
 */
import { localName, type OpenTag } from './markup.ts';

/** `core` is RSS in all its versions and Atom, which share no name with two meanings; `other` is never read. */
export type Vocabulary = 'core' | 'atom' | 'rdf' | 'dc' | 'dcterms' | 'content' | 'xhtml' | 'other';

/** Prefix (empty for none) to vocabulary. */
export type Bindings = ReadonlyMap<string, Vocabulary>;

const NAMESPACES: ReadonlyMap<string, Vocabulary> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0/', 'core'],
  ['http://my.netscape.com/rdf/simple/0.9/', 'core'],
  ['http://channel.netscape.com/rdf/simple/0.9/', 'core'],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', 'core'],
  ['http://backend.userland.com/rss', 'core'],
  ['http://backend.userland.com/rss2', 'core'],
  ['http://backend.userland.com/rss091', 'core'],
  ['http://blogs.law.harvard.edu/tech/rss', 'core'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
]);

/** What a prefix means to everyone when a document forgets to declare it. */
export const USUAL_BINDINGS: Bindings = new Map([
  ['', 'core'],
  ['rss', 'core'],
  ['atom', 'atom'],
  ['rdf', 'rdf'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['content', 'content'],
  ['xhtml', 'xhtml'],
]);

/**
 * Our names for what is read. `desk:` names keep rss-parser from interpreting an element: its date reading rejects a
 * whole Atom feed for one bad date, its link reading for one link without attributes, and its snippets cost quadratic
 * time.
 */
export type FieldName =
  | 'title'
  | 'dc:title'
  | 'guid'
  | 'id'
  | 'ttl'
  | 'desk:link'
  | 'desk:summary'
  | 'desk:content'
  | 'desk:published'
  | 'desk:updated';

const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['dc:title', 'dc:title'],
  ['guid', 'guid'],
  ['id', 'id'],
  ['ttl', 'ttl'],
  ['link', 'desk:link'],
  ['description', 'desk:summary'],
  ['summary', 'desk:summary'],
  ['dc:description', 'desk:summary'],
  ['content', 'desk:content'],
  ['content:encoded', 'desk:content'],
  ['xhtml:body', 'desk:content'],
  ['pubdate', 'desk:published'],
  ['published', 'desk:published'],
  ['issued', 'desk:published'],
  ['created', 'desk:published'],
  ['dc:date', 'desk:published'],
  ['dcterms:issued', 'desk:published'],
  ['dcterms:created', 'desk:published'],
  ['updated', 'desk:updated'],
  ['modified', 'desk:updated'],
  ['dcterms:modified', 'desk:updated'],
]);

/** `bindings` with what the tag's own `xmlns` attributes add; an unknown default namespace of a root is `core`. */
export function boundBy(bindings: Bindings, attributes: ReadonlyMap<string, string>, isRoot: boolean): Bindings {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return bindings;
  const added = declared.map(([name, uri]): [string, Vocabulary] => {
    const prefix = name.slice('xmlns:'.length);
    const unknown = isRoot && prefix === '' ? 'core' : 'other';
    return [prefix, NAMESPACES.get(uri.trim().toLowerCase()) ?? unknown];
  });
  return new Map([...bindings, ...added]);
}

/** The vocabulary a tag's name belongs to. */
export function vocabularyOf(name: string, bindings: Bindings): Vocabulary {
  const colon = name.indexOf(':');
  return bindings.get(colon < 0 ? '' : name.slice(0, colon)) ?? 'other';
}

/** Which field an element is, null for one that is not read. */
export function fieldOf(tag: OpenTag, bindings: Bindings): FieldName | null {
  const vocabulary = vocabularyOf(tag.name, bindings);
  const local = localName(tag.name);
  const key = vocabulary === 'core' || vocabulary === 'atom' ? local : `${vocabulary}:${local}`;
  return FIELDS.get(key) ?? null;
}
