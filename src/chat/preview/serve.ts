/** The preview over HTTP: the page, its style, its script, its picture and its stream of events. Reading only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../../domain/ports.ts';
import { AVATAR_FILE } from './avatar.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** What the server shows. */
export interface Pages {
  /** The document, for the channel asked for or the first one. */
  page(channel: string | null): string;
  /** Takes over the response as a stream of what happened after event `since`. */
  events(response: ServerResponse, since: number): void;
  /** A deadline's history as SVG; null where there is none to show. */
  history(deadline: string): Promise<string | null>;
}

/** Nothing from elsewhere, nothing inline: text of a feed that got through as markup would still be without effect. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const HTML_TYPE = 'text/html; charset=utf-8';
const SVG_TYPE = 'image/svg+xml';
const TEXT_TYPE = 'text/plain; charset=utf-8';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const FILES: ReadonlyMap<string, Answer> = new Map([
  ['/preview.css', { status: 200, type: 'text/css; charset=utf-8', text: STYLE }],
  ['/preview.js', { status: 200, type: 'text/javascript; charset=utf-8', text: SCRIPT }],
  ['/icon.svg', { status: 200, type: SVG_TYPE, text: AVATAR_FILE.markup }],
]);

const NOT_FOUND: Answer = { status: 404, type: TEXT_TYPE, text: 'Nothing here. The preview is at /.\n' };
const READING_ONLY: Answer = { status: 405, type: TEXT_TYPE, text: 'The preview is for reading only.\n' };

/** What the reader has seen: after a lost connection the browser says so itself, in a header. */
function sinceOf(request: IncomingMessage, url: URL): number {
  const header = request.headers['last-event-id'];
  const number = Number(typeof header === 'string' ? header : url.searchParams.get('since'));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

async function historyOf(pages: Pages, deadline: string): Promise<Answer> {
  const svg = await pages.history(deadline);
  return svg === null ? NOT_FOUND : { status: 200, type: SVG_TYPE, text: svg };
}

async function answerTo(pages: Pages, url: URL): Promise<Answer> {
  const deadline = /^\/history\/([\w-]+)\.svg$/.exec(url.pathname)?.[1];
  if (deadline !== undefined) return historyOf(pages, deadline);
  if (url.pathname !== '/') return FILES.get(url.pathname) ?? NOT_FOUND;
  return { status: 200, type: HTML_TYPE, text: pages.page(url.searchParams.get('channel')) };
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  const headers = { ...HEADERS, 'content-type': type, 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}

async function respond(pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(`http://preview${request.url ?? '/'}`);
  if (request.method !== 'GET') return send(response, READING_ONLY);
  if (url.pathname === '/events') return pages.events(response, sinceOf(request, url));
  send(response, await answerTo(pages, url));
}

/** A server for `pages`, not yet listening. A page that cannot be drawn is a bug in the log, never the desk's end. */
export function createPreviewServer(pages: Pages, log: Log): Server {
  return createServer((request, response) => {
    respond(pages, request, response).catch((error) => {
      log.error({ err: error, url: request.url }, 'preview: a page could not be drawn');
      response.destroy();
    });
  });
}
