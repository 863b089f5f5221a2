/** The sections of a report for people: what the query does, each at most a screen. */
import type { Side } from '../../decide/backtest/compare.ts';
import type { DayCount } from '../../decide/backtest/days.ts';
import type { GroupEffect } from '../../decide/backtest/groups.ts';
import type { Named } from '../../decide/backtest/item.ts';
import type { LabelReport, Missed, Score } from '../../decide/backtest/labels.ts';
import type { Effect } from '../../decide/backtest/proposal.ts';
import type { Report, Sampled, Strongest } from '../../decide/backtest/report.ts';
import { minuteWords } from '../chain.ts';
import type { Reported } from './json.ts';
import { atMost, type Cell, columns, counted, grouped, percent, section, short, wrapped } from './table.ts';

const SCREEN = 20;

/** Everything on one storyline. */
export function reportLines({ storyline, report }: Reported): readonly string[] {
  return [
    `${storyline.title} (${storyline.slug})`,
    ...wrapped(report.query, '  '),
    ...warningLines(report),
    ...section('HITS', [hitsLine(report), ...dayLines(report.days)]),
    ...section('SAMPLE OF THE HITS, with the words found', report.sample.flatMap(sampleLines)),
    ...section('GROUPS: how many more items would match without each', groupLines(report.groups)),
    ...section('NOT-TERMS: what each stops, and what it alone stops', stopLines(report)),
    ...section(nearHeading(report.nearMisses), report.nearMisses.shown.flatMap(missedLines)),
    ...section(
      `STOPPED BY A NOT-TERM ALONE: ${counted(report.stopped.total, 'item')}`,
      report.stopped.total === 0 ? [] : report.stopped.shown.flatMap(missedLines),
    ),
    ...section('PROPOSED NOT-TERMS', proposedStopLines(report)),
    ...section('PROPOSED ALTERNATIVES', proposedWordLines(report)),
    ...comparisonLines(report),
    ...labelLines(report.labels),
  ];
}

/** Warnings of one kind share their remedy. */
function warningLines({ warnings }: Report): readonly string[] {
  const unseen = warnings.filter(({ kind }) => kind === 'unseen');
  const others = warnings.filter(({ kind }) => kind !== 'unseen');
  const words = unseen.map(({ message }) => message.split(' was in none')[0]).join(', ');
  return [
    ...others.map(({ message, remedy }) => `  warning: ${message} ${remedy}`),
    ...(unseen.length > 0
      ? wrapped(`warning: not in any news counted; see that it is spelled right: ${words}`, '  ')
      : []),
  ];
}

function hitsLine({ hits, items, share, joined, days }: Report): string {
  const span = days.length < 2 ? '' : `, ${days[0]?.day} to ${days.at(-1)?.day}`;
  const alike = joined === 0 ? '' : `, ${joined} of them by likeness alone`;
  return `  ${grouped(hits)} of ${counted(items, 'item')} (${percent(share)})${alike}${span}`;
}

/** One line a day, or as many days as make a screen. */
function dayLines(days: readonly DayCount[]): readonly string[] {
  if (days.length < 2) return [];
  const step = Math.ceil(days.length / SCREEN);
  const starts = days.filter((_, index) => index % step === 0);
  const counts = starts.map((_, at) => days.slice(at * step, (at + 1) * step).reduce((sum, { hits }) => sum + hits, 0));
  const most = Math.max(1, ...counts);
  const rows = starts.map(({ day }, at): readonly Cell[] => {
    const count = counts[at] ?? 0;
    return [day, count, '#'.repeat(Math.ceil((count / most) * 40))];
  });
  return [...(step > 1 ? [`  (${step} days a line)`] : []), ...columns(rows)];
}

/** Files without any date begin at the beginning of time. */
const UNDATED = '1971';

function itemLine({ published, outlet, title }: Named): string {
  const when = published < UNDATED ? 'no date' : minuteWords(published);
  const who = short(outlet.replace(/^https?:\/\/(?:www\.)?/, ''), 20);
  return `  ${when.padEnd(16)}  ${who.padEnd(20)}  ${short(title, 100)}`;
}

const BELOW = ' '.repeat(20);

function sampleLines(item: Sampled): readonly string[] {
  const words = item.found.length > 0 ? item.found.join(', ') : 'reads like the seed items';
  return [itemLine(item), `${BELOW}${short(words, 100)}`];
}

function missedLines(item: Missed): readonly string[] {
  const missing = item.missing.map((group) => `lacks ${short(group)}`);
  const stopped = item.stoppedBy.length > 0 ? [`stopped by ${item.stoppedBy.join(', ')}`] : [];
  return [itemLine(item), `${BELOW}${[...missing, ...stopped].join('; ')}`];
}

