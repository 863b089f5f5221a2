/** What a start makes true: the catalogue as configured against the catalogue as stored. */
import type { Change } from '../domain/change.ts';
import type { StoredCatalogue } from '../domain/facts.ts';
import type { Feed } from '../domain/feed.ts';
import { type FollowId, type GuildId, id } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import { type Follow, type GuildSettings, mutedIn, type Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { settingsOf } from './gate.ts';

/** The catalogue as configured. */
export interface Catalogue {
  readonly outlets: readonly Outlet[];
  readonly feeds: readonly Feed[];
  readonly storylines: readonly Storyline[];
}

/** Key order does not count: rows and files spell one noun differently. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function differing<Noun>(
  wanted: readonly Noun[],
  stored: readonly Noun[],
  keyOf: (noun: Noun) => string,
): readonly Noun[] {
  const byKey = new Map(stored.map((noun) => [keyOf(noun), noun]));
  return wanted.filter((noun) => !same(noun, byKey.get(keyOf(noun))));
}

const because = 'the catalogue says so';

/** Outlets, feeds and storylines that are new or changed, and feeds that left. */
export function reconcileCatalogue(wanted: Catalogue, stored: StoredCatalogue, now: Instant): readonly Change[] {
  const listed = new Set(wanted.feeds.map((feed) => feed.id));
  const outlets = differing(wanted.outlets, stored.outlets, (outlet) => outlet.id);
  const feeds = differing(wanted.feeds, stored.feeds, (feed) => feed.id);
  const storylines = differing(wanted.storylines, stored.storylines, (storyline) => storyline.slug);
  return [
    ...outlets.map((outlet): Change => ({ kind: 'outlet.listed', outlet, because })),
    ...feeds.map((feed): Change => ({ kind: 'feed.listed', feed, firstPollAt: now, because })),
    ...stored.feeds
      .filter((feed) => !listed.has(feed.id))
      .map(({ id: feed }): Change => ({ kind: 'feed.unlisted', feed, because })),
    ...storylines.map((storyline): Change => ({ kind: 'storyline.defined', storyline, because })),
  ];
}

/** What the configuration says of a guild, null where it leaves the choice to the guild. */
export interface Said {
  readonly guild: GuildId;
  readonly moderators: GuildSettings['moderators'];
  readonly dates: GuildSettings['dates'] | null;
}

/** The settings of a guild as the configuration wants them; nothing where they are so already, or moderators chose them. */
export function settleGuild({ guild, moderators, dates }: Said, stored: readonly GuildSettings[]): readonly Change[] {
  const before = settingsOf({ guild }, stored);
  if (before.steered) return [];
  const settings = { ...before, moderators: moderators ?? before.moderators, dates: dates ?? before.dates };
  return same(settings, before) ? [] : [{ kind: 'guild.set', settings, because: 'the configuration says so' }];
}

/** Follows of every storyline in one channel, but those that moderators chose otherwise: how a desk without their settings shows what it knows. */
export function followAll(
  storylines: readonly Storyline[],
  place: Omit<
    Follow,
    'id' | 'storyline' | 'quiet' | 'mutedUntil' | 'pausedAt' | 'unheard' | 'inThread' | 'publishes' | 'steered'
  >,
  stored: readonly Follow[],
): readonly Change[] {
  const unheard = mutedIn(stored.filter(({ guild }) => guild === place.guild));
  const steered = new Set(stored.filter((follow) => follow.steered).map((follow) => follow.id));
  const follows = storylines.map(
    ({ slug }): Follow => ({
      ...{ id: id<FollowId>(`${slug}@${place.channel}`), storyline: slug },
      ...{
        ...place,
        inThread: false,
        publishes: false,
        quiet: null,
        mutedUntil: null,
        pausedAt: null,
        unheard,
        steered: false,
      },
    }),
  );
  const fresh = differing(follows, stored, (follow) => follow.id).filter((follow) => !steered.has(follow.id));
  return fresh.map(
    (follow): Change => ({ kind: 'follow.set', follow, because: 'the configuration names its channel' }),
  );
}
