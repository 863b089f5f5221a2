/**
 * The names feeds use, told apart by namespace and not by prefix: one feed's `a10:updated` is another's
 * `atom:updated`.
 */
import { localName, type OpenTag } from './markup.ts';

/** `core` is RSS in all its versions and Atom, which share no name with two meanings; `other` is never read. */
export type Vocabulary = 'core' | 'atom' | 'rdf' | 'dc' | 'dcterms' | 'content' | 'xhtml' | 'other';

/** Prefix (empty for none) to vocabulary. */
export type Bindings = ReadonlyMap<string, Vocabulary>;

/** By `namespaceKey`. */
const NAMESPACES: ReadonlyMap<string, Vocabulary> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', 'core'],
  ['purl.org/net/rss1.1', 'core'],
  ['purl.org/rss/1.0/modules/rss091', 'core'],
  ['my.netscape.com/rdf/simple/0.9', 'core'],
  ['channel.netscape.com/rdf/simple/0.9', 'core'],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', 'core'],
  ['backend.userland.com/rss', 'core'],
  ['backend.userland.com/rss2', 'core'],
  ['backend.userland.com/rss091', 'core'],
  ['backend.userland.com/rss092', 'core'],
  ['blogs.law.harvard.edu/tech/rss', 'core'],
  ['cyber.law.harvard.edu/rss/rss.html', 'core'],
  ['www.rssboard.org/rss-specification', 'core'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
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
 * What is read, and what the tidied document calls it. Nothing but rss-parser's XML parser sees these names, and it takes
 * a name letter by letter, each at the price of six of text.
 */
export const TIDY_NAMES = {
  title: 't',
  'dc:title': 'd',
  guid: 'g',
  id: 'i',
  /** `rdf:about`, the guid of RSS 1.0. */
  about: 'a',
  link: 'l',
  /** What is a link because nothing else is. */
  permalink: 'p',
  summary: 's',
  content: 'c',
  published: 'f',
  updated: 'u',
  ttl: 'm',
} as const;

export type FieldName = keyof typeof TIDY_NAMES;

const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['dc:title', 'dc:title'],
  ['guid', 'guid'],
  ['id', 'id'],
  ['ttl', 'ttl'],
  ['link', 'link'],
  ['description', 'summary'],
  ['summary', 'summary'],
  ['abstract', 'summary'],
  ['dc:description', 'summary'],
  ['dcterms:abstract', 'summary'],
  ['content', 'content'],
  ['content:encoded', 'content'],
  ['body', 'content'],
  ['fullitem', 'content'],
  ['xhtml:body', 'content'],
  ['pubdate', 'published'],
  ['published', 'published'],
  ['issued', 'published'],
  ['created', 'published'],
  ['dc:date', 'published'],
  ['dcterms:issued', 'published'],
  ['dcterms:created', 'published'],
  ['updated', 'updated'],
  ['modified', 'updated'],
  ['dcterms:modified', 'updated'],
]);

/** Whether a tag binds prefixes of its own; hardly any does. */
export function declaresNames(tag: OpenTag): boolean {
  return tag.attributes.includes('xmlns');
}

/** More prefixes than any feed declares; they are copied for every tag that declares one. */
const MOST_BINDINGS = 64;

/** Whether a declaration changes what its prefix means: a prefix that is unknown means `other` without one. */
function isNews([prefix, vocabulary]: readonly [string, Vocabulary], bindings: Bindings): boolean {
  if (bindings.has(prefix)) return bindings.get(prefix) !== vocabulary;
  return vocabulary !== 'other' && bindings.size < MOST_BINDINGS;
}

/** `bindings` with what the tag's own `xmlns` attributes add; an unknown default namespace of a root is `core`. */
export function boundBy(bindings: Bindings, attributes: ReadonlyMap<string, string>, isRoot: boolean): Bindings {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return bindings;
  const added = declared.map(([name, uri]): [string, Vocabulary] => {
    const prefix = name.slice('xmlns:'.length);
    const unknown = isRoot && prefix === '' ? 'core' : 'other';
    return [prefix, NAMESPACES.get(namespaceKey(uri)) ?? unknown];
  });
  const news = added.filter((one) => isNews(one, bindings));
  return news.length === 0 ? bindings : new Map([...bindings, ...news].slice(0, MOST_BINDINGS));
}

/** Publishers write the same URI with http or https, with and without its last slash or hash. */
function namespaceKey(uri: string): string {
  return /^https?:\/\/(.*?)[/#]?$/.exec(uri.trim().toLowerCase())?.[1] ?? '';
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
