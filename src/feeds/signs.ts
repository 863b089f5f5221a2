/** What entries and documents show of themselves: the facts the linter judges. */
import type { DocumentSigns, Feed } from '../domain/feed.ts';
import type { Entry } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import { between, type Instant, MINUTE, msOf } from '../domain/time.ts';
import { isFrontPage } from './identity.ts';
import { bareHost, canonicalLink, type ReadLink } from './links.ts';
import type { Oddity, RememberedEntry } from './memory.ts';
import type { ReadSlot } from './parse.ts';

/** Where a document was read, and when. */
export interface Reading {
  /** The address it was found at in the end; null when nobody knows. */
  readonly url: string | null;
  readonly feed: Feed | null;
  readonly outlet: Outlet | null;
  readonly now: Instant;
}

/** How far an outlet's clock may run ahead of ours before it is worth a word. */
const CLOCK_SLACK = 10 * MINUTE;
/** Characters of an entry's text that show whether its letters survived. */
const LOOKED_AT = 600;

/**
 * The replacement character, UTF-8 read as windows-1252 (`Ã©`, `â€™`), and Cyrillic UTF-8 read as windows-1252 (`Ð¡ÑÐ¾`)
 * or as windows-1251 (`РџСѓС‚РёРЅ`).
 */
const LOST_LETTERS =
  /\uFFFD|[ÃÂ][\u0080-\u00BF]|â€[\u0090-\u2122]|(?:[ÐÑ][\u0080-\u00BF\u0152-\u0178\u2013-\u2122]){2}|(?:[РС][\u0080-\u00BF\u0402-\u040F\u0452-\u045F\u2013-\u2122ЃѓЂ°±ІіµєЅЎўЈЏўћ]){3}/;

/** Titles and addresses of a site's own pages, and what publishing systems put into a new site. */
const PAGE_TITLE =
  /^(?:home(?: ?page)?|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: (?:of|and) .*)?|accessibility(?: statement)?|site ?map|careers|jobs|search|log ?in|sign ?in|subscribe|newsletter|help|faqs?|frequently asked questions.*|hello world!?|sample page|lorem ipsum.*|(?:test|untitled)(?: (?:post|page))?|coming soon|page not found|overview)$/i;
const QUESTION =
  /^(?:\d+[.)]\s*)?(?:what|when|where|who|why|how|which|can|may|must|do|does|did|is|are|was|were|will|would|should|has|have|if)\b.*\?$/i;
const PAGE_PATH =
  /\/(?:about(?:-us)?|contact(?:-us)?|faqs?|frequently-asked-questions|privacy(?:-policy)?|terms(?:-of-use)?|accessibility|sitemap|careers|jobs|help|search|login|sample-page|basic-page)(?:\/|$|\.)/i;

/** How an opening that breaks off ends. */
const BREAKS_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|continue|learn|see) (?:more|reading|on)[^.]{0,40})$/i;

const COUNTRY_SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'ac', 'edu', 'mil', 'or', 'ne', 'go']);

/** What a whole site shares: `bbc.co.uk` of `feeds.bbci.co.uk` it is not, `example.com` of `news.example.com` it is. */
function siteOf(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const depth = top.length === 2 && COUNTRY_SECOND_LEVEL.has(second) ? 3 : 2;
  return labels.slice(-depth).join('.');
}

/** Aggregators lead elsewhere by trade. */
function isForeign(link: URL, { url, outlet }: Reading): boolean {
  if (url === null || outlet === null || outlet.label === 'aggregator' || outlet.hosts.length === 0) return false;
  const host = bareHost(link);
  if (outlet.hosts.includes(host)) return false;
  const own = URL.canParse(url) ? bareHost(new URL(url)) : '';
  return ![...outlet.hosts, own].map(siteOf).includes(siteOf(host));
}

function isPage(title: string, link: ReadLink | null): boolean {
  if (PAGE_TITLE.test(title) || QUESTION.test(title)) return true;
  return link !== null && (isFrontPage(link) || (link.url !== null && PAGE_PATH.test(link.url.pathname)));
}