function groupLines(groups: readonly GroupEffect[]): readonly string[] {
  return groups.flatMap(({ written, loss, alternatives }) => {
    const live = alternatives.filter(({ hits }) => hits > 0);
    const dead = alternatives.filter(({ hits }) => hits === 0).map((each) => each.written);
    const rows = live.map(({ written, hits, only }): readonly Cell[] => ['    ', hits, only, short(written)]);
    const head = live.length > 0 ? [['    ', 'hits', 'alone', 'alternative']] : [];
    return [
      `  ${groups.length === 1 ? '' : `+${grouped(loss)}  `}${short(written, 90)}`,
      ...atMost(columns([...head, ...rows]), SCREEN / 2),
      ...(dead.length > 0 ? wrapped(`dead: ${dead.join(', ')}`, '        ') : []),
    ];
  });
}

function stopLines({ stops }: Report): readonly string[] {
  const live = stops.filter((stop) => stop.stops > 0);
  const idle = stops.filter((stop) => stop.stops === 0).map(({ written }) => written);
  const rows = live.map(({ written, stops, only }): readonly Cell[] => [stops, only, short(written)]);
  return [
    ...(live.length > 0 ? columns([['stops', 'alone', 'NOT'], ...rows]) : []),
    ...(idle.length > 0 ? wrapped(`stopped nothing here: ${idle.join(', ')}`, '  ') : []),
  ];
}

function nearHeading({ total, shown }: Strongest): string {
  const first = total > shown.length ? `, the ${shown.length} most like the hits` : '';
  return `NEAR MISSES, lacking one group alone: ${counted(total, 'item')}${first}`;
}

function effectWords({ items, right, wrong }: Effect, what: string): string {
  const labelled = right + wrong > 0 ? ` (${right} right, ${wrong} wrong)` : '';
  return `${what} ${counted(items, 'hit')}${labelled}`;
}

const BECAUSE = { labelled: 'labelled wrong', unlike: 'least like the rest' } as const;

function proposedStopLines({ proposedStops }: Report): readonly string[] {
  const { because, rejected, proposals, together } = proposedStops;
  if (because === null) return [];
  const looked = `  from ${counted(rejected, 'hit')} ${BECAUSE[because]}`;
  if (proposals.length === 0) return [`${looked}: none stands out`];
  const rows = proposals.flatMap(({ written, removes, examples }) => [
    `  NOT ${written}: ${effectWords(removes, 'removes')}`,
    ...examples.map((example) => `      ${short(example.title, 110)}`),
  ]);
  return [
    `${looked}:`,
    ...rows,
    ...(proposals.length > 1 ? [`  all of them: ${effectWords(together, 'remove')}`] : []),
  ];
}

function proposedWordLines({ proposedWords }: Report): readonly string[] {
  return proposedWords.flatMap(({ written, group, of, gains, examples }) => [
    `  OR ${written}${of === null ? '' : ` (spelled like ${of})`}: ${effectWords(gains, 'gains')}, in ${short(group)}`,
    ...examples.map((example) => `      ${short(example.title, 110)}`),
  ]);
}

function comparisonLines({ compared }: Report): readonly string[] {
  if (!compared) return [];
  const side = (side: Side, what: string) => [`  ${effectWords(side, what)}`, ...side.sample.map(itemLine)];
  return section('COMPARED WITH', [
    ...wrapped(compared.other, '  '),
    `  ${effectWords(compared.both, 'both:')}`,
    ...side(compared.onlyFirst, 'only this query:'),
    ...side(compared.onlySecond, 'only the other:'),
  ]);
}

/** `precision 0.50  recall 1.00  F1 0.67`; a dash where there is nothing to divide by. */
export function scoreWords({ precision, recall, f1 }: Score): readonly string[] {
  return [precision, recall, f1].map((share) => (share === null ? '–' : share.toFixed(2)));
}

function labelLines(labels: LabelReport | null): readonly string[] {
  if (!labels) return [];
  const [precision, recall, f1] = scoreWords(labels);
  const { found, wrong, missed, falseHits, misses } = labels;
  return section(`AGAINST THE LABEL ${labels.label}: ${counted(labels.labelled, 'labelled item')}`, [
    `  precision ${precision}  recall ${recall}  F1 ${f1}   (${found} right, ${wrong} false, ${missed} missed)`,
    ...atMost(
      falseHits.map((item) => `  false ${itemLine(item)}`),
      SCREEN / 2,
    ),
    ...atMost(
      misses.flatMap((item) => [`  missed${itemLine(item)}`, `${missedLines(item)[1] ?? ''}`]),
      SCREEN,
    ),
  ]);
}
