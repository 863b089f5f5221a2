/** One storyline: what it looks for, who follows it, what it found and which dates it has. */
import type { Card, CardButton } from '../domain/card.ts';
import type { Deadline } from '../domain/deadline.ts';
import { currentVersion } from '../domain/deadline.ts';
import type { Development } from '../domain/development.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { roleText } from './alerts.ts';
import { deadlineName } from './chain.ts';
import { brieflyLine } from './digest.ts';
import { escaped } from './escape.ts';
import { buttons, type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { channelText, more } from './lists.ts';
import { storylineTitle } from './storyline.ts';
import { shortWhen, timestamp } from './when.ts';
import { words } from './words.ts';

const SUMMARY_LIMIT = 300;

export interface ShownStoryline {
  readonly storyline: Storyline;
  /** Markdown, a line for each group of its query. */
  readonly query: readonly string[];
  /** In this server. */
  readonly follows: readonly Follow[];
  /** Reports of the last 7 days and of the last 30. */
  readonly activity: { readonly week: number; readonly month: number };
  readonly latest: readonly Development[];
  /** Those that stand here and are still ahead. */
  readonly deadlines: readonly Deadline[];
  readonly buttons: readonly CardButton[];
  readonly now: Instant;
}

function headLines({ storyline }: ShownStoryline): readonly Line[] {
  const { own, shipped } = words.story;
  return [
    line(`### ${storylineTitle(storyline)}`, RANK.always),
    ...(storyline.summary === '' ? [] : [line(escaped(storyline.summary, SUMMARY_LIMIT), RANK.lede)]),
    line(`-# ${storyline.guild === null ? shipped : own}`, RANK.note),
  ];
}

function queryLines({ query, storyline }: ShownStoryline): readonly Line[] {
  const alike = storyline.profile?.joinAt == null ? [] : [words.story.alike];
  return [
    line(`**${words.story.looksFor}**`, RANK.always),
    ...[...query, ...alike].map((text, index) => line(`- ${text}`, RANK.lede + index)),
  ];
}

function followText({ channel, role, gate, pausedAt }: Follow): string {
  const paused = pausedAt === null ? [] : [words.settings.pausedAt(timestamp(pausedAt, 'f'))];
  const pings = role === null ? [] : [roleText(role)];
  return [channelText(channel), ...pings, words.settings.gate(gate.post, gate.ping), ...paused].join(' · ');
}

function followLines({ follows }: ShownStoryline): readonly Line[] {
  if (follows.length === 0) return [line(words.lists.notFollowed, RANK.quote)];
  return follows.map((follow, index) => line(`- ${followText(follow)}`, RANK.quote + index));
}

function deadlineSection({ deadlines }: ShownStoryline): readonly Section[] {
  if (deadlines.length === 0) return [];
  const entries = deadlines.map((each, index) => {
    return line(`- ${deadlineName(each)}: ${shortWhen(currentVersion(each).window)}`, RANK.entry + index);
  });
  return [section([line(`**${words.lists.pending}**`, RANK.note)]), section(entries, more)];
}

function latestSection({ latest, storyline }: ShownStoryline): readonly Section[] {
  if (latest.length === 0) return [];
  const entries = latest.map((development, index) => brieflyLine({ storyline, development }, index));
  return [section([line(`**${words.story.latest}**`, RANK.note)]), section(entries, more)];
}

export function storyShownCard(shown: ShownStoryline): Card {
  const { week, month } = shown.activity;
  return {
    summary: shown.storyline.title,
    accent: ACCENTS.list,
    blocks: withinLimits([
      section(headLines(shown)),
      section(queryLines(shown)),
      section(followLines(shown)),
      section([line(words.story.activity(week, month), RANK.quote)]),
      ...deadlineSection(shown),
      ...latestSection(shown),
      buttons(shown.buttons),
    ]),
  };
}
