/** A backtest for people. */
import { micro } from '../../decide/backtest/labels.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { chainLines, headLine, minuteWords } from '../chain.ts';
import type { CommandLine } from '../command.ts';
import type { Recorded } from '../recorder.ts';
import { type Reported, type Result, summaryOf } from './json.ts';
import type { Played } from './play.ts';
import { reportLines, scoreWords } from './sections.ts';
import { atMost, type Cell, columns, counted, percent, section } from './table.ts';

const SCREEN = 24;
/** Deadlines told with every quote. */
const TOLD_WHOLE = 5;

/** Prints what was found and what it led to; `written` are the files that were written. */
export function print(result: Result, written: readonly string[], { terminal }: CommandLine): void {
  const { reported, played } = result;
  const [only] = reported;
  const report = only && reported.length === 1 ? reportLines(only) : overviewLines(reported, played);
  for (const line of [...report, ...messageSection(played), ...deadlineSection(played)]) terminal.row(line);
  for (const line of ['', ...sumLines(played, written)]) terminal.out(line);
}

/** One line a storyline. */
function overviewLines(reported: readonly Reported[], { recorded }: Played): readonly string[] {
  const head = ['storyline', 'hits', 'share', 'posts', 'edits', 'near', 'precision', 'recall', 'F1'];
  const count = (slug: string, kind: Recorded['kind']) =>
    recorded.filter((one) => one.storyline === slug && one.kind === kind).length;
  const rows = reported.map(({ storyline: { slug }, report }): readonly Cell[] => {
    const { hits, share, nearMisses, labels } = report;
    const scores = labels ? scoreWords(labels) : ['', '', ''];
    return [slug, hits, percent(share), count(slug, 'post'), count(slug, 'edit'), nearMisses.total, ...scores];
  });
  const labelled = reported.flatMap(({ report }) => report.labels ?? []);
  const all = labelled.length === 0 ? [] : [['all together', '', '', '', '', '', ...scoreWords(micro(labelled))]];
  return ['ALL STORYLINES (one of them alone tells more)', ...columns([head, ...rows, ...all])];
}

function messageSection(played: Played): readonly string[] {
  const rows = played.recorded.map((one): readonly Cell[] => [
    minuteWords(one.at),
    one.kind,
    one.subject,
    one.ping ? 'ping' : '',
    one.summary,
  ]);
  return section('POSTS AND EDITS, ping where a role would be called', atMost(columns(rows), SCREEN));
}

function deadlineSection({ deadlines }: Played): readonly string[] {
  const whole = deadlines.slice(0, TOLD_WHOLE).flatMap((deadline) => ['', ...chainLines(deadline), tierLine(deadline)]);
  const rest = deadlines.slice(TOLD_WHOLE).map(headLine);
  return section('DEADLINES', [...whole.slice(1), ...(rest.length > 0 ? [''] : []), ...atMost(rest, SCREEN)]);
}

/** B would wait for a moderator. */
function tierLine({ versions }: Deadline): string {
  const said = versions.filter(({ evidence }) => evidence !== null);
  const tiers = said.map(({ number, tier }) => `${number} ${tier}${tier === 'B' ? ' (a proposal)' : ''}`);
  return `  tiers: ${tiers.join(', ')}`;
}

function sumLines(played: Played, written: readonly string[]): readonly string[] {
  const { items, matched, developments, posts, edits, pings, deadlines } = summaryOf(played);
  const end = written.length === 0 ? 'Nothing was written.' : `Written: ${written.join(', ')}.`;
  return [
    `${items} items, ${matched} matched, ${developments} developments, ${deadlines} deadlines: ${posts} posts and ${edits} edits. ${end}`,
    pings === 0
      ? 'No post would ping a role.'
      : `${counted(pings, 'post')} would ping a role, if the follow has one: changes and reminders.`,
  ];
}
