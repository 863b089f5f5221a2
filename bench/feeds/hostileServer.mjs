/**
 * A child process that serves hostile inputs on loopback: `/document/<number>` and `/play/<number>` of their lists,
 * and an ordinary feed anywhere else. It says its `{ url }`, then makes ready each path it is told.
 */
import { createServer } from 'node:http';
import { endWithParent } from './children.mjs';
import { HOSTILE_DOCUMENTS } from './hostileDocuments.mjs';
import { HOSTILE_PLAYS } from './hostilePlays.mjs';

const ORDINARY = {
  body: () => '<rss version="2.0"><channel><title>Desk</title><item><title>Talks</title></item></channel></rss>',
  play: playDocument,
};

/** One at a time is kept: together they are large. */
let ready = { path: null, body: null };

function playDocument(response, _, body) {
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
}

function inputAt(path) {
  const [, kind, number] = path.split('/');
  if (kind === 'play') return HOSTILE_PLAYS[number];
  return kind === 'document' ? { body: () => HOSTILE_DOCUMENTS[number].write(1), play: playDocument } : ORDINARY;
}

function makeReady(path) {
  ready = { path, body: inputAt(path).body?.() };
}

function answer({ url }, response) {
  const [path] = url.split('?');
  if (path !== ready.path) makeReady(path);
  inputAt(path).play(response, url, ready.body);
}

endWithParent();
const server = createServer(answer);
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('message', (path) => {
  makeReady(path);
  process.send({ path });
});
