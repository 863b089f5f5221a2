/** `desk backtest`: what would this storyline have posted? The live rules, ladder and delivery over items of a file. */
import { readFileSync } from 'node:fs';
import { type Config, loadConfig, parseStorylineFile } from '../config.ts';
import { judgeItems } from '../decide/news.ts';
import type { Rules } from '../decide/rules.ts';
import { currentVersion, type Deadline, type Evidence, stateAfter, type Version } from '../domain/deadline.ts';
import { type ChannelId, type GuildId, id } from '../domain/ids.ts';
import type { Chat, Log, Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Aliases, Storyline } from '../domain/storyline.ts';
import { type Instant, instantOf, parseInstant } from '../domain/time.ts';
import { checkQuery, openRules, openStore, seedStore, vocabularyIn } from '../main.ts';
import { openReplay, type PastItem } from '../run/replay.ts';
import { chainLines, minuteWords } from './chain.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { type InputItem, inputItemSchema, readAll } from './jsonl.ts';
import { inTimeOrder } from './pastItems.ts';
import { openRecorder, type Recorded } from './recorder.ts';

interface Options {
  readonly storyline: string;
  readonly items: string;
  readonly until?: string;
  readonly json?: true;
}

const PLACE = { guild: id<GuildId>('backtest'), channel: id<ChannelId>('backtest') };
const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

interface Chosen {
  readonly storylines: readonly Storyline[];
  readonly aliases: Aliases;
}

/** A slug of the catalogue, `all` of it, or a file with one storyline in the catalogue's own format. */
function chooseStoryline(name: string, { catalogue }: Config): Chosen {
  const { aliases, storylines } = catalogue;
  if (name === 'all') return { storylines, aliases };
  const shipped = storylines.filter((storyline) => storyline.slug === name);
  if (shipped.length > 0) return { storylines: shipped, aliases };
  const text = readStorylineText(name, storylines);
  const read = parseStorylineFile(text, name, aliases, checkQuery);
  return { storylines: [read.storyline], aliases: read.aliases };
}

function readStorylineText(name: string, storylines: readonly Storyline[]): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    const slugs = storylines.map((storyline) => storyline.slug).join(', ');
    throw new Refusal(
      `--storyline ${name}: neither a storyline of the catalogue (${slugs}) nor a file that can be read`,
      { cause: error },
    );
  }
}

/** Everything a backtest found. */
interface Result {
  readonly items: number;
  readonly matched: number;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly recorded: readonly Recorded[];
  readonly deadlines: readonly Deadline[];
  readonly developments: number;
  /** What a version's evidence was called in the file, by `keyOf`. */
  readonly inputs: ReadonlyMap<string, InputItem['id']>;
}

interface Work {
  readonly store: Store;
  readonly rules: Rules;
  readonly items: readonly { readonly input: InputItem; readonly past: PastItem }[];
  readonly until: Instant | null;
  readonly line: CommandLine;
}

/** Two lines may be two wordings of one article, which is one item: link and date tell them apart. */
function keyOf({ item, link, published }: Pick<Evidence, 'item' | 'link' | 'published'>): string {
  return link === null ? item : `${link} ${published}`;
}

function matches(past: PastItem, rules: Rules): boolean {
  return judgeItems([past.item], rules).some((judged) => judged.matches.length > 0);
}

/** Null when it was asked to stop before the end. */
async function replayAll({ store, rules, items, until, line }: Work): Promise<Result | null> {
  const start = items[0]?.past.item.seen ?? instantOf(0);
  let recorder: ReturnType<typeof openRecorder> | null = null;
  const chat = (now: () => Instant): Chat => {
    recorder = openRecorder(now);
    return recorder;
  };
  const replay = openReplay({ store, rules, log: SILENT, start, chat });
  const inputs = new Map<string, InputItem['id']>();
  for (const [index, { input, past }] of items.entries()) {
    if (index % 500 === 0) line.terminal.progress(`${index} of ${items.length} items, ${past.item.seen.slice(0, 10)}`);
    if (line.stopping.aborted) return null;
    if (!matches(past, rules)) continue;
    inputs.set(keyOf({ ...past.item, item: past.item.id }), input.id);
    await store.commit([{ kind: 'outlet.listed', outlet: past.outlet, because: 'it publishes an item of the file' }], {
      at: past.item.seen,
      actor: 'backtest',
    });
    await replay.take(past);
  }
  const last = until ?? items.at(-1)?.past.item.seen ?? null;
  if (last) await replay.until(last);
  line.terminal.done();
  const { matched, developments } = await store.totals();
  return {
    items: items.length,
    matched,
    from: items[0]?.past.item.seen ?? null,
    until: last,
    recorded: recordedBy(recorder),
    deadlines: await store.deadlines(null),
    developments,
    inputs,
  };
}

function recordedBy(recorder: ReturnType<typeof openRecorder> | null): readonly Recorded[] {
  return recorder?.recorded ?? [];
}

