import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Poster } from '../../src/domain/webhook.ts';
import { createPoster } from '../../src/feeds/post.ts';
import { at } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const OPTIONS = { userAgent: 'DeadlineDesk', timeoutMs: 2_000 };

let server: Server;
let url: string;
let taken: { readonly method: string | undefined; readonly agent: string | undefined; readonly body: string }[];
let status = 204;
let poster: Poster;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

beforeEach(async () => {
  taken = [];
  server = createServer(async (request, response) => {
    taken.push({ method: request.method, agent: request.headers['user-agent'], body: await bodyOf(request) });
    response.writeHead(status, { 'retry-after': '7', location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
  poster = createPoster({ ...OPTIONS, allowedHosts: ['127.0.0.1'] });
});
afterEach(async () => {
  await poster.close();
  server.close().closeAllConnections();
});

const post = (to: string, by = poster) =>
  by.post({ url: to, headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}', now: NOW });

describe('a post', () => {
  it('brings its body and says who sends it, and answers with the status and the wait asked for', async () => {
    expect(await post(url)).toEqual({ kind: 'answered', status: 204, retryAt: at('2025-07-14T16:05:07Z') });
    expect(taken).toEqual([{ method: 'POST', agent: 'DeadlineDesk', body: '{"a":1}' }]);
  });

  it('follows no redirect: what was signed for one address is sent to no other', async () => {
    status = 302;
    expect(await post(url)).toMatchObject({ kind: 'answered', status: 302 });
    expect(taken).toHaveLength(1);
  });

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://localhost/',
    'ftp://example.org/',
  ])('goes nowhere near %s', async (address) => {
    expect(await post(address)).toMatchObject({
      kind: 'forbidden',
      reason: expect.stringMatching(/no public|no http|not http/),
    });
  });

  it('goes to no host of this machine that the configuration does not allow', async () => {
    const strict = createPoster({ ...OPTIONS, allowedHosts: [] });
    expect(await post(url, strict)).toMatchObject({ kind: 'forbidden' });
    expect(taken).toEqual([]);
    await strict.close();
  });

  it('that nobody takes fails with its reason', async () => {
    server.close().closeAllConnections();
    expect(await post(url)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('the connection was refused'),
    });
  });
});
