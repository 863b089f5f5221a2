import { describe, expect, it } from 'vitest';
import type { KeptPause } from '../../src/domain/pause.ts';
import { openHealth } from '../../src/web/health.ts';
import { liveness, type ReadinessParts, readiness } from '../../src/web/readiness.ts';
import { at } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:00Z');
const LATE = at('2025-07-14T15:44Z');
const SOON = at('2025-07-14T15:46Z');
const CLOSED: KeptPause = { channel: null, act: null, cause: 'closed', until: NOW, reason: 'no', since: LATE };

type Store = ReadinessParts['store'];

const WELL: Store = {
  beat: async () => null,
  nextDue: async () => ({ poll: SOON, tick: null, deliver: null }),
  stuck: async () => [],
  pauses: async () => [],
};

function checked(store: Partial<Store> = {}, parts: Partial<ReadinessParts> = {}) {
  const usual = { now: NOW, isConnected: true, clockAheadMs: 900, overdue: [] };
  return readiness({ store: { ...WELL, ...store }, ...usual, ...parts });
}

describe('readiness', () => {
  it('says of a desk that is well what was looked at', async () => {
    expect((await checked()).map(({ ok, name, detail }) => `${ok} ${name}: ${detail}`)).toEqual([
      'true database: can be written',
      `true polling: next poll ${SOON}`,
      'true board: nothing waits',
      'true chat: connected',
      "true clock: 1 s ahead of Discord's",
      'true loops: all at work',
    ]);
  });

  it.each<[string, Partial<Store>, Partial<ReadinessParts>, string]>([
    [
      'a database that refuses',
      { beat: () => Promise.reject(new Error('the disk is full')) },
      {},
      'database: the disk',
    ],
    [
      'polls that are late',
      { nextDue: async () => ({ poll: LATE, tick: null, deliver: null }) },
      {},
      `polling: next poll ${LATE}`,
    ],
    [
      'messages that are late',
      { nextDue: async () => ({ poll: SOON, tick: null, deliver: LATE }), pauses: async () => [CLOSED] },
      {},
      `board: next message ${LATE}; "desk board" shows 0 stuck, 1 channels closed`,
    ],
    ['a lost connection', {}, { isConnected: false }, 'chat: not connected to Discord'],
    [
      'a clock that is slow',
      {},
      { clockAheadMs: -31_000 },
      "clock: 31 s behind Discord's; set this machine's clock by NTP",
    ],
    ['a loop that hangs', {}, { overdue: ['poll'] }, 'loops: poll: not heard of in time'],
  ])('names %s, and still looks at the rest', async (_, store, parts, words) => {
    const found = await checked(store, parts);
    expect(found).toHaveLength(6);
    const bad = found.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
    expect(bad).toEqual([expect.stringContaining(words)]);
  });

  it('waits for nobody to compare clocks with', async () => {
    expect(await checked({}, { clockAheadMs: null })).toContainEqual({
      name: 'clock',
      ok: true,
      detail: 'nobody to compare it with',
    });
  });
});

describe('the health server', () => {
  async function answers(path: string, overdue: readonly string[]) {
    const server = await openHealth({
      host: '127.0.0.1',
      port: 0,
      live: async () => liveness(overdue),
      ready: () => checked({}, { overdue }),
      metrics: async () => ({ contentType: 'text/plain', text: 'desk_up 1' }),
    });
    const response = await fetch(new URL(path, server.url));
    await server.close();
    return `${response.status} ${await response.text()}`;
  }

  it.each([
    ['/livez', [], /^200 \{"ok":true,"checks":\[\{"name":"loops","ok":true/],
    ['/livez', ['tick'], /^503 \{"ok":false,"checks":\[\{"name":"loops","ok":false,"detail":"tick: not heard/],
    ['/readyz', [], /^200 \{"ok":true,"checks":\[\{"name":"database"/],
    ['/readyz', ['tick'], /^503 /],
    ['/metrics', [], /^200 desk_up 1$/],
    ['/', [], /^404 .*ask \/livez, \/readyz, \/metrics/],
  ])('answers %s of a desk with %j overdue', async (path, overdue, answer) => {
    expect(await answers(path, overdue)).toMatch(answer);
  });
});
