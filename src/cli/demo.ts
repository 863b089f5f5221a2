/**
 * `desk demo`: five weeks of the summer of 2025 in about a minute. Feeds of nine outlets on a local server, a simulated
 * clock, and everything between exactly as live.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCard } from '../cards/draw.ts';
import { openPreview, type Preview } from '../chat/preview/preview.ts';
import { simulatedClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Feed } from '../domain/feed.ts';
import type { PostedId } from '../domain/ids.ts';
import type { Showing } from '../domain/message.ts';
import type { Chat, Clock, Log, Outcome, Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import { createFeeds } from '../feeds/feeds.ts';
import { checkQuery, openRules, openStore, PREVIEW_PLACE, seedStore, VERSION } from '../main.ts';
import { LOOPS, startLine } from '../run/line.ts';
import { chainLines } from './chain.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { addOptions, checkedSpan, type DemoOptions } from './demo/options.ts';
import { pacer } from './demo/pace.ts';
import { type DemoServer, startDemoServer } from './demo/server.ts';
import { START } from './demo/span.ts';
import { type DemoWorld, demoFeeds, loadWorld } from './demo/world.ts';
import { stopAsked } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Counts {
  posts: number;
  edits: number;
}

function minute(at: Instant): string {
  return at.slice(0, 16).replace('T', ' ');
}

function spanWords({ from, until }: DemoOptions, start: Instant): string {
  const goingOn = start > from ? 'going on' : 'playing';
  return `${goingOn} from ${minute(start)} to ${minute(until)} UTC`;
}

/** Says each post and edit on the terminal as it happens. */
function spoken(chat: Chat, clock: Clock, terminal: Terminal, counts: Counts): Chat {
  const say = (kind: 'post' | 'edit', showing: Showing, outcome: Outcome) => {
    if (outcome.kind !== 'done' || outcome.digest === showing.shownDigest) return outcome;
    counts[kind === 'post' ? 'posts' : 'edits'] += 1;
    const { summary } = drawCard(showing.subject);
    terminal.out(`${minute(clock.now())}  ${kind}  ${showing.subject.kind.padEnd(11)}  ${summary}`);
    return outcome;
  };
  return {
    post: async (showing) => say('post', showing, await chat.post(showing)),
    edit: async (showing, posted: PostedId) => say('edit', showing, await chat.edit(showing, posted)),
    find: (showing) => chat.find(showing),
  };
}

function feedsOf(world: DemoWorld, server: DemoServer, everyMinutes: number): readonly Feed[] {
  return demoFeeds(world).map(({ id, outlet }) => ({
    id,
    outlet,
    url: server.url(id),
    everyMinutes,
    enabled: true,
  }));
}

/** What goes wrong on purpose is part of the story: feeds that fail are told, once each time. */
function demoLog(terminal: Terminal, clock: () => Instant): Log {
  const say = (_: object, message: string) => terminal.note(`${minute(clock())}  note  ${message}`);
  return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}

async function openPage(
  config: Config,
  port: number | undefined,
  file: string,
  clock: Clock,
  log: Log,
): Promise<Preview> {
  const options = { host: config.preview.host, file, clock, log, title: 'Deadline Desk demo' };
  if (port !== undefined) return openPreview({ ...options, port });
  try {
    return await openPreview({ ...options, port: config.preview.port });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return openPreview({ ...options, port: 0 });
  }
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
  /** False when the process was asked to stop before the end. */
  readonly isWhole: boolean;
  readonly requests: number;
}

/** Plays from where the database stands to the end. */
async function play({ config, world, folder, store, options, line }: Stage): Promise<Played> {
  const { terminal, stopping } = line;
  const start = (await store.lastCommitAt()) ?? options.from;
  const counts: Counts = { posts: 0, edits: 0 };
  const over = new AbortController();
  const hold = pacer(options, start, stopping);
  const clock = simulatedClock({
    start,
    end: options.until,
    workers: LOOPS,
    onEnd: () => over.abort(),
    pace: async (from, to) => {
      preview.caption(`${minute(from)} UTC, simulated`);
      terminal.progress(
        `${minute(from)} UTC  ${counts.posts} posts  ${counts.edits} edits  ${server.requests()} requests  ${preview.url}`,
      );
      await hold(from, to);
    },
  });
  const log = demoLog(terminal, clock.now);
  const preview = await openPage(config, options.port, join(folder, 'preview.jsonl'), clock, log);
  const server = await startDemoServer(world, clock.now);
  terminal.note(`The channel is at ${preview.url}; ${spanWords(options, start)}.`);
  const { aliases, outlets, storylines } = config.catalogue;
  const catalogue = { outlets, feeds: feedsOf(world, server, options.every), storylines };
  await seedStore(store, catalogue, config.ladder, PREVIEW_PLACE, start);
  const feeds = createFeeds({
    userAgent: `DeadlineDesk/${VERSION}`,
    timeoutMs: 20 * SECOND,
    maxBytes: 5_000_000,
    allowedHosts: ['127.0.0.1'],
    log,
  });
  const desk = startLine({
    store,
    feeds,
    clock,
    log,
    rules: openRules(storylines, aliases),
    chat: spoken(preview.chat, clock, terminal, counts),
    concurrency: config.polling.concurrency,
    onUnauthorised: () => undefined,
  });
  await Promise.race([stopAsked(over.signal), stopAsked(stopping)]);
  await desk.stop();
  await feeds.close();
  await server.close();
  terminal.done();
  return { preview, isWhole: over.signal.aborted, requests: server.requests() };
}

async function summarise(store: Store, requests: number, terminal: Terminal): Promise<void> {
  const { items, matched, developments, posted, edited, waiting } = await store.totals();
  const deadlines = await store.deadlines(null);
  const rows = [
    '',
    `${requests} feed requests, ${items} items seen, ${matched} matched, ${developments} developments, ${deadlines.length} deadlines`,
    `${posted} messages posted, ${edited} edits, ${waiting} waiting`,
    ...deadlines.flatMap((deadline) => ['', ...chainLines(deadline)]),
  ];
  for (const row of rows) terminal.out(row);
}

function folderOf({ data }: DemoOptions): string {
  if (data === undefined) return mkdtempSync(join(tmpdir(), 'desk-demo-'));
  mkdirSync(data, { recursive: true });
  return data;
}

async function runDemo(options: DemoOptions, line: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env: line.env, checkQuery });
  const folder = folderOf(options);
  const store = openStore(
    join(folder, 'demo.db'),
    { now: () => START, sleepUntil: async () => undefined },
    demoLog(line.terminal, () => START),
  );
  const { preview, isWhole, requests } = await play({ config, world: loadWorld(), folder, store, options, line });
  await summarise(store, requests, line.terminal);
  if (!isWhole) line.terminal.note(`\nStopped before the end; "desk demo --data ${folder}" goes on from here.`);
  if (!options.exit && !line.stopping.aborted) {
    line.terminal.note(`\nThe channel stays at ${preview.url} until Ctrl+C.`);
    await stopAsked(line.stopping);
  }
  await preview.close();
  await store.close();
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
