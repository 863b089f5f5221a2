/** Branded identifiers: text at run time, told apart by the compiler. */

declare const brand: unique symbol;

/** A piece of text that only counts as `Name` once someone vouched for it. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type FeedId = Branded<'FeedId'>;
export type OutletId = Branded<'OutletId'>;
export type ItemId = Branded<'ItemId'>;
export type StorylineSlug = Branded<'StorylineSlug'>;
export type DevelopmentId = Branded<'DevelopmentId'>;
export type EditionId = Branded<'EditionId'>;
export type RulingId = Branded<'RulingId'>;
export type DeadlineId = Branded<'DeadlineId'>;
export type ProposalId = Branded<'ProposalId'>;
export type DigestId = Branded<'DigestId'>;
export type DraftId = Branded<'DraftId'>;
export type CatchUpId = Branded<'CatchUpId'>;
export type NoticeId = Branded<'NoticeId'>;
export type FollowId = Branded<'FollowId'>;
export type MessageKey = Branded<'MessageKey'>;
export type GuildId = Branded<'GuildId'>;
export type ChannelId = Branded<'ChannelId'>;
/** Where messages are told together: a channel, or a thread of it as `channel/storyline`. */
export type PlaceId = Branded<'PlaceId'>;
export type RoleId = Branded<'RoleId'>;
/** The id Discord (or the preview) gave to a message of ours. */
export type PostedId = Branded<'PostedId'>;

/** Vouches for `text` as an id of the kind the caller names; used where ids are minted and where rows are read. */
export function id<Kind extends Branded<string>>(text: string): Kind {
  return text as Kind;
}
