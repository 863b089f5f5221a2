/** `desk eval developments FILE.jsonl` */
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { JoinReason } from '../../domain/development.ts';
import { Refusal } from '../../domain/refusal.ts';
import { columns, section, short } from '../backtest/table.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { inputItemSchema, readAll, wordsOf } from '../jsonl.ts';
import { developmentOf, type PlacedItem, placeItems } from '../placing.ts';
import { type ClusterFigures, clusterFiguresOf, type Score } from './clustering.ts';
import { type Misplaced, type Told, worstMerges, worstSplits } from './misplaced.ts';

const rowSchema = inputItemSchema.and(
  z.object({ cluster: z.union([z.string(), z.number()], 'should name the cluster of the item') }),
);
type Row = z.output<typeof rowSchema>;

interface Options {
  readonly perCluster?: number;
  readonly worst: number;
  readonly json?: true;
}

/** Of each cluster the first by time, so that a sample is the same every time. */
function sampled(rows: readonly Row[], perCluster: number): readonly Row[] {
  const taken = new Map<string, number>();
  const inOrder = [...rows].sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''));
  return inOrder.filter(({ cluster }) => {
    const count = (taken.get(String(cluster)) ?? 0) + 1;
    taken.set(String(cluster), count);
    return count <= perCluster;
  });
}

function toldOf({ input, placed }: PlacedItem<Row>): readonly Told[] {
  if (!placed) return [];
  const joined: JoinReason = placed.kind === 'development.opened' ? { rule: 'opened' } : placed.report.joined;
  const { title, lede } = wordsOf(input);
  const place = { development: developmentOf(placed), cluster: String(input.cluster), joined };
  return [{ id: String(input.id), title: title || lede, ...place }];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function scoreLine(name: string, { precision, recall, f1 }: Score) {
  return [name, `F1 ${percent(f1)}`, `precision ${percent(precision)}, recall ${percent(recall)}`];
}

function figureLines({ items, bcubed, pairwise, developments, clusters, largest }: ClusterFigures): readonly string[] {
  return columns([
    ['items', String(items), `in ${clusters} labelled clusters`],
    scoreLine('B-cubed', bcubed),
    scoreLine('pairwise', pairwise),
    ['developments', String(developments), `the largest of ${largest} items`],
  ]);
}

function reasonWords(joined: JoinReason): string {
  if (joined.rule === 'alike') return `alike ${joined.score}: ${joined.shared.join(' ')}`;
  return joined.rule.replace('_', ' ');
}

function partLines({ parts }: Misplaced): readonly string[] {
  return parts.flatMap(({ items }, index) =>
    items.map((item) => `  ${index + 1}  ${short(item.title, 90)}  [${reasonWords(item.joined)}]`),
  );
}

function misplacedLines(heading: string, found: readonly Misplaced[]): readonly string[] {
  return found.flatMap((one) => section(`${heading}: ${one.wrong} pairs, ${one.name}`, partLines(one)));
}

function linesOf(told: readonly Told[], { worst, json }: Options): readonly string[] {
  const figures = clusterFiguresOf(told);
  const [merges, splits] = [worstMerges(told, worst), worstSplits(told, worst)];
  if (json) return [JSON.stringify({ ...figures, merges, splits })];
  return [...figureLines(figures), ...misplacedLines('MERGED', merges), ...misplacedLines('SPLIT', splits)];
}

async function evalDevelopments(file: string, options: Options, line: CommandLine): Promise<ExitCode> {
  const rows = await readAll(file, rowSchema);
  if (rows.length === 0) throw new Refusal(`${file}: holds no row to score`);
  const chosen = options.perCluster === undefined ? rows : sampled(rows, options.perCluster);
  const told = [...placeItems(chosen, undefined, line)].flatMap(toldOf);
  for (const text of linesOf(told, options)) line.terminal.out(text);
  return 0;
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`should be a whole number from ${least}`);
  };
}

const HELP = `
A line of the file is {id, title, outlet, published, cluster}, with lede and link where they are known. All items are
taken as one storyline, in the order they were published. Prints B-cubed and pairwise precision, recall and F1, then
the developments that hold several clusters and the clusters that lie in several developments, with the reason kept
for each join.`;

export const addDevelopments: Subcommand['add'] = (group, line, run) => {
  group
    .command('developments')
    .description('score how reports of one event are merged')
    .argument('<file>', 'JSONL file of labelled items')
    .option('--per-cluster <n>', 'take at most the first n items of a cluster', atLeast(1))
    .option('--worst <n>', 'how many wrong merges and splits to list', atLeast(0), 5)
    .option('--json', 'one JSON object instead of lines')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) => run(() => evalDevelopments(file, options, line)));
};
