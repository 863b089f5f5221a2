/** What a guild makes for itself, beside what the catalogue gives everybody. */
import type { GuildId } from './ids.ts';

export interface Owned {
  /** Whose own it is; null for everybody's. */
  readonly guild: GuildId | null;
}

/** Whether a guild may know of it: it is everybody's, or its own. */
export function isOpenTo(guild: GuildId, noun: Owned): boolean {
  return noun.guild === null || noun.guild === guild;
}

/**
 * An identity of an item as it is known among what a guild reads for itself: an article that its own feed brings is
 * another item than the one of the catalogue, so that neither is new, known or changed because of the other.
 */
export function ownName(identity: string, guild: GuildId): string {
  return `own:${guild}/${identity}`;
}

/** The names that a guild may know an item by: everybody's first, then its own. */
export function namesOpenTo(guild: GuildId, identities: readonly string[]): readonly string[] {
  return [...identities, ...identities.map((identity) => ownName(identity, guild))];
}
