/** What a channel is told, whom it pings and when: the answer to everything that moderators choose for it. */
import type { Card } from '../domain/card.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { type Line, line, RANK, section, withinLimits } from './limits.ts';
import { channelText, more } from './lists.ts';
import { storylineTitle } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

/** A role by Discord's own mark-up; other chats have none. */
export function roleText(role: string | null): string {
  return role === null ? words.settings.nobody : `<@&${role}>`;
}

/** How a follow is told, a line each; `mutedUntil` that is over says nothing. */
export function mannerTexts(
  { inThread, publishes, role, ladder, gate, quiet, caps, mutedUntil, pausedAt, unheard }: Follow,
  now: Instant,
): readonly string[] {
  const { settings } = words;
  return [
    ...(pausedAt === null ? [] : [settings.pausedAt(timestamp(pausedAt, 'f'))]),
    ...(inThread ? [settings.inThread] : []),
    ...(publishes ? [settings.publishes] : []),
    settings.pings(roleText(role)),
    ...(mutedUntil !== null && mutedUntil > now ? [settings.mutedUntil(timestamp(mutedUntil, 'f'))] : []),
    ladder.length === 0 ? settings.noLadder : settings.ladder(ladder.join(' ')),
    `${settings.gate(gate.post, gate.ping)}. ${settings.unconfirmed[gate.unconfirmed]}`,
    quiet === null ? settings.noQuiet : settings.quiet(quiet.from, quiet.until, words.zone(quiet.zone)),
    ...(quiet?.urgent ? [settings.urgent] : []),
    ...(unheard.length === 0 ? [] : [settings.unheard(unheard.map((outlet) => `\`${outlet}\``).join(', '))]),
    settings.digest(caps.posts, caps.pings),
  ];
}

/** Storylines that are told alike stand together. */
function groupsOf(follows: readonly Follow[], now: Instant): ReadonlyMap<string, readonly Follow[]> {
  const groups = new Map<string, readonly Follow[]>();
  for (const follow of follows) {
    const key = [follow.channel, ...mannerTexts(follow, now)].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), follow]);
  }
  return groups;
}

function groupLines(follows: readonly Follow[], storylines: readonly Storyline[], now: Instant): readonly Line[] {
  const [first] = follows;
  if (first === undefined) return [];
  const titles = storylines.filter(({ slug }) => follows.some((follow) => follow.storyline === slug));
  return [
    line(`### ${words.settings.heading(channelText(first.channel))}`, RANK.quote),
    ...mannerTexts(first, now).map((text) => line(text, RANK.quote)),
    line(`-# ${titles.map(storylineTitle).join(', ')}`, RANK.lede),
  ];
}

/** These follows as they now stand. */
export function alertsCard(
  follows: readonly Follow[],
  storylines: readonly Storyline[],
  { now, isChanged }: { readonly now: Instant; readonly isChanged: boolean },
): Card {
  const groups = [...groupsOf(follows, now).values()];
  const channels = [...new Set(follows.map(({ channel }) => channelText(channel)))];
  return {
    summary: words.settings.heading(channels.join(', ')),
    accent: ACCENTS.change,
    blocks: withinLimits([
      section(
        groups.flatMap((group) => groupLines(group, storylines, now)),
        more,
      ),
      section([line(`-# ${isChanged ? words.settings.undoable : words.settings.unchanged}`, RANK.always)]),
    ]),
  };
}
