/** Storylines that are followed anew bring the dates that were read of them before. */
import { offerExisting } from '../decide/standing.ts';
import type { Change } from '../domain/change.ts';
import type { StoredCatalogue } from '../domain/facts.ts';
import type { Store } from '../domain/ports.ts';
import type { Follow } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';

/** What these changes follow anew may have dates that were read before; `before` is the store without the changes. */
export async function offersAfter(
  changes: readonly Change[],
  before: Pick<StoredCatalogue, 'follows' | 'guilds'>,
  store: Pick<Store, 'facts'>,
  now: Instant,
): Promise<readonly Change[]> {
  const isNew = ({ guild, storyline }: Follow) =>
    !before.follows.some((one) => one.guild === guild && one.storyline === storyline);
  const followed = changes.flatMap((change) => (change.kind === 'follow.set' ? [change.follow] : []));
  const follows = followed.filter(isNew);
  if (follows.length === 0) return [];
  const storylines = [...new Set(follows.map(({ storyline }) => storyline))];
  const facts = await store.facts({ identities: [], storylines, titles: [], since: now, lately: now });
  const chosen = changes.flatMap((change) => (change.kind === 'guild.set' ? [change.settings] : []));
  return offerExisting({ ...facts, follows, guilds: [...chosen, ...before.guilds] }, now);
}
