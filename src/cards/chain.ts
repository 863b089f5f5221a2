/** The chain of a deadline's versions in words: where it stands, what each version did, who confirmed it. */
import type { CardButton } from '../domain/card.ts';
import {
  type ChangeType,
  currentVersion,
  type Deadline,
  disputesOf,
  type Evidence,
  evidenceBehind,
  isHeld,
  isKilled,
  isReconfirmed,
  isRestored,
  isRuledOut,
  RELEASED,
  stateAfter,
  type Version,
} from '../domain/deadline.ts';
import { originsBehind } from '../domain/origin.ts';
import { escaped, plain } from './escape.ts';
import { type Line, line, RANK } from './limits.ts';
import { act, httpUrl, maskedLink } from './link.ts';
import { quoteText, saidText } from './source.ts';
import { lastFullDay, longWhen, sameTime, shortWhen, timestamp, weekdayText } from './when.ts';
import { words } from './words.ts';

const PARTY_LIMIT = 80;
const STAKE_LIMIT = 240;

/** Endings after which the date no longer means anything; a deadline that was met keeps its date. */
const VOIDING: ReadonlySet<ChangeType> = new Set<ChangeType>(['withdrawn', 'superseded', 'lifted']);

/** Shows how it came to its date. */
export function historyButton({ id }: Deadline): CardButton {
  return act(words.buttons.history, 'deadline history', { deadline: id });
}

/** `Deadline for Russia, set by Donald Trump`; markdown. */
export function deadlineName({ target, issuer }: Pick<Deadline, 'target' | 'issuer'>): string {
  return words.deadline.name(escaped(target, PARTY_LIMIT), escaped(issuer, PARTY_LIMIT));
}

/** The same as plain text. */
export function plainDeadlineName({ target, issuer }: Deadline): string {
  return words.deadline.name(plain(target, PARTY_LIMIT), plain(issuer, PARTY_LIMIT));
}

function evidenceOf(versions: readonly Version[]): readonly Evidence[] {
  return versions.flatMap((version) => (version.evidence === null ? [] : [version.evidence]));
}

/** What moderators did to a date on their own account, no report; null for all else. */
function ruledWord(version: Version): string | null {
  if (isKilled(version)) return words.deadline.killed;
  if (isHeld(version)) return words.deadline.held;
  if (!isRestored(version)) return null;
  return version.flags.includes(RELEASED) ? words.deadline.released : words.deadline.restored;
}

/** `Brought forward`, `Withdrawn by the moderators`: what a version did. */
function changeWord(version: Version): string {
  if (isReconfirmed(version)) return words.deadline.reconfirmed;
  return ruledWord(version) ?? words.changes[version.change];
}

/** What the alert of a version opens with. */
export function alertWord(version: Version): string {
  if (isReconfirmed(version)) return words.deadline.reconfirmed;
  return isKilled(version) ? words.deadline.killedAlert : (ruledWord(version) ?? words.alerts[version.change]);
}

/** The report that a version comes from; null where the clock or the moderators ended the deadline. */
export function evidenceFor(version: Version): Evidence | null {
  return isRuledOut(version) ? null : version.evidence;
}

/** The page that a version comes from; null where nobody named one. */
export function linkFor(version: Version): string | null {
  return version.word?.link ?? evidenceFor(version)?.link ?? null;
}

/** `The moderators of this server · Their reason · [Source](link)`; null for what they did not say themselves. Markdown. */
export function wordText({ word }: Pick<Version, 'word'>): string | null {
  if (word === null) return null;
  const { reason, link } = word;
  const isLinked = httpUrl(link) !== null;
  return [
    words.deadline.saidByModerators,
    ...(reason === null ? [] : [escaped(reason, STAKE_LIMIT)]),
    ...(isLinked ? [maskedLink(words.buttons.source, link, PARTY_LIMIT)] : []),
  ].join(' · ');
}

/** Independent sources that dispute what now holds; null when none does and the last word is no dispute. */
function disputants(deadline: Deadline): number | null {
  const { versions } = deadline;
  const undisputed = versions.findLastIndex((version) => version.change !== 'disputed');
  const disputes = versions.slice(undisputed + 1);
  const said = disputesOf(deadline, currentVersion(deadline)).map(({ evidence }) => evidence);
  const isUndisputed = disputes.length + said.length === 0;
  return isUndisputed ? null : originsBehind([...evidenceOf(disputes), ...said]).count;
}

/** Where the deadline stands: `Pending`, `Superseded`, `The date has passed; outcome unknown` … */
export function statusText(deadline: Deadline): string {
  const current = currentVersion(deadline);
  const state = stateAfter(current);
  if (state === 'over') return changeWord(current);
  if (state === 'passed') return words.deadline.passed;
  const disputed = disputants(deadline);
  return disputed === null ? words.deadline.pending : words.deadline.disputed(words.deadline.pending, disputed);
}

