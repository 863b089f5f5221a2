/** `desk backtest`: what does this storyline hit, what would it have posted, and what would make it better? */
import { existsSync } from 'node:fs';
import { wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { PastText } from '../decide/backtest/item.ts';
import { reportOf } from '../decide/backtest/report.ts';
import { type Asked, type Survey, surveyItems } from '../decide/backtest/survey.ts';
import { type Commonness, commonnessIn } from '../decide/match/commonness.ts';
import { joinsBy } from '../decide/match/profiled.ts';
import type { Rules } from '../decide/rules.ts';
import { type ChannelId, type GuildId, id, type RoleId } from '../domain/ids.ts';
import type { Log } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Instant, instantOf, parseInstant } from '../domain/time.ts';
import { checkQuery, openRules, openStore, seedStore, vocabularyIn } from '../main.ts';
import { type Against, type Chosen, chooseAgainst, chooseStoryline } from './backtest/choose.ts';
import { jsonOf, type Result } from './backtest/json.ts';
import { checkPictures, plotOf, writePictures } from './backtest/picture.ts';
import { type Played, play } from './backtest/play.ts';
import { print } from './backtest/print.ts';
import { fileSource, type SourceItem, storedSource } from './backtest/source.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

interface Options {
  readonly storyline: string;
  readonly items?: string;
  readonly stored?: true;
  readonly until?: string;
  readonly against?: string;
  readonly label?: string;
  readonly picture?: readonly string[];
  readonly json?: true;
}

/** With a role, so that a replay shows what would ping one. */
const PLACE = { guild: id<GuildId>('backtest'), channel: id<ChannelId>('backtest'), role: id<RoleId>('backtest') };
const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** What is asked, and with what it is answered. */
interface Backtest {
  readonly config: Config;
  readonly chosen: Chosen;
  readonly against: Against | null;
  readonly rules: Rules;
  readonly commonness: Commonness;
  readonly until: Instant | null;
  readonly items: readonly SourceItem[];
}

function untilOf(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (!instant)
    throw new Refusal(`--until ${text}: should be an ISO time with an offset, such as 2025-08-16T00:00:00Z`);
  return instant;
}

/** Items of a file, or what the desk of this configuration has stored; its items are only read, an older schema is renewed. */
async function itemsOf({ items, stored }: Options, config: Config): Promise<readonly SourceItem[]> {
  if ((items === undefined) === (stored === undefined)) throw new Refusal('Give one of --items FILE and --stored.');
  if (items !== undefined) return fileSource(items, config.catalogue.outlets)();
  if (!existsSync(config.database))
    throw new Refusal(`--stored: there is no database at ${config.database}; set DESK_DATA to the folder of a desk`);
  const store = openStore(config.database, wallClock(), SILENT);
  try {
    return await storedSource(store)();
  } finally {
    await store.close();
  }
}

/** What compares with or labels one storyline says nothing of all. */
function checkOptions({ storyline, against, label, picture = [] }: Options): void {
  if (storyline === 'all' && against !== undefined)
    throw new Refusal('--against goes with one storyline, not with "all"');
  if (storyline === 'all' && label !== undefined) throw new Refusal('--label goes with one storyline, not with "all"');
  checkPictures(picture);
}

async function openBacktest(options: Options, line: CommandLine): Promise<Backtest> {
  checkOptions(options);
  const config = loadConfig({ env: line.env, checkQuery });
  const chosen = chooseStoryline(options.storyline, config);
  const against = options.against === undefined ? null : chooseAgainst(options.against, chosen, config);
  const until = untilOf(options.until);
  const rules = openRules(chosen.storylines, { ...vocabularyIn(config), aliases: chosen.aliases });
  const all = await itemsOf(options, config);
  const items = until ? all.filter(({ text }) => text.published <= until) : all;
  return { config, chosen, against, rules, commonness: commonnessIn(config.background), until, items };
}

function survey({ rules, against, commonness, items }: Backtest, label: string | undefined): readonly Survey[] {
  const asked = rules.tracked.map(
    ({ storyline, query }): Asked => ({
      query,
      other: against?.query ?? null,
      label: label ?? storyline.slug,
      joins: storyline.profile && joinsBy({ query, profile: storyline.profile }, commonness),
    }),
  );
  const texts = items.map(({ text }) => text);
  return surveyItems(asked, texts);
}

function hitsOf(items: readonly SourceItem[], surveys: readonly Survey[]): readonly SourceItem[] {
  const hits = new Set<PastText>(surveys.flatMap((each) => each.hits.map(({ item }) => item)));
  return items.filter(({ text }) => hits.has(text));
}

async function replay(backtest: Backtest, surveys: readonly Survey[], line: CommandLine): Promise<Played | null> {
  const { config, chosen, rules, items, until } = backtest;
  const start = items[0]?.text.published ?? instantOf(0);
  const store = openStore(':memory:', { now: () => start, sleepUntil: async () => undefined }, SILENT);
  const catalogue = { outlets: config.catalogue.outlets, feeds: [], storylines: chosen.storylines };
  try {
    await seedStore(store, catalogue, config, PLACE, start);
    return await play({ store, rules, items, hits: hitsOf(items, surveys), until, line });
  } finally {
    await store.close();
  }
}

async function runBacktest(options: Options, line: CommandLine): Promise<ExitCode> {
  const backtest = await openBacktest(options, line);
  const surveys = survey(backtest, options.label);
  const played = line.stopping.aborted ? null : await replay(backtest, surveys, line);
  if (!played) {
    line.terminal.note('desk: stopped before the end; nothing was written');
    return 1;
  }
  const reported = backtest.rules.tracked.flatMap(({ storyline }, index) => {
    const found = surveys[index];
    return found ? [{ storyline, report: reportOf(found, backtest.commonness) }] : [];
  });
  const result: Result = { reported, played };
  const files = options.picture ?? [];
  await writePictures(files, plotOf(result, surveys, backtest.against?.name ?? null));
  if (options.json) line.terminal.out(JSON.stringify(jsonOf(result), null, 2));
  else print(result, files, line);
  return 0;
}

const HELP = `
FILE holds one JSON object a line: id, title, lede, link, outlet, published, and labels where people said which
storylines an item belongs to. Nothing is posted, and nothing is written but the pictures asked for.

Examples:
  desk backtest --storyline ceasefire-deadline --items july.jsonl
  desk backtest --storyline my-storyline.json --items july.jsonl --against ceasefire-deadline
  desk backtest --storyline istanbul-talks --items july.jsonl --picture july.png --json
  desk backtest --storyline my-storyline.json --stored`;

export const backtest: Subcommand = {
  add: (program, line, run) => {
    program
      .command('backtest')
      .description(
        'what a storyline hits over items of a file, what it would have posted, and what would make it better',
      )
      .requiredOption(
        '--storyline <slug|file>',
        'a storyline of the catalogue, "all", or a file in the catalogue\'s format',
      )
      .option('--items <file>', 'JSONL file of items')
      .option('--stored', 'the items this desk has stored as news (DESK_DATA), each at the moment it was seen')
      .option(
        '--until <time>',
        'stop the clock at this ISO time instead of at the last item: reminders up to it, no item after it',
      )
      .option('--against <query|file|slug>', 'a query to compare with')
      .option('--label <slug>', "the label of right items, where it is not the storyline's own slug")
      .option(
        '--picture <file>',
        'draw it as .svg or .png; more than once for more files',
        (file, files: string[] = []) => [...files, file],
      )
      .option('--json', 'print one JSON object')
      .addHelpText('after', HELP)
      .action((options: Options) => run(() => runBacktest(options, line)));
  },
};
