/** Items of a file, merged into developments as the line merges them. */
import { type Config, loadConfig } from '../config.ts';
import { learn } from '../decide/learn.ts';
import { commonnessIn } from '../decide/match/commonness.ts';
import { type Placed, placeReport } from '../decide/merge/place.ts';
import { attributionReader } from '../decide/origin/credit.ts';
import { originIn } from '../decide/origin/origin.ts';
import type { Rules } from '../decide/rules.ts';
import { DEVELOPMENT_LIFE, type Report } from '../domain/development.ts';
import { type Facts, NO_FACTS } from '../domain/facts.ts';
import { id, type StorylineSlug } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { type Instant, plus } from '../domain/time.ts';
import { openRules, vocabularyIn } from '../main.ts';
import type { CommandLine } from './command.ts';
import type { InputItem } from './jsonl.ts';
import { inTimeOrder } from './pastItems.ts';

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

/**
 * Only developments that can still take in reports, so that a long file costs no more per item than a short one; the
 * dead are cleared away once a quarter of them is.
 */
export function living(facts: Facts, now: Instant): Facts {
  const since = plus(now, -DEVELOPMENT_LIFE);
  const alive = facts.developments.filter(({ lastAt }) => lastAt >= since);
  return alive.length > facts.developments.length * 0.75 ? facts : { ...facts, developments: alive };
}

/** An item of the file and where it went; null when it is not of the storyline. */
export interface PlacedItem<Input> {
  readonly input: Input;
  readonly placed: Placed | null;
}

/** The development a report went to. */
export function developmentOf(placed: Placed): string {
  return placed.kind === 'development.opened' ? placed.development.id : placed.id;
}

/** The report as it was placed. */
export function reportIn(placed: Placed): Report | undefined {
  return placed.kind === 'development.opened' ? placed.development.reports[0] : placed.report;
}

/** Places items in the order they were published; all of them, or those of the storyline named. */
export function* placeItems<Input extends InputItem>(
  items: readonly Input[],
  slug: string | undefined,
  { env }: CommandLine,
): Generator<PlacedItem<Input>> {
  const config = loadConfig({ env });
  const { storyline, rules } = choose(slug, config);
  const commonness = commonnessIn(config.background);
  const attributionOf = attributionReader(config.catalogue.outlets);
  let facts = NO_FACTS;
  for (const { input, past } of inTimeOrder(items, config.catalogue.outlets)) {
    const now = past.item.seen;
    const isTaken = rules === null || rules.matcher.match(past.item).length > 0;
    facts = living(facts, now);
    const origin = originIn(past.item, attributionOf(past.item), facts.developments);
    const placing = { item: past.item, origin, storyline, speaksOf: null, facts, commonness, now };
    const placed = isTaken ? placeReport(placing) : null;
    facts = placed ? learn(facts, [placed], now) : facts;
    yield { input, placed };
  }
}
