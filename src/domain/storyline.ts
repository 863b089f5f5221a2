import type { RungStep } from './deadline.ts';
import {
  type ChannelId,
  type DraftId,
  type FollowId,
  type GuildId,
  id,
  type OutletId,
  type PlaceId,
  type RoleId,
  type StorylineSlug,
} from './ids.ts';
import type { Source } from './outlet.ts';
import type { QuietHours } from './quiet.ts';
import type { Instant, Zone } from './time.ts';

/** Someone who sets a deadline or must meet it; `query` finds them in an item, in the storylines' own language. */
export interface Party {
  readonly name: string;
  readonly query: string;
}

/** Whose deadlines a storyline tracks. Without it, dates in its items are news and no countdown. */
export interface DeadlineTrack {
  readonly issuer: Party;
  readonly target: Party;
  /** The zone a day of this deadline belongs to: the issuer's. */
  readonly zone: Zone;
}

/** Items that show what a storyline is about: others that read like them join it although the query misses them. */
export interface Profile {
  readonly seeds: readonly { readonly title: string; readonly lede: string }[];
  /** The likeness (0..1) an item joins from; null when likeness alone never joins. */
  readonly joinAt: number | null;
  /** The likeness an item of the query scores higher from; null for never. */
  readonly boostAt: number | null;
}

/** What a community tracks. `guild` null: it belongs to the catalogue and any guild may follow it. */
export interface Storyline {
  readonly slug: StorylineSlug;
  readonly title: string;
  readonly summary: string;
  readonly guild: GuildId | null;
  readonly query: string;
  readonly profile: Profile | null;
  readonly deadline: DeadlineTrack | null;
}

/** A storyline of a guild that is looked at before it is switched on. */
export interface Draft {
  readonly id: DraftId;
  readonly guild: GuildId;
  readonly storyline: Storyline;
}

/** Names for one person or place, reused in queries as `@name`. Keys carry no `@`. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** A set of a guild's own, which goes before the catalogue's of the same name; without names it is none. */
export interface AliasSet {
  readonly guild: GuildId;
  readonly name: string;
  readonly names: readonly string[];
}

/** What becomes of a development that fewer origins report than a follow asks for. */
export const UNCONFIRMED = ['show', 'hold'] as const;

/**
 * How many independent origins must report a development before it counts as confirmed, and before it pings; and whether
 * one that is not confirmed is shown as such, or held until it is.
 */
export interface Gate {
  readonly post: number;
  readonly ping: number;
  readonly unconfirmed: (typeof UNCONFIRMED)[number];
}

/** How many messages of developments a channel gets within an hour, and how many pings; what is beyond goes into a digest. */
export interface Caps {
  readonly posts: number;
  readonly pings: number;
}

/** What a guild chose for all its follows. */
export interface GuildSettings {
  readonly guild: GuildId;
  /** Where proposals go; null: to the channel of the follow, for everyone to see. */
  readonly moderators: ChannelId | null;
  /** Whether a date that reports name outright stands once the gate is met, or is proposed to the moderators. */
  readonly dates: 'auto' | 'propose';
  /** In which its moderators write hours; null until they say. */
  readonly zone: Zone | null;
  /** Of its alerts, as Discord names languages (`uk`); null for English. */
  readonly language: string | null;
  /** Whether moderators chose: the configuration leaves it alone from then on. */
  readonly steered: boolean;
}

/** A guild that chose nothing. */
export function unchosen(guild: GuildId): GuildSettings {
  return { guild, moderators: null, dates: 'propose', zone: null, language: null, steered: false };
}

/** A storyline in a channel, with that channel's settings. */
export interface Follow {
  readonly id: FollowId;
  readonly storyline: StorylineSlug;
  readonly guild: GuildId;
  readonly channel: ChannelId;
  /** Whether it is told in a thread of its own there, which is a post where the channel is a forum. */
  readonly inThread: boolean;
  /** Whether its messages are published to the servers that follow its channel, which is one for announcements. */
  readonly publishes: boolean;
  /** Pinged on changes and rungs; null pings nobody. */
  readonly role: RoleId | null;
  readonly ladder: readonly RungStep[];
  readonly gate: Gate;
  readonly caps: Caps;
  /** When its channel is told nothing new; null when it may be told at any time. */
  readonly quiet: QuietHours | null;
  /** Its messages ping nobody before; null when they do. */
  readonly mutedUntil: Instant | null;
  /** Since when its channel is told nothing new, while everything is kept; null while it is told. */
  readonly pausedAt: Instant | null;
  /** Outlets whose word counts for nothing here, in the order they were muted. */
  readonly unheard: readonly OutletId[];
  /** Whether moderators chose it so: the configuration leaves it alone from then on. */
  readonly steered: boolean;
}

/** Where it is told. */
export function placeOf({ channel, storyline, inThread }: Pick<Follow, 'channel' | 'storyline' | 'inThread'>): PlaceId {
  return id(inThread ? `${channel}/${storyline}` : channel);
}

/** The channel that a place is in, or is. */
export function channelOf(place: PlaceId): ChannelId {
  return id(place.split('/')[0] ?? place);
}

/** What is said there by outlets that are not muted. */
export function heardOf<One extends { readonly source: Pick<Source, 'outlet'> }>(
  said: readonly One[],
  { unheard }: Pick<Follow, 'unheard'>,
): readonly One[] {
  return unheard.length === 0 ? said : said.filter(({ source }) => !unheard.includes(source.outlet));
}

/** Outlets that are muted wherever these follows tell: one that begins beside them hears what they hear. */
export function mutedIn([first, ...others]: readonly Pick<Follow, 'unheard'>[]): Follow['unheard'] {
  return (first?.unheard ?? []).filter((outlet) => others.every(({ unheard }) => unheard.includes(outlet)));
}
