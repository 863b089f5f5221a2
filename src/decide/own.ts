/** Storylines that a guild makes for itself. */
import type { Change } from '../domain/change.ts';
import type { DraftId, GuildId, StorylineSlug } from '../domain/ids.ts';
import type { Server } from '../domain/ports.ts';
import type { Draft, Follow, Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { draftId, typeableName } from './ids.ts';
import { tokenise } from './match/normalise.ts';
import { changeFollows, followIn } from './steer.ts';

/** More than any community follows, and few enough to be judged beside everybody else's. */
export const OWN_AT_MOST = 50;

const because = 'a moderator chose it';

/** Told apart from every other guild's, and the same again for the same title. */
export function ownSlug(guild: GuildId, title: string): StorylineSlug {
  const words = tokenise(title).map(({ text }) => text.replaceAll(/[^a-z0-9]/g, ''));
  return typeableName(
    words.filter((word) => word !== ''),
    guild,
    title.toLowerCase(),
  );
}

/** Kept until it is switched on, or forgotten. */
export function keepDraft(storyline: Storyline, guild: GuildId, now: Instant): Draft {
  return { id: draftId(guild, storyline.slug, now), guild, storyline };
}

/** The draft as a storyline, followed where it is switched on unless it is followed already. */
export function switchOn(
  { id: draft, guild, storyline }: Draft,
  channel: Follow['channel'],
  usual: Parameters<typeof followIn>[2],
  { follows }: Pick<Server, 'follows'>,
): readonly Change[] {
  const own = follows.filter((follow) => follow.storyline === storyline.slug);
  const asleep = own.filter(({ pausedAt }) => pausedAt !== null);
  return [
    { kind: 'storyline.defined', storyline, because },
    ...(own.length === 0 ? followIn([storyline], { guild, channel, role: null, inThread: false }, usual, follows) : []),
    ...changeFollows(asleep, { pausedAt: null }),
    dropDraft(draft),
  ];
}

export function dropDraft(draft: DraftId): Change {
  return { kind: 'draft.dropped', draft, because };
}

/** It takes no reports any more, and nothing of it is posted. */
export function remove({ slug }: Storyline, { follows }: Pick<Server, 'follows'>, now: Instant): readonly Change[] {
  const told = follows.filter(({ storyline, pausedAt }) => storyline === slug && pausedAt === null);
  return [{ kind: 'storyline.unlisted', slug, because }, ...changeFollows(told, { pausedAt: now })];
}
