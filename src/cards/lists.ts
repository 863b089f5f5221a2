/** Answers to slash commands: lists, a refusal, a bug. */
import type { Card } from '../domain/card.ts';
import { currentVersion, type Deadline, opensAt, stateAfter, type Version, type Window } from '../domain/deadline.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { FollowedStoryline } from '../domain/ports.ts';
import { DAY, type Instant, plus } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { dateText, deadlineName, statusText } from './chain.ts';
import { escaped, escapeMarkdown, plain } from './escape.ts';
import { type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { storylineTitle } from './storyline.ts';
import { daysUntil } from './when.ts';
import { words } from './words.ts';

const SLUG_LIMIT = 60;
const SUMMARY_LIMIT = 150;
const REFUSAL_LIMIT = 1_500;
const REFERENCE_LIMIT = 60;
const CHANNELS_SHOWN = 5;
const ENDED_SHOWN = 14 * DAY;

/** Instants count down by themselves; for one day the days left are counted, other windows say all there is. */
function countdown(window: Window, now: Instant): string {
  const days = daysUntil(window, now);
  if (window.precision !== 'day' || days < 0) return '';
  if (days === 0) return ` · ${words.when.today}`;
  return ` · ${days === 1 ? words.when.tomorrow : words.when.inDays(days)}`;
}

function deadlineEntry(deadline: Deadline, number: number, now: Instant): string {
  const current = currentVersion(deadline);
  const left = stateAfter(current) === 'pending' ? countdown(current.window, now) : '';
  return [
    `**${deadlineName(deadline)}**`,
    `${statusText(deadline)} · ${dateText(current)}${left}`,
    `-# ${words.lists.storyline(number, escaped(deadline.storyline, SLUG_LIMIT))}`,
  ].join('\n');
}

/** How many entries of a list there was no room for; null for none. */
export function more(hidden: number): string | null {
  return hidden === 0 ? null : `-# ${words.lists.more(hidden)}`;
}

/** A heading with its entries; `rank` says which of two lists is shortened first. */
function listSection(heading: string, entries: readonly string[], rank: number): readonly Section[] {
  if (entries.length === 0) return [];
  const lines: readonly Line[] = entries.map((entry, index) => line(entry, rank + index));
  return [section([line(`### ${heading}`, RANK.always)]), section(lines, more)];
}

function soonestFirst(one: Deadline, other: Deadline): number {
  return opensAt(currentVersion(one).window).localeCompare(opensAt(currentVersion(other).window));
}

function endedSince(version: Version, since: Instant): boolean {
  return stateAfter(version) !== 'pending' && version.saidAt >= since;
}

/** A card of one heading and one text. */
export function saying(summary: string, accent: number, markdown: string): Card {
  return {
    summary,
    accent,
    blocks: withinLimits([section([line(`### ${summary}`, RANK.always), line(markdown, RANK.always)])]),
  };
}

function isPending(deadline: Deadline): boolean {
  return stateAfter(currentVersion(deadline)) === 'pending';
}

/** What is coming up, soonest first, then what passed or ended, latest first. A deadline's number is its place here. */
export function inListOrder(deadlines: readonly Deadline[]): readonly Deadline[] {
  const pending = deadlines.filter(isPending).sort(soonestFirst);
  const ended = deadlines
    .filter((each) => !isPending(each))
    .sort((one, other) => currentVersion(other).saidAt.localeCompare(currentVersion(one).saidAt));
  return [...pending, ...ended];
}

/** The deadlines in their order, without those that passed or ended more than 14 days ago. */
export function deadlineListCard(deadlines: readonly Deadline[], now: Instant): Card {
  const since = plus(now, -ENDED_SHOWN);
  const ordered = inListOrder(deadlines);
  const pending = ordered.filter(isPending);
  const ended = ordered.filter((each) => endedSince(currentVersion(each), since));
  if (pending.length + ended.length === 0) {
    return saying(words.lists.deadlines, ACCENTS.list, words.lists.noDeadlines);
  }
  const entries = (list: readonly Deadline[]) =>
    list.map((each) => deadlineEntry(each, ordered.indexOf(each) + 1, now));
  return {
    summary: words.lists.deadlines,
    accent: ACCENTS.list,
    blocks: withinLimits([
      ...listSection(words.lists.pending, entries(pending), RANK.entry),
      ...listSection(words.lists.ended, entries(ended), RANK.detail),
    ]),
  };
}

/** Discord shows a channel by its id; other chats name channels in words. */
export function channelText(channel: ChannelId): string {
  return /^\d+$/.test(channel) ? `<#${channel}>` : `#${escaped(channel, SLUG_LIMIT)}`;
}

function whereText(channels: readonly ChannelId[]): string {
  if (channels.length === 0) return words.lists.notFollowed;
  const shown = channels.slice(0, CHANNELS_SHOWN).map(channelText);
  const beyond = channels.length - shown.length;
  return words.lists.followedIn([...shown, ...(beyond > 0 ? [words.lists.more(beyond)] : [])].join(', '));
}

function storylineEntry({ storyline, channels }: FollowedStoryline): string {
  const summary = escaped(storyline.summary, SUMMARY_LIMIT);
  return [`**${storylineTitle(storyline)}**`, ...(summary === '' ? [] : [summary]), `-# ${whereText(channels)}`].join(
    '\n',
  );
}

/** Every storyline with where it is followed, the followed ones first. */
export function storylineListCard(followed: readonly FollowedStoryline[]): Card {
  if (followed.length === 0) return saying(words.lists.storylines, ACCENTS.list, words.lists.noStorylines);
  const here = followed.filter((each) => each.channels.length > 0);
  const elsewhere = followed.filter((each) => each.channels.length === 0);
  const lines = [...here, ...elsewhere].map((each, index) => line(storylineEntry(each), RANK.entry + index));
  return {
    summary: words.lists.storylines,
    accent: ACCENTS.list,
    blocks: withinLimits([section([line(`### ${words.lists.storylines}`, RANK.always)]), section(lines, more)]),
  };
}

/** An expected no. `text` is a `Refusal`'s message, which may repeat what the person typed. */
export function refusalCard(text: string): Card {
  return saying(words.refusal.summary, ACCENTS.trouble, escaped(text, REFUSAL_LIMIT));
}

/** A bug: the person learns nothing of its insides, only `reference`, under which operators find it in the log. */
export function bugCard(reference: string): Card {
  const advice = words.bug.advice(plain(reference, REFERENCE_LIMIT));
  return saying(words.bug.summary, ACCENTS.trouble, escapeMarkdown(advice));
}
