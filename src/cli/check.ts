/** `desk check`: is everything as it should be, before it matters? */

import { wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import { commonnessIn } from '../decide/match/commonness.ts';
import { warningsOf } from '../decide/match/warn.ts';
import type { Rules } from '../decide/rules.ts';
import type { Log } from '../domain/ports.ts';
import { checkQuery, openRules, openStore, vocabularyIn } from '../main.ts';
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
    `database   ${database}: opens, and its schema is the newest`,
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

async function checkAll({ env, terminal }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env, checkQuery });
  const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
  await openStore(config.database, wallClock(), SILENT, config.catalogue.aliases).close();
  for (const row of describe(config)) terminal.out(row);
  const warnings = [...config.catalogue.warnings, ...queryWarnings(rules, config)];
  for (const warning of warnings) terminal.note(`desk: warning: ${warning}`);
  return 0;
}

export const check: Subcommand = {
  add: (program, line, run) => {
    program
      .command('check')
      .description('validate configuration, catalogue, queries and database; warn of feeds that stand at known traps')
      .action(() => run(() => checkAll(line)));
  },
};
