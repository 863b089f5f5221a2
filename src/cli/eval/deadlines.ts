/** `desk eval deadlines FILE.jsonl` */
import { wallClock } from '../../clock.ts';
import { loadConfig } from '../../config.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { readAll } from '../jsonl.ts';
import { figuresOf } from './figures.ts';
import { errorLines, figureLines, scoreJson, streamJson, streamLines } from './print.ts';
import { costOf, judgeAll, type Prepared, prepare } from './reading.ts';
import { rowSchema } from './rows.ts';
import { type Flagged, flaggedIn } from './stream.ts';

interface Options {
  readonly stream?: true;
  readonly json?: true;
}

function scoreLines(rows: readonly Prepared[], { json }: Options): readonly string[] {
  const judged = judgeAll(rows);
  const figures = figuresOf(judged);
  const cost = costOf(rows, wallClock());
  if (json) return [JSON.stringify(scoreJson(figures, cost, judged))];
  return [...figureLines(figures, cost), ...errorLines(judged)];
}

function linesOf(found: Flagged, { json }: Options): readonly string[] {
  return json ? [JSON.stringify(streamJson(found))] : streamLines(found);
}

async function evalDeadlines(file: string, options: Options, { env, terminal }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env });
  const rows = await readAll(file, rowSchema);
  if (rows.length === 0) throw new Refusal(`${file}: holds no row to score`);
  const lines = options.stream
    ? linesOf(flaggedIn(rows, config), options)
    : scoreLines(
        rows.map((row) => prepare(row, config)),
        options,
      );
  for (const line of lines) terminal.out(line);
  return 0;
}

const HELP = `
A line of the file is one of
  {id, published, text, label, deadline: {date_start, date_end, tol_days, time, tz, status, instant_utc}}  a news item
  {id, published, text, issuer_zone, kind, expected}                                                       a phrase
  {id, published, title, lede, outlet}                                                                     unlabelled
A news item counts as right when it is flagged and its day lies within [date_start - tol_days, date_end + tol_days];
those labelled offdomain or ambiguous do not count. The best reading of a row is judged. "tz" is the issuer's zone.
Prints figures, then every error with what was read, by which cue and rule, and what is right.`;

export const addDeadlines: Subcommand['add'] = (group, line, run) => {
  group
    .command('deadlines')
    .description('score deadlines read in labelled items or phrases')
    .argument('<file>', 'JSONL file of labelled rows')
    .option('--stream', 'match storylines first and list what is flagged of the items they take in')
    .option('--json', 'one JSON object instead of lines')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) => run(() => evalDeadlines(file, options, line)));
};
