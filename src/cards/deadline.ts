/** The live card of a deadline: where it stands, when it falls, and how it came to that. Edited with every change. */
import type { Card } from '../domain/card.ts';
import { currentVersion, type Deadline, stateAfter, type Version } from '../domain/deadline.ts';
import type { Audience } from '../domain/message.ts';
import type { Storyline } from '../domain/storyline.ts';
import { STATE_ACCENTS } from './accent.ts';
import {
  chainLines,
  dateText,
  deadlineName,
  historyButton,
  isVoid,
  lastFullDayText,
  latestLink,
  plainDeadlineName,
  stakesText,
  statusText,
} from './chain.ts';
import { escaped } from './escape.ts';
import { buttons, DIVIDER, type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { button } from './link.ts';
import { followButton, storylineText } from './storyline.ts';
import { shortWhen } from './when.ts';
import { words } from './words.ts';

const FLAG_LIMIT = 160;

function heading(storyline: Storyline, deadline: Deadline): Section {
  const current = currentVersion(deadline);
  return section([
    line(`### ${deadlineName(deadline)}`, RANK.always),
    line(storylineText(storyline), RANK.note),
    line(`**${words.deadline.status}:** ${statusText(deadline)}`, RANK.always),
    line(`**${words.deadline.date}:** ${dateText(current)}`, RANK.always),
    ...(isVoid(current)
      ? []
      : [...lastFullDayText(current), ...stakesText(current)].map((text) => line(text, RANK.fact))),
  ]);
}

/** What the date rests on; one that moderators set rests on nothing but their word. */
function groundTexts({ word, bindingness, admission }: Version): readonly string[] {
  if (word !== null) return [words.deadline.setByModerators];
  const isConfirmed = admission?.by === 'moderators';
  return [words.bindingness[bindingness], ...(isConfirmed ? [words.deadline.byModerators] : [])];
}

/** How far to trust the date; of no interest once it no longer holds. */
function notes(version: Version): readonly Line[] {
  if (isVoid(version)) return [];
  const { zone, zoneBasis } = version.window;
  return [
    ...groundTexts(version),
    words.zoneBases[zoneBasis](words.zone(zone)),
    ...version.flags.map((flag) => escaped(words.flag(flag), FLAG_LIMIT)),
  ].map((text) => line(`-# ${text}`, RANK.note));
}

function history(deadline: Deadline): Section {
  const lines = [line(`**${words.deadline.history}**`, RANK.quote), ...chainLines(deadline)];
  return section(lines, (hidden) => (hidden === 0 ? null : `-# ${words.deadline.shortened}`));
}

/** The card of `deadline` as it now stands, with its whole chain. */
export function deadlineCard(storyline: Storyline, deadline: Deadline, audience: Pick<Audience, 'hasRole'>): Card {
  const current = currentVersion(deadline);
  return {
    summary: `${plainDeadlineName(deadline)}: ${statusText(deadline)}, ${shortWhen(current.window)}`,
    accent: STATE_ACCENTS[stateAfter(current)],
    blocks: withinLimits([
      heading(storyline, deadline),
      section(notes(current)),
      DIVIDER,
      history(deadline),
      buttons([
        historyButton(deadline),
        ...followButton(storyline, audience),
        ...button(words.buttons.source, latestLink(deadline, current)),
      ]),
    ]),
  };
}
