/**
 * The Chat port over webhooks. Each revision is one signed POST; a retry carries the same `webhook-id`, so that its
 * receiver, not we, need know whether an earlier try arrived.
 */
import { type ChannelId, id, type PostedId } from '../../domain/ids.ts';
import type { Showing } from '../../domain/message.ts';
import type { Chat, Clock, Outcome, Store } from '../../domain/ports.ts';
import { type Instant, MINUTE, plus } from '../../domain/time.ts';
import { type PostAnswer, type Poster, type Webhook, webhookIn } from '../../domain/webhook.ts';
import { contentOf, nameOf } from './payload.ts';
import { signedHeaders } from './sign.ts';

export interface WebhookPorts {
  readonly store: Pick<Store, 'webhook'>;
  readonly poster: Poster;
  readonly clock: Pick<Clock, 'now'>;
}

/** Wait after a 429 that does not say how long. */
const DEFAULT_WAIT = MINUTE;

/** Servers that do not know the address or refuse us: somebody must change that first. */
const DENIED = new Set([301, 302, 303, 307, 308, 401, 403, 404, 405]);

/** As Standard Webhooks wants answers read: success is 2xx alone, 410 asks to be told nothing more. */
function outcomeOf(answer: PostAnswer, done: Outcome, now: Instant): Outcome {
  if (answer.kind === 'forbidden') return { kind: 'denied', reason: answer.reason };
  if (answer.kind === 'failed') return { kind: 'later', reason: answer.reason, retryAt: null };
  const { status, retryAt } = answer;
  const reason = `the webhook answered ${status}`;
  if (status >= 200 && status < 300) return done;
  if (status === 410) return { kind: 'gone', what: 'channel', reason };
  if (status === 429 || (status === 503 && retryAt !== null)) {
    return { kind: 'limited', where: 'channel', act: null, until: retryAt ?? plus(now, DEFAULT_WAIT), reason };
  }
  if (status === 413) return { kind: 'refused', reason };
  return DENIED.has(status) ? { kind: 'denied', reason } : { kind: 'later', reason, retryAt };
}

async function send(showing: Showing, webhook: Webhook, { poster, clock }: WebhookPorts): Promise<Outcome> {
  const now = clock.now();
  const name = nameOf(showing);
  const { text, digest } = contentOf(showing, showing.firstTriedAt ?? now);
  const done: Outcome = { kind: 'done', posted: showing.posted ?? id<PostedId>(name), digest };
  if (showing.posted !== null && digest === showing.shownDigest) return done;
  const headers = signedHeaders(name, now, text, webhook.secret);
  return outcomeOf(await poster.post({ url: webhook.url, headers, body: text, now }), done, now);
}

/** What nobody is owed any more counts as told. */
function toldNobody(showing: Showing): Outcome {
  return { kind: 'done', posted: showing.posted ?? id<PostedId>(nameOf(showing)), digest: showing.shownDigest ?? '' };
}

/** Posts and edits are told alike. */
export function webhookChat(ports: WebhookPorts): Chat {
  const tell = async (showing: Showing): Promise<Outcome> => {
    const webhook = await ports.store.webhook(webhookIn(showing.channel) ?? '');
    if (webhook === null) return { kind: 'gone', what: 'channel', reason: `there is no webhook ${showing.channel}` };
    return webhook.endedAt === null ? send(showing, webhook, ports) : toldNobody(showing);
  };
  return { post: tell, edit: tell, find: async () => ({ kind: 'absent' }) };
}

/** Webhooks are told by `webhooks`, every other channel by `people`. */
export function routedChat(people: Chat, webhooks: Chat): Chat {
  const chatOf = (channel: ChannelId) => (webhookIn(channel) === null ? people : webhooks);
  return {
    post: (showing) => chatOf(showing.channel).post(showing),
    edit: (showing, posted) => chatOf(showing.channel).edit(showing, posted),
    publish: async (channel, posted) => (await chatOf(channel).publish?.(channel, posted)) ?? null,
    find: (showing) => chatOf(showing.channel).find(showing),
  };
}
