/** The wire: requests in, answers out, with faults in between. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';

export interface Request {
  readonly method: string;
  /** Without `/api/v10`, percent signs decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Discord's error object. */
export function refused(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', 'http://discord.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    authorization: incoming.headers.authorization ?? null,
    body: await bodyOf(incoming),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export type Handler = (request: Request) => Answer;

/**
 * `arrived` hears of every request. A fault before the commit keeps `handle` from ever seeing it; one after the commit
 * spoils only the answer.
 */
export function httpServer(handle: Handler, arrived: (request: Request) => void, faults: Faults): Server {
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await requestOf(incoming);
    arrived(request);
    const fault = faults.take(request);
    const committed = fault?.moment === 'before' ? null : handle(request);
    if (fault?.kind === 'socket closed') return void incoming.socket.destroy();
    if (fault?.kind === 'silence') return;
    const answer = fault?.answer ?? committed;
    if (answer) send(response, answer);
  };
  return createServer((incoming, response) => {
    serve(incoming, response).catch((error) => send(response, { status: 599, body: String(error) }));
  });
}
