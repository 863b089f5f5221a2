import type { Development } from './development.ts';
import type { DevelopmentId, EditionId, GuildId, ItemId, RulingId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * What a guild's moderators want done with a development. Held: shown as being checked, and not brought up to date.
 * Killed: struck through, for it was wrong. Irrelevant: not of their storyline. Merged: told in another one.
 */
export type Stand =
  | { readonly kind: 'told' }
  | { readonly kind: 'held' | 'killed' | 'irrelevant'; readonly since: Instant; readonly reason: string | null }
  | { readonly kind: 'merged'; readonly into: EditionId };

/** A headline put right. */
export interface Correction {
  readonly title: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/**
 * A development as a guild's moderators want it told there: made when they first rule on it, and from then on shown in
 * its place. Other guilds and the desk's own reading of the news know nothing of it.
 */
export interface Edition extends Omit<Development, 'id'> {
  readonly id: EditionId;
  readonly guild: GuildId;
  /** Developments whose later reports may belong here. */
  readonly of: readonly DevelopmentId[];
  /** The development whose card it took over; null for one that was split off and has a card of its own. */
  readonly continues: DevelopmentId | null;
  readonly stand: Stand;
  readonly correction: Correction | null;
}

/** Where an edition stood before a ruling: what undoing it restores. */
export interface Before {
  readonly edition: EditionId;
  readonly items: readonly ItemId[];
  readonly of: readonly DevelopmentId[];
  readonly stand: Stand;
  readonly correction: Correction | null;
}

export const RULINGS = ['split', 'merge', 'hold', 'release', 'correct', 'kill', 'irrelevant'] as const;
export type RulingKind = (typeof RULINGS)[number];

/** What a moderator did, by whom and when, and how to undo it. */
export interface Ruling {
  readonly id: RulingId;
  readonly guild: GuildId;
  readonly kind: RulingKind;
  readonly member: string;
  readonly at: Instant;
  readonly reason: string | null;
  /** Of every edition that it changed, the one it is about first. */
  readonly before: readonly [Before, ...Before[]];
  /** Grows by one when it is undone. */
  readonly rev: number;
  readonly undoneBy: string | null;
}

/** Why an order cannot be carried out. */
export type RulingProblem =
  | 'splits_nothing'
  | 'splits_all'
  | 'with_itself'
  | 'other_storyline'
  | 'already'
  | 'not_held'
  | 'merged'
  | 'undone'
  | 'ruled_since';

/** What a card tells of: a development as reported, or a guild's edition of it. */
export type Telling = Development | Edition;

/** Whether a development is told in a guild as its moderators want it. */
export function isEdition(development: Telling): development is Edition {
  return 'stand' in development;
}

/** Whether its reports count for nothing in its guild, for as long as its moderators say so. */
export function isSilent({ stand }: Pick<Edition, 'stand'>): boolean {
  return stand.kind === 'killed' || stand.kind === 'held';
}

/** What people call it by, whether it was ruled on or not: six letters, unlike any other's in one guild but by rare chance. */
export function codeOfTelling(telling: Telling): string {
  const id: string = isEdition(telling) ? (telling.continues ?? telling.id) : telling.id;
  return id.slice(3, 9);
}