function versionJson(version: Version, inputs: Result['inputs']) {
  const { number, change, window, saidAt, bindingness, tier, confidence, evidence } = version;
  const said = evidence && {
    item: inputs.get(keyOf(evidence)) ?? evidence.item,
    outlet: evidence.source.name,
    label: evidence.source.label,
    link: evidence.link,
    published: evidence.published,
    quote: evidence.quote,
  };
  return { number, change, ...window, saidAt, bindingness, tier, confidence, evidence: said };
}

function deadlineJson(deadline: Deadline, inputs: Result['inputs']) {
  const { id: deadlineId, storyline, issuer, target, versions, confirmations } = deadline;
  return {
    id: deadlineId,
    storyline,
    issuer,
    target,
    state: stateAfter(currentVersion(deadline)),
    versions: versions.map((version) => versionJson(version, inputs)),
    confirmations: confirmations.map(({ version, evidence }) => ({
      version,
      item: inputs.get(keyOf(evidence)) ?? evidence.item,
      outlet: evidence.source.name,
    })),
  };
}

function summaryOf(result: Result) {
  const count = (kind: Recorded['kind']) => result.recorded.filter((one) => one.kind === kind).length;
  const posts = (subject: Recorded['subject']) =>
    result.recorded.filter((one) => one.kind === 'post' && one.subject === subject).length;
  const { items, matched, from, until, developments } = result;
  return {
    items,
    matched,
    from,
    until,
    developments,
    deadlines: result.deadlines.length,
    posts: count('post'),
    edits: count('edit'),
    postsBySubject: {
      development: posts('development'),
      deadline: posts('deadline'),
      change: posts('change'),
      rung: posts('rung'),
    },
  };
}

function jsonOf(result: Result, storylines: readonly Storyline[]) {
  const of = (kind: Recorded['kind']) => result.recorded.filter((one) => one.kind === kind);
  return {
    storyline: storylines.length === 1 ? storylines[0]?.slug : storylines.map((storyline) => storyline.slug),
    posts: of('post'),
    edits: of('edit'),
    deadlines: result.deadlines.map((deadline) => deadlineJson(deadline, result.inputs)),
    summary: summaryOf(result),
  };
}

function print(result: Result, { terminal }: CommandLine): void {
  for (const { at, kind, subject, summary } of result.recorded)
    terminal.row(`${minuteWords(at)}  ${kind}  ${subject.padEnd(11)}  ${summary}`);
  for (const deadline of result.deadlines) for (const row of ['', ...chainLines(deadline)]) terminal.out(row);
  const { items, matched, developments, posts, edits, deadlines } = summaryOf(result);
  terminal.out(
    `\n${items} items, ${matched} matched, ${developments} developments, ${deadlines} deadlines: ${posts} posts and ${edits} edits. Nothing was written.`,
  );
}

function untilOf(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (!instant)
    throw new Refusal(`--until ${text}: should be an ISO time with an offset, such as 2025-08-16T00:00:00Z`);
  return instant;
}

async function runBacktest(options: Options, line: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env: line.env, checkQuery });
  const { storylines, aliases } = chooseStoryline(options.storyline, config);
  const until = untilOf(options.until);
  const rules = openRules(storylines, { ...vocabularyIn(config), aliases });
  const all = inTimeOrder(await readAll(options.items, inputItemSchema), config.catalogue.outlets);
  const items = until ? all.filter(({ past }) => past.item.seen <= until) : all;
  const start = items[0]?.past.item.seen ?? instantOf(0);
  const store = openStore(':memory:', { now: () => start, sleepUntil: async () => undefined }, SILENT);
  try {
    await seedStore(store, { outlets: config.catalogue.outlets, feeds: [], storylines }, config.ladder, PLACE, start);
    const result = await replayAll({ store, rules, items, until, line });
    if (!result) {
      line.terminal.note('desk: stopped before the end; nothing was written');
      return 1;
    }
    if (options.json) line.terminal.out(JSON.stringify(jsonOf(result, storylines), null, 2));
    else print(result, line);
    return 0;
  } finally {
    await store.close();
  }
}

const HELP = `
FILE holds one JSON object a line: id, title, lede, link, outlet, published. Nothing is written and nothing is posted.

Examples:
  desk backtest --storyline ceasefire-deadline --items july.jsonl
  desk backtest --storyline my-storyline.json --items july.jsonl --json`;

export const backtest: Subcommand = {
  add: (program, line, run) => {
    program
      .command('backtest')
      .description('show what a storyline would have posted, over items of a file')
      .requiredOption(
        '--storyline <slug|file>',
        'a storyline of the catalogue, "all", or a file in the catalogue\'s format',
      )
      .requiredOption('--items <file>', 'JSONL file of items')
      .option(
        '--until <time>',
        'stop the clock at this ISO time instead of at the last item: reminders up to it, no item after it',
      )
      .option('--json', 'print one JSON object')
      .addHelpText('after', HELP)
      .action((options: Options) => run(() => runBacktest(options, line)));
  },
};
