/** Links of entries: made absolute for people, made canonical for telling whether two lead to the same article. */

/** Parameters that say where a reader came from; a name that ends in `_` stands for all that begin with it. */
const TRACKING: readonly string[] = [
  'utm_',
  'mtm_',
  'pk_',
  'at_', // BBC
  'ns_', // BBC, Daily Mail
  'hsa_',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  'ito', // Daily Mail
  'xtor', // France Televisions
  'ref', // Sydney Morning Herald
  'ref_src',
  'referrer',
  'mod', // Wall Street Journal
  'cmp', // Guardian
  'cmpid',
  'smid', // New York Times
  'ocid', // BBC
  'maca', // Deutsche Welle
  'traffic_source', // Al Jazeera
  'ftag',
  'guccounter',
  '_ga',
];

const EXACT = new Set(TRACKING.filter((name) => !name.endsWith('_')));
const PREFIXES = TRACKING.filter((name) => name.endsWith('_'));

/** An absolute http(s) URL; null when `reference` is none and `base` does not make it one. */
export function absoluteUrl(reference: string, base: string | null): string | null {
  const trimmed = reference.trim();
  const start = base ?? undefined;
  if (trimmed === '' || !URL.canParse(trimmed, start)) return null;
  const { href } = new URL(trimmed, start);
  return href.startsWith('https:') || href.startsWith('http:') ? href : null;
}

/** A link taken apart once for all that is asked of it. */
export interface ReadLink {
  /** Null for what is no URL. */
  readonly url: URL | null;
  /** See `canonicalLink`. */
  readonly canonical: string;
}

export function readLink(link: string): ReadLink {
  const url = URL.canParse(link) ? new URL(link) : null;
  return { url, canonical: url === null ? link : canonicalUrl(url) };
}

/**
 * The same text for every spelling of one address: https, no `www.`, no fragment, no tracking, no trailing slash,
 * parameters sorted. For comparing, not for opening. What is no URL stands for itself.
 */
export function canonicalLink(link: string): string {
  return readLink(link).canonical;
}

function canonicalUrl(url: URL): string {
  const query = url.search === '' ? '' : canonicalQuery(url.searchParams);
  const path = url.pathname.replaceAll('//', '/').replace(/\/$/, '');
  return `https://${bareHost(url)}${path}${query === '' ? '' : `?${query}`}`;
}

function canonicalQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name]) => !isTracking(name.toLowerCase()));
  return new URLSearchParams(kept.sort(byText)).toString();
}

/** Host and port without `www.`. */
export function bareHost(url: URL): string {
  return url.host.startsWith('www.') ? url.host.slice(4) : url.host;
}

function isTracking(name: string): boolean {
  return EXACT.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}

function byText(a: readonly [string, string], b: readonly [string, string]): number {
  const [left, right] = [a.join('='), b.join('=')];
  return left < right ? -1 : Number(left > right);
}
