/** Reminders: how long is left, that the time has come, and a day later the question what happened. */
import type { Card } from '../domain/card.ts';
import type { Rung, Window } from '../domain/deadline.ts';
import type { Subject } from '../domain/message.ts';
import { dayIn, daysBetween } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import {
  changedSince,
  deadlineName,
  historyButton,
  lastFullDayText,
  latestLink,
  plainDeadlineName,
  statusText,
} from './chain.ts';
import { buttons, type Line, line, RANK, section, withinLimits } from './limits.ts';
import { button } from './link.ts';
import { storylineText } from './storyline.ts';
import { daysUntil, longWhen, shortWhen, timestamp } from './when.ts';
import { words } from './words.ts';

type RungSubject = Extract<Subject, { kind: 'rung' }>;

/** Windows without an instant are counted in days: "24 hours left" would be false precision. */
function daysText(window: Window, rung: Rung): string {
  const days = daysUntil(window, rung.at);
  const isDay = window.precision === 'day';
  if (days > 0) return isDay ? words.rung.daysLeft(days) : words.rung.daysToFirst(days);
  if (daysBetween(dayIn(rung.at, window.zone), window.latest) < 0) return words.rung.over;
  return isDay ? words.rung.today : words.rung.opens;
}

/** One that waited is no longer so far ahead as its name says. */
function headlineOf({ version: { window }, rung, waited }: RungSubject): string {
  if (waited && rung.name !== 'after24h') return words.rung.waited(shortWhen(window));
  if (rung.name === 'after24h') return words.rung.asked(shortWhen(window));
  const left = window.instant === null ? daysText(window, rung) : words.rungs[rung.name];
  return `${left}: ${shortWhen(window)}`;
}

/** Ahead of time the date counts, a day after it what is known of the outcome. */
function body({ deadline, version, rung }: RungSubject): readonly Line[] {
  if (rung.name === 'after24h') {
    return [line(`**${words.deadline.status}:** ${statusText(deadline)}`, RANK.always)];
  }
  const dates = [...longWhen(version.window), ...lastFullDayText(version)];
  return [...dates.map((text) => line(text, RANK.fact)), ...changedSince(deadline, version)];
}

function waitedLines({ rung, waited }: RungSubject): readonly Line[] {
  return waited ? [line(`-# ${words.rung.dueAt(timestamp(rung.at, 'f'))}`, RANK.note)] : [];
}

/** How fresh what the reminder says is. */
function readLines({ readAt }: Rung): readonly Line[] {
  return readAt === null ? [] : [line(`-# ${words.rung.read(timestamp(readAt, 'f'))}`, RANK.note)];
}

/** The reminder `rung` of one version. */
export function rungCard(subject: RungSubject): Card {
  const { storyline, deadline, version, rung } = subject;
  const headline = headlineOf(subject);
  return {
    summary: `${headline}. ${plainDeadlineName(deadline)}`,
    accent: ACCENTS.rung,
    blocks: withinLimits([
      section([
        line(`### ${headline}`, RANK.always),
        line(deadlineName(deadline), RANK.always),
        ...body(subject),
        ...waitedLines(subject),
        ...readLines(rung),
        line(storylineText(storyline), RANK.note),
      ]),
      buttons([historyButton(deadline), ...button(words.buttons.source, latestLink(deadline, version))]),
    ]),
  };
}
