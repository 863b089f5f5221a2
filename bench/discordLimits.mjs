/**
 * A Discord of this bench's own that takes messages and keeps Discord's limits: 50 requests a second for a bot, five posts in
 * five seconds for a channel (documentation, Rate Limits; the latter is what Discord answers today). It says so in its
 * headers, and answers 429 to whoever goes beyond.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

const GLOBAL = { most: 50, perMs: 1_000 };
const CHANNEL = { most: 5, perMs: 5_000 };
/** From the request to its answer. */
const LATENCY_MS = 80;

/** How many of `times` lie within the last `perMs`; the others are dropped. */
function within(times, perMs, now) {
  while (times.length > 0 && now - times[0] >= perMs) times.shift();
  return times.length;
}

function refusal(waitMs, scope) {
  const seconds = waitMs / 1_000;
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' };
  return { status: 429, headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': scope }, body };
}

class Limits {
  refused = 0;
  posted = [];
  #all = [];
  #channels = new Map();

  post(channel, body) {
    const now = performance.now();
    const own = this.#channels.get(channel) ?? [];
    this.#channels.set(channel, own);
    if (within(this.#all, GLOBAL.perMs, now) >= GLOBAL.most) return this.#refuse(GLOBAL.perMs, 'global');
    if (within(own, CHANNEL.perMs, now) >= CHANNEL.most) return this.#refuse(own[0] + CHANNEL.perMs - now, 'user');
    this.#all.push(now);
    own.push(now);
    this.posted.push({ at: now, channel, body });
    const id = (BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(this.posted.length);
    return { status: 200, headers: this.#headers(own, now), body: { id: String(id), channel_id: channel } };
  }

  #refuse(waitMs, scope) {
    this.refused += 1;
    return refusal(waitMs, scope);
  }

  #headers(own, now) {
    const resetMs = own[0] + CHANNEL.perMs - now;
    return {
      'x-ratelimit-bucket': 'posts',
      'x-ratelimit-limit': String(CHANNEL.most),
      'x-ratelimit-remaining': String(CHANNEL.most - own.length),
      'x-ratelimit-reset': String((Date.now() + resetMs) / 1_000),
      'x-ratelimit-reset-after': String(resetMs / 1_000),
    };
  }
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers `{ apiUrl, limits, close }`; `limits` counts what was posted and what was refused. */
export async function openDiscord() {
  const limits = new Limits();
  const server = createServer(async (request, response) => {
    const [, channel] = /\/channels\/(\d+)\/messages/.exec(request.url ?? '') ?? [];
    const { status, headers, body } = limits.post(channel, await textOf(request));
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { apiUrl: `http://127.0.0.1:${server.address().port}/api`, limits, close };
}