function isDamaged({ title, summary, content }: Entry): boolean {
  return LOST_LETTERS.test(`${title}\n${summary === '' ? content.slice(0, LOOKED_AT) : summary.slice(0, LOOKED_AT)}`);
}

function isTeaser({ summary, content }: Entry): boolean {
  const text = content.length > summary.length ? content : summary;
  return text === '' || BREAKS_OFF.test(text.slice(-80));
}

function hasTrackedGuid(guid: string, link: ReadLink): boolean {
  return /^https?:\S+#/i.test(guid) && canonicalLink(guid) === link.canonical;
}

/** Whether an entry is dated further ahead than any clock is wrong. */
export function isAhead({ published, updated }: Entry, now: Instant): boolean {
  const said = published ?? updated;
  return said !== null && between(now, said) > CLOCK_SLACK;
}

/** What is odd about one entry; `link` is its own. */
export function odditiesOf(
  { entry, isDateUncertain }: Extract<ReadSlot, { kind: 'read' }>,
  link: ReadLink | null,
  reading: Reading,
): readonly Oddity[] {
  const found: Readonly<Record<Oddity, boolean>> = {
    undated: (entry.published ?? entry.updated) === null,
    uncertain: isDateUncertain,
    future: isAhead(entry, reading.now),
    damaged: isDamaged(entry),
    foreign: link !== null && link.url !== null && isForeign(link.url, reading),
    pages: isPage(entry.title, link),
    teasers: isTeaser(entry),
    trackedGuids: entry.guid !== null && link !== null && hasTrackedGuid(entry.guid, link),
  };
  return ODDITIES.filter((oddity) => found[oddity]);
}

const ODDITIES: readonly Oddity[] = [
  'undated',
  'uncertain',
  'future',
  'damaged',
  'foreign',
  'pages',
  'teasers',
  'trackedGuids',
];

/** One entry's share in the signs of its document. */
export interface EntrySigns {
  readonly entry: RememberedEntry;
  /** It is an earlier entry again. */
  readonly isRepeated: boolean;
  readonly isKnown: boolean;
}

function counts(entries: readonly EntrySigns[]): Readonly<Record<Oddity, number>> {
  const found = { undated: 0, uncertain: 0, future: 0, damaged: 0, foreign: 0, pages: 0, teasers: 0, trackedGuids: 0 };
  for (const { entry } of entries) for (const oddity of entry.oddities) found[oddity] += 1;
  return found;
}

/** Fewer dates than these show no rhythm. */
const ENOUGH_DATES = 4;

/** Median minutes between entries; null when too few are dated. */
function rhythmOf(dates: readonly Instant[]): number | null {
  if (dates.length < ENOUGH_DATES) return null;
  const times = dates.map(msOf);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(1, Math.round(middle / MINUTE));
}

/** Titles that stand under more than one link. */
function doublesIn(entries: readonly EntrySigns[]): number {
  const first = new Map<string, string>();
  const doubled = new Set<string>();
  for (const { entry } of entries) {
    const { title, names } = entry;
    const link = names.find((name) => name.startsWith('link:'));
    if (title === '' || link === undefined) continue;
    const other = first.get(title);
    if (other === undefined) first.set(title, link);
    else if (other !== link) doubled.add(title);
  }
  return doubled.size;
}

/** The signs of a document from those of its entries. */
export function signsOf(
  entries: readonly EntrySigns[],
  document: Pick<DocumentSigns, 'title' | 'whole' | 'delta'>,
): DocumentSigns {
  const dates = entries
    .map(({ entry }) => entry.published)
    .filter((date) => date !== null)
    .sort();
  return {
    ...document,
    ...counts(entries),
    entries: entries.length,
    known: entries.filter(({ isKnown }) => isKnown).length,
    newest: dates.at(-1) ?? null,
    oldest: dates[0] ?? null,
    rhythmMinutes: rhythmOf(dates),
    repeated: entries.filter(({ isRepeated }) => isRepeated).length,
    doubles: doublesIn(entries),
  };
}
