/**
 * `desk demo`: five weeks of the summer of 2025 in about a minute. Feeds of nine outlets on a local server, a simulated
 * clock, and everything between exactly as live.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCard } from '../cards/draw.ts';
import { openPreview, type Preview } from '../chat/preview/preview.ts';
import { simulatedClock, wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Feed } from '../domain/feed.ts';
import type { PostedId } from '../domain/ids.ts';
import type { Showing } from '../domain/message.ts';
import type { Chat, Clock, Log, Outcome, Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { between, type Instant, parseInstant, plus, SECOND } from '../domain/time.ts';
import { createFeeds } from '../feeds/feeds.ts';
import { checkQuery, openRules, openStore, PREVIEW_PLACE, seedStore, VERSION } from '../main.ts';
import { LOOPS, startLine } from '../run/line.ts';
import { chainLines } from './chain.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { type DemoServer, startDemoServer } from './demo/server.ts';
import { type DemoWorld, demoFeeds, loadWorld } from './demo/world.ts';
import { stopAsked } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly exit?: true;
  readonly seconds: string;
  readonly data?: string;
  readonly port?: string;
}

function instant(text: string): Instant {
  const known = parseInstant(text);
  if (!known) throw new Error(`${text} is no instant`);
  return known;
}

const START = instant('2025-05-15T00:00:00Z');
const END = instant('2025-08-17T12:00:00Z');
/** Weeks without a report are played this much faster. */
const QUIET: readonly (readonly [from: Instant, to: Instant])[] = [
  [instant('2025-05-18T00:00:00Z'), instant('2025-06-01T00:00:00Z')],
  [instant('2025-06-04T00:00:00Z'), instant('2025-07-14T00:00:00Z')],
];
const QUIET_SPEED = 20;

/** An hour: three months of polls must fit into a minute of a small machine. */
const POLL_MINUTES = 60;

/** Simulated milliseconds until `at`, quiet ones shortened: what the playing time is divided by. */
function eventful(at: Instant): number {
  const whole = between(START, at);
  const quiet = QUIET.map(([from, to]) => Math.max(0, between(from, at < to ? at : to)));
  return whole - quiet.reduce((sum, ms) => sum + ms, 0) * (1 - 1 / QUIET_SPEED);
}

/** Holds the simulated clock back so that the whole takes `seconds`; a machine that is slower than that is not held. */
function pacer(seconds: number, start: Instant, stopping: AbortSignal): (from: Instant, to: Instant) => Promise<void> {
  const wall = wallClock();
  const began = wall.now();
  return async (_, to) => {
    const share = (eventful(to) - eventful(start)) / eventful(END);
    const due = plus(began, Math.round(share * seconds * SECOND));
    if (between(wall.now(), due) > 4) await wall.sleepUntil(due, stopping);
  };
}

interface Counts {
  posts: number;
  edits: number;
}

function minute(at: Instant): string {
  return at.slice(0, 16).replace('T', ' ');
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

function feedsOf(world: DemoWorld, server: DemoServer): readonly Feed[] {
  return demoFeeds(world).map(({ id, outlet }) => ({
    id,
    outlet,
    url: server.url(id),
    everyMinutes: POLL_MINUTES,
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
  port: string | undefined,
  file: string,
  clock: Clock,
  log: Log,
): Promise<Preview> {
  const options = { host: config.preview.host, file, clock, log, title: 'Deadline Desk demo' };
  if (port !== undefined) return openPreview({ ...options, port: Number(port) });
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
  readonly options: Options;
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
  const start = (await store.lastCommitAt()) ?? START;
  const counts: Counts = { posts: 0, edits: 0 };
  const over = new AbortController();
  const hold = pacer(Number(options.seconds), start, stopping);
  const clock = simulatedClock({
    start,
    end: END,
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
  const server = await startDemoServer(world, clock.now);
  const preview = await openPage(config, options.port, join(folder, 'preview.jsonl'), clock, log);
  terminal.note(
    `The channel is at ${preview.url}; ${start > START ? `going on from ${minute(start)} UTC` : 'playing May to August 2025'}.`,
  );
  const { aliases, outlets, storylines } = config.catalogue;
  await seedStore(store, { outlets, feeds: feedsOf(world, server), storylines }, config.ladder, PREVIEW_PLACE, start);
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

function folderOf({ data }: Options): string {
  if (data === undefined) return mkdtempSync(join(tmpdir(), 'desk-demo-'));
  mkdirSync(data, { recursive: true });
  return data;
}

async function runDemo(options: Options, line: CommandLine): Promise<ExitCode> {
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
  return isWhole ? 0 : 1;
}

const HELP = `
Needs no network, no token and no account. The reports are written anew from public facts; feeds, parsing, matching,
deadlines, reminders and delivery are the real ones. A demo that was interrupted goes on where it stood when it is
started again with the same --data.`;

export const demo: Subcommand = {
  add: (program, line, run) => {
    program
      .command('demo')
      .description('play the summer of 2025 on a local page, in about a minute')
      .option('--exit', 'end after the summary instead of keeping the page up')
      .option('--seconds <n>', 'how long to play; 0 plays as fast as the machine can', '60')
      .option('--data <folder>', 'keep database and channel here instead of in a new temporary folder')
      .option('--port <n>', 'port of the page; otherwise the configured one, or a free one when that is taken')
      .addHelpText('after', HELP)
      .action((options: Options) => run(() => runDemo(options, line)));
  },
};
