/** What `desk demo` can be asked for: words on the command line -> checked values. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Refusal } from '../../domain/refusal.ts';
import { type Day, endOfDay, type Instant, parseDay, startOfDay, UTC } from '../../domain/time.ts';
import { END, START } from './span.ts';

export interface DemoOptions {
  readonly exit?: true;
  /** How long the whole may take; 0 plays as fast as the machine can. */
  readonly seconds: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Minutes between two polls of a feed. */
  readonly every: number;
  readonly data?: string;
  readonly port?: number;
}

const FIRST_DAY = START.slice(0, 10);
const LAST_DAY = END.slice(0, 10);

/** An hour: three months of polls must fit into a minute of a small machine. */
const POLL_MINUTES = 60;
/** No feed is asked more often, whatever anyone configures. */
const SHORTEST_POLL_MINUTES = 5;

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && number >= least) return number;
    throw new InvalidArgumentError(`Write a number from ${least}.`);
  };
}

function portOf(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('Write a number from 0 (any free one) to 65535.');
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day && day >= FIRST_DAY && day <= LAST_DAY) return day;
  throw new InvalidArgumentError(`Write a day from ${FIRST_DAY} to ${LAST_DAY}.`);
}

function dayOption(flags: string, description: string, edge: (text: string) => Instant, otherwise: Instant): Option {
  return new Option(flags, description).argParser(edge).default(otherwise, otherwise.slice(0, 10));
}

const OPTIONS: readonly Option[] = [
  new Option('--exit', 'end after the summary instead of keeping the page up'),
  new Option('--seconds <n>', 'how long to play; 0 plays as fast as the machine can').argParser(atLeast(0)).default(60),
  dayOption('--from <day>', 'begin with this day (UTC)', (text) => startOfDay(dayOf(text), UTC), START),
  dayOption('--until <day>', 'end with this day (UTC)', (text) => endOfDay(dayOf(text), UTC), END),
  new Option('--every <minutes>', 'time between two polls of a feed')
    .argParser(atLeast(SHORTEST_POLL_MINUTES))
    .default(POLL_MINUTES),
  new Option('--data <folder>', 'keep database and channel here instead of in a new temporary folder'),
  new Option(
    '--port <n>',
    'port of the page; otherwise the configured one, or a free one when that is taken',
  ).argParser(portOf),
];

/** Declares the demo's options on its command. */
export function addOptions(command: Command): Command {
  for (const option of OPTIONS) command.addOption(option);
  return command;
}

/** Throws Refusal for a span in which nothing would happen. */
export function checkedSpan(options: DemoOptions): DemoOptions {
  if (options.from < options.until) return options;
  throw new Refusal('--until lies before --from: nothing would be played; exchange them.');
}
