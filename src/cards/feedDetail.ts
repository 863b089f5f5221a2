/** One feed with all that is known of it. Of addresses only the host is shown: paths of some feeds are secrets. */
import type { Card } from '../domain/card.ts';
import type { ListedFeed } from '../domain/facts.ts';
import { addressOf, type Fault, hostOf, type Moved, type PollState, type Remark } from '../domain/feed.ts';
import type { Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { escaped, plain } from './escape.ts';
import { type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { more } from './lists.ts';
import {
  feedText,
  isTroubled,
  legendText,
  outletText,
  pollsText,
  rhythmText,
  saidText,
  standing,
  timesText,
  verdictText,
} from './polling.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const HOST_LIMIT = 100;

/** The host of an address, for a card's text. */
export function hostText(address: string): string {
  return escaped(hostOf(address), HOST_LIMIT);
}

/** The same for where Discord shows no markup. */
export function plainHostText(address: string): string {
  return plain(hostOf(address), HOST_LIMIT);
}

function movedText({ to, times, since, learnt }: Moved): string {
  const seen = words.feeds.movedTo(hostText(to), times, timestamp(since, 'R'));
  return `${seen}: ${learnt ? words.feeds.learnt : words.feeds.unlearnt}`;
}

function factLines({ feed, state }: ListedFeed, trap: string | null): readonly string[] {
  const { reason, moved, failures } = state;
  return [
    words.feeds.status(standing(state)),
    ...(reason === null ? [] : [saidText(reason)]),
    ...(trap === null ? [] : [trapText(trap)]),
    `${rhythmText(state)} · ${words.feeds.configured(feed.everyMinutes)}`,
    ...(moved === null ? [] : [movedText(moved)]),
    ...(failures > 0 ? [words.feeds.inARow(failures)] : []),
  ];
}

function pollLines(state: PollState): readonly Line[] {
  const polls = pollsText(state);
  return polls === null ? [] : [line(polls, RANK.fact), line(`-# ${legendText()}`, RANK.fact)];
}

function faultText({ verdict, says, since, lastAt }: Fault): string {
  const times = words.feeds.seenSince(timestamp(since, 'R'), timestamp(lastAt, 'R'));
  return `**${verdictText(verdict)}** ${times}\n${saidText(says)}`;
}

/** What is known against an address, with its remedy. */
export function trapText(trap: string): string {
  return words.feeds.trap(saidText(trap));
}

/** Harmless things worth knowing, under their heading; nothing when there are none. */
export function remarksSections(remarks: readonly Remark[]): readonly Section[] {
  const entries = remarks.map(({ name, says }) => `**${words.feeds.remarks[name]}** · ${saidText(says)}`);
  return headed(words.feeds.worthKnowing, entries, RANK.detail);
}

/** Entries under a heading, the last to go first; nothing when there are none. */
export function headed(title: string, entries: readonly string[], rank: number): readonly Section[] {
  if (entries.length === 0) return [];
  const lines = entries.map((entry, index) => line(entry, rank + index));
  return [section([line(`### ${title}`, RANK.always)]), section(lines, more)];
}

/** `trap` is what is known against its address; null when nothing is. */
export function feedDetailCard(listed: ListedFeed, trap: string | null, now: Instant): Card {
  const { feed, outlet, state } = listed;
  const summary = words.feeds.one(feed.id);
  const own = feed.guild === null ? '' : ` · ${words.feeds.ofServer}`;
  const whose = `${outletText(outlet)} · ${hostText(addressOf(feed, state))}${own}`;
  const facts = [...factLines(listed, trap), timesText(listed, now)].map((text) => line(text, RANK.fact));
  return {
    summary,
    accent: isTroubled(listed) ? ACCENTS.trouble : ACCENTS.list,
    blocks: withinLimits([
      section([line(`### ${words.feeds.one(feedText(feed.id))}`, RANK.always), line(whose, RANK.always)]),
      section([...facts, ...pollLines(state)]),
      ...headed(words.feeds.faults, state.faults.map(faultText), RANK.entry),
      ...remarksSections(state.remarks),
    ]),
  };
}
