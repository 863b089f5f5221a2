/**
 * One polite GET: conditional, compressed, guarded on every hop, under one deadline from the first look-up to the last
 * byte, and never more than a cap of bytes.
 */
import { Agent, buildConnector } from 'undici';
import { NOTHING_KNOWN, type Validators } from '../domain/feed.ts';
import { between, DAY, type Instant } from '../domain/time.ts';
import { readDate } from './dates.ts';
import { type Answered, exchange } from './exchange.ts';
import { type Failure, failed, failureOfError, failureOfStatus } from './failure.ts';
import { createGuard, type Guard } from './guard.ts';
import { charsetOf, freshMinutes, type Headers, headerOf, wantsNothingKept } from './headers.ts';
import { Patience } from './patience.ts';

export interface HttpOptions {
  /** Product, version and a contact address, so that outlets can tell who polls them. */
  readonly userAgent: string;
  /** For the whole request, redirects included. */
  readonly timeoutMs: number;
  /** Of a body, both as sent and as unpacked. */
  readonly maxBytes: number;
  /** An outlet's server never sees more connections of us at once. */
  readonly perHost: number;
  /** Hosts that may be fetched although their address is not public. */
  readonly allowedHosts: readonly string[];
}

/** What the headers of an answer say, whatever it brings. */
interface Said {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Minutes for which it says it stays fresh; null when it says none. */
  readonly freshMinutes: number | null;
  /** Where it was found in the end. */
  readonly url: string;
  /** Whether every redirect on the way was a permanent one and there was one. */
  readonly moved: boolean;
}

export interface Body extends Said {
  readonly kind: 'body';
  /** As sent. */
  readonly bytes: Buffer;
  /** How they are packed: Content-Encoding's value, null when it says nothing. */
  readonly packing: string | null;
  /** False when the connection closed before the body ended. */
  readonly complete: boolean;
  /** It lists what is new since the validators sent, and leaves out the rest (226 IM Used, RFC 3229). */
  readonly delta: boolean;
  readonly charset: string | null;
}

export interface NotModified extends Said {
  readonly kind: 'not_modified';
}

export type Answer = Body | NotModified | Failure;

/** One document asked for. */
export interface Ask {
  readonly url: string;
  /** Empty ones are not sent. */
  readonly validators: Validators;
  readonly now: Instant;
  /** Whether the server lately took longer than most. */
  readonly isSlow: boolean;
  /** Ends the request at once. */
  readonly signal: AbortSignal;
}

export interface Http {
  /** Never rejects. */
  get(ask: Ask): Promise<Answer>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
const KEEP_ALIVE_MS = 30_000;
/** A server may think this long before it answers; one that was too slow for it lately gets more. */
const SILENCE_MS = 4_500;
const SLOW_SILENCE_MS = 10_000;
/** A date further ahead than clocks are wrong would match for ever. */
const LAST_MODIFIED_SLACK = DAY;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

interface Request {
  readonly options: HttpOptions;
  readonly guard: Guard;
  readonly agent: Agent;
  readonly ask: Ask;
  readonly patience: Patience;
}

/** The request that redirects led to, or the only one. */
interface LastHop {
  readonly url: URL;
  /** What it was sent with. */
  readonly known: Validators;
  /** See `Said`. */
  readonly moved: boolean;
}

/** Keeps connections alive between polls until it is closed. */
export function createHttp(options: HttpOptions): Http {
  const guard = createGuard(options.allowedHosts);
  const agent = new Agent({
    connect: guardedConnector(guard, options.timeoutMs),
    connections: options.perHost,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  return {
    get: async (ask) => {
      const patience = new Patience(options.timeoutMs, ask.signal);
      try {
        return await follow({ options, guard, agent, ask, patience });
      } catch (error) {
        return failureOfError(error);
      } finally {
        patience.release();
      }
    },
    close: () => agent.destroy(),
  };
}

/** Connects as undici does, and gives nobody a connection that ended where none may go. */
export function guardedConnector(guard: Guard, timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ lookup: guard.lookup, timeout: timeoutMs });
  return (target, callback) => {
    connect(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      const refusal = refusalOf(() => guard.checkReached(target.hostname, socket.remoteAddress));
      if (refusal === null) return callback(null, socket);
      socket.destroy();
      return callback(refusal, null);
    });
  };
}

