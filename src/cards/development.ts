/** The card of a development: one event, the reports of it, and how many publishers stand behind them. */
import type { Card, CardButton } from '../domain/card.ts';
import { type Development, isConfirmed, type Report } from '../domain/development.ts';
import { type Edition, isEdition, type Telling } from '../domain/edition.ts';
import { COUNTED, type Counted, claimOf, risesOf, SECOND_CHOICE } from '../domain/figure.ts';
import type { Audience, Subject } from '../domain/message.ts';
import { isStateAlone, originsBehind } from '../domain/origin.ts';
import type { Gate } from '../domain/storyline.ts';
import { between, HOUR, type Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { clean, escaped, isReadable, plain } from './escape.ts';
import { buttons, DIVIDER, type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { act, button, maskedLink } from './link.ts';
import { saidText, sourceNames, standingText, whom } from './source.ts';
import { followButton, storylineText } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

type DevelopmentSubject = Extract<Subject, { kind: 'development' }>;

const HEADLINE_LIMIT = 250;
const LEDE_LIMIT = 200;
const REPORT_TITLE_LIMIT = 120;
const NAME_LIMIT = 60;
const REPORTS_SHOWN = 8;
const RISES_SHOWN = 6;
const REASON_LIMIT = 300;

/** The report with the highest number of the first kind that rose; undefined where none did. */
function lastRise(development: Telling): Report | undefined {
  const risen = COUNTED.map((of) => risesOf(development, of)).find((rises) => rises.length > 1);
  return risen?.at(-1)?.report;
}

/**
 * The report that names the development: that of the highest number where one rises, else the first from a publisher
 * that speaks for itself, else the first.
 */
function leadOf(development: Telling): Report | undefined {
  const { reports } = development;
  return lastRise(development) ?? reports.find((report) => !SECOND_CHOICE.has(report.source.label)) ?? reports[0];
}

/** `40 per TASS (state-controlled)`: a number that only a state gives comes second. */
function claimText(development: Telling, of: Counted): readonly string[] {
  const claimed = claimOf(development, of);
  return claimed === null ? [] : [words.development.claimed(claimed.value, whom(claimed.report.source))];
}

/** `**Dead:** 32 · before that 31 (14:05), 27 (12:10)`; nothing for what neither rose nor is disputed. */
function figuresLine(development: Telling, of: Counted): readonly Line[] {
  const [last, ...before] = [...risesOf(development, of)].reverse();
  const { openedAt } = development;
  const earlier = before.slice(0, RISES_SHOWN).map(({ value, report }) => `${value} (${timeOf(report, openedAt)})`);
  const beside = [
    ...(earlier.length > 0 ? [words.development.before(earlier.join(', '))] : []),
    ...claimText(development, of),
  ];
  if (last === undefined || beside.length === 0) return [];
  return [line([words.development.counted(words.counted[of], last.value), ...beside].join(' · '), RANK.fact)];
}

function titleOf(report: Report | undefined): string {
  return report !== undefined && isReadable(clean(report.title)) ? report.title : words.development.untitled;
}

/** What a development is called: as moderators put it right, else by the title of the report that names it. */
export function headlineOf(development: Telling): string {
  const corrected = isEdition(development) ? development.correction?.title : undefined;
  return corrected ?? titleOf(leadOf(development));
}

function publishedAt(report: Report): Instant {
  return report.published ?? report.seen;
}

/** The time alone while the day goes without saying, the date with it later. */
function timeOf(report: Report, opened: Instant): string {
  const at = publishedAt(report);
  return timestamp(at, Math.abs(between(opened, at)) < 12 * HOUR ? 't' : 'f');
}

/** `14:05 · BBC News, press: its own title`, linked; without a title where it is the headline's. */
function reportText(report: Report, development: Telling, headline: string): string {
  const time = timeOf(report, development.openedAt);
  if (clean(report.title) === clean(headline)) return `${time} · ${saidText(report)}`;
  const title = maskedLink(titleOf(report), report.link, REPORT_TITLE_LIMIT);
  return `${time} · ${escaped(report.source.name, NAME_LIMIT)}, ${standingText(report)}: ${title}`;
}

/** How many independent origins say so; never a number without saying whether they are independent. */
export function countText({ reports }: Telling): string {
  const origins = originsBehind(reports);
  if (isStateAlone(origins)) return words.development.per(sourceNames(origins.named));
  if (origins.count === 0) return words.development.nobody(reports.length);
  return words.development.many(origins.count, reports.length);
}

function reportLines(development: Telling, headline: string): readonly Line[] {
  return development.reports
    .slice(0, REPORTS_SHOWN)
    .map((report, index) => line(reportText(report, development, headline), RANK.entry + index));
}

function reportsSection(development: Telling, headline: string): Section {
  const { reports } = development;
  const [only] = reports;
  if (only === undefined) return section([]);
  if (reports.length === 1 && !isStateAlone(originsBehind(reports))) {
    const time = timestamp(publishedAt(only), 'f');
    return section([line(`${words.development.one(saidText(only))} · ${time}`, RANK.always)]);
  }
  const lines = [line(`**${countText(development)}**`, RANK.always), ...reportLines(development, headline)];
  const beyond = Math.max(0, reports.length - REPORTS_SHOWN);
  return section(lines, (hidden) => (hidden + beyond === 0 ? null : `-# ${words.development.more(hidden + beyond)}`));
}

/** What went before, by its headline; nothing for a development that follows none. */
function followUpLines(before: Development | null): readonly Line[] {
  if (before === null) return [];
  return [line(`-# ${words.development.followUp(escaped(headlineOf(before), HEADLINE_LIMIT))}`, RANK.note)];
}

function unconfirmedLines(development: Telling, { post }: Gate): readonly Line[] {
  return development.reports.length === 0 || isVoid(development) || isConfirmed(development, post)
    ? []
    : [line(words.development.unconfirmed(post), RANK.always)];
}

/** What was wrong before, and since when it is right. */
function correctionLines({ correction }: Edition, wrong: string): readonly Line[] {
  if (correction === null) return [];
  const at = timestamp(correction.at, 'f');
  return [
    line(`~~${escaped(wrong, HEADLINE_LIMIT)}~~`, RANK.always),
    line(withReason(words.stands.corrected(at), correction.reason), RANK.always),
  ];
}

/** How the moderators want it told, and why. */
function standLines({ stand }: Edition, into: Edition | null): readonly Line[] {
  if (stand.kind === 'told') return [];
  if (stand.kind === 'merged') {
    return into === null ? [] : [line(words.stands.merged(escaped(headlineOf(into), HEADLINE_LIMIT)), RANK.always)];
  }
  const at = timestamp(stand.since, 'f');
  return [line(withReason(words.stands[stand.kind](at), stand.reason), RANK.always)];
}

/** A moderator's reason behind what it is the reason for. Markdown. */
export function withReason(text: string, reason: string | null): string {
  return reason === null ? text : `${text}: ${escaped(reason, REASON_LIMIT)}`;
}

/** Whether its moderators no longer let it be told as news. */
export function isVoid(telling: Telling): boolean {
  return isEdition(telling) && ['killed', 'irrelevant', 'merged'].includes(telling.stand.kind);
}

/** Whether all its reports are told on another card. */
function isEmptied({ development, into }: DevelopmentSubject): boolean {
  return into !== null && development.reports.length === 0;
}

/** Only what still holds is not struck through; a card that was emptied has no name of its own any more. */
function headingLines(subject: DevelopmentSubject, headline: string): readonly Line[] {
  if (isEmptied(subject)) return [];
  const { development } = subject;
  const text = escaped(headline, HEADLINE_LIMIT);
  return [line(isVoid(development) ? `### ~~${text}~~` : `### ${text}`, RANK.always)];
}

function ruledLines({ development, into }: DevelopmentSubject): readonly Line[] {
  if (!isEdition(development)) return [];
  return [...standLines(development, into), ...correctionLines(development, titleOf(leadOf(development)))];
}

/** Nobody needs to strike what is struck already. */
function actButtons(telling: Telling, lead: Report | undefined): readonly CardButton[] {
  const card = isEdition(telling) ? (telling.continues ?? telling.id) : telling.id;
  return [
    ...(lead === undefined ? [] : [act(words.buttons.why, 'story why', { link: lead.item })]),
    ...(isVoid(telling) ? [] : [act(words.buttons.irrelevant, 'development irrelevant', { development: card })]),
  ];
}

/** The card of a development as far as it is reported, and as its moderators want it told. */
export function developmentCard(subject: DevelopmentSubject, audience: Pick<Audience, 'hasRole'>): Card {
  const { storyline, development, before, into, gate } = subject;
  const lead = leadOf(development);
  const headline = headlineOf(into !== null && isEmptied(subject) ? into : development);
  const lede = clean(lead?.lede ?? '');
  return {
    summary: plain(headline, HEADLINE_LIMIT),
    accent: ACCENTS.development,
    blocks: withinLimits([
      section([
        ...headingLines(subject, headline),
        ...ruledLines(subject),
        line(storylineText(storyline), RANK.note),
        ...followUpLines(before),
        ...unconfirmedLines(development, gate),
        ...COUNTED.flatMap((of) => figuresLine(development, of)),
        ...(isReadable(lede) ? [line(escaped(lede, LEDE_LIMIT), RANK.lede)] : []),
      ]),
      DIVIDER,
      reportsSection(development, headline),
      buttons([
        ...actButtons(development, lead),
        ...followButton(storyline, audience),
        ...button(words.buttons.report, lead?.link ?? null),
      ]),
    ]),
  };
}
