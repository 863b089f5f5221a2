import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_KNOWN, type PollState, type Validators } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import type { Feeds, Fetched, Log } from '../../src/domain/ports.ts';
import { createFeeds } from '../../src/feeds/feeds.ts';
import { type FeedServer, startFeedServer } from '../fakes/feedServer.ts';
import { aDueFeed, at, isUnchanged } from '../fakes/nouns.ts';

const NOW = at('2025-08-06T10:00Z');
const NOTHING = NOTHING_KNOWN;
const OPTIONS = {
  userAgent: 'DeadlineDesk/0.1 (+https://desk.example)',
  timeoutMs: 2_000,
  maxBytes: 100_000,
  perHost: 2,
  allowedHosts: ['127.0.0.1'],
};
const LAST_MODIFIED = 'Wed, 06 Aug 2025 09:00:00 GMT';

function rss(...titles: string[]): string {
  const items = titles.map((title) => `<item><title>${title}</title><guid isPermaLink="false">${title}</guid></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>${items.join('\n')}</channel></rss>`;
}

/** Lines as they were logged. */
function aLog(lines: string[]): Log {
  const write = (_fields: object, message: string) => void lines.push(message);
  return { debug: write, info: write, warn: write, error: write };
}

let server: FeedServer;
let feeds: Feeds;
let logged: string[];

beforeEach(async () => {
  logged = [];
  server = await startFeedServer();
  feeds = createFeeds({ ...OPTIONS, log: aLog(logged) });
});

afterEach(async () => {
  await feeds.close();
  await server.close();
});

function poll(
  url: string,
  validators = NOTHING,
  port = feeds,
  signal = new AbortController().signal,
  state: Partial<PollState> = {},
): Promise<Fetched> {
  const due = aDueFeed({ id: id('desk-news'), url }, { lastBodyAt: NOW, ...state, validators });
  return port.fetch(due, { now: NOW, memory: null, signal });
}

async function titlesAt(url: string): Promise<readonly string[]> {
  const fetched = await poll(url);
  if (fetched.kind !== 'items') throw new Error(`${fetched.kind}: ${'reason' in fetched ? fetched.reason : ''}`);
  return fetched.items.map((item) => item.title);
}

async function validatorsAfter(url: string, known = NOTHING): Promise<Validators> {
  const fetched = await poll(url, known);
  if (fetched.kind === 'failed') throw new Error(fetched.reason);
  return fetched.validators;
}

describe('A feed', () => {
  it('is asked for politely and gives its items', async () => {
    const feed = server.feed('/a').answers(200, rss('one', 'two'));
    expect(await titlesAt(feed.url)).toEqual(['one', 'two']);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'DeadlineDesk/0.1 (+https://desk.example)',
      'accept-encoding': 'br, gzip, deflate',
      accept: expect.stringContaining('application/atom+xml'),
    });
    expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server.requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  it('is decoded as its header says', async () => {
    const bytes = Buffer.from([0xd1, 0xf0, 0xee, 0xea]);
    const body = Buffer.concat([
      Buffer.from('<rss><channel><item><title>'),
      bytes,
      Buffer.from('</title></item></channel></rss>'),
    ]);
    const feed = server.feed('/a').answers(200, body, { 'content-type': 'text/xml; charset=windows-1251' });
    expect(await titlesAt(feed.url)).toEqual(['Срок']);
  });

  it('is asked over two connections at most, however often', async () => {
    const feed = server.feed('/a').answers(200, rss('one')).answers(404).answers(304);
    for (let round = 1; round <= 8; round++) await poll(feed.url, { ...NOTHING, etag: '"1"' });
    expect(server.requests).toHaveLength(8);
    expect(server.connectionsMade()).toBeLessThanOrEqual(2);
  });
});

describe('Validators', () => {
  it('are taken from an answer and sent with the next request', async () => {
    const feed = server
      .feed('/a')
      .answers(200, rss('one'), { etag: '"1"', 'last-modified': LAST_MODIFIED })
      .answers(304);
    const validators = await validatorsAfter(feed.url);
    expect(validators).toEqual({
      etag: '"1"',
      lastModified: LAST_MODIFIED,
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      from: feed.url,
    });
    expect(await poll(feed.url, validators)).toEqual(isUnchanged({ validators }));
    expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': LAST_MODIFIED });
  });

  it('that a 304 brings replace the known ones, and those it does not mention stay', async () => {
    const feed = server.feed('/a').answers(304, '', { etag: '"2"', 'cache-control': 'max-age=600' });
    const known = { etag: '"1"', lastModified: LAST_MODIFIED, bodyHash: 'h', from: feed.url };
    const validators = { ...known, etag: '"2"' };
    expect(await poll(feed.url, known)).toEqual(isUnchanged({ validators, ttlMinutes: 10 }));
  });

  it('hold although a 304 gives the length of the document it does not bring', async () => {
    const feed = server.feed('/a').answers(304, '', { 'content-length': '4321' });
    expect(await poll(feed.url, { ...NOTHING, etag: '"1"' })).toMatchObject({ kind: 'unchanged' });
  });

  it('are both replaced by a 200, also by one that brings none', async () => {
    const feed = server.feed('/a').answers(200, rss('one'));
    const validators = await validatorsAfter(feed.url, { ...NOTHING, etag: '"1"', lastModified: LAST_MODIFIED });
    expect(validators).toMatchObject({ etag: null, lastModified: null });
  });

  it('include the body: the same one again is unchanged, under its new ETag', async () => {
    const feed = server.feed('/a').answers(200, rss('one'), { etag: '"1"' }).answers(200, rss('one'), { etag: '"2"' });
    const known = await validatorsAfter(feed.url);
    expect(await poll(feed.url, known)).toEqual(isUnchanged({ validators: { ...known, etag: '"2"' }, byBody: true }));
  });

  it('are not kept from an answer that wants nothing kept, nor a date that would match for years', async () => {
    const kept = { etag: '"1"', 'last-modified': LAST_MODIFIED };
    const future = 'Tue, 06 Aug 2041 09:00:00 GMT';
    const feed = server
      .feed('/a')
      .answers(200, rss('one'), { ...kept, expires: '0' })
      .answers(200, rss('two'), { ...kept, 'last-modified': future });
    expect(await validatorsAfter(feed.url)).toMatchObject({ etag: null, lastModified: null });
    expect(await validatorsAfter(feed.url)).toMatchObject({ etag: '"1"', lastModified: null });
  });

  it('are left out when the whole document was last read more than eight days ago', async () => {
    const feed = server.feed('/a').answers(200, rss('one'));
    const known = { ...NOTHING, etag: '"1"', lastModified: LAST_MODIFIED };
    await poll(feed.url, known, feeds, undefined, { lastBodyAt: at('2025-07-29T10:00Z') });
    await poll(feed.url, known, feeds, undefined, { lastBodyAt: at('2025-07-29T09:59Z') });
    expect(server.requests.map(({ headers }) => headers['if-none-match'] ?? null)).toEqual(['"1"', null]);
  });

  it('are left out when nobody knows when the whole document was last read', async () => {
    const feed = server.feed('/a').answers(200, rss('one'));
    await poll(feed.url, { ...NOTHING, etag: '"1"' }, feeds, undefined, { lastBodyAt: null });
    expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match');
  });

  it.each<[string, string | null, readonly (string | null)[]]>([
    ['the address that was asked', '/a', ['"1"', null]],
    ['the address it redirects to', '/b', [null, '"1"']],
    ['another address', '/c', [null, null]],
    ['an address nobody noted', null, ['"1"', null]],
  ])('of %s are sent there and nowhere else', async (_whose, path, sent) => {
    const feed = server.feed('/a').redirects('/b#news');
    server.feed('/b').answers(200, rss('one'));
    const from = path === null ? null : `http://${server.host}${path}`;
    await poll(feed.url, { ...NOTHING, etag: '"1"', from });
    expect(server.requests.map(({ headers }) => headers['if-none-match'] ?? null)).toEqual(sent);
  });

  it('of a page that stood in for the feed do not hide its news', async () => {
    const feed = server.feed('/a').redirects('/holding').answers(200, rss('news'));
    server.feed('/holding').answers(200, rss('back soon'), { 'last-modified': LAST_MODIFIED });
    const known = await validatorsAfter(feed.url);
    expect(known).toMatchObject({ lastModified: LAST_MODIFIED, from: `http://${server.host}/holding` });
    expect(await poll(feed.url, known)).toMatchObject({ items: [{ title: 'news' }] });
    expect(server.requests[2]?.headers).not.toHaveProperty('if-modified-since');
  });

  it('stay those of their address when it answers 304 behind a redirect', async () => {
    const feed = server.feed('/a').redirects('/b');
    server.feed('/b').answers(304, '', { etag: '"2"' });
    const known = { ...NOTHING, etag: '"1"', from: `http://${server.host}/b` };
    expect(await poll(feed.url, known)).toEqual(isUnchanged({ validators: { ...known, etag: '"2"' } }));
  });

  it('are not kept from a document that was cut off', async () => {
    const feed = server.feed('/a').answers(200, rss('one', 'two').slice(0, -40), { etag: '"1"' });
    expect(await poll(feed.url)).toMatchObject({ kind: 'items', items: [{ title: 'one' }], validators: NOTHING });
  });
});

describe('A server that can tell what is new (226)', () => {
  it('is asked to where it has something to compare with', async () => {
    const feed = server.feed('/a').answers(200, rss('one'), { etag: '"1"' }).answers(304);
    await poll(feed.url, await validatorsAfter(feed.url));
    expect(server.requests.map(({ headers }) => headers['a-im'] ?? null)).toEqual([null, 'feed']);
  });

  it('gives the new entries, and its answer says nothing of the others', async () => {
    const feed = server.feed('/a').answers(226, rss('two'), { etag: '"2"', im: 'feed' });
    expect(await poll(feed.url, { ...NOTHING, etag: '"1"' })).toMatchObject({
      kind: 'items',
      items: [{ title: 'two' }],
      signs: { delta: true },
      validators: { etag: '"2"', bodyHash: null },
    });
  });
});

describe('Compressed bodies', () => {
  it.each([
    ['gzip', gzipSync(rss('one'))],
    ['br', brotliCompressSync(rss('one'))],
    ['deflate', deflateSync(rss('one'))],
    ['deflate without its header', deflateRawSync(rss('one'))],
    ['gzip, br', brotliCompressSync(gzipSync(rss('one')))],
    ['br, gzip', gzipSync(brotliCompressSync(rss('one')))],
    ['gzip that nobody mentions', gzipSync(rss('one'))],
    ['gzip that is none', Buffer.from(rss('one'))],
  ])('%s', async (name, body) => {
    const encoding = name.replace(/ (?:without|that is).*$/, '');
    const headers = name.includes('nobody') ? {} : { 'content-encoding': encoding };
    const feed = server.feed('/a').answers(200, body, headers);
    expect(await titlesAt(feed.url)).toEqual(['one']);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('%s that ends early gives the entries it holds and is fetched again', async (encoding, compress) => {
    const titles = Array.from({ length: 200 }, (_, index) => `headline ${index} ${Math.sin(index)}`);
    const packed = compress(rss(...titles));
    const body = packed.subarray(0, packed.length * 0.9);
    const feed = server.feed('/a').answers(200, body, { 'content-encoding': encoding, etag: '"1"' });
    const fetched = await poll(feed.url);
    expect(fetched).toMatchObject({ kind: 'items', validators: NOTHING });
    if (fetched.kind !== 'items') return;
    expect(fetched.items[0]?.title).toBe(titles[0]);
    expect(fetched.items.length).toBeGreaterThan(10);
    expect(fetched.items.length).toBeLessThan(200);
    expect(fetched.problems).toContain('the document ends before its end; its complete entries were kept');
  });

  it.each([
    ['deflate, deflate, deflate', { verdict: 'http_error', reason: expect.stringContaining('packed more than twice') }],
    ['deflate, gzip, br', { verdict: 'http_error', reason: expect.stringContaining('packed more than twice') }],
    ['identity, deflate, identity, deflate', { kind: 'items' }],
  ])('packed as %s', async (encoding, outcome) => {
    const body = deflateSync(deflateSync(rss('one')));
    const feed = server.feed('/a').answers(200, body, { 'content-encoding': encoding });
    expect(await poll(feed.url)).toMatchObject(outcome);
  });

  it('that are broken are a failure', async () => {
    const body = Buffer.concat([gzipSync(rss('one')).subarray(0, 12), Buffer.alloc(40, 0xff)]);
    const feed = server.feed('/a').answers(200, body, { 'content-encoding': 'gzip' });
    expect(await poll(feed.url)).toMatchObject({ kind: 'failed' });
  });

  it('that unpack to more than the cap are too large', async () => {
    const feed = server.feed('/a').answers(200, gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' });
    expect(await poll(feed.url)).toMatchObject({ kind: 'failed', verdict: 'too_large' });
  });
});

describe('Redirects', () => {
  it('are followed, and links stand on the last address', async () => {
    server.feed('/old').redirects('/new/feed', 302);
    server.feed('/new/feed').answers(200, '<rss><channel><item><link>a</link></item></channel></rss>');
    const fetched = await poll(`http://${server.host}/old`);
    expect(fetched).toMatchObject({ items: [{ link: `http://${server.host}/new/a` }] });
    expect(logged).toEqual([]);
  });

  it.each([
    [[301], true],
    [[308, 301], true],
    [[302], false],
    [[301, 307], false],
  ])('with %j count as a move: %j', async (statuses, isMove) => {
    for (const [step, status] of statuses.entries()) server.feed(`/${step}`).redirects(`/${step + 1}`, status);
    server.feed(`/${statuses.length}`).answers(200, rss('one'), { etag: '"1"' }).answers(304);
    const target = isMove ? `http://${server.host}/${statuses.length}` : null;
    expect(await poll(`http://${server.host}/0`)).toMatchObject({ kind: 'items', movedTo: target });
    const known = { ...NOTHING, etag: '"1"', from: `http://${server.host}/${statuses.length}` };
    expect(await poll(`http://${server.host}/0`, known)).toMatchObject({ kind: 'unchanged', movedTo: target });
  });

  it('to an address with credentials or a fragment are followed and recorded without them', async () => {
    const plain = `http://${server.host}/b`;
    server.feed('/a').redirects(`http://reader:hunter2@${server.host}/b#news`, 301);
    server.feed('/b').answers(200, '<rss><channel><item><link>c</link></item></channel></rss>', { etag: '"1"' });
    expect(await poll(`http://${server.host}/a`)).toMatchObject({
      movedTo: plain,
      validators: { from: plain },
      items: [{ link: `http://${server.host}/c` }],
    });
    expect(server.requests[1]?.headers).not.toHaveProperty('authorization');
  });

  it('are spared once the new address is learnt', async () => {
    server.feed('/new').answers(200, rss('one'));
    const moved = { to: `http://${server.host}/new`, times: 3, since: NOW, learnt: true };
    await poll(`http://${server.host}/old`, NOTHING, feeds, undefined, { moved });
    expect(server.requests.map(({ path }) => path)).toEqual(['/new']);
  });

  it('of five steps arrive', async () => {
    for (let step = 1; step <= 5; step++) server.feed(`/${step}`).redirects(`/${step + 1}`);
    server.feed('/6').answers(200, rss('one'));
    expect(await titlesAt(`http://${server.host}/1`)).toEqual(['one']);
  });

  it('of six steps do not', async () => {
    for (let step = 1; step <= 6; step++) server.feed(`/${step}`).redirects(`/${step + 1}`);
    expect(await poll(`http://${server.host}/1`)).toMatchObject({
      verdict: 'http_error',
      reason: expect.stringContaining('more than 5 times'),
    });
    expect(server.requests).toHaveLength(6);
  });

  it('in a circle end where it closes', async () => {
    server.feed('/a').redirects('/b');
    server.feed('/b').redirects('/a');
    expect(await poll(`http://${server.host}/a`)).toMatchObject({
      verdict: 'http_error',
      reason: expect.stringContaining('circle'),
    });
    expect(server.requests).toHaveLength(2);
  });

  it.each(['http://10.0.0.1/', 'http://[::1]/', 'http://localhost/', 'http://169.254.169.254/', 'file:///etc/passwd'])(
    'to %s are refused',
    async (target) => {
      const feed = server.feed('/a').redirects(target);
      expect(await poll(feed.url)).toMatchObject({ kind: 'failed', verdict: 'refused_address' });
      expect(server.requests).toHaveLength(1);
    },
  );
});

it('A redirect from one allowed host into another is refused, and nothing is asked there', async () => {
  const port = createFeeds({ ...OPTIONS, allowedHosts: ['localhost', '127.0.0.1'], log: aLog([]) });
  server.feed('/a').redirects(server.feed('/b').answers(200, rss('one')).url);
  const fetched = await poll(`http://${server.host.replace('127.0.0.1', 'localhost')}/a`, NOTHING, port);
  expect(fetched).toMatchObject({ verdict: 'refused_address', reason: expect.stringContaining('list the address') });
  expect(server.requests).toHaveLength(1);
  await port.close();
});

describe('What brings no feed has its verdict and one sentence for operators', () => {
  it.each([
    [401, {}, 'http_error'],
    [403, {}, 'http_error'],
    [403, { 'cf-mitigated': 'challenge' }, 'challenge_page'],
    [200, { 'cf-mitigated': 'challenge' }, 'challenge_page'],
    [404, {}, 'http_error'],
    [406, {}, 'http_error'],
    [410, {}, 'gone'],
    [500, {}, 'http_error'],
    [503, {}, 'http_error'],
    [304, {}, 'http_error'],
    [301, {}, 'http_error'],
    [204, {}, 'empty'],
    [204, { 'content-length': '4321' }, 'empty'],
    [200, {}, 'empty'],
  ])('status %i with %j', async (status, headers, verdict) => {
    const fetched = await poll(server.feed('/a').answers(status, '', headers).url);
    expect(fetched).toMatchObject({ kind: 'failed', verdict, retryAt: null });
    expect('reason' in fetched && fetched.reason).toMatch(/^Feed desk-news \(127\.0\.0\.1:\d+\): .+\.$/);
  });

  it.each([
    [429, '120', at('2025-08-06T10:02Z')],
    [429, 'Wed, 06 Aug 2025 10:30:00 GMT', at('2025-08-06T10:30Z')],
    [429, null, at('2025-08-06T10:10Z')],
    [503, '60', at('2025-08-06T10:01Z')],
  ])('status %i with Retry-After %j waits as asked', async (status, value, retryAt) => {
    const headers = value === null ? {} : { 'retry-after': value };
    const fetched = await poll(server.feed('/a').answers(status, '', headers).url);
    expect(fetched).toMatchObject({ kind: 'failed', verdict: 'rate_limited', retryAt });
  });

  it.each([
    ['<!DOCTYPE html><html><title>Log in</title></html>', 'not_a_feed'],
    ['<html><title>Just a moment...</title></html>', 'challenge_page'],
    ['<rss><channel><item><title>a', 'truncated'],
    ['< not XML', 'bad_xml'],
  ])('a 200 with %j', async (body, verdict) => {
    expect(await poll(server.feed('/a').answers(200, body).url)).toMatchObject({ kind: 'failed', verdict });
  });

  it('nobody at the address', async () => {
    const { url } = server.feed('/a');
    await server.close();
    expect(await poll(url)).toMatchObject({ verdict: 'unreachable', reason: expect.stringContaining('refused') });
  });

  it.each([
    ['no URL', 'nonsense', 'unreachable'],
    ['not http', 'ftp://127.0.0.1/feed', 'refused_address'],
    ['private', 'http://192.168.0.1/feed', 'refused_address'],
    ['a private name', 'http://localhost/feed', 'refused_address'],
  ])('an address that is %s', async (_what, url, verdict) => {
    expect(await poll(url)).toMatchObject({ kind: 'failed', verdict });
  });

  it('a body larger than the cap', async () => {
    const feed = server.feed('/a').answers(200, 'x'.repeat(100_001));
    expect(await poll(feed.url)).toMatchObject({ kind: 'failed', verdict: 'too_large' });
  });

  it('a body without an end, larger than the cap', async () => {
    const feed = server.feed('/a').drips('x'.repeat(50_000), 1);
    expect(await poll(feed.url)).toMatchObject({ kind: 'failed', verdict: 'too_large' });
    await server.quiet();
  });

  it('and paths and parameters, which may be secrets, are in no reason', async () => {
    const fetched = await poll(server.feed('/key/s3cret?token=s3cret').answers(404).url);
    expect(JSON.stringify(fetched)).not.toContain('s3cret');
  });
});

describe('A deadline holds for the whole request', () => {
  const hurried = () => createFeeds({ ...OPTIONS, timeoutMs: 150, log: aLog([]) });

  it.each([
    ['a server that says nothing', (url: FeedServer) => url.feed('/a').keepsSilent()],
    ['a server that drips', (url: FeedServer) => url.feed('/a').drips(' ', 20)],
  ])('against %s, and the connection is closed', async (_what, prepare) => {
    const port = hurried();
    const fetched = await poll(prepare(server).url, NOTHING, port);
    expect(fetched).toMatchObject({
      kind: 'failed',
      verdict: 'timeout',
      reason: expect.stringContaining('0.15 seconds'),
    });
    await server.quiet();
    await port.close();
  });

  it('and a body may begin late, but neither later than an answer may nor drop by drop', async () => {
    const port = createFeeds({ ...OPTIONS, timeoutMs: 20_000, perHost: 3, log: aLog([]) });
    const began = performance.now();
    const ended = async (url: string) => {
      const { kind, ...rest } = await poll(url, NOTHING, port);
      const seconds = Math.floor((performance.now() - began) / 1_000);
      return [kind, seconds, 'reason' in rest ? rest.reason.replace(/^.*\): |;.*$/g, '') : null];
    };
    const polls = [
      ended(server.feed('/late').hesitates(4_000, rss('one')).url),
      ended(server.feed('/never').hesitates(60_000, rss('one')).url),
      ended(server.feed('/drip').drips(' ', 1_000).url),
    ];
    expect(await Promise.all(polls)).toEqual([
      ['items', 4, null],
      ['failed', 4, 'no body came in time'],
      ['failed', 4, 'its body came drop by drop'],
    ]);
    await server.quiet();
    await port.close();
  });

  it('and a stopping desk ends it at once', async () => {
    const stop = new AbortController();
    const polled = poll(server.feed('/a').keepsSilent().url, NOTHING, feeds, stop.signal);
    stop.abort();
    expect(await polled).toMatchObject({ kind: 'failed', reason: expect.stringContaining('stopped') });
    await server.quiet();
  });

  it('and a desk that has stopped asks nobody', async () => {
    await poll(server.feed('/a').answers(200, rss('one')).url, NOTHING, feeds, AbortSignal.abort());
    expect(server.requests).toHaveLength(0);
  });
});

it('A connection that closes early gives the entries that came and is fetched again', async () => {
  const feed = server.feed('/a').hangsUpAfter(rss('one', 'two').slice(0, -40));
  const fetched = await poll(feed.url);
  expect(fetched).toMatchObject({ kind: 'items', items: [{ title: 'one' }], validators: NOTHING });
  expect('problems' in fetched && fetched.problems[0]).toContain('connection closed before');
});

it('A connection that closes after a whole document is not trusted either', async () => {
  const feed = server.feed('/a').hangsUpAfter(rss('one'));
  expect(await poll(feed.url)).toMatchObject({ kind: 'items', items: [{ title: 'one' }], validators: NOTHING });
});

it.each([
  ['', {}, null],
  ['<ttl>15</ttl>', {}, 15],
  ['', { 'cache-control': 'max-age=1200' }, 20],
  ['<ttl>15</ttl>', { 'cache-control': 'max-age=1200' }, 20],
  ['<ttl>30</ttl>', { 'cache-control': 'max-age=1200' }, 30],
  ['<ttl>99999</ttl>', {}, 1_440],
])('A channel with %j and headers %j asks for %j minutes', async (ttl, headers, minutes) => {
  const body = `<rss><channel>${ttl}<item><title>a</title></item></channel></rss>`;
  expect(await poll(server.feed('/a').answers(200, body, headers).url)).toMatchObject({ ttlMinutes: minutes });
});

it('Of many problems the first are told', async () => {
  const item = '<item><title>a</title><pubDate>soon</pubDate></item>';
  const fetched = await poll(server.feed('/a').answers(200, `<rss><channel>${item.repeat(50)}</channel></rss>`).url);
  expect('problems' in fetched && fetched.problems).toHaveLength(21);
  expect('problems' in fetched && fetched.problems.at(-1)).toBe('and 30 more');
});
