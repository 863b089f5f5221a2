/** A server's set-up as one text: its own storylines, alias sets and feeds, what it follows where, and its settings. */
import type { OwnFeed, StoredCatalogue } from '../domain/facts.ts';
import type { GuildId } from '../domain/ids.ts';
import type { AliasSet, Follow, GuildSettings, Storyline } from '../domain/storyline.ts';
import { webhookIn } from '../domain/webhook.ts';

export const SET_UP_FORMAT = 'deadline-desk/server';
export const SET_UP_VERSION = 1;

/** A feed that a server reads for itself; its id and outlet are made of these. */
export interface AddedFeed {
  readonly url: string;
  readonly name: string;
  readonly everyMinutes: number;
  readonly enabled: boolean;
}

/** What a server set up; `settings` is null where it chose nothing. */
export interface SetUp {
  readonly guild: GuildId;
  readonly settings: GuildSettings | null;
  readonly storylines: readonly Storyline[];
  readonly aliasSets: readonly AliasSet[];
  readonly feeds: readonly AddedFeed[];
  readonly follows: readonly Follow[];
}

function addedFeed({ feed: { url, everyMinutes, enabled }, outlet: { name } }: OwnFeed): AddedFeed {
  return { url, name, everyMinutes, enabled };
}

/** All that `guild` set up, and nothing of the catalogue; webhooks stay, because their secrets do. */
export function setUpOf(guild: GuildId, stored: StoredCatalogue): SetUp {
  const isOwn = (noun: { readonly guild: GuildId | null }) => noun.guild === guild;
  return {
    guild,
    settings: stored.guilds.find(isOwn) ?? null,
    storylines: stored.storylines.filter(isOwn),
    aliasSets: stored.aliasSets.filter(isOwn),
    feeds: stored.ownFeeds.filter(({ feed }) => isOwn(feed)).map(addedFeed),
    follows: stored.follows.filter((follow) => isOwn(follow) && webhookIn(follow.channel) === null),
  };
}

function settingsOnly({ guild: _, ...settings }: GuildSettings): object {
  return settings;
}

/** The set-up as text. Ids of follows are left out: they are made of what follows where. */
export function writeSetUp({ guild, settings, storylines, aliasSets, feeds, follows }: SetUp): string {
  const file = {
    format: SET_UP_FORMAT,
    version: SET_UP_VERSION,
    guild,
    settings: settings && settingsOnly(settings),
    storylines: storylines.map(({ guild: _, ...storyline }) => storyline),
    aliasSets: aliasSets.map(({ name, names }) => ({ name, names })),
    feeds,
    follows: follows.map(({ id: _, guild: __, ...follow }) => follow),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
