/** `desk inspect developments FILE.jsonl` */
import { type Config, loadConfig } from '../../config.ts';
import { learn } from '../../decide/learn.ts';
import { DEVELOPMENT_LIFE, type Placed, placeReport } from '../../decide/merge/place.ts';
import type { Rules } from '../../decide/rules.ts';
import { type Facts, NO_FACTS } from '../../domain/facts.ts';
import { id, type StorylineSlug } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { plus } from '../../domain/time.ts';
import { openRules, vocabularyIn } from '../../main.ts';
import type { PastItem } from '../../run/replay.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { type InputItem, inputItemSchema, readAll } from '../jsonl.ts';
import { inTimeOrder } from '../pastItems.ts';

/** Stands for "all items are of one storyline" when none is named. */
const EVERYTHING: Storyline = {
  slug: id<StorylineSlug>('everything'),
  title: 'Everything',
  summary: '',
  guild: null,
  query: '',
  profile: null,
  deadline: null,
};

interface Chosen {
  readonly storyline: Storyline;
  /** Null takes every item. */
  readonly rules: Rules | null;
}

function choose(slug: string | undefined, config: Config): Chosen {
  const { catalogue } = config;
  if (slug === undefined) return { storyline: EVERYTHING, rules: null };
  const storyline = catalogue.storylines.find((one) => one.slug === slug);
  if (!storyline)
    throw new Refusal(
      `--storyline ${slug}: not in the catalogue (${catalogue.storylines.map((one) => one.slug).join(', ')})`,
    );
  return { storyline, rules: openRules([storyline], vocabularyIn(config)) };
}

/** Only developments that can still take in reports, so that a long file costs no more per item than a short one. */
function living(facts: Facts, past: PastItem): Facts {
  const since = plus(past.item.seen, -DEVELOPMENT_LIFE);
  return { ...facts, developments: facts.developments.filter((development) => development.lastAt >= since) };
}

function answerOf({ id: input }: InputItem, placed: Placed) {
  if (placed.kind === 'development.opened')
    return { id: input, development: placed.development.id, joined: { rule: 'opened' } };
  return { id: input, development: placed.id, joined: placed.report.joined };
}

async function inspectDevelopments(file: string, slug: string | undefined, line: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env: line.env });
  const { storyline, rules } = choose(slug, config);
  let facts = NO_FACTS;
  for (const { input, past } of inTimeOrder(await readAll(file, inputItemSchema), config.catalogue.outlets)) {
    if (rules && rules.matcher.match(past.item).length === 0) {
      line.terminal.out(JSON.stringify({ id: input.id, development: null, joined: null }));
      continue;
    }
    facts = living(facts, past);
    const now = past.item.seen;
    const placed = placeReport({ item: past.item, storyline, speaksOf: null, facts, now });
    facts = learn(facts, [placed], now);
    line.terminal.out(JSON.stringify(answerOf(input, placed)));
  }
  return 0;
}

const HELP = `
Items are taken in the order they were published. "joined" says why: opened, same_title, or alike with its score and words.
With --storyline, items that do not match it have no development.`;

export const addDevelopments: Subcommand['add'] = (group, line, run) => {
  group
    .command('developments')
    .description('merge reports of one event: {id, development, joined}')
    .argument('<file>', 'JSONL file of items')
    .option('--storyline <slug>', 'take only items of this storyline')
    .addHelpText('after', HELP)
    .action((file: string, options: { storyline?: string }) =>
      run(() => inspectDevelopments(file, options.storyline, line)),
    );
};