function refusalOf(check: () => void): Error | null {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error('refused', { cause: error });
  }
}

/** A delta (RFC 3229) is asked for only where the server has something to compare with. */
function requestHeaders(userAgent: string, { etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT,
    'accept-encoding': 'br, gzip, deflate',
    ...(etag === null ? {} : { 'if-none-match': etag, 'a-im': 'feed' }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

async function follow(request: Request): Promise<Answer> {
  const asked = plain(new URL(request.ask.url));
  let url = asked;
  let moved = true;
  const visited = new Set<string>();
  while (visited.size <= MAX_REDIRECTS) {
    const known = knownTo(url, visited.size === 0, request.ask);
    visited.add(url.href);
    const answered = await send(request, url, known);
    const target = redirectTarget(answered, url);
    if (target === null) return answerOf(request.ask, answered, { url, known, moved: moved && visited.size > 1 });
    request.guard.checkRedirect(asked, target);
    if (visited.has(target.href)) return failed('http_error', 'it redirects in a circle; check the address');
    moved &&= PERMANENT.has(answered.status);
    url = target;
  }
  return failed('http_error', `it redirects more than ${MAX_REDIRECTS} times; check the address`);
}

/** What is asked for and what may be recorded of an address: credentials are neither sent nor kept. */
function plain(address: URL): URL {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** Validators mean something to the address they came from only: another's date may be later than its news. */
function knownTo(url: URL, isFirst: boolean, { validators }: Ask): Validators {
  const isTheirs = validators.from === null ? isFirst : validators.from === url.href;
  return isTheirs ? validators : NOTHING_KNOWN;
}

/** Rejects with `RefusedAddress` before anything is sent where nothing may be sent. */
async function send(request: Request, url: URL, known: Validators): Promise<Answered> {
  const { guard, agent, ask, options, patience } = request;
  guard.check(url);
  const headers = requestHeaders(options.userAgent, known);
  const silenceMs = ask.isSlow ? SLOW_SILENCE_MS : SILENCE_MS;
  return exchange({ agent, url, headers, maxBytes: options.maxBytes, silenceMs, patience });
}

function redirectTarget({ status, headers }: Answered, from: URL): URL | null {
  const location = headerOf(headers, 'location');
  return REDIRECTS.has(status) && location !== null && URL.canParse(location, from.href)
    ? plain(new URL(location, from))
    : null;
}

function answerOf({ now }: Ask, answered: Answered, last: LastHop): Answer {
  const { status, headers } = answered;
  const isChallenge = headerOf(headers, 'cf-mitigated') === 'challenge';
  if (status >= 200 && status < 300 && !isChallenge) return bodyOf(answered, last, now);
  if (status === 304 && isConditional(last.known)) return { kind: 'not_modified', ...saidBy(headers, last, now) };
  return failureOfStatus(status, headers, now);
}

function isConditional({ etag, lastModified }: Validators): boolean {
  return etag !== null || lastModified !== null;
}

function bodyOf(answered: Answered, last: LastHop, now: Instant): Body {
  const { status, headers, bytes, complete } = answered;
  const packing = headerOf(headers, 'content-encoding');
  const said = saidBy(headers, last, now);
  return { kind: 'body', bytes, packing, complete, delta: status === 226, charset: charsetOf(headers), ...said };
}

function saidBy(headers: Headers, { url, known, moved }: LastHop, now: Instant): Said {
  const isKept = !wantsNothingKept(headers);
  return {
    etag: isKept ? headerOf(headers, 'etag') : null,
    lastModified: isKept ? lastModifiedOf(headers, known, now) : null,
    freshMinutes: freshMinutes(headers, now),
    url: url.href,
    moved,
  };
}

function lastModifiedOf(headers: Headers, known: Validators, now: Instant): string | null {
  const value = headerOf(headers, 'last-modified');
  if (value === known.lastModified) return value;
  const date = value === null ? null : readDate(value);
  return date !== null && between(now, date) > LAST_MODIFIED_SLACK ? null : value;
}
