import type { FeedVerdict } from './feed.ts';
import type { ChannelId, FeedId, GuildId, NoticeId, OutletId } from './ids.ts';
import type { Instant } from './time.ts';

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
  return concern.kind === 'channel' ? `channel ${concern.channel}` : concern.kind;
}
