/** What people read of the desk besides its messages: questions of the desk page, answered without changing anything. */
import type { Development } from './development.ts';
import type { ChannelId, GuildId, StorylineSlug } from './ids.ts';
import type { MessageState, Showing } from './message.ts';
import type { Day, Instant } from './time.ts';

/** Where an entry stands in the journal. */
export interface JournalPlace {
  readonly at: Instant;
  readonly act: string;
  readonly position: number;
}

export interface JournalEntry extends JournalPlace {
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly because: string;
}

export interface JournalQuestion {
  /** Stands in the entry's reason, subject, kind or actor, without regard to case; null asks for all. */
  readonly text: string | null;
  /** The noun that entries are about, by its whole name. */
  readonly subject: string | null;
  /** Entries older than this one; null begins at the newest. */
  readonly before: JournalPlace | null;
  readonly limit: number;
  /** How many entries are looked at, at most: a search never holds up the line. */
  readonly reach: number;
}

export interface JournalPage {
  /** The newest first. */
  readonly entries: readonly JournalEntry[];
  /** Where to look on; null at the end of the journal. */
  readonly next: JournalPlace | null;
}

/** How many items of a storyline were seen on a day of UTC. */
export interface StorylineDay {
  readonly storyline: StorylineSlug;
  readonly day: Day;
  readonly items: number;
}

export interface ChannelSummary {
  readonly channel: ChannelId;
  readonly messages: number;
  readonly latest: Instant;
}

/** A row of the board as its channel shows it, or will. */
export interface ChannelMessage {
  readonly showing: Showing;
  readonly state: MessageState;
  readonly madeAt: Instant;
  /** Null until it was shown. */
  readonly shownAt: Instant | null;
  readonly edits: number;
}

/** The newest reports of one storyline, as a guild may be told of them. */
export interface NewsQuestion {
  readonly storyline: StorylineSlug;
  /** Whose rulings go before what was reported. */
  readonly guild: GuildId;
  readonly limit: number;
}

export interface Views {
  /** The newest developments of a storyline that the guild did not rule on. */
  latest(question: NewsQuestion): Promise<readonly Development[]>;
  journal(question: JournalQuestion): Promise<JournalPage>;
  /** By storyline and day, from the first day on. */
  activity(from: Day): Promise<readonly StorylineDay[]>;
  /** Every channel that anything was made for, the latest first. */
  channels(): Promise<readonly ChannelSummary[]>;
  /** The newest `limit` messages of a channel, oldest first. */
  channelMessages(channel: ChannelId, limit: number): Promise<readonly ChannelMessage[]>;
}
