/** `desk inspect developments FILE.jsonl` */

import type { Placed } from '../../decide/merge/place.ts';
import type { Report } from '../../domain/development.ts';
import type { ItemId } from '../../domain/ids.ts';
import { isCopy } from '../../domain/origin.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { type InputItem, inputItemSchema, readAll } from '../jsonl.ts';
import { originJson } from '../originJson.ts';
import { developmentOf, placeItems, reportIn } from '../placing.ts';

/** Ids in the file by those the items were given. */
type Inputs = Map<ItemId, InputItem['id']>;

function originOf({ origin }: Report, inputs: Inputs) {
  return isCopy(origin) ? { ...originJson(origin), of: inputs.get(origin.of) } : originJson(origin);
}

function answerOf({ id: input }: InputItem, placed: Placed | null, inputs: Inputs) {
  const report = placed && reportIn(placed);
  if (!placed || !report) return { id: input, development: null, joined: null, origin: null };
  const was = placed.kind === 'development.retold' ? inputs.get(placed.was) : undefined;
  const joined = was === undefined ? report.joined : { rule: 'retold', was };
  inputs.set(report.item, input);
  return { id: input, development: developmentOf(placed), joined, origin: originOf(report, inputs) };
}

async function inspectDevelopments(file: string, slug: string | undefined, line: CommandLine): Promise<ExitCode> {
  const items = await readAll(file, inputItemSchema);
  const inputs: Inputs = new Map();
  for (const { input, placed } of placeItems(items, slug, line)) {
    line.terminal.out(JSON.stringify(answerOf(input, placed, inputs)));
  }
  return 0;
}

const HELP = `
Items are taken in the order they were published. "joined" says why: opened, same_title, alike with its score
and words, or retold with the item that its outlet told it in before.
"origin" says where the report comes from: own, credited or quoted with the outlet, agencies, or reprint, reworded or same_title with
the item it is of.
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
