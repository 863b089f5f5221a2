/** What a channel missed, or was spared in its quiet hours: one message, with what still lies ahead and what went by. */
import type { Card } from '../domain/card.ts';
import type { MissedBy } from '../domain/catchUp.ts';
import { currentVersion, stateAfter, type Version } from '../domain/deadline.ts';
import type { Subject } from '../domain/message.ts';
import { ACCENTS } from './accent.ts';
import { changedSince, deadlineName, statusText } from './chain.ts';
import { brieflyLine, isToldHere } from './digest.ts';
import { type Line, line, RANK, section, withinLimits } from './limits.ts';
import { more } from './lists.ts';
import { storylineText } from './storyline.ts';
import { longWhen, shortWhen, timestamp } from './when.ts';
import { words } from './words.ts';

type CatchUpSubject = Extract<Subject, { kind: 'catch_up' }>;
type Entry = CatchUpSubject['entries'][number];

/** The version that held as the desk came back. */
function ownVersion({ deadline, version }: Entry): Version {
  return deadline.versions.find(({ number }) => number === version) ?? currentVersion(deadline);
}

function timeText(own: Version): string {
  const [when] = longWhen(own.window);
  return stateAfter(own) === 'pending' ? words.catchUp.ahead(when) : words.catchUp.passed(shortWhen(own.window));
}

function entryLines(entry: Entry, index: number): readonly Line[] {
  const { deadline, storyline, rungs } = entry;
  const own = ownVersion(entry);
  const names = rungs.map((name) => words.rungs[name]);
  return [
    line(`**${deadlineName(deadline)}**`, RANK.entry + index),
    line(`${words.deadline.status}: ${statusText(deadline)}`, RANK.entry + index),
    line(timeText(own), RANK.entry + index),
    ...changedSince(deadline, own),
    ...(names.length === 0 ? [] : [line(`-# ${words.catchUp.reminders(names)}`, RANK.detail + index)]),
    line(storylineText(storyline), RANK.detail + index),
  ];
}

const WHY: Readonly<Record<MissedBy, (time: string) => string>> = {
  away: (time) => words.catchUp.since(time),
  paused: (time) => words.catchUp.paused(time),
  quiet: (time) => words.catchUp.quiet(time),
};

function headlineOf({ cause }: CatchUpSubject): string {
  return cause === 'quiet' ? words.catchUp.morning : words.catchUp.headline;
}

/** One line of what is told, for notifications and screen readers. */
function summaryOf(subject: CatchUpSubject): string {
  const { entries, developments } = subject;
  const dates = entries.map(({ deadline }) => shortWhen(currentVersion(deadline).window));
  const told = [...dates, ...(developments.length === 0 ? [] : [words.digest.headline(developments.length)])];
  return `${headlineOf(subject)}: ${told.join('; ')}`;
}

/** The one message after an interruption, a pause or quiet hours. */
export function catchUpCard(subject: CatchUpSubject): Card {
  const { cause, since, entries } = subject;
  const developments = subject.developments.filter(isToldHere);
  return {
    summary: summaryOf({ ...subject, developments }),
    accent: ACCENTS.rung,
    blocks: withinLimits([
      section([line(`### ${headlineOf(subject)}`, RANK.always), line(WHY[cause](timestamp(since, 'f')), RANK.always)]),
      section(entries.flatMap(entryLines), (hidden) => (hidden === 0 ? null : `-# ${words.catchUp.more}`)),
      section(developments.map(brieflyLine), more),
    ]),
  };
}
