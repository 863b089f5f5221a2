/** What people and programs outside Discord read of a guild, each at an address of its own. */
import type { GuildId, StorylineSlug } from './ids.ts';

/** What an address gives; a calendar of one storyline, or (null) of all that its guild follows. */
export type Outward =
  | { readonly kind: 'alerts' }
  | { readonly kind: 'calendar'; readonly storyline: StorylineSlug | null };

/** What a guild that follows these has to be read: alerts, all deadlines, and those of each storyline. */
export function outwardsOf(storylines: readonly StorylineSlug[]): readonly Outward[] {
  const each = [...new Set(storylines)].map((storyline): Outward => ({ kind: 'calendar', storyline }));
  return [{ kind: 'alerts' }, { kind: 'calendar', storyline: null }, ...each];
}

/** The addresses of these, in their order; null while nobody outside this machine could read them. */
export type AddressesOf = (guild: GuildId, outwards: readonly Outward[]) => Promise<readonly string[] | null>;
