import type { Missed, MissedBy } from './catchUp.ts';
import type { Deadline, Rung, Version } from './deadline.ts';
import type { Development } from './development.ts';
import type { Edition, Ruling, Telling } from './edition.ts';
import type { ChannelId, FollowId, MessageKey, PlaceId, PostedId, RoleId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { Proposal } from './proposal.ts';
import type { QuietHours } from './quiet.ts';
import type { Gate, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';

/** What a row of the board speaks of, by reference. */
export type SubjectRef =
  | { readonly kind: 'development'; readonly id: string }
  | { readonly kind: 'edition'; readonly id: string }
  | { readonly kind: 'corroboration'; readonly id: string }
  | { readonly kind: 'ruling'; readonly id: string }
  | { readonly kind: 'deadline'; readonly id: string }
  | { readonly kind: 'change'; readonly id: string; readonly version: number }
  | { readonly kind: 'rung'; readonly id: string; readonly version: number; readonly rung: string }
  | { readonly kind: 'proposal'; readonly id: string }
  | { readonly kind: 'digest'; readonly id: string }
  | { readonly kind: 'catch_up'; readonly id: string }
  | { readonly kind: 'notice'; readonly id: string }
  /** `id` is the storyline's whose thread it opens. */
  | { readonly kind: 'thread'; readonly id: string }
  /** `id` is the guild's. */
  | { readonly kind: 'welcome'; readonly id: string };

/** What speaks of a channel, and of whatever it follows. */
export const OF_CHANNELS: readonly SubjectRef['kind'][] = ['digest', 'catch_up', 'notice', 'thread'];

/** A development that is one line of a message. */
export interface ToldBriefly {
  readonly storyline: Storyline;
  readonly development: Telling;
}

/** What a row of the board speaks of, whole: what a card is drawn from. */
export type Subject =
  /** `before` is the development it follows up; null when it follows none. An edition goes before what was reported. */
  | {
      readonly kind: 'development';
      readonly storyline: Storyline;
      readonly development: Telling;
      readonly before: Development | null;
      /** Where an edition that was merged is told; null for all others. */
      readonly into: Edition | null;
      /** Of the follow it is shown for. */
      readonly gate: Gate;
    }
  /** Enough origins report what its card already shows: edits notify nobody, so that a message of its own calls. */
  | { readonly kind: 'corroboration'; readonly storyline: Storyline; readonly development: Telling }
  /** What moderators did to what a card said, told to those who read it before. */
  | { readonly kind: 'ruling'; readonly storyline: Storyline; readonly edition: Edition; readonly ruling: Ruling }
  | { readonly kind: 'deadline'; readonly storyline: Storyline; readonly deadline: Deadline }
  /** `before` is the version that held until this one. */
  | {
      readonly kind: 'change';
      readonly storyline: Storyline;
      readonly deadline: Deadline;
      readonly version: Version;
      readonly before: Version;
    }
  | {
      readonly kind: 'rung';
      readonly storyline: Storyline;
      readonly deadline: Deadline;
      readonly version: Version;
      readonly rung: Rung;
      /** Whether it waited until the quiet hours of its channel were over. */
      readonly waited: boolean;
    }
  | {
      readonly kind: 'proposal';
      readonly storyline: Storyline;
      readonly proposal: Proposal;
      /** The chain as read. */
      readonly deadline: Deadline;
      readonly version: Version;
      /** What stands in the guild; null when nothing does yet. */
      readonly standing: Deadline | null;
    }
  | { readonly kind: 'digest'; readonly entries: readonly ToldBriefly[] }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** What a storyline's own thread begins with. */
  | { readonly kind: 'thread'; readonly storyline: Storyline }
  /** A server that the bot has come to, and that follows nothing yet. */
  | { readonly kind: 'welcome' }
  | {
      readonly kind: 'catch_up';
      readonly cause: MissedBy;
      readonly since: Instant;
      readonly entries: readonly (Omit<Missed, 'deadline'> & {
        readonly storyline: Storyline;
        readonly deadline: Deadline;
      })[];
      readonly developments: readonly ToldBriefly[];
    };

/** Lower goes first. */
export const PRIORITIES = { change: 0, due: 1, rung: 2, deadline: 3, development: 4, digest: 5, notice: 6 } as const;
export type Priority = (typeof PRIORITIES)[keyof typeof PRIORITIES];

/**
 * `refused`: its content is not taken; `gone`: somebody deleted it; `unproven`: it was sent, and whether it arrived can no
 * longer be told. These are stuck until an operator answers; `given_up` is such an answer.
 */
export const MESSAGE_STATES = ['waiting', 'shown', 'refused', 'gone', 'unproven', 'given_up'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export type StuckState = Extract<MessageState, 'refused' | 'gone' | 'unproven'>;

/** A row of the board: what should be visible and what is. */
export interface Message {
  readonly key: MessageKey;
  /** Null for what is a server's, whatever it follows. */
  readonly follow: FollowId | null;
  /** Where it is sent. */
  readonly channel: ChannelId;
  readonly place: PlaceId;
  readonly subject: SubjectRef;
  readonly wantedRev: number;
  readonly shownRev: number;
  readonly state: MessageState;
  readonly madeAt: Instant;
  /** Whether its first post pings. */
  readonly ping: boolean;
}

/** A message of an announcement channel that is to be published. */
export interface Publishable {
  readonly key: MessageKey;
  readonly channel: ChannelId;
  readonly posted: PostedId;
}

/** A storyline's own thread, or post of a forum. */
export interface Thread {
  /** Of the message that opens it. */
  readonly key: MessageKey;
  readonly follow: FollowId;
  /** Where it is opened. */
  readonly channel: ChannelId;
  /** Null until it is there. */
  readonly posted: ChannelId | null;
  readonly state: MessageState;
}

/** `resend` tries again: a new post where the old one is gone or in doubt, the same edit where it was refused. */
export const STUCK_ANSWERS = ['resend', 'give_up'] as const;
export type StuckAnswer = (typeof STUCK_ANSWERS)[number];

/** A message that only an operator can help. */
export interface StuckMessage extends Message {
  readonly wantedAt: Instant;
  /** What happened and what to do. */
  readonly reason: string;
}

/** For whom a message is written. */
export interface Audience {
  /** As Discord names languages (`uk`); null for English. */
  readonly language: string | null;
  /** Whether its storyline has a role there that members may ask for. */
  readonly hasRole: boolean;
}

/** A message to be made visible: everything the chat needs, nothing it must ask for. */
export interface Showing {
  readonly key: MessageKey;
  readonly channel: ChannelId;
  /** The message it answers; null where it answers none, or that one is not there. */
  readonly replyTo: PostedId | null;
  /** The revision drawn here; news that arrives meanwhile is shown by the next edit. */
  readonly rev: number;
  /** Null until it was posted. */
  readonly posted: PostedId | null;
  /** Discord refuses a second message with it for about two minutes; at most 25 characters, derived from the key. */
  readonly nonce: string;
  /** 1 … 2^31-1, derived from the key; rides in the message so that it can be found again by reading the channel. */
  readonly marker: number;
  /** When it was first tried; null when never. */
  readonly firstTriedAt: Instant | null;
  readonly attempts: number;
  /** Of the card as last shown; null when never. A card with the same digest needs no edit. */
  readonly shownDigest: string | null;
  /** Pinged on a first post; an edit pings nobody. Null where the follow has none, or too few stand behind it. */
  readonly role: RoleId | null;
  /** Of its channel; null where it has none, or the message is not for those who are left in peace. */
  readonly quiet: QuietHours | null;
  readonly audience: Audience;
  readonly subject: Subject;
}
