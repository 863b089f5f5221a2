/** The demo's outlets over real HTTP: one server on this machine, `/<feed id>` for each feed of the world. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FeedId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { type DemoDocument, documentAt, editionAt } from './document.ts';
import type { DemoWorld } from './world.ts';

export interface DemoServer {
  /** Where a feed of the world is read. */
  url(feed: FeedId): string;
  /** Requests answered until now. */
  requests(): number;
  /** Ends every connection. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** A document with its packed twin and its validators. */
interface Edition {
  readonly at: Instant | null;
  readonly document: DemoDocument;
  readonly etag: string | null;
  readonly packed: Buffer;
}

function editionOf(at: Instant | null, document: DemoDocument): Edition {
  const hash = createHash('sha256').update(document.body).digest('hex').slice(0, 32);
  // Weak, because the packed and the plain form share it.
  const etag = 'last-modified' in document.headers ? `W/"${hash}"` : null;
  return { at, document, etag, packed: gzipSync(document.body) };
}

/** Editions by feed, made once for all polls between two changes of the feed. */
function pressOf(world: DemoWorld): (feed: string, now: Instant) => Edition | null {
  const printed = new Map<string, Edition>();
  return (feedId, now) => {
    const feed = world.feeds.get(feedId);
    if (feed === undefined) return null;
    const at = editionAt(feed, now);
    const known = printed.get(feedId);
    if (known !== undefined && known.at === at) return known;
    const document = documentAt(world, feedId, now);
    if (document === null) return null;
    const edition = editionOf(at, document);
    printed.set(feedId, edition);
    return edition;
  };
}

function isSameTag(header: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => opaque(tag) === opaque(etag) || tag.trim() === '*');
}

/** If-None-Match counts before If-Modified-Since, RFC 9110 section 13.2.2. */
function isUnchanged(request: IncomingMessage, { etag, document }: Edition): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  const modified = document.headers['last-modified'];
  if (etag === null || modified === undefined) return false;
  if (tags !== undefined) return isSameTag(tags, etag);
  return since !== undefined && Date.parse(modified) <= Date.parse(since);
}

function acceptsGzip(request: IncomingMessage): boolean {
  const offers = String(request.headers['accept-encoding'] ?? '').split(',');
  return offers.some((offer) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(offer));
}

function send(request: IncomingMessage, response: ServerResponse, edition: Edition): void {
  const { document, etag, packed } = edition;
  const validators = etag === null ? {} : { etag };
  const headers = { ...document.headers, ...validators, vary: 'accept-encoding' };
  if (isUnchanged(request, edition)) {
    response.writeHead(304, headers).end();
    return;
  }
  const isPacked = acceptsGzip(request);
  const body = isPacked ? packed : document.body;
  const encoding = isPacked ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(document.status, { ...headers, ...encoding, 'content-length': body.length }).end(body);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      if (address !== null && typeof address !== 'string') resolve(address.port);
      else reject(new Error('the demo server listens on no port'));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

/** Serves the world on a free port of 127.0.0.1 as it stands at `now()`: ETag, Last-Modified, 304, gzip, keep-alive. */
export async function startDemoServer(world: DemoWorld, now: () => Instant): Promise<DemoServer> {
  const press = pressOf(world);
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const edition = press((request.url ?? '/').slice(1), now());
    if (request.method !== 'GET') refuse(response, 405, 'Feeds are for reading.');
    else if (edition === null) refuse(response, 404, 'No such feed in the demo.');
    else send(request, response, edition);
  });
  const port = await listen(server);
  return {
    url: (feed) => `http://${HOST}:${port}/${feed}`,
    requests: () => requests,
    close: () => close(server),
  };
}
