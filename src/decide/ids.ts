/** Ids derived from content, so that deciding the same thing twice names the same noun. */
import { createHash } from 'node:crypto';
import {
  type Branded,
  type CatchUpId,
  type DeadlineId,
  type DevelopmentId,
  type DigestId,
  type DraftId,
  type EditionId,
  type GuildId,
  id,
  type MessageKey,
  type NoticeId,
  type PlaceId,
  type ProposalId,
  type RulingId,
  type StorylineSlug,
} from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { SubjectRef } from '../domain/message.ts';
import { type Follow, placeOf } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';

function derived<Kind extends Branded<string>>(prefix: string, ...parts: readonly string[]): Kind {
  return id<Kind>(`${prefix}_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)}`);
}

/**
 * The development that `item` opens in a storyline as read at its `seen`: one that left the storyline by an edit and
 * comes back by another, days later, opens another one.
 */
export function developmentId(storyline: StorylineSlug, item: Pick<Item, 'id' | 'seen'>): DevelopmentId {
  return derived('dv', storyline, item.id, item.seen);
}

/** The deadline that `item` sets in a storyline with the words at `start` of its text. */
export function deadlineId(storyline: StorylineSlug, item: Item, start: number): DeadlineId {
  return derived('dl', storyline, item.id, String(start));
}

/** The deadline that `member` of a guild sets in a storyline at `now`. */
export function ownDeadlineId(storyline: StorylineSlug, guild: GuildId, member: string, now: Instant): DeadlineId {
  return derived('dl', storyline, guild, member, now);
}

/** A guild's edition that continues a development as reported. */
export function editionId(guild: GuildId, development: DevelopmentId): EditionId {
  return derived('ed', guild, development);
}

/** A guild's edition of reports that were split off an edition at `now`. */
export function splitId(from: EditionId, now: Instant): EditionId {
  return derived('ed', from, now);
}

/** What `member` did to an edition at `now`. */
export function rulingId(edition: EditionId, member: string, now: Instant): RulingId {
  return derived('ru', edition, member, now);
}

/** The digest that a place gets of a burst at `now`. */
export function digestId(place: PlaceId, now: Instant): DigestId {
  return derived('dg', place, now);
}

/** A storyline as moderators look at it from `now` on. */
export function draftId(guild: GuildId, storyline: StorylineSlug, now: Instant): DraftId {
  return derived('df', guild, storyline, now);
}

/** What a place missed, told at `now`. */
export function catchUpId(follow: Follow, now: Instant): CatchUpId {
  return derived('cu', placeOf(follow), now);
}

/** What a guild's moderators are told at `now` about something. */
export function noticeId(guild: GuildId, about: string, now: Instant): NoticeId {
  return derived('no', guild, about, now);
}

/** A version of a chain as read, proposed in a guild; `after` the version that ended it there, where one did. */
export function proposalId(guild: GuildId, read: DeadlineId, version: number, after: number | null): ProposalId {
  return derived('pr', guild, read, String(version), ...(after === null ? [] : [String(after)]));
}

/** The message that opens a thread. */
export function threadKey(place: PlaceId): MessageKey {
  return id<MessageKey>(`thread:${place}`);
}

const READABLE = 30;

/** A name that people can type, told apart from every other guild's, and the same again for the same thing. */
export function typeableName<Kind extends Branded<string>>(words: readonly string[], guild: GuildId, of: string): Kind {
  const readable = words.join('-').slice(0, READABLE).replace(/-$/, '');
  const mark = createHash('sha256').update(`${guild}\n${of}`).digest('hex').slice(0, 10);
  return id<Kind>(readable === '' ? mark : `${readable}-${mark}`);
}

/** One message per subject and follow; proposals and notices are their guild's, whichever follow they are sent by. */
export function messageKey(subject: SubjectRef, follow: Follow): MessageKey {
  if (subject.kind === 'proposal' || subject.kind === 'notice') return id<MessageKey>(`${subject.kind}:${subject.id}`);
  if (subject.kind === 'thread') return threadKey(placeOf(follow));
  const version = 'version' in subject ? `/${subject.version}` : '';
  const rung = 'rung' in subject ? `/${subject.rung}` : '';
  return id<MessageKey>(`${subject.kind}:${subject.id}${version}${rung}@${follow.id}`);
}
