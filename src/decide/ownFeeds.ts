/** Feeds that a guild reads for itself: what they bring concerns that guild's own storylines and nothing else. */
import type { Change } from '../domain/change.ts';
import type { OwnFeed } from '../domain/facts.ts';
import { type Feed, hostOf } from '../domain/feed.ts';
import { type FeedId, type GuildId, id } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import { ownName } from '../domain/owner.ts';
import type { Storyline } from '../domain/storyline.ts';
import { type Instant, UTC } from '../domain/time.ts';
import { typeableName } from './ids.ts';
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

const because = 'a moderator chose it';

/** Characters; longer ones are cut for cards. */
const NAME_MOST = 80;

/** What moderators found, and wish to be read for their server. */
export interface Wanted {
  readonly guild: GuildId;
  readonly url: string;
  /** As the feed names itself; null where it does not. */
  readonly title: string | null;
  readonly everyMinutes: number;
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

function nameOf(title: string | null, host: string): string {
  const named = title === null || title.trim() === '' ? host : title.trim();
  return [...named].slice(0, NAME_MOST).join('');
}

/**
 * The feed under its own outlet's name. Nobody reviewed it: it confirms nothing by itself, whoever owns it. Where the
 * catalogue knows whose pages these are, its zone and its owner are theirs.
 */
export function ownFeed({ guild, url, title, everyMinutes }: Wanted, outlets: readonly Outlet[]): OwnFeed {
  const host = bare(hostOf(url));
  const known = outlets.find(({ hosts }) => hosts.includes(host));
  const name = typeableName<FeedId>(host.split(/[^a-z0-9]+/), guild, url);
  const outlet: Outlet = {
    id: id(name),
    name: nameOf(title, host),
    label: 'unreviewed',
    group: known?.group ?? host,
    state: known?.state ?? null,
    zone: known?.zone ?? UTC,
    hosts: known?.hosts ?? [host],
    names: [],
  };
  return { feed: { id: name, url, outlet: outlet.id, guild, everyMinutes, enabled: true }, outlet };
}

/** It is asked at once; its first document is taken in silence. */
export function addFeed({ feed, outlet }: OwnFeed, now: Instant): readonly Change[] {
  return [
    { kind: 'outlet.listed', outlet, because },
    { kind: 'feed.listed', feed, firstPollAt: now, because },
  ];
}

/** It is read no more for a while, or again. */
export function switchFeed({ feed }: OwnFeed, enabled: boolean, now: Instant): readonly Change[] {
  return [{ kind: 'feed.listed', feed: { ...feed, enabled }, firstPollAt: now, because }];
}

/** It is read no more; what it reported stays where it is told. */
export function removeFeed({ feed }: OwnFeed): readonly Change[] {
  return [{ kind: 'feed.unlisted', feed: feed.id, because }];
}
