/** `desk inspect deadlines FILE.jsonl` */
import { type Config, loadConfig } from '../../config.ts';
import { type ReadingContext, readDeadlines } from '../../decide/deadline/read.ts';
import type { Reading } from '../../domain/deadline.ts';
import { Refusal } from '../../domain/refusal.ts';
import { parseZone, type Zone } from '../../domain/time.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { type InputItem, inputItemSchema, readLines, wordsOf } from '../jsonl.ts';
import { outletOf } from '../pastItems.ts';

function zoneOf(item: InputItem): Zone | null {
  if (!item.zone) return null;
  const zone = parseZone(item.zone);
  if (!zone)
    throw new Refusal(`Item ${item.id}: "${item.zone}" is no IANA time zone; use a name such as America/New_York`);
  return zone;
}

/** What a text is read with. */
export interface Context extends ReadingContext {
  /** Without a known outlet its zone is no more than a default. */
  readonly isOutletKnown: boolean;
}

/** A zone named in the line is the issuer's, unless its storyline knows better; without an outlet it is the outlet's too. */
export function contextOf(item: InputItem, { catalogue }: Config): Context {
  const zone = zoneOf(item);
  const outlet = outletOf(item, catalogue.outlets);
  const track = catalogue.storylines.find((storyline) => storyline.slug === item.storyline)?.deadline;
  const isOutletKnown = catalogue.outlets.some((known) => known.id === outlet.id);
  return {
    published: item.published ?? null,
    outletZone: isOutletKnown ? outlet.zone : (zone ?? outlet.zone),
    issuerZone: track?.zone ?? zone,
    official: outlet.label === 'official-legal',
    isOutletKnown,
  };
}

function readingJson(reading: Reading, { isOutletKnown }: Context) {
  const { window, change, issuer, target, condition, consequence, cue, rule, quote, confidence, tier, flags, anchor } =
    reading;
  const { earliest, latest, instant, precision, zone, zoneBasis } = window;
  const said = change === 'unsaid' ? 'set' : change;
  return {
    earliest,
    latest,
    instant,
    precision,
    zone,
    zoneBasis: zoneBasis === 'outlet' && !isOutletKnown ? 'default' : zoneBasis,
    change: said,
    issuer,
    target,
    condition,
    consequence,
    cue,
    rule,
    quote,
    confidence,
    tier,
    flags,
    anchor,
  };
}

/** Title and lede as one text, a line each. */
export function textOf(item: InputItem): string {
  const { title, lede } = wordsOf(item);
  return title === '' ? lede : `${title}\n${lede}`;
}

async function inspectDeadlines(file: string, { env, terminal }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env });
  for await (const item of readLines(file, inputItemSchema)) {
    const context = contextOf(item, config);
    const { deadlines, status } = readDeadlines(textOf(item), context);
    const answers = deadlines.map((reading) => readingJson(reading, context));
    terminal.out(JSON.stringify({ id: item.id, deadlines: answers, status: status() }));
  }
  return 0;
}

const HELP = `
A line of the file: {id, text | title and lede, published, zone?, outlet?, storyline?}.
"earliest" and "latest" are days in "zone"; "instant" is given only where a clock time was stated.
"change" is "set" where the words claim no change of an earlier date.`;

export const addDeadlines: Subcommand['add'] = (group, line, run) => {
  group
    .command('deadlines')
    .description('read deadlines: {id, deadlines, status}')
    .argument('<file>', 'JSONL file of items')
    .addHelpText('after', HELP)
    .action((file: string) => run(() => inspectDeadlines(file, line)));
};
