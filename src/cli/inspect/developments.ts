/** `desk inspect developments FILE.jsonl` */

import type { Placed } from '../../decide/merge/place.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { type InputItem, inputItemSchema, readAll } from '../jsonl.ts';
import { originJson } from '../originJson.ts';
import { developmentOf, placeItems } from '../placing.ts';

function answerOf({ id: input }: InputItem, placed: Placed | null) {
  if (placed === null) return { id: input, development: null, joined: null, origin: null };
  const report = placed.kind === 'development.opened' ? placed.development.reports[0] : placed.report;
  return {
    id: input,
    development: developmentOf(placed),
    joined: report?.joined ?? null,
    origin: report ? originJson(report.origin) : null,
  };
}

async function inspectDevelopments(file: string, slug: string | undefined, line: CommandLine): Promise<ExitCode> {
  const items = await readAll(file, inputItemSchema);
  for (const { input, placed } of placeItems(items, slug, line)) {
    line.terminal.out(JSON.stringify(answerOf(input, placed)));
  }
  return 0;
}

const HELP = `
Items are taken in the order they were published. "joined" says why: opened, same_title, or alike with its score and words.
"origin" says where the report comes from: own, credited or quoted with the outlet, agencies, reprint or reworded with the report.
With --storyline, items that do not match it have no development.`;

export const addDevelopments: Subcommand['add'] = (group, line, run) => {
  group
    .command('developments')
    .description('merge reports of one event: {id, development, joined, origin}')
    .argument('<file>', 'JSONL file of items')
    .option('--storyline <slug>', 'take only items of this storyline')
    .addHelpText('after', HELP)
    .action((file: string, options: { storyline?: string }) =>
      run(() => inspectDevelopments(file, options.storyline, line)),
    );
};
