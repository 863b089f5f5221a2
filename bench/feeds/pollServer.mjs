/**
 * A child process that serves the fifty feeds at `/<number>` on loopback, compressed for whoever takes it, with validators and 304. It says
 * its `{ url }`; told `{ step }` it moves there and says so, told anything else it says what headers it was last asked with.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { endWithParent } from './children.mjs';
import { documentsAt } from './documents.mjs';

const HEADERS = {
  'content-type': 'application/rss+xml; charset=utf-8',
  'cache-control': 'public, max-age=300',
  vary: 'Accept-Encoding',
};

let documents = [];
let asked = {};

function moveTo(step) {
  documents = documentsAt(step).map(({ text, etag, lastModified }) => ({
    plain: Buffer.from(text),
    packed: gzipSync(text),
    etag,
    headers: { ...HEADERS, etag, 'last-modified': lastModified },
  }));
}

function answer({ url, headers: sent }, response) {
  asked = sent;
  const { plain, packed, etag, headers } = documents[Number(url.slice(1))];
  if (sent['if-none-match'] === etag) return response.writeHead(304, headers).end();
  const isPacked = /gzip/.test(sent['accept-encoding'] ?? '');
  const body = isPacked ? packed : plain;
  const encoding = isPacked ? { 'content-encoding': 'gzip' } : {};
  return response.writeHead(200, { ...headers, ...encoding, 'content-length': body.length }).end(body);
}

endWithParent();
moveTo(0);
const server = createServer(answer);
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('message', ({ step }) => {
  if (step !== undefined) moveTo(step);
  process.send(step === undefined ? asked : { step });
});
