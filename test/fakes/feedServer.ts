/**
 * A feed server on loopback that answers as it is told:
 * `server.feed('/a').answers(200, body, { etag: '"1"' }).answers(304)`. Answers are given in order, the last one again
 * and again; what was asked is kept in `requests`.
 */
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

type Body = string | Uint8Array;
type HeaderValues = Readonly<Record<string, string>>;
type Play = (response: ServerResponse) => void;

/** One path and what it answers. */
export interface FakeFeed {
  readonly url: string;
  answers(status: number, body?: Body, headers?: HeaderValues): FakeFeed;
  redirects(to: string, status?: number): FakeFeed;
  /** Announces more than it sends, then hangs up. */
  hangsUpAfter(body: Body): FakeFeed;
  /** Sends `piece` again and again and never ends. */
  drips(piece: string, everyMs: number): FakeFeed;
  /** Sends its headers at once and the body after `ms`. */
  hesitates(ms: number, body: Body): FakeFeed;
  /** Takes the request and says nothing. */
  keepsSilent(): FakeFeed;
}

export interface FeedServer {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  readonly requests: readonly AskedRequest[];
  feed(path: string): FakeFeed;
  /** Connections made so far. */
  connectionsMade(): number;
  /** Resolves as soon as no connection is open. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startFeedServer(): Promise<FeedServer> {
  const plays = new Map<string, Play[]>();
  const requests: AskedRequest[] = [];
  const sockets = new Set<Socket>();
  const whenQuiet: (() => void)[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    const queue = plays.get(path) ?? [];
    const play = queue.length > 1 ? queue.shift() : queue[0];
    if (play) play(response);
    else response.writeHead(404).end();
  };
  const server = createServer(listener);
  let made = 0;
  server.on('connection', (socket) => {
    made++;
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) for (const tell of whenQuiet.splice(0)) tell();
    });
  });
  const host = `127.0.0.1:${await listen(server)}`;

  return {
    host,
    requests,
    feed: (path) => fakeFeed(`http://${host}${path}`, queueAt(plays, path)),
    connectionsMade: () => made,
    quiet: () => new Promise((tell) => (sockets.size === 0 ? tell() : whenQuiet.push(tell))),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** On loopback; answers the port. */
export function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((listening) => {
    server.listen(0, '127.0.0.1', () => listening(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

function queueAt(plays: Map<string, Play[]>, path: string): Play[] {
  const queue = plays.get(path) ?? [];
  plays.set(path, queue);
  return queue;
}

function fakeFeed(url: string, queue: Play[]): FakeFeed {
  const then = (play: Play): FakeFeed => {
    queue.push(play);
    return feed;
  };
  const feed: FakeFeed = {
    url,
    answers: (status, body = '', headers = {}) => then((response) => response.writeHead(status, headers).end(body)),
    redirects: (to, status = 302) => then((response) => response.writeHead(status, { location: to }).end('moved')),
    hangsUpAfter: (body) => then((response) => hangUpAfter(response, body)),
    drips: (piece, everyMs) => then((response) => drip(response, piece, everyMs)),
    hesitates: (ms, body) => then((response) => hesitate(response, ms, body)),
    keepsSilent: () => then(() => undefined),
  };
  return feed;
}

function hangUpAfter(response: ServerResponse, body: Body): void {
  response.writeHead(200, { 'content-length': String(body.length + 1_000) });
  response.write(body, () => response.destroy());
}

function hesitate(response: ServerResponse, ms: number, body: Body): void {
  response.writeHead(200).flushHeaders();
  const timer = setTimeout(() => response.end(body), ms);
  response.on('close', () => clearTimeout(timer));
}

function drip(response: ServerResponse, piece: string, everyMs: number): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on('close', () => clearInterval(timer));
}
