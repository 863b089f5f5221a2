/** The desk page over HTTP: reading only, nothing from elsewhere, no script at all. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { html } from '../../cards/html.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Listening, listenAt } from '../listen.ts';
import { type OutwardPorts, outwardAt } from '../out/answer.ts';
import { accessOf } from './access.ts';
import { framed } from './frame.ts';
import { routeOf } from './pages.ts';
import { deskStyle } from './style.ts';
import type { PagePorts, View } from './view.ts';

export interface DeskPageOptions extends PagePorts, OutwardPorts {
  readonly store: PagePorts['store'] & OutwardPorts['store'];
  /** What stands before outward addresses, without a slash at its end; null for this page's own. */
  readonly publicUrl: string | null;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What readers must know; null lets this machine read, and nobody else. */
  readonly token: string | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** What `drawMessages` is styled with, and the page's icon as SVG. */
  readonly messageStyle: string;
  readonly icon: string;
}

export type DeskPage = Listening;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const HTML_TYPE = 'text/html; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const READING_ONLY: Answer = {
  status: 405,
  type: TEXT_TYPE,
  text: 'This page is for reading only.\n',
  headers: { allow: 'GET, HEAD' },
};
const REFUSED: Answer = {
  status: 401,
  type: TEXT_TYPE,
  text: 'This page asks for its token: open it once with ?token=… behind the address, or send it as a bearer token.\n',
  headers: { 'www-authenticate': 'Bearer' },
};
const BROKEN: Answer = { status: 500, type: TEXT_TYPE, text: 'This page could not be drawn; the log says why.\n' };

const NOTHING_OUTWARD: Answer = { status: 404, type: TEXT_TYPE, text: 'There is nothing at this address.\n' };

const MISSING: View = {
  title: 'Nothing here',
  body: html`<p>There is no such page. <a href="/">All deadlines</a></p>`,
};

function entered(url: URL, cookie: string): Answer {
  url.searchParams.delete('token');
  const location = `${url.pathname}${url.search}`;
  return { status: 303, type: TEXT_TYPE, text: '', headers: { location, 'set-cookie': cookie } };
}

/** Calendars and feeds carry their own tokens; their readers ask again and again, mostly for what did not change. */
async function outwardAnswer(request: IncomingMessage, path: string, options: DeskPageOptions): Promise<Answer> {
  const base = options.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
  const found = await outwardAt(base, path, options.clock.now(), options);
  if (found === null) return NOTHING_OUTWARD;
  const headers = { etag: found.etag, 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' };
  if (request.headers['if-none-match'] === found.etag) return { status: 304, type: found.type, text: '', headers };
  return { status: 200, type: found.type, text: found.text, headers };
}

async function pageAt(url: URL, options: DeskPageOptions): Promise<Answer> {
  const now = options.clock.now();
  const route = routeOf(url.pathname);
  const view = route && (await route.draw({ now, name: route.name, query: url.searchParams }, options));
  const text = framed(view ?? MISSING, url.pathname, now).markup;
  return { status: view ? 200 : 404, type: HTML_TYPE, text };
}

async function answerTo(request: IncomingMessage, options: DeskPageOptions, style: string): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return READING_ONLY;
  const url = new URL(`http://desk${request.url?.startsWith('/') ? request.url : '/'}`);
  if (url.pathname.startsWith('/out/')) return outwardAnswer(request, url.pathname, options);
  const access = accessOf(request, url, options.token);
  if (access.kind === 'refused') return REFUSED;
  if (access.kind === 'entered') return entered(url, access.cookie);
  if (url.pathname === '/desk.css') return { status: 200, type: 'text/css; charset=utf-8', text: style };
  if (url.pathname === '/icon.svg') return { status: 200, type: 'image/svg+xml', text: options.icon };
  return pageAt(url, options);
}

function send(response: ServerResponse, method: string | undefined, { status, type, text, headers }: Answer): void {
  const length = { 'content-type': type, 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...HEADERS, ...length, ...headers }).end(method === 'HEAD' ? undefined : text);
}

/** A page that cannot be drawn is a bug in the log, never the desk's end. */
function createPageServer(options: DeskPageOptions): Server {
  const style = deskStyle(options.messageStyle);
  return createServer((request, response) => {
    answerTo(request, options, style)
      .catch((error: unknown): Answer => {
        options.log.error({ err: error, path: request.url?.split('?')[0] }, 'desk page: a page could not be drawn');
        return BROKEN;
      })
      .then((answer) => send(response, request.method, answer));
  });
}

/** Opens the page. Throws `Refusal` when the port is taken. */
export async function openDeskPage(options: DeskPageOptions): Promise<DeskPage> {
  const { host, port } = options;
  return listenAt(createPageServer(options), host, port).catch((cause: unknown) => {
    const why = `The desk page cannot listen on ${host}, port ${port} (${cause instanceof Error ? cause.message : cause})`;
    throw new Refusal(`${why}. Set DESK_PAGE_PORT to another port, or to 0.`, { cause });
  });
}
