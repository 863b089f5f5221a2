/**
 * A thread that serves feeds: 40 items of a kilobyte each, the same whenever they are asked for, and none at addresses
 * below `/silent/`. It says its port, then each path it was asked for.
 */
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

const WORDS = 'Ferry talks go on between the ports as winter comes to the coast and the timetable is late again. ';

function itemOf(path, number) {
  const link = `http://127.0.0.1${path}/${number}`;
  const when = new Date(Date.UTC(2026, 0, 1, 0, number)).toUTCString();
  const text = `<title>Port ${path} reports ${number}</title><description>${WORDS.repeat(12)}</description>`;
  return `<item>${text}<link>${link}</link><guid>${link}</guid><pubDate>${when}</pubDate></item>`;
}

function feedOf(path) {
  const items = Array.from({ length: path.startsWith('/silent/') ? 0 : 40 }, (_, number) => itemOf(path, number)).join(
    '',
  );
  return `<rss version="2.0"><channel><title>${path}</title><link>http://127.0.0.1/</link>${items}</channel></rss>`;
}

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/rss+xml').end(feedOf(request.url));
  parentPort.postMessage(request.url);
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
