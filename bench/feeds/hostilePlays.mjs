/**
 * Servers that behave badly, each `{ name, play }`: `play(response, path, body)` answers one request. `body()` makes
 * what takes time to make; `waits` marks those that would keep a reader for ever.
 */
import { Readable } from 'node:stream';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const MEGABYTE = 1_000_000;
const DRIP_MS = 100;
const ITEM = '<item><title>The talks go on</title><guid>1</guid></item>';
const FEED = `<rss version="2.0"><channel><title>Desk</title>${ITEM}<!-- ${'a'.repeat(20_000)} --></channel></rss>`;

function spaces(megabytes) {
  return Buffer.alloc(megabytes * MEGABYTE, ' ');
}

function brotliBomb() {
  return brotliCompressSync(spaces(100), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
}

function halfOfGzip() {
  const whole = gzipSync(FEED);
  return whole.subarray(0, whole.length / 2);
}

function packed(response, encoding, body) {
  response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length }).end(body);
}

/** As fast as it is read, until it is all there or someone hangs up. */
function flood(response, megabytes) {
  const pieces = Readable.from(Array.from({ length: megabytes }, () => spaces(1)));
  response.on('close', () => pieces.destroy());
  pieces.pipe(response.writeHead(200));
}

/** Writes `piece` again and again until the connection closes. */
function drip(stream, piece) {
  const timer = setInterval(() => stream.write(piece), DRIP_MS);
  stream.on('close', () => clearInterval(timer));
}

/** What Node's server would not let through goes to the socket itself, which is answered. */
function raw(response, text) {
  const { socket } = response;
  response.detachSocket(socket);
  socket.on('error', () => socket.destroy());
  socket.write(`HTTP/1.1 200 OK\r\n${text}`);
  return socket;
}

function withLength(response, length) {
  raw(response, `Content-Length: ${length}\r\n\r\n${FEED}`).end();
}

function redirected(response, location) {
  response.writeHead(302, { location }).end();
}

function circle(response, path) {
  redirected(response, path.endsWith('?back') ? path.replace('?back', '') : `${path}?back`);
}

export const HOSTILE_PLAYS = [
  { name: 'body of 200 MB', play: (response) => flood(response, 200) },
  { name: 'slow drip of the body', waits: true, play: (response) => drip(response.writeHead(200), '<item>') },
  { name: 'slow drip of the headers', waits: true, play: (response) => drip(raw(response, ''), 'X-Drip: 1\r\n') },
  { name: 'a server that says nothing', waits: true, play: () => {} },
  { name: 'endless redirects', play: (response, path) => redirected(response, `${path}?on`) },
  { name: 'redirects in a circle', play: circle },
  { name: 'gzip cut off', body: halfOfGzip, play: (response, _, body) => packed(response, 'gzip', body) },
  {
    name: 'gzip bomb of 100 MB',
    body: () => gzipSync(spaces(100)),
    play: (response, _, body) => packed(response, 'gzip', body),
  },
  { name: 'brotli bomb of 100 MB', body: brotliBomb, play: (response, _, body) => packed(response, 'br', body) },
  { name: 'content-length too long', play: (response) => withLength(response, FEED.length + 1_000) },
  { name: 'content-length too short', play: (response) => withLength(response, 100) },
];
