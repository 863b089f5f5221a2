/**
 * `desk demo`: the summer of 2025 in about a minute. Feeds of many outlets on a local server, a simulated clock, and
 * everything between exactly as live.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPreview, type Preview, type PreviewOptions } from '../chat/preview/preview.ts';
import { simulatedClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Feed } from '../domain/feed.ts';
import { type ChannelId, id, type StorylineSlug } from '../domain/ids.ts';
import type { Log, Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import { createFeeds } from '../feeds/feeds.ts';
import {
  checkQuery,
  historiesOf,
  openPageOf,
  openRules,
  openStore,
  PREVIEW_PLACE,
  seedStore,
  VERSION,
  vocabularyIn,
} from '../main.ts';
import { LOOPS, startLine } from '../run/line.ts';
import type { DeskPage } from '../web/page/serve.ts';
import { chainLines, headLine, minuteWords } from './chain.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { openDiary } from './demo/diary.ts';
import { startModerator } from './demo/moderator.ts';
import { addOptions, checkedSpan, type DemoOptions } from './demo/options.ts';
import { pacer } from './demo/pace.ts';
import { type DemoServer, startDemoServer } from './demo/server.ts';
import { START } from './demo/span.ts';
import { type DemoWorld, demoFeeds, loadWorld } from './demo/world.ts';
import { stopAsked } from './run.ts';
import type { Terminal } from './terminal.ts';

/** A desk whose moderators have a channel of their own. */
const PLACE = { ...PREVIEW_PLACE, moderators: id<ChannelId>('moderators') };

/** The storyline the summary tells in full. */
const MAIN_STORYLINE = id<StorylineSlug>('ceasefire-deadline');

function paceWords({ seconds }: DemoOptions): string {
  return seconds === 0 ? 'as fast as this machine can' : `in about ${seconds} seconds`;
}

interface Urls {
  readonly url: string;
  readonly deskUrl: string;
}

function openingLines(options: DemoOptions, start: Instant, { url, deskUrl }: Urls): readonly string[] {
  const span = `${minuteWords(start)} to ${minuteWords(options.until)} UTC`;
  const isNew = start <= options.from;
  return [
    isNew ? `Playing ${span}, ${paceWords(options)}.` : `Going on: ${span}.`,
    `The time line of all deadlines, the feeds and the journal are at ${deskUrl}.`,
    `Open ${url} to see the channel. Every post and edit in it is told here:`,
  ];
}

function feedsOf(world: DemoWorld, server: DemoServer, everyMinutes: number): readonly Feed[] {
  return demoFeeds(world).map(({ id, outlet }) => ({
    id,
    outlet,
    url: server.url(id),
    guild: null,
    everyMinutes,
    enabled: true,
  }));
}

/**
 * What goes wrong on purpose is part of the story: feeds that fail are told, once each time. That they seem to sleep is
 * not: the demo's outlets print nothing but our story.
 */
function demoLog(terminal: Terminal, clock: () => Instant): Log {
  const say = (fields: object, message: string) => {
    if ('verdict' in fields && fields.verdict === 'stale') return;
    terminal.note(`${minuteWords(clock())}  note  ${message}`);
  };
  return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}

/** On its usual port or, when that is taken, on any. */
async function onAnyPort<Page>(usual: number, open: (port: number) => Promise<Page>): Promise<Page> {
  try {
    return await open(usual);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return open(0);
  }
}

/** On its own port, or on any when nobody asked for one. */
function openPage(options: Omit<PreviewOptions, 'port'>, port: number | undefined, usual: number): Promise<Preview> {
  if (port !== undefined) return openPreview({ ...options, port });
  return onAnyPort(usual, (free) => openPreview({ ...options, port: free }));
}

interface Stage {
  readonly config: Config;
  readonly world: DemoWorld;
  readonly folder: string;
  readonly store: Store;
  readonly options: DemoOptions;
  readonly line: CommandLine;
}

interface Played {
  readonly preview: Preview;
  readonly deskPage: DeskPage;
  /** False when the process was asked to stop before the end. */
  readonly isWhole: boolean;
  readonly requests: number;
}

