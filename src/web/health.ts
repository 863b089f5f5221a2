/** `/livez`, `/readyz` and `/metrics` on a local port: what containers, Prometheus and operators ask. */
import { createServer, type ServerResponse } from 'node:http';
import { type Listening, listenAt } from './listen.ts';

/** One thing that must hold, in words for operators. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

type Checks = () => Promise<readonly HealthCheck[]>;

export interface HealthOptions {
  readonly host: string;
  /** 0 picks one. */
  readonly port: number;
  /** Whether the process should live on. */
  readonly live: Checks;
  /** Whether it does its work. */
  readonly ready: Checks;
  /** What Prometheus reads. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(text);
}

async function report(response: ServerResponse, checks: Checks): Promise<void> {
  const found = await checks();
  const ok = found.every((check) => check.ok);
  answer(response, ok ? 200 : 503, { ok, checks: found });
}

async function measure(response: ServerResponse, metrics: HealthOptions['metrics']): Promise<void> {
  const { contentType, text } = await metrics();
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
}

/** Serves health (200 when every check is well, else 503) and metrics. Rejects when the port is taken. */
export async function openHealth(options: HealthOptions): Promise<Listening> {
  const pages: ReadonlyMap<string, (response: ServerResponse) => Promise<void>> = new Map([
    ['/livez', (response) => report(response, options.live)],
    ['/readyz', (response) => report(response, options.ready)],
    ['/metrics', (response) => measure(response, options.metrics)],
  ]);
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (!page) return answer(response, 404, { ok: false, detail: `ask ${[...pages.keys()].join(', ')}` });
    page(response).catch((error: unknown) => answer(response, 503, { ok: false, detail: String(error) }));
  });
  return listenAt(server, options.host, options.port);
}
