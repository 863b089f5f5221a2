/**
 * `acknowledge`: from an interaction's event at the gateway to our first answer, while 1,000 feeds on loopback are polled
 * and parsed for the first time and then again without a pause. Discord and the feeds are threads of their own, and Discord measures.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { connectDiscord } from '../dist/chat/discord/connect.js';
import { wallClock } from '../dist/clock.js';
import { COMMANDS } from '../dist/commands/index.js';
import { loadConfig } from '../dist/config.js';
import { checkQuery, openFeeds, openRules, openStore, vocabularyIn } from '../dist/main.js';
import { startLine } from '../dist/run/line.js';
import { columns, say } from './table.mjs';
import { BECAUSE, feedsAt, SILENT } from './thousandFeeds.mjs';

const LIMIT_MS = 250;
const EVERY_MS = 25;
const LOGIN_MS = 30_000;

function openDesk(folder, feedPort) {
  const env = { DESK_ALLOWED_HOSTS: '127.0.0.1', DESK_DATA: folder };
  const config = loadConfig({ env, checkQuery });
  const clock = wallClock();
  const store = openStore(config.database, clock, SILENT, config.catalogue.aliases);
  const feeds = openFeeds(config, SILENT);
  const start = async () => {
    await store.commit(feedsAt(config, feedPort, clock.now()), { at: clock.now(), actor: 'bench' });
    const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
    const { concurrency } = config.polling;
    const nobody = async () => ({ kind: 'absent' });
    const chat = { post: nobody, edit: nobody, find: nobody };
    const rest = { concurrency, perHost: concurrency, trapAt: () => null, onUnauthorised: () => {} };
    return startLine({ store, feeds, chat, clock, log: SILENT, rules: () => rules, ...rest });
  };
  return { clock, store, feeds, start };
}

function connect({ clock, store, feeds }, discordPort) {
  const commit = (changes, act) => store.commit(changes, act);
  const nothing = { trapAt: () => null, namesOf: () => [], judgementsOf: () => [], pictures: {}, usual: {} };
  return connectDiscord({
    ...{ token: 'bench', apiUrl: `http://127.0.0.1:${discordPort}/api`, loginDeadlineMs: LOGIN_MS, guild: null },
    ...{ stopping: new AbortController().signal, commands: COMMANDS, ports: { store, commit, feeds, ...nothing } },
    ...{ clock, log: SILENT, refusals: { before: [], keep: () => {} } },
    ...{ onAccess: () => {}, onArrivals: () => {}, onFatal: say },
  });
}

/** Whoever was read is due again at once, so that polling never rests. */
function keepPolling(desk, line) {
  const again = async () => {
    const changes = [{ kind: 'feeds.hurried', latest: desk.clock.now(), unlessPolledSince: null, because: BECAUSE }];
    await desk.store.commit(changes, { at: desk.clock.now(), actor: 'bench' });
    line.committed(changes);
  };
  const timer = setInterval(() => void again(), 1_000);
  return () => clearInterval(timer);
}

async function play(folder, discord, server, count) {
  const [[discordPort], [feedPort]] = await Promise.all([once(discord, 'message'), once(server, 'message')]);
  const desk = openDesk(folder, feedPort);
  const bot = await connect(desk, discordPort);
  const line = await desk.start();
  const rest = keepPolling(desk, line);
  discord.postMessage({ count, everyMs: EVERY_MS });
  const [taken] = await once(discord, 'message');
  rest();
  const polled = (await desk.store.feeds()).filter(({ state }) => state.lastSuccessAt !== null).length;
  const { items } = await desk.store.totals();
  await line.stop();
  for (const part of [bot, desk.feeds, desk.store]) await part.close();
  return { taken, polled, items };
}

function rowsOf(name, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.ceil(part * sorted.length) - 1].toFixed(1);
  return [name, String(times.length), at(0.5), at(0.99), at(1)];
}

/** Prints how soon interactions were acknowledged. Exit code 1 beyond the limit. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { count: { type: 'string', default: '1200' } } });
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const threads = ['./gatewayThread.mjs', './feedThread.mjs'].map((name) => new Worker(new URL(name, import.meta.url)));
  try {
    const { taken, polled, items } = await play(folder, ...threads, Number(values.count));
    const rows = [rowsOf('commands', taken.commands), rowsOf('choices', taken.choices)];
    for (const row of columns([['ms to the first answer', 'count', 'p50', 'p99', 'most'], ...rows])) say(row);
    say(`${polled} feeds read and ${items} items stored meanwhile`);
    return rows.every(([, , , p99]) => Number(p99) < LIMIT_MS) ? 0 : 1;
  } finally {
    for (const thread of threads) await thread.terminate();
    rmSync(folder, { recursive: true });
  }
}