/** Plays from where the database stands to the end. */
async function play({ config, world, folder, store, options, line }: Stage): Promise<Played> {
  const { terminal, stopping } = line;
  const start = (await store.lastCommitAt()) ?? options.from;
  const over = new AbortController();
  const hold = pacer(options, start, stopping);
  const clock = simulatedClock({
    start,
    end: options.until,
    workers: LOOPS + 1,
    onEnd: () => over.abort(),
    pace: async (from, to) => {
      preview.caption(`${minuteWords(from)} UTC, simulated`);
      diary.turnTo(from);
      terminal.progress(`${minuteWords(from)} UTC  ${diary.posts} posts  ${diary.edits} edits  ${preview.url}`);
      await hold(from, to);
    },
  });
  const diary = openDiary(terminal, clock.now);
  const log = demoLog(terminal, clock.now);
  const { host, port } = config.preview;
  const file = join(folder, 'preview.jsonl');
  const page = { host, file, clock, log, title: 'Deadline Desk demo', history: historiesOf(store, clock) };
  const preview = await openPage(page, options.port, port);
  const server = await startDemoServer(world, clock.now);
  const deskPort = options.port === undefined ? config.page.port : 0;
  const deskPage = await onAnyPort(deskPort, (free) =>
    openPageOf({ ...config, page: { ...config.page, port: free } }, store, clock, log),
  );
  for (const words of openingLines(options, start, { url: preview.url, deskUrl: deskPage.url })) terminal.note(words);
  const { outlets, storylines } = config.catalogue;
  const catalogue = { outlets, feeds: feedsOf(world, server, options.every), storylines };
  await seedStore(store, catalogue, config, PLACE, start);
  const feeds = createFeeds({
    userAgent: `DeadlineDesk/${VERSION}`,
    timeoutMs: 20 * SECOND,
    maxBytes: 5_000_000,
    perHost: config.polling.concurrency,
    allowedHosts: ['127.0.0.1'],
    log,
  });
  const rules = openRules(storylines, vocabularyIn(config));
  const desk = startLine({
    store,
    feeds,
    clock,
    log,
    rules: () => rules,
    chat: diary.over(preview.chat),
    concurrency: config.polling.concurrency,
    perHost: config.polling.concurrency,
    trapAt: () => null,
    onUnauthorised: () => undefined,
  });
  const leaving = new AbortController();
  const moderator = startModerator({ store, guild: PLACE.guild, line: desk, clock, log, signal: leaving.signal });
  await Promise.race([stopAsked(over.signal), stopAsked(stopping)]);
  leaving.abort();
  await moderator.ended;
  await desk.stop();
  diary.close();
  await feeds.close();
  await server.close();
  terminal.done();
  return { preview, deskPage, isWhole: over.signal.aborted, requests: server.requests() };
}

/** The main storyline's chains in full and first, then the others, a line each. */
function chainRows(deadlines: readonly Deadline[]): readonly string[] {
  const main = deadlines.filter((deadline) => deadline.storyline === MAIN_STORYLINE);
  const others = deadlines.filter((deadline) => deadline.storyline !== MAIN_STORYLINE);
  const also = others.length === 0 ? [] : ['', 'Also tracked:', ...others.map((other) => `  ${headLine(other)}`)];
  return [...main.flatMap((deadline) => ['', ...chainLines(deadline)]), ...also];
}

async function summarise(store: Store, requests: number, terminal: Terminal): Promise<void> {
  const { items, matched, developments, posted, edited, waiting } = await store.totals();
  const deadlines = await store.deadlines(null);
  const rows = [
    '',
    `${requests} feed requests, ${items} items seen, ${matched} matched, ${developments} developments, ${deadlines.length} deadlines`,
    `${posted} messages posted, ${edited} edits, ${waiting} waiting`,
    ...chainRows(deadlines),
  ];
  for (const row of rows) terminal.out(row);
}

function folderOf({ data }: DemoOptions): string {
  if (data === undefined) return mkdtempSync(join(tmpdir(), 'desk-demo-'));
  mkdirSync(data, { recursive: true });
  return data;
}

/** What a power cut takes of a play is played again: nobody waits thousands of times for a disk. */
async function runDemo(options: DemoOptions, line: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env: line.env, checkQuery });
  const folder = folderOf(options);
  const store = openStore(
    join(folder, 'demo.db'),
    { now: () => START, sleepUntil: async () => undefined },
    demoLog(line.terminal, () => START),
    config.catalogue.aliases,
    { asksDisk: false },
  );
  const { preview, deskPage, isWhole, requests } = await play({
    config,
    world: loadWorld(),
    folder,
    store,
    options,
    line,
  });
  await summarise(store, requests, line.terminal);
  if (!isWhole) line.terminal.note(`\nStopped before the end; "desk demo --data ${folder}" goes on from here.`);
  if (!options.exit && !line.stopping.aborted) {
    line.terminal.note(`\nThe channel stays at ${preview.url}, and the desk page at ${deskPage.url}, until Ctrl+C.`);
    await stopAsked(line.stopping);
  }
  await deskPage.close();
  await preview.close();
  await store.close();
  if (isWhole && options.data === undefined) rmSync(folder, { recursive: true, force: true });
  // Whoever asks for --exit waits for the whole summary; everyone else stops it when they have seen enough.
  return isWhole || !options.exit ? 0 : 1;
}

const HELP = `
Needs no network, no token and no account. The reports are written anew from public facts; feeds, parsing, matching,
deadlines, reminders and delivery are the real ones. A demo that was interrupted goes on where it stood when it is
started again with the same --data.

Examples:
  desk demo --from 2025-07-28 --until 2025-08-10   the two weeks of the deadline
  desk demo --exit --seconds 0 --every 240         to the summary in seconds`;

export const demo: Subcommand = {
  add: (program, line, run) => {
    addOptions(program.command('demo'))
      .description('play the summer of 2025 on a local page, in about a minute')
      .addHelpText('after', HELP)
      .action((options: DemoOptions) => run(() => runDemo(checkedSpan(options), line)));
  },
};
