import { Agent, get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentAt } from '../../../src/cli/demo/document.ts';
import { type DemoServer, startDemoServer } from '../../../src/cli/demo/server.ts';
import { loadWorld } from '../../../src/cli/demo/world.ts';
import { type FeedId, id } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { at } from '../../fakes/nouns.ts';

const world = loadWorld();
const UN = id<FeedId>('un-press');
const JULY = at('2025-07-30T12:00Z');

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly reused: boolean;
}

let now: Instant;
let server: DemoServer;
let agent: Agent;

beforeEach(async () => {
  now = JULY;
  server = await startDemoServer(world, () => now);
  agent = new Agent({ keepAlive: true });
});

afterEach(async () => {
  agent.destroy();
  await server.close();
});

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers, method }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status, headers } = response;
      resolve({ status, headers, body: Buffer.concat(chunks), reused: request.reusedSocket });
    });
    request.on('error', reject);
  });
}

describe('the demo server', () => {
  it('serves the document of its instant with both validators', async () => {
    const answer = await ask(server.url(UN));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(documentAt(world, UN, JULY)?.body);
    expect(answer.headers.etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(answer.headers['last-modified']).toBe('Wed, 14 May 2025 16:10:00 GMT');
  });

  it('answers 304 without a body to its own ETag, and the document once it changes', async () => {
    const { headers } = await ask(server.url(UN));
    const validators = { 'if-none-match': String(headers.etag) };
    const unchanged = await ask(server.url(UN), validators);
    expect(unchanged).toMatchObject({ status: 304, headers: { etag: headers.etag } });
    expect(unchanged.body).toHaveLength(0);
    now = at('2025-08-01T00:00Z');
    const changed = await ask(server.url(UN), validators);
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(headers.etag);
  });

  it.each([
    ['its own Last-Modified', { 'if-modified-since': 'Wed, 14 May 2025 16:10:00 GMT' }, 304],
    ['an older date', { 'if-modified-since': 'Wed, 14 May 2025 16:09:59 GMT' }, 200],
    ['any tag', { 'if-none-match': '*' }, 304],
    ['another tag', { 'if-none-match': '"other"' }, 200],
    [
      'another tag beside its own date',
      { 'if-none-match': '"other"', 'if-modified-since': 'Wed, 14 May 2025 16:10:00 GMT' },
      200,
    ],
  ])('for %s answers as RFC 9110 says', async (_, headers, status) => {
    expect((await ask(server.url(UN), headers)).status).toBe(status);
  });

  it.each([
    ['gzip', true],
    ['br, gzip;q=0.8', true],
    ['gzip;q=0', false],
    ['br', false],
    ['identity', false],
  ])('to Accept-Encoding: %s packs: %s', async (offer, isPacked) => {
    const { headers, body } = await ask(server.url(UN), { 'accept-encoding': offer });
    expect(headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined);
    expect(headers.vary).toBe('accept-encoding');
    expect(isPacked ? gunzipSync(body) : body).toEqual(documentAt(world, UN, JULY)?.body);
  });

  it('gives a challenge page nothing to remember it by', async () => {
    now = at('2025-07-17T07:00Z');
    const { headers, status } = await ask(server.url(id('france24')), { 'if-none-match': '*' });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('last-modified');
  });

  it('keeps the connection for the next request and counts both', async () => {
    const first = await ask(server.url(UN));
    const second = await ask(server.url(id('dw')));
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect(server.requests()).toBe(2);
  });

  it('knows no other feed and takes nothing but GET', async () => {
    expect((await ask(server.url(id('reuters')))).status).toBe(404);
    expect((await ask(server.url(UN), {}, 'POST')).status).toBe(405);
  });

  it('is gone once closed, open connections included', async () => {
    const url = server.url(UN);
    await ask(url);
    await server.close();
    await expect(ask(url)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
    server = await startDemoServer(world, () => now);
  });
});
