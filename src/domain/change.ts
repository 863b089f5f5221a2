/**
 * The one vocabulary word: what rules return, the store commits, the journal records, the backtest prints and tests
 * assert. A change is data; it says what becomes true and why.
 */
import type { Confirmation, Deadline, Rung, RungName, Version } from './deadline.ts';
import type { Development, Report } from './development.ts';
import type { Feed, FeedVerdict, PollState } from './feed.ts';
import type { ChannelId, DeadlineId, DevelopmentId, FeedId, FollowId, ItemId, MessageKey } from './ids.ts';
import type { Item } from './item.ts';
import type { Match } from './match.ts';
import type { Priority, SubjectRef } from './message.ts';
import type { Outlet } from './outlet.ts';
import type { Follow, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';

interface Because {
  /** One clause for people: why this became true. */
  readonly because: string;
}

export type Change = Because &
  (
    | { readonly kind: 'outlet.listed'; readonly outlet: Outlet }
    | { readonly kind: 'feed.listed'; readonly feed: Feed; readonly firstPollAt: Instant }
    | { readonly kind: 'feed.unlisted'; readonly feed: FeedId }
    | { readonly kind: 'storyline.defined'; readonly storyline: Storyline }
    | { readonly kind: 'follow.set'; readonly follow: Follow }
    /** Where polling stands now: a heartbeat, not journaled; `feed.judged` is its journaled news. */
    | { readonly kind: 'feed.polled'; readonly state: PollState }
    | {
        readonly kind: 'feed.judged';
        readonly feed: FeedId;
        readonly was: FeedVerdict;
        readonly verdict: FeedVerdict;
        readonly reason: string | null;
      }
    | { readonly kind: 'item.seen'; readonly item: Item; readonly baseline: boolean }
    | { readonly kind: 'item.edited'; readonly item: Item; readonly wasTitle: string; readonly wasLede: string }
    | { readonly kind: 'item.aliased'; readonly item: ItemId; readonly identities: readonly string[] }
    | { readonly kind: 'match.made'; readonly match: Match }
    | { readonly kind: 'development.opened'; readonly development: Development }
    /** `rev` is the development's revision afterwards; the commit fails when it is not the next one. */
    | { readonly kind: 'development.joined'; readonly id: DevelopmentId; readonly rev: number; readonly report: Report }
    | { readonly kind: 'development.retold'; readonly id: DevelopmentId; readonly rev: number; readonly report: Report }
    | { readonly kind: 'deadline.set'; readonly deadline: Deadline }
    | { readonly kind: 'deadline.changed'; readonly id: DeadlineId; readonly rev: number; readonly version: Version }
    | {
        readonly kind: 'deadline.confirmed';
        readonly id: DeadlineId;
        readonly rev: number;
        readonly confirmation: Confirmation;
      }
    | { readonly kind: 'rung.planned'; readonly rung: Rung }
    | { readonly kind: 'rungs.cancelled'; readonly deadline: DeadlineId; readonly version: number }
    | {
        readonly kind: 'rung.fired' | 'rung.skipped';
        readonly deadline: DeadlineId;
        readonly version: number;
        readonly name: RungName;
      }
    /** The board should show `subject` at least at revision `rev`. */
    | {
        readonly kind: 'message.wanted';
        readonly key: MessageKey;
        readonly follow: FollowId;
        readonly channel: ChannelId;
        readonly subject: SubjectRef;
        readonly rev: number;
        readonly priority: Priority;
      }
  );

export type ChangeKind = Change['kind'];
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>;

/** Who stands behind a commit: `poll:<feed>`, `tick`, `member:<id>`, `start` … */
export interface Act {
  readonly at: Instant;
  readonly actor: string;
}
