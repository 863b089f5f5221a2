/**
 * One polite GET: conditional, compressed, guarded on every hop, under one deadline from the first look-up to the last
 * byte, and never more than a cap of bytes.
 */
import type { Readable } from 'node:stream';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import type { Validators } from '../domain/feed.ts';
import { between, DAY, type Instant } from '../domain/time.ts';
import { readDate } from './dates.ts';
import { type Failure, failed, failureOfError, failureOfStatus, Stopped, TimedOut } from './failure.ts';
import { createGuard, type Guard } from './guard.ts';
import { charsetOf, freshMinutes, type Headers, headerOf, wantsNothingKept } from './headers.ts';
import { TooLarge, unpack } from './unpack.ts';

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
  readonly bytes: Buffer;
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

export interface Http {
  /** Never rejects. Empty validators are not sent; `signal` ends the request at once. */
  get(url: string, validators: Validators, now: Instant, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
const KEEP_ALIVE_MS = 30_000;
/** A server may think this long before it answers. */
const LONGEST_SILENCE_MS = 10_000;
/** A body must come at this pace, averaged from its first byte, once it had time to begin: else it is a drip. */
const SLOWEST_BYTES_A_SECOND = 1_024;
const PACE_AFTER_MS = 3_000;
/** A date further ahead than clocks are wrong would match for ever. */
const LAST_MODIFIED_SLACK = DAY;
/** Of a body nobody reads, this much is read so that its connection can be used again. */
const DUMPED_BYTES = 64 * 1024;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

interface Request {
  readonly options: HttpOptions;
  readonly guard: Guard;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly conditional: boolean;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

/** Keeps connections alive between polls until it is closed. */
export function createHttp(options: HttpOptions): Http {
  const guard = createGuard(options.allowedHosts);
  const agent = new Agent({
    connect: guardedConnector(guard, options.timeoutMs),
    connections: options.perHost,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: LONGEST_SILENCE_MS,
    bodyTimeout: 0,
  });
  return {
    get: (url, validators, now, signal) => {
      const headers = requestHeaders(options.userAgent, validators);
      const conditional = validators.etag !== null || validators.lastModified !== null;
      return withDeadline(options.timeoutMs, signal, (deadline) =>
        follow({ options, guard, agent, headers, conditional, now, signal: deadline }, url),
      ).catch(failureOfError);
    },
    close: () => agent.close(),
  };
}

/** Connects as undici does, and gives nobody a connection that ended where none may go. */
function guardedConnector(guard: Guard, timeoutMs: number): buildConnector.connector {
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

/** Rejects with `TimedOut` or `Stopped` as soon as either is due, whatever `work` rejects with then. */
async function withDeadline<T>(ms: number, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onStop = () => controller.abort(new Stopped('stopped'));
  const onTime = () => controller.abort(new TimedOut(`it took longer than ${ms / 1000} seconds`));
  const timer = setTimeout(onTime, ms);
  stop.addEventListener('abort', onStop, { once: true });
  if (stop.aborted) onStop();
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', onStop);
  }
}

async function follow(ask: Request, address: string): Promise<Answer> {
  let url = new URL(address);
  let moved = true;
  const visited = new Set<string>();
  while (visited.size <= MAX_REDIRECTS) {
    visited.add(url.href);
    const response = await send(ask, url);
    const target = redirectTarget(response, url);
    if (target === null) return answerOf(ask, response, url, moved && visited.size > 1);
    await dump(response, ask.signal);
    if (visited.has(target.href)) return failed('http_error', 'it redirects in a circle; check the address');
    moved &&= PERMANENT.has(response.statusCode);
    url = target;
  }
  return failed('http_error', `it redirects more than ${MAX_REDIRECTS} times; check the address`);
}

function send({ guard, agent, headers, signal }: Request, url: URL): Promise<Dispatcher.ResponseData> {
  guard.check(url);
  return request(url, { dispatcher: agent, method: 'GET', headers, signal });
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null {
  const location = headerOf(headers, 'location');
  return REDIRECTS.has(statusCode) && location !== null && URL.canParse(location, from.href)
    ? new URL(location, from)
    : null;
}

async function answerOf(ask: Request, response: Dispatcher.ResponseData, url: URL, moved: boolean): Promise<Answer> {
  const { statusCode, headers } = response;
  if (statusCode >= 200 && statusCode < 300) return bodyOf(ask, response, url, moved);
  await dump(response, ask.signal);
  if (statusCode === 304 && ask.conditional) return { kind: 'not_modified', ...saidBy(headers, url, moved, ask.now) };
  return failureOfStatus(statusCode, headers, ask.now);
}

async function bodyOf(ask: Request, response: Dispatcher.ResponseData, url: URL, moved: boolean): Promise<Answer> {
  const { headers } = response;
  const { maxBytes } = ask.options;
  if (headerOf(headers, 'cf-mitigated') === 'challenge') {
    await dump(response, ask.signal);
    return failureOfStatus(response.statusCode, headers, ask.now);
  }
  const { sent, complete } = await readAll(response.body, maxBytes, ask.signal);
  const bytes = await unpack(sent, headerOf(headers, 'content-encoding'), maxBytes);
  const said = saidBy(headers, url, moved, ask.now);
  return { kind: 'body', bytes, complete, delta: response.statusCode === 226, charset: charsetOf(headers), ...said };
}

function saidBy(headers: Headers, url: URL, moved: boolean, now: Instant): Said {
  const isKept = !wantsNothingKept(headers);
  return {
    etag: isKept ? headerOf(headers, 'etag') : null,
    lastModified: isKept ? lastModifiedOf(headers, now) : null,
    freshMinutes: freshMinutes(headers, now),
    url: url.href,
    moved,
  };
}

function lastModifiedOf(headers: Headers, now: Instant): string | null {
  const value = headerOf(headers, 'last-modified');
  const date = value === null ? null : readDate(value);
  return date !== null && between(now, date) > LAST_MODIFIED_SLACK ? null : value;
}

/** Chunks of a body as they come, counted. */
interface Coming {
  readonly chunks: Buffer[];
  length: number;
}

/** Reads on until the end. Rejects with `TooLarge` beyond the cap. */
async function collect(body: AsyncIterable<Buffer>, maxBytes: number, coming: Coming): Promise<void> {
  for await (const chunk of body) {
    coming.length += chunk.length;
    if (coming.length > maxBytes) throw new TooLarge(`the body is larger than ${maxBytes} bytes`);
    coming.chunks.push(chunk);
  }
}

/** Ends a body that drips: `onDrip` when it comes slower than any honest server, measured every second. */
function watchPace(coming: Coming, onDrip: () => void): NodeJS.Timeout {
  let seconds = 0;
  return setInterval(() => {
    seconds += 1;
    const isDrip = seconds * 1_000 >= PACE_AFTER_MS && coming.length < seconds * SLOWEST_BYTES_A_SECOND;
    if (isDrip) onDrip();
  }, 1_000);
}

/** What came before a connection closed early may still hold complete entries; a request we ended ourselves may not. */
async function readAll(
  body: Readable,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ sent: Buffer; complete: boolean }> {
  const coming: Coming = { chunks: [], length: 0 };
  const pace = watchPace(coming, () => body.destroy(new TimedOut('its body came drop by drop')));
  try {
    await collect(body, maxBytes, coming);
    return { sent: Buffer.concat(coming.chunks), complete: true };
  } catch (error) {
    const isOurs = error instanceof TooLarge || error instanceof TimedOut || signal.aborted;
    if (isOurs || coming.length === 0) throw error;
    return { sent: Buffer.concat(coming.chunks), complete: false };
  } finally {
    clearInterval(pace);
  }
}

/** Reads the rest of a small body and drops the connection of a large one; that it failed concerns nobody. */
async function dump({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<void> {
  await body.dump({ limit: DUMPED_BYTES, signal }).catch(() => undefined);
}
