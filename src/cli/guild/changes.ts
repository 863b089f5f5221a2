/** What importing a set-up changes: what is new or otherwise, after everything in it was checked. */
import { same } from '../../decide/catalogue.ts';
import { ownFeed } from '../../decide/ownFeeds.ts';
import { type SetUp, setUpOf } from '../../decide/setUp.ts';
import { wantThread } from '../../decide/show.ts';
import type { Change } from '../../domain/change.ts';
import type { StoredCatalogue } from '../../domain/facts.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Aliases, Storyline } from '../../domain/storyline.ts';
import type { Instant } from '../../domain/time.ts';
import { checkQuery } from '../../main.ts';

const because = 'an operator imported the set-up';

function queriesOf({ query, deadline }: Storyline): readonly string[] {
  return [query, ...(deadline ? [deadline.issuer.query, deadline.target.query] : [])];
}

/** A query that cannot be read, or a storyline that is somebody else's or nobody's. */
function problemsOf(setUp: SetUp, stored: StoredCatalogue, aliases: Aliases): readonly string[] {
  const { guild, storylines, follows } = setUp;
  const unreadable = storylines.flatMap((storyline) => {
    const faults = queriesOf(storyline).map((query) => checkQuery(query, aliases));
    return faults.flatMap((fault) => (fault === null ? [] : [`storyline ${storyline.slug}: ${fault}`]));
  });
  const taken = storylines
    .filter(({ slug }) => stored.storylines.some((known) => known.slug === slug && known.guild !== guild))
    .map(({ slug }) => `storyline ${slug}: another server or the catalogue has one of that name; give yours another`);
  const known = new Set([...stored.storylines, ...storylines].map(({ slug }) => slug));
  const missing = follows
    .filter(({ storyline }) => !known.has(storyline))
    .map(({ storyline }) => `follow of ${storyline}: there is no such storyline, in the file or in the catalogue`);
  const shared = setUp.feeds
    .filter(({ url }) => stored.feeds.some((feed) => feed.url === url))
    .map(({ name }) => `feed ${name}: the catalogue has its address already; take it out of the file`);
  return [...unreadable, ...taken, ...missing, ...shared];
}

function without<Noun>(wanted: readonly Noun[], stored: readonly Noun[]): readonly Noun[] {
  return wanted.filter((noun) => !stored.some((known) => same(known, noun)));
}

/** Each under the id and the outlet that are made of it here, and as it was: read, or paused. */
function feedChanges({ guild, feeds }: SetUp, stored: StoredCatalogue, now: Instant): readonly Change[] {
  const before = setUpOf(guild, stored).feeds;
  return without(feeds, before).flatMap(({ name, enabled, ...found }): readonly Change[] => {
    const { feed, outlet } = ownFeed({ guild, title: name, ...found }, stored.outlets);
    return [
      { kind: 'outlet.listed', outlet, because },
      { kind: 'feed.listed', feed: { ...feed, enabled }, firstPollAt: now, because },
    ];
  });
}

/** Nothing is taken away: what the server has and the file has not stays. Throws `Refusal` with all that is wrong. */
export function importChanges(
  setUp: SetUp,
  stored: StoredCatalogue,
  shipped: Aliases,
  now: Instant,
): readonly Change[] {
  const sets = Object.fromEntries(setUp.aliasSets.map(({ name, names }) => [name, names]));
  const problems = problemsOf(setUp, stored, { ...shipped, ...sets });
  if (problems.length > 0) throw new Refusal(`nothing was imported:\n${problems.map((one) => `- ${one}`).join('\n')}`);
  const before = setUpOf(setUp.guild, stored);
  const { settings } = setUp;
  const follows = without(setUp.follows, before.follows);
  return [
    ...without(setUp.aliasSets, before.aliasSets).map((set): Change => ({ kind: 'aliases.set', set, because })),
    ...without(setUp.storylines, before.storylines).map(
      (storyline): Change => ({ kind: 'storyline.defined', storyline, because }),
    ),
    ...feedChanges(setUp, stored, now),
    ...follows.flatMap((follow): Change[] => [{ kind: 'follow.set', follow, because }, ...wantThread(follow)]),
    ...(settings && !same(settings, before.settings) ? [{ kind: 'guild.set', settings, because } as const] : []),
  ];
}
