/** What rules may know: asked for in one read, deeply readonly. */
import type { Deadline, Rung } from './deadline.ts';
import type { Development } from './development.ts';
import type { Digest } from './digest.ts';
import type { Edition, Ruling, Telling } from './edition.ts';
import type { Feed, PollState } from './feed.ts';
import type { FeedId, GuildId, ItemId, MessageKey, OutletId, PlaceId, StorylineSlug } from './ids.ts';
import type { Match, Mention } from './match.ts';
import type { Message, StuckMessage, Subject, SubjectRef, Thread } from './message.ts';
import type { Notice } from './notice.ts';
import type { Outlet, Source } from './outlet.ts';
import type { KeptPause } from './pause.ts';
import type { Proposal } from './proposal.ts';
import type { Space } from './space.ts';
import type { AliasSet, Follow, GuildSettings, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';
import type { SoughtTitle } from './title.ts';

/** What the rules need to know before they judge a fetched document. */
export interface Question {
  readonly identities: readonly string[];
  readonly storylines: readonly StorylineSlug[];
  /** Of the items; their developments are asked for, and those that hold one of the items already. */
  readonly titles: readonly SoughtTitle[];
  /** Developments with a report since then are candidates for more. */
  readonly since: Instant;
  /** Rows of the board that were made since then count for the caps of their channels. */
  readonly lately: Instant;
}

/** An item the desk has met before. */
export interface KnownItem {
  readonly id: ItemId;
  readonly feed: FeedId;
  readonly outlet: OutletId;
  readonly guid: string | null;
  readonly link: string | null;
  readonly hash: string;
  readonly title: string;
  readonly lede: string;
  readonly published: Instant | null;
}

/** An item the desk has stored, with all that was made of it. */
export interface ExplainedItem {
  readonly id: ItemId;
  /** Whose own feed brought it; null for one of the catalogue. */
  readonly guild: GuildId | null;
  readonly source: Source;
  readonly title: string;
  readonly lede: string;
  readonly link: string | null;
  readonly published: Instant | null;
  readonly seen: Instant;
  /** It stood in the first document of its feed, which is stored in silence. */
  readonly baseline: boolean;
  readonly matches: readonly Match[];
  readonly mentions: readonly Mention[];
}

/** Reports, and how many of them hold each word in their titles. */
export interface Tally {
  readonly reports: number;
  readonly words: ReadonlyMap<string, number>;
}

/** An item whose report the moderators of a guild killed, or hold until it is checked: it is evidence of nothing there. */
export interface Unheard {
  readonly guild: GuildId;
  readonly item: ItemId;
}

export interface Facts {
  /** Known items by each of the identities asked for. */
  readonly known: ReadonlyMap<string, KnownItem>;
  readonly developments: readonly Development[];
  /** Those of these developments, in whatever guild. */
  readonly editions: readonly Edition[];
  /** Of storylines asked for, the reports of the other developments that may take in more, by the words that matter here. */
  readonly beyond: ReadonlyMap<StorylineSlug, Tally>;
  /** Chains as read. */
  readonly deadlines: readonly Deadline[];
  /** What stands of them in the guilds that follow. */
  readonly standings: readonly Deadline[];
  /** Those that still wait. */
  readonly proposals: readonly Proposal[];
  /** Of the storylines asked for. */
  readonly unheard: readonly Unheard[];
  readonly follows: readonly Follow[];
  /** Of the guilds of these follows; one that chose nothing is not among them. */
  readonly guilds: readonly GuildSettings[];
  /** Those that may take in more, and those that hold the developments above, of the channels of these follows. */
  readonly digests: readonly Digest[];
  /** Rows of the board that show the developments and deadlines above, and those made lately in these channels. */
  readonly messages: readonly Message[];
}

/** What a desk knows that has met nothing yet. */
export const NO_FACTS: Facts = {
  known: new Map(),
  developments: [],
  editions: [],
  beyond: new Map(),
  deadlines: [],
  standings: [],
  proposals: [],
  unheard: [],
  follows: [],
  guilds: [],
  digests: [],
  messages: [],
};

/** A feed and where its polling stands. */
export interface ListedFeed {
  readonly feed: Feed;
  readonly outlet: Outlet;
  readonly state: PollState;
  /** Until when its host asked to be left alone; null when it did not. */
  readonly heldUntil: Instant | null;
}

/** A feed whose time has come. */
export interface DueFeed extends Omit<ListedFeed, 'heldUntil'> {
  /** The end of the followed deadline that is nearest, ahead or just over; null when there is none. */
  readonly nextDeadlineAt: Instant | null;
  /** Up to when a desk before told what it brings, in the first reading since a backup was restored; null otherwise. */
  readonly toldUntil: Instant | null;
}

/** A deadline whose rung or whose end has come. */
export interface RipeDeadline {
  readonly deadline: Deadline;
  /** Its planned rungs, whether ripe or not, in time order. */
  readonly rungs: readonly Rung[];
  /** Of the guild where it stands, of all guilds for a chain as read. */
  readonly follows: readonly Follow[];
  /** Of the guilds of these follows. */
  readonly guilds: readonly GuildSettings[];
  /** Since when every working source has been read; null where none works. */
  readonly readAt: Instant | null;
  /** Those of a chain as read that still wait. */
  readonly proposals: readonly Proposal[];
  /** Up to when a desk before told what was due, which was restored from a backup; null where there was none. */
  readonly toldUntil: Instant | null;
}

/** A proposal that moderators are asked about, with all that an answer changes. */
export interface OpenProposal {
  readonly proposal: Proposal;
  /** The chain as read. */
  readonly read: Deadline;
  readonly facts: Pick<Facts, 'follows' | 'guilds' | 'standings' | 'proposals' | 'unheard'>;
}

/** What the moderators of a guild may rule on. */
export interface Docket {
  /** Everything its follows are told, editions in the place of what was reported, the newest first. */
  readonly tellings: readonly Telling[];
  /** The newest first. */
  readonly rulings: readonly Ruling[];
  /** Of the guild. */
  readonly follows: readonly Follow[];
  /** Of the guild's channels: those that may take in more, and those that hold these tellings. */
  readonly digests: readonly Digest[];
  /** Rows of the board that show these tellings, and those made lately in these channels. */
  readonly messages: readonly Message[];
  /** What stands in the guild. */
  readonly standings: readonly Deadline[];
  /** What waits there, for its moderators or for another origin. */
  readonly proposals: readonly OpenProposal[];
}

/** A message that was kept back for quiet hours, which are over. */
export interface Kept {
  readonly key: MessageKey;
  readonly place: PlaceId;
  /** Whose it is. */
  readonly follow: Follow;
  readonly subject: SubjectRef;
  readonly ping: boolean;
  readonly since: Instant;
  /** Whether it may have arrived before they began. */
  readonly wasTried: boolean;
}

/** How the world around the line stands. */
export interface Watched {
  readonly feeds: readonly ListedFeed[];
  /** Channels that are closed to us. */
  readonly closed: readonly KeptPause[];
  readonly threads: readonly Thread[];
  /** Messages that only people can help, each with what it speaks of. */
  readonly stuck: readonly { readonly message: StuckMessage; readonly subject: Subject }[];
  readonly space: Space;
}

/** What moderators were told of the desk itself, and where they are. */
export interface NoticeFacts {
  /** Those that last, and those that ended lately. */
  readonly notices: readonly Notice[];
  readonly guilds: readonly GuildSettings[];
  /** One for each channel of these guilds. */
  readonly follows: readonly Follow[];
}

/** A feed that a guild reads for itself, and the outlet under whose name it does. */
export type OwnFeed = Pick<ListedFeed, 'feed' | 'outlet'>;

/** What the catalogue left in the store, for telling what is new in it. */
export interface StoredCatalogue {
  readonly outlets: readonly Outlet[];
  readonly feeds: readonly Feed[];
  /** Of all guilds. */
  readonly ownFeeds: readonly OwnFeed[];
  readonly storylines: readonly Storyline[];
  readonly follows: readonly Follow[];
  readonly guilds: readonly GuildSettings[];
  readonly aliasSets: readonly AliasSet[];
}
