/** The wire: requests in, answers out, with faults in between. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';

export interface Request {
  readonly method: string;
  /** Without `/api/v10`, percent signs decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  /** What time it is where the request comes from, if it says so. */
  readonly sentAt: string | null;
  readonly userAgent: string;
  /** Parsed JSON; undefined without a body. */
  readonly json: unknown;
  /** The JSON with the `files` sent beside it. */
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

/** A body with files comes in parts: `payload_json` and `files[n]` (documentation, Uploading Files). */
async function partsOf(bytes: Buffer, type: string): Promise<Pick<Request, 'json' | 'body'>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: { id: number; filename: string; type: string; bytes: Uint8Array }[] = [];
  for (const [key, part] of form) {
    const id = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (id === undefined || typeof part === 'string') continue;
    const read = new Uint8Array(await part.arrayBuffer());
    files.push({ id: Number(id), filename: part.name, type: part.type, bytes: read });
  }
  const json = JSON.parse(String(form.get('payload_json')));
  return { json, body: { ...json, files } };
}

async function contentOf(incoming: IncomingMessage): Promise<Pick<Request, 'json' | 'body'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const type = incoming.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return partsOf(bytes, type);
  if (bytes.length === 0) return { json: undefined, body: undefined };
  if (type !== 'application/json') throw new Error(`a body that is neither a form nor JSON: ${type}`);
  const json = JSON.parse(bytes.toString('utf8'));
  return { json, body: json };
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', 'http://discord.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    authorization: incoming.headers.authorization ?? null,
    sentAt: String(incoming.headers['x-desk-clock'] ?? '') || null,
    userAgent: incoming.headers['user-agent'] ?? '',
    ...(await contentOf(incoming)),
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
