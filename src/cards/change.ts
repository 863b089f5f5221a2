/** Alerts: a deadline was set, moved, disputed, ended, or its date went by. One message a version. */
import type { Card } from '../domain/card.ts';
import type { ChangeType, Version } from '../domain/deadline.ts';
import type { Subject } from '../domain/message.ts';
import { ACCENTS } from './accent.ts';
import {
  alertWord,
  changedSince,
  deadlineName,
  evidenceFor,
  historyButton,
  lastFullDayText,
  linkFor,
  plainDeadlineName,
  wordText,
} from './chain.ts';
import { buttons, type Line, line, RANK, section, withinLimits } from './limits.ts';
import { button } from './link.ts';
import { evidenceLines } from './source.ts';
import { storylineText } from './storyline.ts';
import { longWhen, sameTime, shortWhen } from './when.ts';
import { words } from './words.ts';

type ChangeSubject = Extract<Subject, { kind: 'change' }>;

/** Changes that leave a date to wait for; for these the alert says it in full. */
const DATED: ReadonlySet<ChangeType> = new Set<ChangeType>([
  'set',
  'fixed',
  'brought_forward',
  'extended',
  'corrected',
  'disputed',
]);

/** `Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)` */
function headlineOf(version: Version, before: Version): string {
  const after = shortWhen(version.window);
  const moved = version.change !== 'set' && !sameTime(before.window, version.window);
  return `${alertWord(version)}: ${moved ? words.moved(shortWhen(before.window), after) : after}`;
}

function dateLines(version: Version): readonly Line[] {
  if (!DATED.has(version.change)) return [];
  return [...longWhen(version.window), ...lastFullDayText(version)].map((text) => line(text, RANK.fact));
}

function groundLines(version: Version): readonly Line[] {
  const evidence = evidenceFor(version);
  const word = wordText(version);
  if (word !== null) return [line(`-# ${word}`, RANK.note)];
  if (evidence === null && version.change === 'passed_unknown')
    return [line(`-# ${words.deadline.byTheCalendar}`, RANK.note)];
  return evidenceLines(evidence);
}

/** The alert of one version. What became known later is only hinted at: the live card tells it. */
export function changeCard({ storyline, deadline, version, before }: ChangeSubject): Card {
  const headline = headlineOf(version, before);
  return {
    summary: `${headline}. ${plainDeadlineName(deadline)}`,
    accent: ACCENTS.change,
    blocks: withinLimits([
      section([
        line(`### ${headline}`, RANK.always),
        line(deadlineName(deadline), RANK.always),
        ...dateLines(version),
        ...changedSince(deadline, version),
        ...groundLines(version),
        line(storylineText(storyline), RANK.lede),
      ]),
      buttons([historyButton(deadline), ...button(words.buttons.source, linkFor(version))]),
    ]),
  };
}
