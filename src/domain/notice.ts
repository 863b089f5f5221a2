import type { FeedVerdict } from './feed.ts';
import type { ChannelId, FeedId, GuildId, MessageKey, NoticeId, OutletId } from './ids.ts';
import type { StuckState } from './message.ts';
import type { Instant } from './time.ts';

/** What somebody deleted is not asked about: they know. */
export const ASKED_STATES = ['unproven', 'refused'] as const satisfies readonly StuckState[];
export type AskedState = (typeof ASKED_STATES)[number];

/** Something that keeps a desk from telling all there is to tell. */
export type Concern =
  /** A feed can no longer be read. */
  | {
      readonly kind: 'feed';
      readonly feed: FeedId;
      readonly outlet: string;
      readonly verdict: FeedVerdict;
      readonly reason: string;
    }
  /** None of so many feeds can be reached. */
  | { readonly kind: 'network'; readonly feeds: number }
  /** All feeds of an outlet are read, and have nothing new for far longer than usual, while others have. */
  | { readonly kind: 'silence'; readonly outlet: OutletId; readonly name: string }
  /** The bot may not write to a channel. */
  | { readonly kind: 'channel'; readonly channel: ChannelId; readonly reason: string }
  /** A message of which it cannot be told whether it arrived, or that is not taken: people are asked. */
  | {
      readonly kind: 'message';
      readonly key: MessageKey;
      readonly channel: ChannelId;
      readonly state: AskedState;
      readonly wantedAt: Instant;
      /** What it speaks of. */
      readonly title: string;
      readonly reason: string;
    }
  | { readonly kind: 'disk'; readonly freeBytes: number }
  /** No desk was running. */
  | { readonly kind: 'down' };

/** What the moderators of a guild are told once: one message, edited when it is over. */
export interface Notice {
  readonly id: NoticeId;
  readonly guild: GuildId;
  readonly rev: number;
  readonly concern: Concern;
  readonly since: Instant;
  /** Null while it lasts. */
  readonly resolvedAt: Instant | null;
}

/** What a concern is about: two of the same are one that goes on. */
export function aboutOf(concern: Concern): string {
  if (concern.kind === 'feed') return `feed ${concern.feed}`;
  if (concern.kind === 'silence') return `silence ${concern.outlet}`;
  if (concern.kind === 'message') return `message ${concern.key}`;
  return concern.kind === 'channel' ? `channel ${concern.channel}` : concern.kind;
}
