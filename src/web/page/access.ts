/** Who may read: with a token whoever knows it, without one this machine alone, and no page elsewhere in its name. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = 'desk';
const PURPOSE = 'deadline desk page';

/** Digests instead of the texts, so that the time of comparing tells nothing of them. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', PURPOSE).update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function cookieValue(token: string): string {
  return createHmac('sha256', token).update(PURPOSE).digest('base64url');
}

function cookieIn(request: IncomingMessage): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? null;
}

function bearerIn(request: IncomingMessage): string | null {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** A page elsewhere may point a name of its own at this machine and have the browser read for it. */
function isOfThisMachine(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

export type Access =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused' }
  /** The token stood in the address: from now on a cookie stands for it. */
  | { readonly kind: 'entered'; readonly cookie: string };

/** What `request` for `url` may read, where `token` (null: none) guards the pages. */
export function accessOf(request: IncomingMessage, url: URL, token: string | null): Access {
  if (token === null) return { kind: isOfThisMachine(request.headers.host) ? 'granted' : 'refused' };
  const written = url.searchParams.get('token');
  if (written !== null && same(written, token)) {
    return { kind: 'entered', cookie: `${COOKIE}=${cookieValue(token)}; HttpOnly; SameSite=Strict; Path=/` };
  }
  const [bearer, cookie] = [bearerIn(request), cookieIn(request)];
  const isKnown = (bearer !== null && same(bearer, token)) || (cookie !== null && same(cookie, cookieValue(token)));
  return { kind: isKnown ? 'granted' : 'refused' };
}