/** Whether the date no longer holds after `version`, because its deadline was withdrawn, overtaken or lifted. */
export function isVoid(version: Version): boolean {
  return VOIDING.has(version.change);
}

/** The date that a version leaves behind, struck through where it no longer holds; one or more lines of markdown. */
export function dateText(version: Version): string {
  return isVoid(version) ? `~~${shortWhen(version.window)}~~` : longWhen(version.window).join('\n');
}

/** What makes an early-morning instant easy to misread; empty for other windows. */
export function lastFullDayText({ window }: Version): readonly string[] {
  const day = lastFullDay(window);
  return day === null ? [] : [words.when.lastFullDay(weekdayText(day), words.zone(window.zone))];
}

/** What the date hangs on and what follows when it is missed, in the words of the report; empty where it says neither. */
export function stakesText({ condition, consequence }: Version): readonly string[] {
  return [
    condition === null ? null : words.deadline.condition(escaped(condition, STAKE_LIMIT)),
    consequence === null ? null : words.deadline.consequence(escaped(consequence, STAKE_LIMIT)),
  ].filter((text) => text !== null);
}

/** `Fixed: 8 Aug 2025`, or the change word alone where a version names no new date. Plain text. */
export function changeText(version: Version, before: Version | undefined): string {
  const names = before === undefined || version.change === 'set' || !sameTime(before.window, version.window);
  return names ? `${changeWord(version)}: ${shortWhen(version.window)}` : changeWord(version);
}

/** A note that a card's version is no longer the last word, for cards that are read late; empty while it is. */
export function changedSince(deadline: Deadline, version: Version): readonly Line[] {
  const current = currentVersion(deadline);
  if (current.number <= version.number) return [];
  return [line(words.deadline.changedSince(changeText(current, version)), RANK.fact)];
}

/** A date holds until a later version names another or voids it. */
export function isStruck(version: Version, later: readonly Version[]): boolean {
  return later.some((each) => isVoid(each) || !sameTime(each.window, version.window));
}

function entryText(version: Version, before: Version | undefined, later: readonly Version[]): string {
  const word = changeWord(version);
  const time = timestamp(version.saidAt, 'D');
  const isReported = version.evidence !== null && ruledWord(version) === null;
  const said = isReported ? words.deadline.reported(time) : time;
  if (changeText(version, before) === word) return `**${word}** · ${said}`;
  const date = shortWhen(version.window);
  return `**${word}:** ${isStruck(version, later) ? `~~${date}~~` : date} · ${said}`;
}

/** Independent origins that say the same as `version`, beside that of the report it comes from. */
export function confirmingOutlets(deadline: Deadline, version: Version): number {
  const all = originsBehind(evidenceBehind(deadline, version)).count;
  return all - originsBehind(evidenceOf([version])).count;
}

function detailText(deadline: Deadline, version: Version): string | null {
  if (isRuledOut(version)) return null;
  const { evidence } = version;
  const confirming = confirmingOutlets(deadline, version);
  const parts = [
    wordText(version),
    quoteText(evidence),
    evidence === null ? null : saidText(evidence),
    evidence === null && version.word === null && version.change === 'passed_unknown'
      ? words.deadline.byTheCalendar
      : null,
    confirming === 0 ? null : words.deadline.confirmed(confirming),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `-# ${parts.join(' · ')}`;
}

/** `Disputed by The Independent, press: 5–7 Aug 2025 (approx.)`, a line each. */
export function disputeTexts(deadline: Deadline, version: Version): readonly string[] {
  return disputesOf(deadline, version).map(({ evidence, otherwise }) => {
    const says = otherwise === null ? '' : shortWhen(otherwise);
    return `-# ${words.deadline.disputedBy(saidText(evidence), says)}`;
  });
}

/** The whole chain, oldest first, two lines a version; when room is short the oldest are shortened first. */
export function chainLines(deadline: Deadline): readonly Line[] {
  const { versions } = deadline;
  return versions.flatMap((version, index) => {
    const age = versions.length - index;
    const detail = detailText(deadline, version);
    const entry = line(entryText(version, versions[index - 1], versions.slice(index + 1)), RANK.entry + age);
    const details = [...(detail === null ? [] : [detail]), ...disputeTexts(deadline, version)];
    return [entry, ...details.map((text) => line(text, RANK.detail + age))];
  });
}

/** The latest page that tells of the deadline up to `version`; null when no report had a link. */
export function latestLink(deadline: Deadline, version: Version): string | null {
  const upTo = deadline.versions.filter((each) => each.number <= version.number);
  return (
    upTo.map(({ word, evidence }) => word?.link ?? evidence?.link ?? null).findLast((link) => link !== null) ?? null
  );
}
