import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { desk, startDeskCommand } from '../fakes/deskCommand.ts';
import { type FeedServer, startFeedServer } from '../fakes/feedServer.ts';
import { liveDesk, rss } from '../fakes/liveDesk.ts';

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer();
});
afterEach(() => server.close());

const portOf = (host: string) => host.split(':')[1] ?? '';

/** A port that nobody listens on. */
async function freePort(): Promise<string> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  taken.close();
  await once(taken, 'close');
  return typeof address === 'object' && address ? String(address.port) : '';
}

describe('healthcheck', () => {
  it('is 0 with every check of a running desk', async () => {
    const { env, polled } = liveDesk(server.feed('/news').answers(200, rss('Rain over the harbour')).url, {
      DESK_HEALTH_PORT: await freePort(),
    });
    const running = startDeskCommand(['run', '--preview'], env);
    onTestFinished(async () => void (await running.stop()));
    await polled();
    const { code, out, notes } = await desk(['healthcheck'], env);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toEqual([
      'ok     database: can be written',
      expect.stringMatching(/^ok {5}polling: next poll \d{4}-/),
      'ok     board: nothing waits',
      'ok     chat: connected',
      'ok     clock: nobody to compare it with',
      'ok     loops: all at work',
    ]);
    await running.stop();
    expect(await desk(['healthcheck'], env)).toMatchObject({ code: 1, out: [] });
  });

  it('is 1 with what is not well', async () => {
    const checks = [
      { name: 'database', ok: true, detail: 'answers' },
      { name: 'chat', ok: false, detail: 'not connected to Discord' },
    ];
    server.feed('/readyz').answers(503, JSON.stringify({ ok: false, checks }));
    const { code, out, notes } = await desk(['healthcheck'], { DESK_HEALTH_PORT: portOf(server.host) });
    expect({ code, out, notes }).toEqual({
      code: 1,
      out: ['ok     database: answers', 'not ok chat: not connected to Discord'],
      notes: '',
    });
  });

  it('needs no catalogue, and is 2 with a setting that is wrong', async () => {
    server.feed('/readyz').answers(200, JSON.stringify({ ok: true, checks: [] }));
    const env = { DESK_HEALTH_PORT: portOf(server.host), DESK_CONFIG: '/nowhere' };
    expect(await desk(['healthcheck'], env)).toMatchObject({ code: 0, notes: '' });
    const { code, notes } = await desk(['healthcheck'], { DESK_HEALTH_PORT: 'http' });
    expect(code).toBe(2);
    expect(notes).toContain('DESK_HEALTH_PORT: is no port; write a number');
  });

  it('is 1 with the reason of a desk that could not look', async () => {
    server.feed('/readyz').answers(503, JSON.stringify({ ok: false, detail: 'StoreError: the disk fails' }));
    const { code, said } = await desk(['healthcheck'], { DESK_HEALTH_PORT: portOf(server.host) });
    expect(code).toBe(1);
    expect(said).toContain('not ok desk: StoreError: the disk fails');
  });

  it('is 1 when nobody answers, and says where it asked', async () => {
    const port = await freePort();
    const { code, out, notes } = await desk(['healthcheck'], { DESK_HEALTH_PORT: port });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toBe(
      `desk: no answer at http://127.0.0.1:${port}/readyz (connect ECONNREFUSED 127.0.0.1:${port}); ` +
        'is "desk run" running with the same DESK_HEALTH_PORT?',
    );
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1'],
    ['::', 'http://[::1]'],
    ['::1', 'http://[::1]'],
    ['localhost', 'http://localhost'],
  ])('asks a desk that listens on %s at %s', async (host, address) => {
    const port = await freePort();
    const { notes } = await desk(['healthcheck'], { DESK_HEALTH_HOST: host, DESK_HEALTH_PORT: port });
    expect(notes).toMatch(/^desk: no answer at \S+ \(\S.*E[A-Z]+.*\); is/);
    expect(notes).toContain(`no answer at ${address}:${port}/readyz (`);
  });

  it('is 1 when someone else answers there, in one line', async () => {
    server.feed('/readyz').answers(200, '<!doctype html><title>Another service</title>');
    const { code, notes } = await desk(['healthcheck'], { DESK_HEALTH_PORT: portOf(server.host) });
    expect(code).toBe(1);
    expect(notes).toMatch(/^desk: what answers at http:\S+\/readyz is no Deadline Desk; .*DESK_HEALTH_PORT.*$/);
  });

  it('does not take the JSON of another service for health', async () => {
    server.feed('/readyz').answers(200, '{"status": "UP"}');
    const { code, notes } = await desk(['healthcheck'], { DESK_HEALTH_PORT: portOf(server.host) });
    expect(code).toBe(1);
    expect(notes).toMatch(/is no Deadline Desk/);
    expect(notes).not.toContain('\n');
  });
});
