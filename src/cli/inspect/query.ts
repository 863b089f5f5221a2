/** `desk inspect query QUERY` */
import { type Config, loadConfig } from '../../config.ts';
import { type Commonness, commonnessIn } from '../../decide/match/commonness.ts';
import { type CompiledQuery, compileQuery } from '../../decide/match/compile.ts';
import { shareOf } from '../../decide/match/estimate.ts';
import { warningsOf } from '../../decide/match/warn.ts';
import { sourceNames } from '../../decide/rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';

/** The query with a mark under the character where it goes wrong, and what to do. */
function mistakeText(query: string, at: number, message: string, remedy: string): string {
  const start = Math.max(0, at - 60);
  return `The query cannot be read.\n  ${query.slice(start, at + 20)}\n  ${' '.repeat(at - start)}^ ${message} ${remedy}`;
}

function compiledOf(text: string, { catalogue }: Config): CompiledQuery {
  const query = catalogue.storylines.find(({ slug }) => slug === text)?.query ?? text;
  const compiled = compileQuery(query, catalogue.aliases, sourceNames(catalogue.outlets));
  if (compiled.kind === 'compiled') return compiled.query;
  const { message, at, remedy } = compiled.error;
  throw new Refusal(mistakeText(query.replaceAll('\n', ' '), at, message, remedy));
}

/** `1 in 40`, of items of news at large. */
function oneIn(share: number): string {
  return share >= 0.5 ? 'most items' : `1 item in ${Math.round(1 / share).toLocaleString('en')}`;
}

function readingLines({ written, query, groups, stops }: CompiledQuery, commonness: Commonness): readonly string[] {
  return [
    `read as     ${written}`,
    ...groups.map((group) => `needs       ${group.written}  (${oneIn(shareOf(group.query, commonness))})`),
    ...(stops.length > 0 ? [`stopped by  ${stops.join(', ')}`] : []),
    `finds       about ${oneIn(shareOf(query, commonness))} of news at large, if its words met by chance`,
  ];
}

async function inspectQuery(text: string, { env, terminal }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env });
  const compiled = compiledOf(text, config);
  const commonness = commonnessIn(config.background);
  for (const row of readingLines(compiled, commonness)) terminal.out(row);
  for (const { message, remedy } of warningsOf(compiled, commonness)) terminal.out(`warning     ${message} ${remedy}`);
  return 0;
}

export const addQuery: Subcommand['add'] = (group, line, run) => {
  group
    .command('query')
    .description('how a query is read: its groups, what stops it, how much it would find, what is odd about it')
    .argument('<query>', 'a query in the language of storylines, or the slug of a shipped storyline')
    .action((text: string) => run(() => inspectQuery(text, line)));
};
