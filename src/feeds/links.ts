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

/**
 * The same text for every spelling of one address: https, no `www.`, no fragment, no tracking, no trailing slash,
 * parameters sorted. For comparing, not for opening. What is no URL stands for itself.
 */
export function canonicalLink(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name.toLowerCase()));
  const query = new URLSearchParams(kept.sort(byText)).toString();
  const path = url.pathname.replaceAll('//', '/').replace(/\/$/, '');
  return `https://${bareHost(url)}${path}${query === '' ? '' : `?${query}`}`;
}

/** Host and port without `www.`. */
export function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '');
}

function isTracking(name: string): boolean {
  return EXACT.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}

function byText(a: readonly [string, string], b: readonly [string, string]): number {
  const [left, right] = [a.join('='), b.join('=')];
  return left < right ? -1 : Number(left > right);
}
