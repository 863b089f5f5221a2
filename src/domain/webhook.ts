/** A server elsewhere that is told what a channel is told. To the line it is a channel of a name of its own. */
import { type ChannelId, type GuildId, id } from './ids.ts';
import type { Instant } from './time.ts';

export interface Webhook {
  /** Letters and digits. */
  readonly id: string;
  readonly guild: GuildId;
  readonly url: string;
  /** As Standard Webhooks writes it: `whsec_` and the key in base64. */
  readonly secret: string;
  readonly madeAt: Instant;
  /** Since when nothing is sent to it any more; null while it is told. */
  readonly endedAt: Instant | null;
}

const PREFIX = 'webhook:';

/** The channel that stands for a webhook. */
export function webhookChannel({ id: name }: Pick<Webhook, 'id'>): ChannelId {
  return id<ChannelId>(PREFIX + name);
}

/** The id of the webhook that `channel` stands for; null for a channel that people read. */
export function webhookIn(channel: ChannelId): string | null {
  return channel.startsWith(PREFIX) ? channel.slice(PREFIX.length) : null;
}

/** What is posted to an address. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly now: Instant;
}

/** How that ended. */
export type PostAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAt: Instant | null }
  /** Nothing was sent there, and nothing will be until somebody changes that. */
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Posts to servers of strangers, never to an address of this machine or its networks. */
export interface Poster {
  /** Never rejects. */
  post(post: Post): Promise<PostAnswer>;
  close(): Promise<void>;
}
