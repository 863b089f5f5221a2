/** `desk inspect feed [--lint] FILE…` */
import { readFileSync } from 'node:fs';
import { wallClock } from '../../clock.ts';
import { isWebAddress } from '../../config/schemas.ts';
import { loadConfig } from '../../config.ts';
import { trapsAmong } from '../../decide/traps.ts';
import type { Feed, Trap } from '../../domain/feed.ts';
import { id } from '../../domain/ids.ts';
import type { Outlet } from '../../domain/outlet.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Instant, parseDay, parseInstant, UTC } from '../../domain/time.ts';
import { inspectFeed } from '../../feeds/inspect.ts';
import { unpack } from '../../feeds/unpack.ts';
import type { CommandLine, ExitCode, Subcommand } from '../command.ts';
import { Linter, type LintSubject } from './lint.ts';

interface Options {
  readonly lint?: true;
  readonly series?: true;
  readonly url?: string;
  readonly feed?: string;
  readonly now?: string;
}

/** Larger than any feed that is ever polled. */
const LARGEST = 100_000_000;

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(`${path}: cannot be read; check the name and your rights to it`, { cause: error });
  }
}

/** Copies are saved as they came, packed or not; what cannot be unpacked is judged as it is. */
function readBytes(path: string): Uint8Array {
  const bytes = readFile(path);
  try {
    return unpack(bytes, null, LARGEST);
  } catch {
    return bytes;
  }
}

/** A day is read as its end, so that nothing published on it lies ahead. */
function instantOf(text: string): Instant {
  const instant = parseInstant(parseDay(text) === null ? text : `${text}T23:59:59Z`);
  if (instant === null) throw new Refusal(`--now ${text}: write an instant such as 2025-07-14T16:00Z, or a day`);
  return instant;
}

function addressOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (!isWebAddress(url)) throw new Refusal(`--url ${url}: write an address that begins with https:// or http://`);
  return url;
}

/** Whose documents they are. */
interface Origin {
  readonly feed: Feed;
  readonly outlet: Outlet;
  readonly traps: readonly Trap[];
}

const UNKNOWN_OUTLET: Outlet = {
  id: id('file'),
  name: 'a file',
  label: 'unreviewed',
  group: 'file',
  state: null,
  zone: UTC,
  hosts: [],
  names: [],
};

function listedOrigin(name: string, { env }: CommandLine): Origin {
  const { feeds, outlets, traps } = loadConfig({ env }).catalogue;
  const feed = feeds.find((each) => each.id === name);
  const outlet = outlets.find((each) => each.id === feed?.outlet);
  if (feed === undefined || outlet === undefined) {
    throw new Refusal(`--feed ${name}: not in the catalogue (${feeds.map((each) => each.id).join(', ')})`);
  }
  return { feed, outlet, traps };
}

/** Without an address no trap is near, and no configuration is needed. */
function unlistedOrigin(url: string | null, { env }: CommandLine): Origin {
  const feed: Feed = {
    id: id('file'),
    url: url ?? '',
    outlet: UNKNOWN_OUTLET.id,
    guild: null,
    everyMinutes: 60,
    enabled: true,
  };
  return { feed, outlet: UNKNOWN_OUTLET, traps: url === null ? [] : loadConfig({ env }).catalogue.traps };
}

function subjectOf(options: Options, line: CommandLine): LintSubject {
  const address = addressOf(options.url);
  const listed = options.feed === undefined ? unlistedOrigin(address, line) : listedOrigin(options.feed, line);
  const url = address ?? (listed.feed.url || null);
  const now = options.now === undefined ? wallClock().now() : instantOf(options.now);
  return {
    feed: { ...listed.feed, url: url ?? '' },
    outlet: listed.outlet,
    url,
    now,
    trapAt: trapsAmong(listed.traps),
  };
}

function checkOptions({ lint, series, now }: Options): void {
  if (lint || (series === undefined && now === undefined)) return;
  throw new Refusal('--series and --now say how to lint: add --lint.');
}

async function inspectFiles(files: readonly string[], options: Options, line: CommandLine): Promise<ExitCode> {
  checkOptions(options);
  const subject = subjectOf(options, line);
  let linter = new Linter(subject);
  let allRead = true;
  for (const file of files) {
    const bytes = readBytes(file);
    const report = await inspectFeed(bytes, file, subject.url ?? undefined);
    if (!options.series) linter = new Linter(subject);
    const lint = options.lint ? { lint: await linter.lint(bytes) } : {};
    allRead &&= report.ok;
    line.terminal.out(JSON.stringify({ ...report, ...lint }));
  }
  return allRead ? 0 : 1;
}

const HELP = `
With --lint each line says how the desk judges the document as a feed: lint: {verdict, faults, remarks}.
A fault is something wrong, such as stale, decoy or redated; a remark is harmless and worth knowing.

  desk inspect feed saved.xml
      what is read out of it
  desk inspect feed --lint --feed ofac-recent-actions saved.xml
      a document of a feed of the catalogue: foreign links and known trap addresses are judged, too
  desk inspect feed --lint --url https://example.org/rss --now 2025-07-14 saved.xml
      a copy saved on that day; without --now a feed that was lively then counts as asleep today
  desk inspect feed --lint --series monday.xml tuesday.xml wednesday.xml
      three polls of one feed: entries that come again under new dates (redated), gaps, and empty polls are seen

Exits with 1 when a file is no feed; its line says why. A fault is told and is no failure.`;

export const addFeed: Subcommand['add'] = (group, line, run) => {
  group
    .command('feed')
    .description('parse feed documents: {file, ok, format, encoding, title, items, problems, lint?}')
    .argument('<files...>', 'feed documents as saved from the net')
    .option('--lint', 'judge them as the desk judges what it polls')
    .option('--series', 'they are documents of one feed, in the order they were polled')
    .option('--url <url>', 'the address they were read at, which relative links stand on')
    .option('--feed <id>', 'the feed of the catalogue they belong to')
    .option('--now <instant>', 'when they were saved, as 2025-07-14T16:00Z or 2025-07-14; the present otherwise')
    .addHelpText('after', HELP)
    .action((files: string[], options: Options) => run(() => inspectFiles(files, options, line)));
};
