import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPreviewServer, type Pages } from '../../../src/chat/preview/serve.ts';
import { listeningLog } from './support.ts';

/** A server on a free loopback port; answers its address and its log. */
async function serving(pages: Pages) {
  const log = listeningLog();
  const server = createPreviewServer(pages, log);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const address: AddressInfo | string | null = server.address();
  return { log, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` };
}

describe('the server', () => {
  it('outlives a page that cannot be drawn and keeps its cause in the log', async () => {
    const { log, url } = await serving({
      page: () => {
        throw new Error('a card of no known kind');
      },
      events: (response) => response.end(),
      history: async () => null,
    });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(log.errors).toEqual(['preview: a page could not be drawn']);
    expect((await fetch(`${url}preview.css`)).status).toBe(200);
  });

  it.each([
    ['events', {}, 0],
    ['events?since=12', {}, 12],
    ['events?since=12', { 'last-event-id': '15' }, 15],
    ['events?since=-3', {}, 0],
    ['events?since=all', {}, 0],
    ['events?since=1.5', {}, 0],
  ])('takes /%s with %j for a reader who has seen event %i', async (path, headers, since) => {
    const seen: number[] = [];
    const { url } = await serving({
      page: () => '',
      history: async () => null,
      events: (response, number) => {
        seen.push(number);
        response.end();
      },
    });
    await (await fetch(url + path, { headers })).text();
    expect(seen).toEqual([since]);
  });
});
