/** What every rule is handed beside the facts. */
import type { Facts } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import type { Judgement } from '../domain/match.ts';
import type { Attribution, Origin } from '../domain/origin.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import type { Rules } from './rules.ts';

export interface Context {
  readonly rules: Rules;
  readonly now: Instant;
}

/** An item with the storylines it is in; found before the facts are asked for, so that only theirs are read. */
export interface JudgedItem {
  readonly item: Item;
  /** What its words say of their origin. */
  readonly attribution: Attribution;
  readonly matches: readonly { readonly storyline: Storyline; readonly judgement: Judgement }[];
}

/** An item on its way into a storyline, and where it comes from as far as the reports there tell. */
export interface Traced {
  readonly item: Item;
  readonly origin: Origin;
}

/** One document's items and where they come from. */
export interface News {
  readonly judged: readonly JudgedItem[];
  readonly outlet: Outlet;
  /** The first document of a feed: stored in silence. */
  readonly baseline: boolean;
  /** The poll before this one that brought anything; null when there was none. */
  readonly lastSuccessAt: Instant | null;
  /** Up to when a desk before told it already; null where none did. */
  readonly toldUntil: Instant | null;
}

/** The facts that concern one storyline. */
export function factsOf(facts: Facts, { slug }: Storyline): Facts {
  return {
    ...facts,
    developments: facts.developments.filter((development) => development.storyline === slug),
    editions: facts.editions.filter((edition) => edition.storyline === slug),
    deadlines: facts.deadlines.filter((deadline) => deadline.storyline === slug),
    standings: facts.standings.filter((deadline) => deadline.storyline === slug),
    proposals: facts.proposals.filter((proposal) => proposal.storyline === slug),
    follows: facts.follows.filter((follow) => follow.storyline === slug),
  };
}
