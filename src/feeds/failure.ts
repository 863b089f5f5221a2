/** How a request failed, in a verdict and in words for operators. */
import type { FailureVerdict } from '../domain/feed.ts';
import { type Instant, MINUTE, plus } from '../domain/time.ts';
import { RefusedAddress } from './guard.ts';
import { type Headers, headerOf, retryAt } from './headers.ts';
import { PackedTooOften, TooLarge } from './unpack.ts';

export interface Failure {
  readonly kind: 'failed';
  readonly verdict: FailureVerdict;
  /** What happened and what to do, one clause each; whoever knows the feed says where. */
  readonly reason: string;
  readonly retryAt: Instant | null;
}

/** The request took longer than it may. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** A document took more time or memory than any feed may. */
export class Hostile extends Error {
  override readonly name = 'Hostile';
}

/** The desk is stopping. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Wait after a 429 that does not say how long, as NetNewsWire does. */
const DEFAULT_WAIT = 10 * MINUTE;

type Judged = readonly [verdict: Failure['verdict'], reason: string];

const BY_STATUS: ReadonlyMap<number, Judged> = new Map([
  [304, ['http_error', 'answered 304 although nothing was known of it; look again later']],
  [401, ['http_error', 'answered 401 and wants a login; use an address that is open to all']],
  [403, ['http_error', 'answered 403 and refuses the desk; ask the outlet, or use another address']],
  [404, ['http_error', 'answered 404: nothing is there; look up the present address of the feed']],
  [406, ['http_error', 'answered 406: it refuses the User-Agent or the formats asked for; set another User-Agent']],
  [
    410,
    [
      'gone',
      'answered 410: it is gone for good and asked once a week from now on; remove the feed or look up its successor',
    ],
  ],
]);

const BY_CODE: ReadonlyMap<string, Judged> = new Map([
  ['ERR_INVALID_URL', ['unreachable', 'its address is no URL; correct it']],
  ['ENOTFOUND', ['unreachable', 'the name has no address; check the spelling of the address']],
  ['EAI_AGAIN', ['unreachable', "the name could not be looked up; check this machine's DNS"]],
  ['ECONNREFUSED', ['unreachable', 'the connection was refused; check host and port, or wait for the outlet']],
  ['ECONNRESET', ['unreachable', 'the connection was closed before an answer; it is tried again']],
  ['UND_ERR_SOCKET', ['unreachable', 'the connection was closed before an answer; it is tried again']],
  ['ENETUNREACH', ['unreachable', "there is no way to that network; check this machine's connection"]],
  ['EHOSTUNREACH', ['unreachable', "there is no way to that host; check this machine's connection"]],
  ['CERT_HAS_EXPIRED', ['unreachable', 'its certificate has expired; the outlet must renew it']],
  ['ERR_TLS_CERT_ALTNAME_INVALID', ['unreachable', 'its certificate is for another name; check the address']],
  ['ETIMEDOUT', ['timeout', 'no connection came about in time; it is tried again']],
  ['UND_ERR_HEADERS_TIMEOUT', ['timeout', 'no answer came in time; it is tried again']],
  ['UND_ERR_CONNECT_TIMEOUT', ['timeout', 'no connection came about in time; it is tried again']],
]);

/** What an answer that brings no document means. */
export function failureOfStatus(status: number, headers: Headers, now: Instant): Failure {
  if (headerOf(headers, 'cf-mitigated') === 'challenge') {
    return failed(
      'challenge_page',
      `answered ${status} with a page that tests for browsers; ask the outlet or use another address`,
    );
  }
  const asked = retryAt(headers, now);
  if (status === 429 || (status === 503 && asked !== null)) {
    const reason = `answered ${status}: too many requests; the desk waits as asked, give the feed a longer interval if it stays so`;
    return { ...failed('rate_limited', reason), retryAt: asked ?? plus(now, DEFAULT_WAIT) };
  }
  const [verdict, reason] = BY_STATUS.get(status) ?? ['http_error', otherStatus(status)];
  return failed(verdict, reason);
}

function otherStatus(status: number): string {
  return status >= 500
    ? `answered ${status}: the server is in trouble; it is tried again`
    : `answered ${status}, which brings no feed; check the address`;
}

/** What an error thrown on the way means. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof RefusedAddress) {
    return failed('refused_address', `${error.message}; ${error.remedy}`);
  }
  if (error instanceof TooLarge) return failed('too_large', `${error.message}; check that the address is a feed's`);
  if (error instanceof PackedTooOften) return failed('http_error', `${error.message}; ask the outlet to pack it once`);
  if (error instanceof Hostile) return failed('hostile', `${error.message}; nothing of it was taken`);
  if (error instanceof TimedOut) return failed('timeout', `${error.message}; it is tried again`);
  if (error instanceof Stopped)
    return failed('unreachable', 'the desk stopped while it was being fetched; it is tried again');
  const code = codeOf(error);
  const [verdict, reason] = BY_CODE.get(code) ?? ['unreachable', `the request failed (${code}); it is tried again`];
  return failed(verdict, reason);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown cause';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.slice(0, 120);
}

/** A failure that names no time to try again. */
export function failed(verdict: Failure['verdict'], reason: string): Failure {
  return { kind: 'failed', verdict, reason, retryAt: null };
}
