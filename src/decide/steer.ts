/** What moderators set for their server, and how the last of it is taken back. */
import type { AuditedAct, AuditedChange } from '../domain/audit.ts';
import type { Change } from '../domain/change.ts';
import { type FollowId, id, type OutletId } from '../domain/ids.ts';
import type { Server } from '../domain/ports.ts';
import { type Follow, type GuildSettings, mutedIn, type Storyline, unchosen } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { same } from './catalogue.ts';
import { wantThread } from './show.ts';

const because = 'a moderator chose it';

/** What differs from what is there; what moderators chose is theirs from then on. */
function setFollows(wanted: readonly Follow[], stored: readonly Follow[]): readonly Change[] {
  const steered = wanted.map((follow) => ({ ...follow, steered: true }));
  const fresh = steered.filter((follow) => !stored.some((one) => same({ ...one, steered: true }, follow)));
  return fresh.flatMap((follow): Change[] => [{ kind: 'follow.set', follow, because }, ...wantThread(follow)]);
}

/** These follows with other settings. */
export function changeFollows(follows: readonly Follow[], change: Partial<Follow>): readonly Change[] {
  return setFollows(
    follows.map((follow) => ({ ...follow, ...change })),
    follows,
  );
}

/** The guild's settings with others among them; nothing where they are so already. */
export function changeGuild(settings: GuildSettings, change: Partial<GuildSettings>): readonly Change[] {
  const wanted = { ...settings, ...change, steered: true };
  return same({ ...settings, steered: true }, wanted) ? [] : [{ kind: 'guild.set', settings: wanted, because }];
}

/** The outlet's word counts for nothing where these follows tell, or counts again. */
export function mute(outlet: OutletId, follows: readonly Follow[], isMuted: boolean): readonly Change[] {
  return follows.flatMap((follow) => {
    if (follow.unheard.includes(outlet) === isMuted) return [];
    const others = follow.unheard.filter((one) => one !== outlet);
    return changeFollows([follow], { unheard: isMuted ? [...others, outlet] : others });
  });
}

/** Storylines followed in a channel; those that are there already keep their settings but for the role. */
export function followIn(
  storylines: readonly Pick<Storyline, 'slug'>[],
  place: Pick<Follow, 'guild' | 'channel' | 'role' | 'inThread'>,
  usual: Pick<Follow, 'ladder' | 'gate' | 'caps'>,
  follows: readonly Follow[],
): readonly Change[] {
  const wanted = storylines.map(({ slug }): Follow => {
    const there = follows.find((one) => one.storyline === slug && one.channel === place.channel);
    if (there) return { ...there, role: place.role ?? there.role, inThread: there.inThread || place.inThread };
    const own = { id: id<FollowId>(`${slug}@${place.channel}`), storyline: slug, ...place };
    const loud = { publishes: false, quiet: null, mutedUntil: null, pausedAt: null };
    return { ...own, ...usual, ...loud, unheard: mutedIn(follows), steered: true };
  });
  return setFollows(wanted, follows);
}

/** Why an act cannot be taken back. */
export type UndoProblem = 'nothing' | 'changed_since' | 'answered' | 'sent';

export type Undone =
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'problem'; readonly problem: UndoProblem };

const BACK = 'a moderator took it back';

type StorylineChange = Extract<AuditedChange, { kind: 'storyline' }>;

function storylineBack({ before, after }: StorylineChange, { storylines }: Server): Change | UndoProblem {
  const slug = (after ?? before)?.slug;
  const now = storylines.find((storyline) => storyline.slug === slug) ?? null;
  if (slug === undefined || !same(now, after)) return 'changed_since';
  if (before !== null) return { kind: 'storyline.defined', storyline: before, because: BACK };
  return { kind: 'storyline.unlisted', slug, because: BACK };
}

type FeedChange = Extract<AuditedChange, { kind: 'feed' }>;

function feedBack({ before, after }: FeedChange, at: Instant, { feeds }: Server): Change | UndoProblem {
  const name = (after ?? before)?.id;
  const now = feeds.find(({ feed }) => feed.id === name)?.feed ?? null;
  if (name === undefined || !same(now, after)) return 'changed_since';
  if (before !== null) return { kind: 'feed.listed', feed: before, firstPollAt: at, because: BACK };
  return { kind: 'feed.unlisted', feed: name, because: BACK };
}

type FollowChange = Extract<AuditedChange, { kind: 'follow' }>;

/** What began rests: what it told stands, and would be lost with it. */
function followBack({ before, after }: FollowChange, now: Instant, { follows }: Server): Change | UndoProblem {
  const stored = follows.find((follow) => follow.id === after.id);
  if (!same(stored, after)) return 'changed_since';
  return { kind: 'follow.set', follow: before ?? { ...after, pausedAt: now }, because: BACK };
}

/** What restores the state before one change; a problem where something else was done to it since. */
function backOf(change: AuditedChange, now: Instant, server: Server): Change | UndoProblem {
  const { settings } = server;
  if (change.kind === 'storyline') return storylineBack(change, server);
  if (change.kind === 'feed') return feedBack(change, now, server);
  if (change.kind === 'follow') return followBack(change, now, server);
  if (change.kind === 'message') return 'sent';
  if (change.kind !== 'guild') return 'answered';
  if (!same(settings, change.after)) return 'changed_since';
  const { guild } = settings;
  const before = change.before ?? unchosen(guild);
  return { kind: 'guild.set', settings: before, because: BACK };
}

/** The last act that is not itself a taking back, and was not taken back. */
export function lastAct(acts: readonly AuditedAct[]): AuditedAct | null {
  return acts.find(({ takesBack, isUndone, changes }) => takesBack === null && !isUndone && changes.length > 0) ?? null;
}

/** Takes an act back, `now`, that set something for the server. */
export function undoAct({ id: act, changes }: AuditedAct, server: Server, now: Instant): Undone {
  const back = changes.map((change) => backOf(change, now, server));
  const problem = back.find((one) => typeof one === 'string');
  if (problem !== undefined) return { kind: 'problem', problem };
  const restored = back.filter((one) => typeof one !== 'string');
  return { kind: 'changes', changes: [...restored, { kind: 'act.undone', act, because: BACK }] };
}
