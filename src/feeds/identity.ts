/** By what an entry is known again: an article keeps its identity when its title, slug, date or guid changes. */
import { hash } from 'node:crypto';
import type { Entry } from '../domain/item.ts';
import { bareHost, type ReadLink, readLink } from './links.ts';

/** Where an outlet writes an article's own number or code: the groups of `path`, tried on the path without end slash. */
interface ArticleRule {
  /** Hosts without `www.` that share one numbering; the first names it. */
  readonly hosts: readonly string[];
  readonly path: RegExp;
}

const ARTICLE_RULES: readonly ArticleRule[] = [
  { hosts: ['bbc.com', 'bbc.co.uk'], path: /\/(?:articles|live|videos)\/([a-z0-9]{8,})$/ },
  { hosts: ['bbc.com', 'bbc.co.uk'], path: /-(\d{7,})$/ },
  { hosts: ['themoscowtimes.com'], path: /-(a\d{4,})$/ },
  { hosts: ['news.sky.com'], path: /-(\d{8})$/ },
  { hosts: ['dw.com', 'amp.dw.com'], path: /\/((?:a|av|live|video)-\d{5,})$/ },
  { hosts: ['pravda.com.ua'], path: /^\/(?:(eng|rus)\/)?(?:news|articles|columns)\/\d{4}\/\d\d\/\d\d\/(\d+)$/ },
  { hosts: ['ukrinform.net'], path: /^\/rubric-[a-z-]+\/(\d+)-/ },
  { hosts: ['tass.com'], path: /^\/[a-z-]+\/(\d{5,})$/ },
  { hosts: ['rferl.org'], path: /^\/a\/(?:.+\/)?(\d{6,})\.html$/ },
  { hosts: ['rt.com'], path: /^\/[a-z-]+\/(\d{5,})-/ },
  { hosts: ['npr.org'], path: /^\/\d{4}\/\d\d\/\d\d\/((?:nx-s1-)?\d{6,})\// },
  { hosts: ['press.un.org'], path: /^\/en\/\d{4}\/([a-z]+\d+)\.doc\.htm$/ },
  { hosts: ['en.kremlin.ru'], path: /^\/events\/[a-z/]+\/(\d{4,})$/ },
];

/** Any other outlet's long number at the end of the path. */
const TRAILING_NUMBER = /[-/](\d{7,})(?:\.s?html?)?$/;
/** A day written without dashes is no number of an article. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** What guids and hashes are scoped by. */
export interface Scope {
  readonly feed: string;
  readonly outlet: string;
}

/** What an entry's names are made of, taken apart once. */
export interface EntryNames {
  /** Of its link; null when it has none. */
  readonly link: ReadLink | null;
  /** Normalised. */
  readonly title: string;
  readonly scope: Scope;
}

/**
 * The entry's identities, strongest first: `article:<host>/<id>`, `link:<canonical link>`, `guid:<feed>/<guid>`,
 * `hash:<of outlet, title and date>`. An entry without a date has a hash only when it has nothing better, for titles
 * such as "Live updates" come back.
 */
export function identitiesOf(entry: Entry, { link, title, scope }: EntryNames): readonly string[] {
  const found = [
    articleIdentity(link),
    linkIdentity(link, entry),
    guidIdentity(entry, scope),
    hashIdentity(entry, title, scope),
  ];
  const identities = found.filter((identity) => identity !== null);
  return identities.length > 0
    ? identities
    : [`hash:${digest([scope.feed, entry.title, entry.summary, entry.content])}`];
}

function articleIdentity(link: ReadLink | null): string | null {
  const url = link?.url ?? null;
  if (url === null) return null;
  const host = bareHost(url);
  const path = url.pathname.replace(/\/+$/, '');
  for (const rule of ARTICLE_RULES) {
    const groups = rule.hosts.includes(host) ? rule.path.exec(path) : null;
    if (groups !== null) return `article:${rule.hosts[0]}/${groups.slice(1).filter(Boolean).join('-')}`;
  }
  return trailingNumber(host, path);
}

function trailingNumber(host: string, path: string): string | null {
  const number = TRAILING_NUMBER.exec(path)?.[1];
  return number === undefined || DAY.test(number) ? null : `article:${host}/${number}`;
}

/** What an article at this address may be known by, strongest first; nothing for what is no web address. */
export function namesOfLink(link: string): readonly string[] {
  const read = readLink(link);
  if (read.url === null) return [];
  return [articleIdentity(read), `link:${read.canonical}`].filter((name) => name !== null);
}

/** A link to a site's front page is no name of an entry that has another. */
function linkIdentity(link: ReadLink | null, { guid }: Entry): string | null {
  if (link === null || (guid !== null && isFrontPage(link))) return null;
  return `link:${link.canonical}`;
}

/** Whether a link leads to the front page of its site. */
export function isFrontPage({ url }: ReadLink): boolean {
  return url !== null && url.pathname === '/' && url.search === '';
}

function guidIdentity({ guid }: Entry, { feed }: Scope): string | null {
  return guid === null ? null : `guid:${feed}/${guid}`;
}

function hashIdentity(entry: Entry, title: string, { outlet }: Scope): string | null {
  const date = entry.published ?? entry.updated;
  return date === null || title === '' ? null : `hash:${digest([outlet, title, date])}`;
}

/** 32 hex digits of the parts, kept apart from each other. */
export function digest(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}
