/** What entries and documents show of themselves: the facts the linter judges. */
import type { DocumentSigns, Feed } from '../domain/feed.ts';
import type { Entry } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import { between, type Instant, MINUTE, msOf } from '../domain/time.ts';
import { bareHost, canonicalLink } from './links.ts';
import type { Oddity } from './memory.ts';
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
  /\/(?:about(?:-us)?|contact(?:-us)?|faqs?|frequently-asked-questions|privacy(?:-policy)?|terms(?:-of-use)?|accessibility|sitemap|careers|jobs|help|search|login|node\/\d+|sample-page|basic-page)(?:\/|$|\.)/i;

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

function hostOfLink(link: string | null): string | null {
  return link !== null && URL.canParse(link) ? bareHost(new URL(link)) : null;
}

/** Aggregators lead elsewhere by trade. */
function isForeign({ link }: Entry, { url, outlet }: Reading): boolean {
  const host = hostOfLink(link);
  if (host === null || url === null || outlet === null || outlet.label === 'aggregator') return false;
  const homes = [...outlet.hosts, hostOfLink(url) ?? ''].map(siteOf);
  return outlet.hosts.length > 0 && !homes.includes(siteOf(host));
}

function isPage({ title, link }: Entry): boolean {
  if (PAGE_TITLE.test(title) || QUESTION.test(title)) return true;
  if (link === null || !URL.canParse(link)) return false;
  const { pathname, search } = new URL(link);
  return (pathname === '/' && search === '') || PAGE_PATH.test(pathname);
}

function isDamaged({ title, summary, content }: Entry): boolean {
  return LOST_LETTERS.test(`${title}\n${summary === '' ? content.slice(0, LOOKED_AT) : summary.slice(0, LOOKED_AT)}`);
}

function isTeaser({ summary, content }: Entry): boolean {
  const text = content.length > summary.length ? content : summary;
  return text === '' || BREAKS_OFF.test(text.slice(-80));
}

function hasTrackedGuid({ guid, link }: Entry): boolean {
  return guid !== null && link !== null && /^https?:\S+#/i.test(guid) && canonicalLink(guid) === canonicalLink(link);
}

/** Whether an entry is dated further ahead than any clock is wrong. */
export function isAhead({ published, updated }: Entry, now: Instant): boolean {
  const said = published ?? updated;
  return said !== null && between(now, said) > CLOCK_SLACK;
}

/** What is odd about one entry. */
export function odditiesOf(
  { entry, isDateUncertain }: Extract<ReadSlot, { kind: 'read' }>,
  reading: Reading,
): readonly Oddity[] {
  const found: Readonly<Record<Oddity, boolean>> = {
    undated: (entry.published ?? entry.updated) === null,
    uncertain: isDateUncertain,
    future: isAhead(entry, reading.now),
    damaged: isDamaged(entry),
    foreign: isForeign(entry, reading),
    pages: isPage(entry),
    teasers: isTeaser(entry),
    trackedGuids: hasTrackedGuid(entry),
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
  readonly published: Instant | null;
  readonly oddities: readonly Oddity[];
  readonly address: string | null;
  readonly title: string;
  /** It is an earlier entry again. */
  readonly isRepeated: boolean;
  readonly isKnown: boolean;
}

function counts(entries: readonly EntrySigns[]): Readonly<Record<Oddity, number>> {
  const found = { undated: 0, uncertain: 0, future: 0, damaged: 0, foreign: 0, pages: 0, teasers: 0, trackedGuids: 0 };
  for (const { oddities } of entries) for (const oddity of oddities) found[oddity] += 1;
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

/** Titles that stand under more than one address. */
function doublesIn(entries: readonly EntrySigns[]): number {
  const places = new Map<string, Set<string>>();
  for (const { title, address } of entries) {
    if (title !== '' && address !== null) places.set(title, (places.get(title) ?? new Set()).add(address));
  }
  return [...places.values()].filter((addresses) => addresses.size > 1).length;
}

/** The signs of a document from those of its entries. */
export function signsOf(
  entries: readonly EntrySigns[],
  document: Pick<DocumentSigns, 'title' | 'whole' | 'delta'>,
): DocumentSigns {
  const dates = entries
    .map(({ published }) => published)
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
