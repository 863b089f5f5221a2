/** Feeds that a guild reads for itself: what they bring concerns that guild's own storylines and nothing else. */
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import { ownName } from '../domain/owner.ts';
import type { Storyline } from '../domain/storyline.ts';
import type { Rules } from './rules.ts';

type Whose = Pick<Feed, 'guild'>;

/**
 * The rules by which a feed's items are judged. Everything that follows from an item follows through its storylines
 * (developments, dates, proposals, cards, counts of origins), so that nobody but the owner is ever told of it.
 */
export function rulesFor({ guild }: Whose, rules: Rules): Rules {
  if (guild === null) return rules;
  const { matcher } = rules;
  const isOwn = ({ storyline }: { readonly storyline: Storyline }) => storyline.guild === guild;
  return {
    ...rules,
    matcher: {
      match: (item) => matcher.match(item).filter(isOwn),
      mentioned: (body, origin) => matcher.mentioned(body, origin).filter(isOwn),
    },
  };
}

/** The item under its owner's names for it. */
export function itemFor({ guild }: Whose, item: Item): Item {
  if (guild === null) return item;
  return { ...item, identities: item.identities.map((identity) => ownName(identity, guild)) };
}
