/** `desk check`: is everything as it should be, before it matters? */
import { wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import { commonnessIn } from '../decide/match/commonness.ts';
import { warningsOf } from '../decide/match/warn.ts';
import type { Rules } from '../decide/rules.ts';
import type { Log } from '../domain/ports.ts';
import { checkQuery, openRules, openStore, vocabularyIn } from '../main.ts';
import { checkDiscord } from './check/discord.ts';
import { checkFeeds } from './check/feeds.ts';
import { joined } from './check/findings.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Who lets a date stand; what a guild chose itself goes before. */
function datesWords({ discord: { moderators, dates }, gate }: Config): string {
  if (moderators !== null && dates !== 'auto')
    return `proposed in channel ${moderators}; official legal texts stand by themselves`;
  const by = `stand once ${gate.post} independent outlets name the day, ping at ${gate.ping}`;
  return `${by}; counts, truces and extensions are proposed ${moderators === null ? 'in the channel itself' : `in channel ${moderators}`}`;
}

function describe(config: Config): readonly string[] {
  const { catalogue, discord, database, polling } = config;
  const enabled = catalogue.feeds.filter((feed) => feed.enabled).length;
  const tracked = catalogue.storylines.filter((storyline) => storyline.deadline !== null).length;
  return [
    `catalogue  ${catalogue.outlets.length} outlets, ${catalogue.feeds.length} feeds (${enabled} polled, every ${polling.everyMinutes} min by default)`,
    `storylines ${catalogue.storylines.length}, ${tracked} of them with deadlines; every query compiles`,
    `database   ${database}: can be written, and its schema is the newest`,
    `discord    ${discord.token ? `token *** (set), API ${discord.apiUrl}` : 'DISCORD_TOKEN is not set: only "desk run --preview" and "desk demo" will work'}`,
    `channel    ${discord.channel ? `${discord.channel} in server ${discord.guild}` : 'DISCORD_CHANNEL_ID is not set: nothing would be posted'}`,
    `dates      ${datesWords(config)}`,
  ];
}

/** A rare spelling may be meant, so that words nobody has counted are left to those who write queries. */
function queryWarnings({ tracked }: Rules, { background }: Config): readonly string[] {
  const commonness = commonnessIn(background);
  return tracked.flatMap(({ storyline, query }) =>
    warningsOf(query, commonness)
      .filter(({ kind }) => kind !== 'unseen')
      .map(({ message, remedy }) => `storyline ${storyline.slug}: ${message} ${remedy}`),
  );
}

/** Opens, migrates and writes: what a full disk or a missing right forbids is refused here. */
async function checkDatabase({ database, catalogue }: Config): Promise<void> {
  const clock = wallClock();
  const store = openStore(database, clock, SILENT, catalogue.aliases);
  try {
    await store.beat('check', clock.now());
  } finally {
    await store.close();
  }
}

function settingRows({ settings }: Config): readonly string[] {
  const width = Math.max(...settings.map(({ name }) => name.length));
  return settings.map(({ name, text, from }) => `${name.padEnd(width)} ${text ?? '–'} (${text ? from : 'not set'})`);
}

async function outside(config: Config, stopping: AbortSignal) {
  const feeds = checkFeeds(config, wallClock().now(), stopping, SILENT);
  return joined(await Promise.all([checkDiscord(config, stopping), feeds]));
}

interface CheckOptions {
  readonly offline?: true;
}

async function checkAll({ offline }: CheckOptions, { env, terminal, stopping }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env, checkQuery });
  const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
  await checkDatabase(config);
  for (const row of [...settingRows(config), '', ...describe(config)]) terminal.out(row);
  const found = offline ? joined([]) : await outside(config, stopping);
  for (const row of found.rows) terminal.out(row);
  const warnings = [...config.catalogue.warnings, ...queryWarnings(rules, config), ...found.warnings];
  for (const warning of warnings) terminal.note(`desk: warning: ${warning}`);
  for (const problem of found.problems) terminal.note(`desk: ${problem}`);
  return found.problems.length === 0 ? 0 : 1;
}

export const check: Subcommand = {
  add: (program, line, run) => {
    program
      .command('check')
      .description('validate settings, catalogue, queries, database, token, permissions and feeds; print what holds')
      .option('--offline', 'ask neither Discord nor any feed')
      .action((options: CheckOptions) => run(() => checkAll(options, line)));
  },
};
