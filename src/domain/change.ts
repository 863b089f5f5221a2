/**
 * The one vocabulary word: what rules return, the store commits, the journal records, the backtest prints and tests
 * assert. A change is data; it says what becomes true and why.
 */
import type { CatchUp } from './catchUp.ts';
import type { Confirmation, Deadline, Rung, RungName, Version } from './deadline.ts';
import type { Development, Report } from './development.ts';
import type { Digest } from './digest.ts';
import type { Edition, Ruling } from './edition.ts';
import type { Feed, FeedVerdict, PollState } from './feed.ts';
import type {
  ChannelId,
  DeadlineId,
  DevelopmentId,
  DraftId,
  EditionId,
  FeedId,
  FollowId,
  GuildId,
  ItemId,
  MessageKey,
  PlaceId,
  ProposalId,
  RulingId,
  StorylineSlug,
} from './ids.ts';
import type { Item } from './item.ts';
import type { Match, Mention } from './match.ts';
import type { Priority, StuckAnswer, SubjectRef } from './message.ts';
import type { Notice } from './notice.ts';
import type { Outlet } from './outlet.ts';
import type { Proposal, ProposalState } from './proposal.ts';
import type { AliasSet, Draft, Follow, GuildSettings, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';

/** What each kind of change carries. */
interface Changes {
  'outlet.listed': { readonly outlet: Outlet };
  'feed.listed': { readonly feed: Feed; readonly firstPollAt: Instant };
  'feed.unlisted': { readonly feed: FeedId };
  'storyline.defined': { readonly storyline: Storyline };
  /** A guild's own is matched and offered no more; what it found stays. */
  'storyline.unlisted': { readonly slug: StorylineSlug };
  'draft.kept': { readonly draft: Draft };
  'draft.dropped': { readonly draft: DraftId };
  'aliases.set': { readonly set: AliasSet };
  'follow.set': { readonly follow: Follow };
  /** Where polling stands now: a heartbeat, not journaled; `feed.judged` is its journaled news. */
  'feed.polled': { readonly state: PollState; readonly host: string };
  /** A host asked for a pause: none of its feeds is polled before `until`. */
  'host.held': { readonly host: string; readonly until: Instant };
  /** A deadline is near: feeds that work and would be polled later are polled at `latest`. */
  'feeds.hurried': { readonly latest: Instant; readonly unlessPolledSince: Instant | null };
  /** Permanent redirects were believed, or (null) no longer are: which address is asked from now on. */
  'feed.moved': { readonly feed: FeedId; readonly to: string | null };
  'feed.judged': {
    readonly feed: FeedId;
    readonly was: FeedVerdict;
    readonly verdict: FeedVerdict;
    readonly reason: string | null;
  };
  'item.seen': { readonly item: Item; readonly baseline: boolean };
  /** `item.id` is the known item's; its text is the new one. */
  'item.edited': { readonly item: Item; readonly wasTitle: string; readonly wasLede: string };
  'item.aliased': { readonly item: ItemId; readonly identities: readonly string[] };
  'match.made': { readonly match: Match };
  'mention.made': { readonly mention: Mention };
  'development.opened': { readonly development: Development };
  /** `rev` is the development's revision afterwards; the commit fails when it is not the next one. */
  'development.joined': { readonly id: DevelopmentId; readonly rev: number; readonly report: Report };
  /** The outlet of the report that was told in item `was` changed its words, under the same link or another. */
  'development.retold': {
    readonly id: DevelopmentId;
    readonly rev: number;
    readonly was: ItemId;
    readonly report: Report;
  };
  'edition.made': { readonly edition: Edition };
  /** As `edition` has it, whose revision is the next one; the commit fails when it is not. */
  'edition.set': { readonly edition: Edition };
  'edition.joined': { readonly id: EditionId; readonly rev: number; readonly report: Report };
  'edition.retold': {
    readonly id: EditionId;
    readonly rev: number;
    readonly was: ItemId;
    readonly report: Report;
  };
  'ruling.made': { readonly ruling: Ruling };
  /** `rev` is the ruling's revision afterwards; the commit fails when it is not the next one. */
  'ruling.undone': { readonly id: RulingId; readonly rev: number; readonly undoneBy: string };
  'deadline.set': { readonly deadline: Deadline };
  'deadline.changed': { readonly id: DeadlineId; readonly rev: number; readonly version: Version };
  'digest.opened': { readonly digest: Digest };
  /** As `digest` has it, whose revision is the next one; the commit fails when it is not. */
  'digest.set': { readonly digest: Digest };
  'catch_up.made': { readonly catchUp: CatchUp };
  'notice.opened': { readonly notice: Notice };
  /** As `notice` has it, whose revision is the next one; the commit fails when it is not. */
  'notice.set': { readonly notice: Notice };
  'guild.set': { readonly settings: GuildSettings };
  /** An act of a member, by its id in the journal, was taken back by what is committed with this. */
  'act.undone': { readonly act: string };
  'proposal.made': { readonly proposal: Proposal };
  /** `rev` is the proposal's revision afterwards; the commit fails when it is not the next one. */
  'proposal.changed': {
    readonly id: ProposalId;
    readonly rev: number;
    readonly state: ProposalState;
    readonly answeredBy: string | null;
  };
  'deadline.confirmed': { readonly id: DeadlineId; readonly rev: number; readonly confirmation: Confirmation };
  'rung.planned': { readonly rung: Rung };
  'rungs.cancelled': { readonly deadline: DeadlineId; readonly version: number };
  /** The sources are being asked once more before it. */
  'rung.asked': RungRef;
  'rung.fired': RungRef & { readonly readAt: Instant | null };
  'rung.skipped': RungRef;
  /** The board should show `subject` at least at revision `rev`; in a thread it is sent once the thread is there. */
  'message.wanted': {
    readonly key: MessageKey;
    /** Null for what is a server's, whatever it follows. */
    readonly follow: FollowId | null;
    readonly channel: ChannelId;
    /** Of what is told in a thread of its own; left out where it is the channel itself. */
    readonly thread?: PlaceId;
    readonly subject: SubjectRef;
    /** The message it answers, in the same channel; null for one that stands by itself. */
    readonly answers: MessageKey | null;
    readonly rev: number;
    readonly priority: Priority;
    /** Whether its first post pings the follow's role. */
    readonly ping: boolean;
    /** False, for a follow that is paused, only brings up to date what is on the board already. */
    readonly opens?: false;
  };
  /** It was never sent, and never will be: another one tells what it would have told. */
  'message.folded': { readonly key: MessageKey };
  /** It is kept back no more. */
  'message.released': { readonly key: MessageKey };
  /** What is to become of a message that only people can help; the commit fails when it is none. */
  'message.answered': { readonly key: MessageKey; readonly answer: StuckAnswer };
}

export interface RungRef {
  readonly deadline: DeadlineId;
  readonly version: number;
  readonly name: RungName;
}

export type ChangeKind = keyof Changes;

/** One kind of change, or several; `because` is one clause for people: why this became true. */
export type ChangeOf<Kind extends ChangeKind> = {
  [Each in Kind]: Changes[Each] & { readonly kind: Each; readonly because: string };
}[Kind];

export type Change = ChangeOf<ChangeKind>;

/** Who stands behind a commit: `poll:<feed>`, `tick`, `member:<id>`, `start` … */
export interface Act {
  readonly at: Instant;
  readonly actor: string;
  /** Of the member who acts. */
  readonly guild?: GuildId;
}
