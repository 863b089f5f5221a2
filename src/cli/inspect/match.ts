/** `desk inspect match (--query Q | --storyline SLUG) FILE.jsonl` */
import { loadConfig } from '../../config.ts';
import { compileQuery } from '../../decide/match/compile.ts';
import { judge } from '../../decide/match/judge.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkQuery } from '../../main.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { inputItemSchema, readLines, wordsOf } from '../jsonl.ts';

interface Options {
  readonly query?: string;
  readonly storyline?: string;
}

function queryOf(
  { query, storyline }: Options,
  known: readonly { readonly slug: string; readonly query: string }[],
): string {
  if ((query === undefined) === (storyline === undefined)) throw new Refusal('Give one of --query and --storyline.');
  if (query !== undefined) return query;
  const found = known.find((one) => one.slug === storyline);
  if (!found)
    throw new Refusal(`--storyline ${storyline}: not in the catalogue (${known.map((one) => one.slug).join(', ')})`);
  return found.query;
}

async function inspectMatches(file: string, options: Options, { env, terminal }: CommandLine): Promise<ExitCode> {
  const { catalogue } = loadConfig({ env });
  const text = queryOf(options, catalogue.storylines);
  const compiled = compileQuery(text, catalogue.aliases);
  if (compiled.kind === 'error') throw new Refusal(`The query cannot be read: ${checkQuery(text, catalogue.aliases)}`);
  for await (const item of readLines(file, inputItemSchema)) {
    const { matched, score, why } = judge(compiled.query, { ...wordsOf(item), published: item.published ?? null });
    terminal.out(JSON.stringify({ id: item.id, matched, score, why }));
  }
  return 0;
}

export const addMatch: Subcommand['add'] = (group, line, run) => {
  group
    .command('match')
    .description('match items against one query: {id, matched, score, why}')
    .argument('<file>', 'JSONL file of items')
    .option('--query <query>', 'a query in the language of storylines')
    .option('--storyline <slug>', 'the query of a storyline of the catalogue')
    .action((file: string, options: Options) => run(() => inspectMatches(file, options, line)));
};
