/** `/livez` and `/readyz` on a local port: what containers and operators ask. */
import { createServer, type Server, type ServerResponse } from 'node:http';

/** One thing that must hold, in words for operators. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(text);
}

async function ready(response: ServerResponse, checks: () => Promise<readonly HealthCheck[]>): Promise<void> {
  const found = await checks();
  const ok = found.every((check) => check.ok);
  answer(response, ok ? 200 : 503, { ok, checks: found });
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Serves on `host:port` (0 picks a port). Rejects when the port is taken. */
export async function openHealth(options: {
  readonly host: string;
  readonly port: number;
  readonly checks: () => Promise<readonly HealthCheck[]>;
}): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/livez') return answer(response, 200, { ok: true });
    if (path !== '/readyz') return answer(response, 404, { ok: false, detail: 'ask /livez or /readyz' });
    ready(response, options.checks).catch((error: unknown) =>
      answer(response, 503, { ok: false, detail: String(error) }),
    );
  });
  await listen(server, options.host, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
