/** What the chat knows of the places where the bot works, and does there for a member. */
import type { ChannelId, GuildId, RoleId } from './ids.ts';

/**
 * Permissions that the bot needs in a channel, and no others: to see it, to write there, and to find its own messages;
 * where storylines have threads of their own, to make them and to write in them.
 */
export const NEEDS = ['view', 'send', 'history', 'threads', 'inThreads'] as const;
export type Need = (typeof NEEDS)[number];

/** A server that the bot is in. */
export interface Arrival {
  readonly guild: GuildId;
  /** Where it may write to all. */
  readonly channel: ChannelId;
  /** As Discord names languages: `uk`. */
  readonly locale: string;
}

/** What the bot may do with a role. */
export interface RoleUse {
  /** Its mention calls its members. */
  readonly calls: boolean;
  /** It can be given to members, and taken from them: it lets them do nothing more than everyone. */
  readonly given: boolean;
}

export interface Premises {
  /** What the bot lacks in a channel, nothing where all is well; null for a channel that it does not see or cannot write to. */
  lacks(channel: ChannelId, inThreads: boolean): readonly Need[] | null;
  /** Its messages can be published to the servers that follow it. */
  isAnnouncing(channel: ChannelId): boolean;
  /** Takes posts alone, each a thread of its own. */
  isForum(channel: ChannelId): boolean;
  /** The channel that a thread is in; null for what is none. */
  parentOf(channel: ChannelId): ChannelId | null;
  /** Null for a role that is not there. */
  roleUse(guild: GuildId, role: RoleId, channel: ChannelId): RoleUse | null;
  /** Answers false where the bot may not. */
  give(guild: GuildId, member: string, role: RoleId): Promise<boolean>;
  /** Answers false where the bot may not. */
  take(guild: GuildId, member: string, role: RoleId): Promise<boolean>;
  /** Where somebody who manages a server lets the bot in with what it needs. */
  invitation(): string;
}
