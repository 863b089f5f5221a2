/**
 * One polite GET: conditional, compressed, guarded on every hop, under one deadline from the first look-up to the last
 * byte, and never more than a cap of bytes.
 */
import { Agent, type Dispatcher, request } from 'undici';
import type { Validators } from '../domain/feed.ts';
import type { Instant } from '../domain/time.ts';
import { type Failure, failed, failureOfError, failureOfStatus, Stopped, TimedOut } from './failure.ts';
import { createGuard, type Guard } from './guard.ts';
import { charsetOf, type Headers, headerOf, maxAgeMinutes } from './headers.ts';
import { TooLarge, unpack } from './unpack.ts';

export interface HttpOptions {
  /** Product, version and a contact address, so that outlets can tell who polls them. */
  readonly userAgent: string;
  /** For the whole request, redirects included. */
  readonly timeoutMs: number;
  /** Of a body, both as sent and as unpacked. */
  readonly maxBytes: number;
  /** Hosts that may be fetched although their address is not public. */
  readonly allowedHosts: readonly string[];
}

/** What the headers of an answer say, whatever it brings. */
interface Said {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Minutes of Cache-Control's max-age; null when it says none. */
  readonly maxAgeMinutes: number | null;
}

export interface Body extends Said {
  readonly kind: 'body';
  readonly bytes: Buffer;
  /** False when the connection closed before the body ended. */
  readonly complete: boolean;
  /** Where it was found in the end. */
  readonly url: string;
  /** Whether every redirect on the way was a permanent one and there was one. */
  readonly moved: boolean;
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
/** An outlet's server never sees more of us at once. */
const CONNECTIONS_PER_HOST = 2;
const KEEP_ALIVE_MS = 30_000;
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
    connect: { lookup: guard.lookup, timeout: options.timeoutMs },
    connections: CONNECTIONS_PER_HOST,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
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

function requestHeaders(userAgent: string, { etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT,
    'accept-encoding': 'br, gzip, deflate',
    ...(etag === null ? {} : { 'if-none-match': etag }),
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
  if (statusCode === 304 && ask.conditional) return { kind: 'not_modified', ...saidBy(headers) };
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
  return { kind: 'body', bytes, complete, url: url.href, moved, charset: charsetOf(headers), ...saidBy(headers) };
}

function saidBy(headers: Headers): Said {
  return {
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    maxAgeMinutes: maxAgeMinutes(headers),
  };
}

/** What came before a connection closed early may still hold complete entries; a request we ended ourselves may not. */
async function readAll(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ sent: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > maxBytes) throw new TooLarge(`the body is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    return { sent: Buffer.concat(chunks), complete: true };
  } catch (error) {
    if (error instanceof TooLarge || signal.aborted || chunks.length === 0) throw error;
    return { sent: Buffer.concat(chunks), complete: false };
  }
}

/** Reads the rest of a small body and drops the connection of a large one; that it failed concerns nobody. */
async function dump({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<void> {
  await body.dump({ limit: DUMPED_BYTES, signal }).catch(() => undefined);
}
