/** What moderators did: who, what, and how it stood before and after. */
import type { AuditedAct, AuditedChange } from '../domain/audit.ts';
import type { Card } from '../domain/card.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { mannerTexts } from './alerts.ts';
import { deadlineName, wordText } from './chain.ts';
import { settingTexts } from './desk.ts';
import { memberText } from './docket.ts';
import { escaped } from './escape.ts';
import { hostText } from './feedDetail.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { channelText, more } from './lists.ts';
import { feedText } from './polling.ts';
import { storylineTitle } from './storyline.ts';
import { sameTime, shortWhen, timestamp } from './when.ts';
import { words } from './words.ts';

const REASON_LIMIT = 200;
const SLUG_LIMIT = 60;
const QUERY_LIMIT = 300;

type Change<Kind extends AuditedChange['kind']> = Extract<AuditedChange, { kind: Kind }>;

/** What differs, a line each: `Pings: nobody → Pings: @role`. */
function movedTexts(before: readonly string[] | null, after: readonly string[]): readonly string[] {
  if (before === null) return after.map(words.desk.began);
  const gone = before.filter((text) => !after.includes(text));
  const come = after.filter((text) => !before.includes(text));
  if (gone.length === 0) return come.map(words.desk.began);
  if (come.length === 0) return gone.map(words.settings.ended);
  const longer = gone.length > come.length ? gone : come;
  return longer.map((_, index) => words.desk.moved(gone[index] ?? '', come[index] ?? ''));
}

function followFacts(follow: Follow, at: AuditedAct['at']): readonly string[] {
  return [channelText(follow.channel), ...mannerTexts(follow, at)];
}

/** Storylines that were changed alike are told once. */
function followTexts(act: AuditedAct, storylines: readonly Storyline[]): readonly string[] {
  const told = new Map<string, string[]>();
  for (const change of act.changes) {
    if (change.kind !== 'follow') continue;
    const before = change.before === null ? null : followFacts(change.before, act.at);
    const text = movedTexts(before, followFacts(change.after, act.at)).join('; ');
    told.set(text, [...(told.get(text) ?? []), titleOf(change, storylines)]);
  }
  return [...told].map(([text, titles]) => `${titles.join(', ')}: ${text}`);
}

function titleOf({ after }: Change<'follow'>, storylines: readonly Storyline[]): string {
  const storyline = storylines.find(({ slug }) => slug === after.storyline);
  return storyline ? storylineTitle(storyline) : escaped(after.storyline, SLUG_LIMIT);
}

/** `Deadline for Russia, set by Donald Trump: 2 Sep 2025 → 9 Sep 2025 · Extended · their reason` */
function dateTextOf({ deadline, before, after }: Change<'deadline'>): string {
  const date = shortWhen(after.window);
  const isMoved = before !== null && !sameTime(before.window, after.window);
  const word = wordText(after);
  return [
    `${deadlineName(deadline)}: ${isMoved ? words.moved(shortWhen(before.window), date) : date}`,
    words.changes[after.change],
    ...(word === null ? [] : [word]),
  ].join(' · ');
}

function storylineChangeText({ before, after }: Change<'storyline'>): string {
  const { own } = words;
  if (after === null) return own.removed(before ? storylineTitle(before) : '');
  if (before === null) return own.added(storylineTitle(after));
  return own.changed(storylineTitle(after), escaped(before.query, QUERY_LIMIT), escaped(after.query, QUERY_LIMIT));
}

/** Of addresses only the host is told: paths of some feeds are secrets. */
function feedChangeText({ before, after }: Change<'feed'>): string {
  const { ownFeeds } = words;
  const feed = feedText(after?.id ?? before?.id ?? '');
  if (after === null) return ownFeeds.wasRemoved(feed);
  if (before === null) return ownFeeds.wasAdded(feed, hostText(after.url));
  return after.enabled ? ownFeeds.wasResumed(feed) : ownFeeds.wasPaused(feed);
}

function otherTexts(change: AuditedChange): readonly string[] {
  if (change.kind === 'follow') return [];
  if (change.kind === 'message') return [words.notices.did[change.answer]];
  if (change.kind === 'deadline') return [dateTextOf(change)];
  if (change.kind === 'storyline') return [storylineChangeText(change)];
  if (change.kind === 'feed') return [feedChangeText(change)];
  if (change.kind === 'proposal') return [words.desk.proposals[change.state]];
  if (change.kind === 'guild') {
    const before = change.before === null ? null : settingTexts(change.before);
    return [`${words.desk.server}: ${movedTexts(before, settingTexts(change.after)).join('; ')}`];
  }
  const reason = change.reason === null ? '' : ` · ${escaped(change.reason, REASON_LIMIT)}`;
  return [`${words.docket.rulings[change.what]}${reason}`];
}

function actText(act: AuditedAct, storylines: readonly Storyline[]): string {
  const taken = act.takesBack === null ? '' : ` · ${words.desk.tookBack}`;
  const undone = act.isUndone ? ` · ${words.desk.undone}` : '';
  const texts = [...followTexts(act, storylines), ...act.changes.flatMap(otherTexts)];
  return [
    `**${memberText(act.member)}** · ${timestamp(act.at, 'f')}${taken}${undone}`,
    ...texts.map((text) => `- ${text}`),
  ].join('\n');
}

/** Acts under a heading, in their order. */
export function auditCard(acts: readonly AuditedAct[], heading: string, storylines: readonly Storyline[]): Card {
  const lines = acts.map((act, index) => line(actText(act, storylines), RANK.entry + index));
  return {
    summary: heading,
    accent: ACCENTS.list,
    blocks: withinLimits([section([line(`### ${heading}`, RANK.always)]), section(lines, more)]),
  };
}
