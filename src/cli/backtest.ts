/** `desk backtest`: what does this storyline hit, what would it have posted, and what would make it better? */
import { existsSync } from 'node:fs';
import { wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { PastText } from '../decide/backtest/item.ts';
import { narrowed } from '../decide/backtest/narrow.ts';
import { reportOf } from '../decide/backtest/report.ts';
import { type Asked, type Survey, surveyItems } from '../decide/backtest/survey.ts';
import { type Commonness, commonnessIn } from '../decide/match/commonness.ts';
import { joinsBy } from '../decide/match/profiled.ts';
import { setsIn } from '../decide/match/searchSets.ts';
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
import { fileSource, type Past, type SourceItem, storedSource, type Wanted } from './backtest/source.ts';
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
  readonly asked: readonly Asked[];
  readonly past: Past;
}

function untilOf(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (!instant)
    throw new Refusal(`--until ${text}: should be an ISO time with an offset, such as 2025-08-16T00:00:00Z`);
  return instant;
}

/** Items of a file, or what the desk of this configuration has stored; its items are only read, an older schema is renewed. */
async function pastOf({ items, stored }: Options, config: Config, wanted: Wanted): Promise<Past> {
  if ((items === undefined) === (stored === undefined)) throw new Refusal('Give one of --items FILE and --stored.');
  if (items !== undefined) return fileSource(items, config.catalogue.outlets)(wanted);
  if (!existsSync(config.database))
    throw new Refusal(`--stored: there is no database at ${config.database}; set DESK_DATA to the folder of a desk`);
  const store = openStore(config.database, wallClock(), SILENT, config.catalogue.aliases);
  try {
    return await storedSource(store)(wanted);
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
  const commonness = commonnessIn(config.background);
  const asked = askedOf(rules, against, commonness, options.label);
  const past = await pastOf(options, config, { until, narrowed: narrowed(asked, setsIn(config.catalogue.aliases)) });
  return { config, chosen, against, rules, commonness, until, asked, past };
}

function askedOf(
  { tracked }: Rules,
  against: Against | null,
  commonness: Commonness,
  label: string | undefined,
): readonly Asked[] {
  return tracked.map(({ storyline, query }) => ({
    query,
    other: against?.query ?? null,
    label: label ?? storyline.slug,
    joins: storyline.profile && joinsBy({ query, profile: storyline.profile }, commonness),
  }));
}

function survey({ asked, past }: Backtest): readonly Survey[] {
  const texts = past.items.map(({ text }) => text);
  return surveyItems(asked, texts, past.extent);
}

function hitsOf(items: readonly SourceItem[], surveys: readonly Survey[]): readonly SourceItem[] {
  const hits = new Set<PastText>(surveys.flatMap((each) => each.hits.map(({ item }) => item)));
  return items.filter(({ text }) => hits.has(text));
}

async function replay(backtest: Backtest, surveys: readonly Survey[], line: CommandLine): Promise<Played | null> {
  const { config, chosen, rules, past, until } = backtest;
  const start = past.extent.from ?? instantOf(0);
  const store = openStore(':memory:', { now: () => start, sleepUntil: async () => undefined }, SILENT, {});
  const catalogue = { outlets: config.catalogue.outlets, feeds: [], storylines: chosen.storylines };
  try {
    await seedStore(store, catalogue, config, PLACE, start);
    return await play({ store, rules, extent: past.extent, hits: hitsOf(past.items, surveys), until, line });
  } finally {
    await store.close();
  }
}

async function runBacktest(options: Options, line: CommandLine): Promise<ExitCode> {
  const backtest = await openBacktest(options, line);
  const surveys = survey(backtest);
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
