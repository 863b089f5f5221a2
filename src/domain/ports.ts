/** The ports: what the line needs from the world outside, in the words of the domain. */
import type { AuditedAct } from './audit.ts';
import type { Act, Change } from './change.ts';
import type { Deadline, Rung } from './deadline.ts';
import type {
  Docket,
  DueFeed,
  ExplainedItem,
  Facts,
  Kept,
  ListedFeed,
  NoticeFacts,
  OpenProposal,
  OwnFeed,
  Question,
  RipeDeadline,
  StoredCatalogue,
} from './facts.ts';
import type { DocumentMemory, DocumentSigns, FailureVerdict, Validators } from './feed.ts';
import type { ChannelId, DeadlineId, DraftId, GuildId, ItemId, MessageKey, PostedId } from './ids.ts';
import type { Item } from './item.ts';
import type { Priority, Publishable, Showing, StuckMessage, StuckState, Subject, Thread } from './message.ts';
import type { KeptPause, Pause } from './pause.ts';
import type { Extent, Found, FoundText, Judging, LookedUp, Search, Span, StoredItem } from './search.ts';
import type { Space } from './space.ts';
import type { Draft, Follow, GuildSettings, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';
import type { Views } from './views.ts';
import type { Webhook } from './webhook.ts';

/** The only source of time for everyone but main and the adapters. */
export interface Clock {
  now(): Instant;
  /** Resolves at `at` (at once when past) or as soon as `signal` aborts; never rejects. */
  sleepUntil(at: Instant, signal: AbortSignal): Promise<void>;
}

/** What one poll brought. */
export type Fetched =
  | {
      readonly kind: 'items';
      /** The entries that are not known word for word from the last poll. */
      readonly items: readonly Item[];
      readonly validators: Validators;
      /** Null for items that came from no document. */
      readonly signs: DocumentSigns | null;
      readonly memory: DocumentMemory | null;
      /** Where permanent redirects led; null when it was found where it was looked for. */
      readonly movedTo: string | null;
      /** Harm done to single fields, in words for operators. */
      readonly problems: readonly string[];
      /** Minutes the server asks us to wait at least; null when it asks nothing. */
      readonly ttlMinutes: number | null;
    }
  | {
      readonly kind: 'unchanged';
      readonly validators: Validators;
      /** True when a body came and was the known one; false when the server said so (304). */
      readonly byBody: boolean;
      readonly movedTo: string | null;
      readonly ttlMinutes: number | null;
    }
  | {
      readonly kind: 'failed';
      readonly verdict: FailureVerdict;
      readonly reason: string;
      /** When the host allows the next request; null when it names no time. */
      readonly retryAt: Instant | null;
    };

/** What a poll knows beside its feed. */
export interface PollContext {
  readonly now: Instant;
  /** What the last committed reading of the same feed left; null when there is none. */
  readonly memory: DocumentMemory | null;
  readonly signal: AbortSignal;
}

export interface Feeds {
  /** Never rejects: every failure is a `failed` with its reason. Items carry `seen: now`. */
  fetch(due: DueFeed, context: PollContext): Promise<Fetched>;
  close(): Promise<void>;
}

/** How a post or an edit ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly posted: PostedId; readonly digest: string }
  /** Not our fault and not for ever: try again, not before `retryAt` when it is given. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAt: Instant | null }
  /** A limit is reached: nothing arrived, and `act` (null: nothing at all) may not be done `where` before `until`. */
  | {
      readonly kind: 'limited';
      readonly where: 'channel' | 'everywhere';
      readonly act: Pause['act'];
      readonly until: Instant;
      readonly reason: string;
    }
  /** The channel, or the message we meant to edit, no longer exists. */
  | { readonly kind: 'gone'; readonly what: 'channel' | 'message'; readonly reason: string }
  /** We may not speak there now. */
  | { readonly kind: 'denied'; readonly reason: string }
  /** The content will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The token no longer works: everything must stop. */
  | { readonly kind: 'unauthorised'; readonly reason: string };

/** Every way a post or an edit can end but well. */
export type Failure = Exclude<Outcome, { readonly kind: 'done' }>;

/** What reading a channel for one of our messages gave. */
export type Finding =
  | { readonly kind: 'found'; readonly posted: PostedId }
  | { readonly kind: 'absent' }
  /** The channel does not say, and will not say later. */
  | { readonly kind: 'unprovable'; readonly reason: string }
  | Failure;

/** Where cards become visible. Methods never reject. */
export interface Chat {
  post(showing: Showing): Promise<Outcome>;
  edit(showing: Showing, posted: PostedId): Promise<Outcome>;
  /**
   * Tells a message of an announcement channel to the servers that follow it; null when it is told. Left out by a chat that
   * knows no such channels.
   */
  publish?(channel: ChannelId, posted: PostedId): Promise<Failure | null>;
  /** Looks for a message of ours that carries `showing.marker`, newest first, back to `showing.firstTriedAt`. */
  find(showing: Showing): Promise<Finding>;
}

/** When each loop next has work; null when nothing is planned. */
export interface NextDue {
  readonly poll: Instant | null;
  readonly tick: Instant | null;
  readonly deliver: Instant | null;
}

/** Thrown by `commit` when a revision in it is no longer the next one: read the facts again and decide anew. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
}

export interface Totals {
  readonly items: number;
  readonly matched: number;
  readonly developments: number;
  readonly deadlines: number;
  readonly posted: number;
  readonly edited: number;
  readonly waiting: number;
}

/** What of one priority is behind on the board. */
export interface Backlog {
  readonly priority: Priority;
  readonly waiting: number;
  /** When the longest waiting of it was wanted. */
  readonly oldest: Instant;
}

/** Everything that is true, in one place. All of `commit` becomes true or nothing does. */
export interface Store extends Views {
  catalogue(): Promise<StoredCatalogue>;
  /** Feeds whose time has come, without those of hosts that asked to be left alone, the longest due first. */
  dueFeeds(now: Instant, limit: number): Promise<readonly DueFeed[]>;
  /** Every listed feed, of the catalogue and of guilds, and where it stands, by its id. */
  feeds(): Promise<readonly ListedFeed[]>;
  facts(question: Question): Promise<Facts>;
  ripe(now: Instant): Promise<readonly RipeDeadline[]>;
  commit(changes: readonly Change[], act: Act): Promise<void>;
  /**
   * Takes up to `limit` messages that are behind, due, held by no pause and not for one of the channels `except`, most
   * urgent first, and records the attempt.
   */
  claim(now: Instant, limit: number, except?: readonly ChannelId[]): Promise<readonly Showing[]>;
  /** Revision `rev` is visible as `posted`. Answers its channel if that was closed to us until now. */
  shown(key: MessageKey, rev: number, posted: PostedId, digest: string, at: Instant): Promise<ChannelId | null>;
  /** Not now: tried again at `until`. */
  postponed(key: MessageKey, until: Instant, reason: string): Promise<void>;
  /** Taken and not sent, or not taken by the chat: the attempt does not count. */
  unsent(keys: readonly MessageKey[], now: Instant): Promise<void>;
  /** Not tried again until an operator says so; kept with its reason. */
  stopped(key: MessageKey, state: StuckState, reason: string): Promise<void>;
  /** Taken and not sent, because its place has quiet hours until `until`: kept back, and the attempt does not count. */
  keepBack(key: MessageKey, until: Instant, now: Instant): Promise<void>;
  /** What was kept back for quiet hours that are over, the oldest first. */
  kept(now: Instant): Promise<readonly Kept[]>;
  /** The most urgent message that may be published now; null for none. */
  publishable(now: Instant): Promise<Publishable | null>;
  /** It is published. Answers until when its channel publishes no more; null where it may go on. */
  published(key: MessageKey, at: Instant): Promise<Instant | null>;
  publishLater(key: MessageKey, until: Instant): Promise<void>;
  /** A channel was deleted: if it was a thread, what is to be told in it waits until moderators want another one. */
  lost(channel: ChannelId, reason: string): Promise<void>;
  /** Every thread that was ever wanted. */
  threads(): Promise<readonly Thread[]>;
  /** What `pause` holds is not given before it is over. Answers false when it only prolongs one. */
  pause(pause: Pause, now: Instant): Promise<boolean>;
  /** Closed channels (among these; all of them for null) are tried again at once. Answers which. */
  recheck(channels: readonly ChannelId[] | null, now: Instant): Promise<readonly ChannelId[]>;
  /** Every pause that holds, and every channel that is closed, the oldest first. */
  pauses(now: Instant): Promise<readonly KeptPause[]>;
  /** Messages that only an operator can help, the oldest first. */
  stuck(): Promise<readonly StuckMessage[]>;
  nextDue(): Promise<NextDue>;
  /** What stands in a guild, the soonest first; for null the chains as read. */
  deadlines(guild: GuildId | null): Promise<readonly Deadline[]>;
  /** What waits for the moderators of a guild, the oldest first. */
  proposals(guild: GuildId): Promise<readonly OpenProposal[]>;
  /** What the moderators of a guild may rule on: the newest `limit` developments and rulings, and what its channels got since `lately`. */
  docket(guild: GuildId, limit: number, lately: Instant): Promise<Docket>;
  /** One deadline with everything that became of it; null when there is none of that id. */
  deadline(id: DeadlineId): Promise<DeadlineHistory | null>;
  storylines(guild: GuildId | null): Promise<readonly FollowedStoryline[]>;
  /** The item known by one of these identities, the strongest first; null when there is none. */
  explained(identities: readonly string[]): Promise<ExplainedItem | null>;
  /** The item of that id; null when there is none. */
  item(id: ItemId): Promise<ExplainedItem | null>;
  totals(): Promise<Totals>;
  /** What is behind on the board, the most urgent first; a priority with nothing is not among them. */
  backlog(): Promise<readonly Backlog[]>;
  space(): Promise<Space>;
  /** What moderators were told that lasts or ended since `since`, and where they are. */
  noticeFacts(since: Instant): Promise<NoticeFacts>;
  /**
   * What a search finds, or few items to be judged, whichever is sooner; of one span or of all time, in order of time. Like
   * `hits` and `search` it finds no item whose words are not kept yet.
   */
  lookUp(search: Search, span: Span | null, judging: Judging): Promise<LookedUp>;
  /** Ids and instants of all items that a search finds, of one span or of all time, in order of time. */
  hits(search: Search, span: Span | null): Promise<readonly Found[]>;
  /** With what they are judged by: the newest `limit` of them, all without one, in order of time. */
  search(search: Search, span: Span | null, limit?: number): Promise<readonly FoundText[]>;
  /**
   * The stored items that came as news, not in the first document of their feed, in order of time: all of them, or those
   * that a search finds and those whose words are not kept yet. What a guild's own feeds brought is among them for
   * `owner` alone; null: the catalogue's.
   */
  news(span: Span | null, owner: GuildId | null, search?: Search): Promise<readonly StoredItem[]>;
  /** All that came as news, without reading it. */
  newsExtent(span: Span | null, owner: GuildId | null): Promise<Extent>;
  /**
   * How many items no search finds yet: what a commit brings waits for `makeSearchable`, and so does what has words of
   * other rules.
   */
  unsearchable(): Promise<number>;
  /**
   * What these are judged by, of one span or of all time, in order of time; some that a search finds may be among them.
   * Whoever asks for them before it searches misses none.
   */
  unsearched(span: Span | null): Promise<readonly FoundText[]>;
  /** Makes at most `limit` of them findable, those of before first; answers how many. A part of the index holds them (Keeper). */
  makeSearchable(limit: number): Promise<number>;
  /** `name` is alive at `at`, which is written. Answers when it last was; null when never. */
  beat(name: string, at: Instant): Promise<Instant | null>;
  /** Counts a request that the chat's service refused; those up to `since` are forgotten. */
  refused(at: Instant, since: Instant): Promise<void>;
  /** When requests were refused later than `since`, the first one first, desks of before included. */
  refusals(since: Instant): Promise<readonly Instant[]>;
  /** The clock shows `now` and was ahead by so many milliseconds: waits that it began end as they would have. */
  setBack(by: number, now: Instant): Promise<void>;
  /** Every webhook, those that ended too. */
  webhooks(): Promise<readonly Webhook[]>;
  webhook(id: string): Promise<Webhook | null>;
  /** Makes a webhook, or changes its address, its secret or its end. */
  keepWebhook(webhook: Webhook): Promise<void>;
  /** What the outward addresses of a guild are made of; null for a guild that has none. */
  addressKey(guild: GuildId): Promise<string | null>;
  /** Makes another key and answers it: addresses of before lead nowhere from now on. */
  renewAddressKey(guild: GuildId, at: Instant): Promise<string>;
  /** The latest instant anything was committed at; null for an empty store. */
  lastCommitAt(): Promise<Instant | null>;
  /** What a row of the board speaks of, as it now stands; null when there is none. */
  subject(key: MessageKey): Promise<Subject | null>;
  /** What one of a guild's messages speaks of, as it now stands; null for a message that is none of ours. */
  posted(message: PostedId, guild: GuildId): Promise<Subject | null>;
  /** How a guild stands: what it chose, and what it follows. */
  server(guild: GuildId): Promise<Server>;
  /** A guild's draft of that id; null for none. */
  draft(id: DraftId, guild: GuildId): Promise<Draft | null>;
  /** What members did in a guild, the newest first; of the newest `limit` changes. */
  audit(guild: GuildId, limit: number): Promise<readonly AuditedAct[]>;
  close(): Promise<void>;
}

/** A copy of everything, in a file of its own. */
export interface BackedUp {
  readonly path: string;
  readonly bytes: number;
  /** Older ones that were deleted for it. */
  readonly gone: readonly string[];
}

/** Takes care of the database beside the line, which never waits for it. */
/** How many items a pass deleted, and behind which one the next pass goes on; null when it was the last. */
export interface Retired {
  readonly gone: number;
  readonly next: ItemId | null;
}

export interface Keeper {
  /** Copies the database and keeps the newest `keep` of such copies. */
  backUp(at: Instant, keep: number): Promise<BackedUp>;
  /**
   * Moves what was committed lately into the database's own file; answers whether that was all of it. Where less than
   * `fromBytes` is kept of it, nothing is to do yet.
   */
  checkpoint(fromBytes?: number): Promise<boolean>;
  /**
   * One pass through old items, behind `after` or from the first one on: deletes those that matched nothing and were seen
   * before `before`, and gives their room back to the disk. Those without a date stay.
   */
  retire(before: Instant, after: ItemId | null): Promise<Retired>;
  /** Makes the index of words one of few parts: a search asks each of them, and there can be no more than 2,000. */
  mergeWords(): Promise<void>;
  /** Calls off what is under way. */
  close(): Promise<void>;
}

/** A deadline with its chain and its reminders, of all versions and in any state, in time order. */
export interface DeadlineHistory {
  readonly deadline: Deadline;
  readonly rungs: readonly Rung[];
}

/** How a server stands. */
export interface Server {
  readonly settings: GuildSettings;
  readonly follows: readonly Follow[];
  /** Its own. */
  readonly storylines: readonly Storyline[];
  /** Its own. */
  readonly feeds: readonly OwnFeed[];
}

/** A storyline with where a guild shows it; `channels` is empty when it does not. */
export interface FollowedStoryline {
  readonly storyline: Storyline;
  readonly channels: readonly ChannelId[];
}

/** Structured log lines; pino's own shape, so that only main knows pino. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
