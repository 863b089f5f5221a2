/** The picture of a chain in words, for those who cannot see it. */
import { confirmingOutlets, isStruck, isVoid, plainDeadlineName, statusText } from '../../../cards/chain.ts';
import { dayText, shortWhen, utcText } from '../../../cards/when.ts';
import { words } from '../../../cards/words.ts';
import {
  currentVersion,
  type Deadline,
  isDateless,
  RUNG_NAMES,
  type Rung,
  type Version,
} from '../../../domain/deadline.ts';
import { dayIn, UTC } from '../../../domain/time.ts';
import { harmless } from '../text.ts';
import type { ChainPlot } from './chainPlot.ts';
import { sourceName } from './rows.ts';

const { told } = words.chain;

function changeText({ change, window }: Version, struck: boolean): string {
  if (isDateless(change)) return words.changes[change];
  const date = `${words.changes[change]}: ${shortWhen(window)}`;
  return struck ? `${date} (${told.struck})` : date;
}

function versionText(deadline: Deadline, version: Version): string {
  const struck = isStruck(version, deadline.versions.slice(version.number));
  const said = dayText(dayIn(version.saidAt, UTC));
  const text = told.version(said, changeText(version, struck), sourceName(version));
  const outlets = confirmingOutlets(deadline, version);
  return outlets === 0 ? text : `${text}, ${words.chain.confirmed(outlets)}`;
}

function nextText(count: string, [next]: readonly Rung[]): string {
  return next ? told.next(count, words.rungs[next.name], utcText(next.at)) : count;
}

function inOrder(one: Rung, other: Rung): number {
  return one.at.localeCompare(other.at) || RUNG_NAMES.indexOf(one.name) - RUNG_NAMES.indexOf(other.name);
}

function reminderTexts(rungs: readonly Rung[]): readonly string[] {
  const counted = (['planned', 'fired', 'skipped', 'cancelled'] as const).flatMap((state) => {
    const own = rungs.filter((rung) => rung.state === state).toSorted(inOrder);
    if (own.length === 0) return [];
    const count = `${own.length} ${told.rungs[state]}`;
    return [state === 'planned' ? nextText(count, own) : count];
  });
  return counted.length === 0 ? [] : [told.reminders(counted)];
}

/** Name and status first, then every version, oldest first, and what became of the reminders. Plain text. */
export function tellChain({ deadline, rungs, now }: ChainPlot): string {
  const current = currentVersion(deadline);
  const date = shortWhen(current.window);
  const versions = deadline.versions.map((version) => versionText(deadline, version));
  return [
    told.status(
      harmless(plainDeadlineName(deadline)),
      statusText(deadline),
      isVoid(current) ? `${date} (${told.struck})` : date,
    ),
    `${versions.join('; ')}.`,
    ...reminderTexts(rungs),
    told.asOf(utcText(now)),
  ].join(' ');
}
