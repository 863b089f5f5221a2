/** One POST to a stranger's server, guarded as feeds are, without following redirects: the address is the one named. */
import { Agent } from 'undici';
import type { Post, PostAnswer, Poster } from '../domain/webhook.ts';
import { failureOfError } from './failure.ts';
import { guardedConnector, type HttpOptions } from './fetch.ts';
import { createGuard, type Guard, RefusedAddress } from './guard.ts';
import { retryAt } from './headers.ts';

/** Of an answer, this much is let pass so that its connection can be used again. */
const IDLY_READ = 16 * 1024;

async function sent(agent: Agent, guard: Guard, timeoutMs: number, post: Post): Promise<PostAnswer> {
  const url = new URL(post.url);
  guard.check(url);
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'POST',
    headers: post.headers,
    body: post.body,
    signal: AbortSignal.timeout(timeoutMs),
  });
  await body.dump({ limit: IDLY_READ });
  return { kind: 'answered', status: statusCode, retryAt: retryAt(headers, post.now) };
}

function failedPost(error: unknown): PostAnswer {
  const kind = error instanceof RefusedAddress ? 'forbidden' : 'failed';
  return { kind, reason: failureOfError(error).reason };
}

/** Keeps connections alive between posts until it is closed. */
export function createPoster(options: Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'allowedHosts'>): Poster {
  const { userAgent, timeoutMs, allowedHosts } = options;
  const guard = createGuard(allowedHosts);
  const agent = new Agent({ connect: guardedConnector(guard, timeoutMs), connections: 1, maxResponseSize: IDLY_READ });
  return {
    post: (post) => {
      const headers = { ...post.headers, 'user-agent': userAgent };
      return sent(agent, guard, timeoutMs, { ...post, headers }).catch(failedPost);
    },
    close: () => agent.destroy(),
  };
}
