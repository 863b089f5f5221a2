/** What response headers say, in units of ours. */
import { between, DAY, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import { readDate } from './dates.ts';

/** A response's headers by lower-case name. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Nobody is believed who asks for more than a day. */
export const LONGEST_WAIT = DAY;

/** The header's value, several joined; null when it is absent or empty: an empty validator would be sent back. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  const text = typeof value === 'string' ? value : (value ?? []).join(', ');
  return text.trim() === '' ? null : text.trim();
}

/** When Retry-After allows the next request, between now and a day from now; null when it says nothing readable. */
export function retryAt(headers: Headers, now: Instant): Instant | null {
  const value = headerOf(headers, 'retry-after');
  if (value === null) return null;
  const wanted = /^\d+$/.test(value) ? Number(value) * SECOND : msUntil(value, now);
  return wanted === null ? null : plus(now, Math.min(Math.max(wanted, 0), LONGEST_WAIT));
}

function msUntil(httpDate: string, now: Instant): number | null {
  const date = readDate(httpDate);
  return date === null ? null : between(now, date);
}

/**
 * Whole minutes for which the answer says it stays fresh, rounded up: Cache-Control's max-age, else Expires; null when
 * it says nothing or forbids keeping.
 */
export function freshMinutes(headers: Headers, now: Instant): number | null {
  const value = headerOf(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/no-cache|no-store/.test(value)) return null;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(value)?.[1];
  const ms = seconds === undefined ? expiresIn(headers, now) : Number(seconds) * SECOND;
  return ms <= 0 ? null : Math.ceil(ms / MINUTE);
}

function expiresIn(headers: Headers, now: Instant): number {
  const value = headerOf(headers, 'expires');
  return value === null ? 0 : (msUntil(value, now) ?? 0);
}

/** `Expires: 0` and the like: the server wants nothing of its answer kept, its validators neither. */
export function wantsNothingKept(headers: Headers): boolean {
  return /^(?:0|-1)$/.test(headerOf(headers, 'expires') ?? '');
}

/** The charset Content-Type names, without quotes; null when it names none. */
export function charsetOf(headers: Headers): string | null {
  const value = headerOf(headers, 'content-type') ?? '';
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(value)?.[1] ?? null;
}
