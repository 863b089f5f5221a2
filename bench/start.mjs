/**
 * `start`: how long `desk run --preview` takes from the start of its process to its first poll, and how much memory it
 * holds then: with an empty data folder, and with 100,000 items in its database. Every feed of the catalogue is read from a
 * server of this bench.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { wallClock } from '../dist/clock.js';
import { loadConfig } from '../dist/config.js';
import { Refusal } from '../dist/domain/refusal.js';
import { openRules, openStore, PREVIEW_PLACE, seedStore, vocabularyIn } from '../dist/main.js';
import { makeItems } from './items.mjs';
import { growing } from './mergeStore.mjs';
import { memoryOf } from './processes.mjs';
import { median } from './rounds.mjs';
import { columns, say } from './table.mjs';

const ROUNDS = 5;
const ITEMS = 100_000;
/** Told again and again with other dates until there are enough. */
const DIFFERENT = 8_000;
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const PATIENCE_MS = 30_000;
const DESK = fileURLToPath(new URL('../dist/cli/desk.js', import.meta.url));
const CONFIG = fileURLToPath(new URL('../config', import.meta.url));

const EMPTY_FEED = '<rss version="2.0"><channel><title>Bench</title><link>http://127.0.0.1/</link></channel></rss>';

async function firstRequest(server) {
  try {
    await once(server, 'request', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return performance.now();
  } catch (cause) {
    throw new Error(`desk run did not poll within ${PATIENCE_MS / 1_000} s`, { cause });
  }
}

/** A feed server on this machine; `polled` resolves with the instant of its first request. */
async function openServer() {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'application/rss+xml').end(EMPTY_FEED),
  );
  const polled = firstRequest(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, polled, url: `http://127.0.0.1:${server.address().port}` };
}

/** The shipped configuration, its feeds moved to `url`. */
function writeConfig(folder, url) {
  cpSync(CONFIG, folder, { recursive: true });
  const path = join(folder, 'feeds.json');
  const { feeds } = JSON.parse(readFileSync(path, 'utf8'));
  const moved = feeds.map((feed) => ({ ...feed, url: `${url}/${feed.id}.xml`, enabled: true }));
  writeFileSync(path, JSON.stringify({ feeds: moved }));
}

function spawnDesk(folder) {
  const env = {
    PATH: process.env.PATH,
    DESK_CONFIG: join(folder, 'config'),
    DESK_DATA: join(folder, 'data'),
    DESK_ALLOWED_HOSTS: '127.0.0.1',
    DESK_PREVIEW_PORT: '0',
    DESK_HEALTH_PORT: '0',
    DESK_PAGE_PORT: '0',
    DESK_LOG_LEVEL: 'error',
  };
  return spawn(process.execPath, [DESK, 'run', '--preview'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function endedEarly(ended) {
  const [code] = await ended;
  throw new Error(`desk run ended with ${code} before its first poll; what it said is above`);
}

/** A data folder with a database of `count` items and what placing would make of them. */
async function fillData(folder, count) {
  const config = loadConfig({ env: { DESK_DATA: folder } });
  const { catalogue, database } = config;
  const { outlets, storylines } = catalogue;
  const past = inTimeOrder(makeItems(DIFFERENT, outlets), outlets).map((one) => one.past);
  const store = openStore(database, wallClock(), SILENT, catalogue.aliases);
  await seedStore(store, { outlets, feeds: [], storylines }, config, PREVIEW_PLACE, past[0].item.seen);
  await growing(store, openRules(storylines, vocabularyIn(config)), past).fill(count);
  await store.close();
}

async function startedIn(folder, data) {
  if (data !== null) cpSync(data, join(folder, 'data'), { recursive: true });
  const { server, polled, url } = await openServer();
  writeConfig(join(folder, 'config'), url);
  const began = performance.now();
  const desk = spawnDesk(folder);
  const ended = once(desk, 'exit');
  try {
    const at = await Promise.race([polled, endedEarly(ended)]);
    return { ms: at - began, residentMb: memoryOf(desk.pid, 'VmRSS'), peakMb: memoryOf(desk.pid, 'VmHWM') };
  } finally {
    desk.kill('SIGTERM');
    await ended;
    server.closeAllConnections();
    server.close();
  }
}

async function started(data) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    return await startedIn(folder, data);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The floor: a Node process that does nothing, from its start to its end. */
async function bareNode() {
  const began = performance.now();
  await once(spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' }), 'exit');
  return { ms: performance.now() - began, residentMb: null, peakMb: null };
}

async function measured(start) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await start());
  return found;
}

function rowOf(name, found) {
  const middle = (key) => (found[0][key] === null ? '–' : Math.round(median(found.map((one) => one[key]))).toString());
  const slowest = Math.round(Math.max(...found.map(({ ms }) => ms))).toString();
  return [name, middle('ms'), slowest, middle('residentMb'), middle('peakMb')];
}

async function startsWith(count) {
  const data = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    await fillData(data, count);
    return await measured(() => started(data));
  } finally {
    rmSync(data, { recursive: true });
  }
}

/** Prints milliseconds to the first poll, and megabytes resident then. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { count: { type: 'string', default: String(ITEMS) } } });
  const count = Number(values.count);
  if (!(count >= 1 && count <= 10_000_000)) throw new Refusal('--count: should be a number from 1 to 10000000');
  const rows = [
    ['', 'ms', 'slowest', 'MB resident', 'MB peak'],
    rowOf('bare node', await measured(bareNode)),
    rowOf('desk to its first poll, its data folder empty', await measured(() => started(null))),
    rowOf(`desk to its first poll, ${count} items stored`, await startsWith(count)),
  ];
  for (const row of columns(rows)) say(row);
  say(`\nMedians of ${ROUNDS} starts, on the wall.`);
  return 0;
}
