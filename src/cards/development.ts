/** The card of a development: one event, the reports of it, and how many publishers stand behind them. */
import type { Card } from '../domain/card.ts';
import { type Development, isConfirmed, type Report } from '../domain/development.ts';
import { COUNTED, type Counted, risesOf, SECOND_CHOICE } from '../domain/figure.ts';
import type { Subject } from '../domain/message.ts';
import { independentGroups } from '../domain/outlet.ts';
import type { Gate } from '../domain/storyline.ts';
import { between, HOUR, type Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { clean, escaped, isReadable, plain } from './escape.ts';
import { buttons, DIVIDER, type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { button, maskedLink } from './link.ts';
import { labelText, sourceNames, sourceText } from './source.ts';
import { storylineText } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

type DevelopmentSubject = Extract<Subject, { kind: 'development' }>;

const HEADLINE_LIMIT = 250;
const LEDE_LIMIT = 200;
const REPORT_TITLE_LIMIT = 120;
const NAME_LIMIT = 60;
const REPORTS_SHOWN = 8;
const RISES_SHOWN = 6;

/** The report with the highest number of the first kind that rose; undefined where none did. */
function lastRise(development: Development): Report | undefined {
  const risen = COUNTED.map((of) => risesOf(development, of)).find((rises) => rises.length > 1);
  return risen?.at(-1)?.report;
}

/**
 * The report that names the development: that of the highest number where one rises, else the first from a publisher
 * that speaks for itself, else the first.
 */
function leadOf(development: Development): Report | undefined {
  const { reports } = development;
  return lastRise(development) ?? reports.find((report) => !SECOND_CHOICE.has(report.source.label)) ?? reports[0];
}

/** `**Dead:** 32 · before that 31 (14:05), 27 (12:10)`; nothing for what did not rise. */
function risenLine(development: Development, of: Counted): readonly Line[] {
  const [last, ...before] = [...risesOf(development, of)].reverse();
  if (last === undefined || before.length === 0) return [];
  const { openedAt } = development;
  const earlier = before.slice(0, RISES_SHOWN).map(({ value, report }) => `${value} (${timeOf(report, openedAt)})`);
  return [line(words.development.risen(words.counted[of], last.value, earlier.join(', ')), RANK.fact)];
}

function titleOf(report: Report | undefined): string {
  return report !== undefined && isReadable(clean(report.title)) ? report.title : words.development.untitled;
}

/** What a development is called: the title of the report that names it. */
export function headlineOf(development: Development): string {
  return titleOf(leadOf(development));
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
function reportText(report: Report, development: Development, headline: string): string {
  const time = timeOf(report, development.openedAt);
  if (clean(report.title) === clean(headline)) return `${time} · ${sourceText(report.source, report.link)}`;
  const title = maskedLink(titleOf(report), report.link, REPORT_TITLE_LIMIT);
  return `${time} · ${escaped(report.source.name, NAME_LIMIT)}, ${labelText(report.source)}: ${title}`;
}

/** How many publishers say so; never a number without saying whether they are independent. */
export function standingText({ reports }: Development): string {
  const sources = reports.map((report) => report.source);
  if (sources.every((source) => source.label === 'state-controlled')) {
    return words.development.per(sourceNames(sources));
  }
  const outlets = independentGroups(sources).length;
  if (outlets === 0) return words.development.aggregatorsOnly(sources.length);
  return words.development.many(outlets, sources.length);
}

function reportLines(development: Development, headline: string): readonly Line[] {
  return development.reports
    .slice(0, REPORTS_SHOWN)
    .map((report, index) => line(reportText(report, development, headline), RANK.entry + index));
}

function reportsSection(development: Development, headline: string): Section {
  const { reports } = development;
  const [only] = reports;
  if (only === undefined) return section([]);
  if (reports.length === 1 && only.source.label !== 'state-controlled') {
    const time = timestamp(publishedAt(only), 'f');
    return section([line(`${words.development.one(sourceText(only.source, only.link))} · ${time}`, RANK.always)]);
  }
  const lines = [line(`**${standingText(development)}**`, RANK.always), ...reportLines(development, headline)];
  const beyond = Math.max(0, reports.length - REPORTS_SHOWN);
  return section(lines, (hidden) => (hidden + beyond === 0 ? null : `-# ${words.development.more(hidden + beyond)}`));
}

/** What went before, by its headline; nothing for a development that follows none. */
function followUpLines(before: Development | null): readonly Line[] {
  if (before === null) return [];
  return [line(`-# ${words.development.followUp(escaped(headlineOf(before), HEADLINE_LIMIT))}`, RANK.note)];
}

function unconfirmedLines(development: Development, { post }: Gate): readonly Line[] {
  return isConfirmed(development, post) ? [] : [line(words.development.unconfirmed(post), RANK.always)];
}

/** The card of a development as far as it is reported. */
export function developmentCard({ storyline, development, before, gate }: DevelopmentSubject): Card {
  const lead = leadOf(development);
  const headline = titleOf(lead);
  const lede = clean(lead?.lede ?? '');
  return {
    summary: plain(headline, HEADLINE_LIMIT),
    accent: ACCENTS.development,
    blocks: withinLimits([
      section([
        line(`### ${escaped(headline, HEADLINE_LIMIT)}`, RANK.always),
        line(storylineText(storyline), RANK.note),
        ...followUpLines(before),
        ...unconfirmedLines(development, gate),
        ...COUNTED.flatMap((of) => risenLine(development, of)),
        ...(isReadable(lede) ? [line(escaped(lede, LEDE_LIMIT), RANK.lede)] : []),
      ]),
      DIVIDER,
      reportsSection(development, headline),
      buttons(button(words.buttons.report, lead?.link ?? null)),
    ]),
  };
}
