/**
 * `memory`: what a desk holds in memory, started as the container starts it, on a Discord of this bench: idle in one server
 * with the shipped feeds, all of them silent; and in 100 servers while it reads 1,000 feeds of 40 items each.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { wallClock } from '../dist/clock.js';
import { loadConfig } from '../dist/config.js';
import { Refusal } from '../dist/domain/refusal.js';
import { openStore } from '../dist/main.js';
import { containerStart } from './container.mjs';
import { channelId, guildId, startDiscord } from './discordGuilds.mjs';
import { PLAIN_FOLLOW } from './follow.mjs';
import { cpuOf, memoryOf } from './processes.mjs';
import { columns, say } from './table.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FEEDS = 1_000;
const GUILDS = 100;
const SETTLE_MS = 15_000;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 240_000;
const BECAUSE = 'a bench says so';
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The shipped configuration with its feeds, or so many others, at this address. */
function writeConfig(folder, url, count) {
  cpSync(join(ROOT, 'config'), folder, { recursive: true });
  const path = join(folder, 'feeds.json');
  const { feeds } = JSON.parse(readFileSync(path, 'utf8'));
  const all = Array.from({ length: count || feeds.length }, (_, number) => {
    const feed = feeds[number % feeds.length];
    const id = count ? `feed-${number}` : feed.id;
    return { ...feed, id, url: `${url}/${count ? 'full' : 'silent'}/${id}`, enabled: true };
  });
  writeFileSync(path, JSON.stringify({ feeds: all }));
}

async function follow(store, config, guilds) {
  const { catalogue, ladder, gate, caps } = config;
  const outlets = catalogue.outlets.map((outlet) => ({ kind: 'outlet.listed', outlet, because: BECAUSE }));
  const defined = catalogue.storylines.map((storyline) => ({ kind: 'storyline.defined', storyline, because: BECAUSE }));
  const follows = Array.from({ length: guilds }, (_, guild) =>
    catalogue.storylines.map(({ slug }) => ({
      kind: 'follow.set',
      follow: {
        ...PLAIN_FOLLOW,
        ...{ id: `f-${guild}-${slug}`, storyline: slug, guild: guildId(guild), channel: channelId(guild) },
        ...{ ladder, gate, caps },
      },
      because: BECAUSE,
    })),
  ).flat();
  await store.commit([...outlets, ...defined, ...follows], { at: wallClock().now(), actor: 'bench' });
}

async function prepared(env, guilds) {
  const config = loadConfig({ env });
  const store = openStore(config.database, wallClock(), SILENT, config.catalogue.aliases);
  await follow(store, config, guilds);
  await store.close();
}

const waited = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when every feed was asked and all was quiet for a while; samples the memory meanwhile. */
async function settled(desk, feeds) {
  const began = performance.now();
  const samples = [];
  let quietSince = null;
  while (quietSince === null || performance.now() - quietSince < SETTLE_MS) {
    if (desk.exitCode !== null) throw new Error(`desk run ended with ${desk.exitCode}; what it said is above`);
    if (performance.now() - began > PATIENCE_MS) throw new Error(`the desk read ${feeds.asked()} feeds only`);
    await waited(LOOK_EVERY_MS);
    samples.push(memoryOf(desk.pid, 'VmRSS'));
    if (quietSince === null && feeds.areAllAsked()) quietSince = performance.now();
  }
  return {
    now: samples.at(-1),
    most: Math.max(...samples),
    seconds: (performance.now() - began) / 1_000,
    cpu: cpuOf(desk.pid),
  };
}

async function feedServer(count) {
  const server = new Worker(new URL('./feedThread.mjs', import.meta.url));
  const [port] = await once(server, 'message');
  const asked = new Set();
  server.on('message', (path) => asked.add(path));
  const areAllAsked = () => asked.size >= count;
  return { url: `http://127.0.0.1:${port}`, asked: () => asked.size, areAllAsked, close: () => server.terminate() };
}

async function measuredIn(folder, { guilds, count }) {
  const shipped = loadConfig({ env: {} }).catalogue.feeds.length;
  const [feeds, discord] = [await feedServer(count || shipped), await startDiscord(guilds)];
  writeConfig(join(folder, 'config'), feeds.url, count);
  const { env, words } = containerStart();
  const settings = {
    ...{ DESK_CONFIG: join(folder, 'config'), DESK_DATA: join(folder, 'data'), DESK_ALLOWED_HOSTS: '127.0.0.1' },
    ...{ DESK_HEALTH_PORT: '0', DESK_PAGE_PORT: '0', DESK_LOG_LEVEL: 'error' },
    ...{ DISCORD_TOKEN: 'bench.token.of-nobody', DISCORD_API_URL: discord.apiUrl },
  };
  await prepared(settings, guilds);
  const stdio = ['ignore', 'ignore', 'inherit'];
  const desk = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env, ...settings },
    stdio,
  });
  const ended = once(desk, 'exit');
  try {
    return await settled(desk, feeds);
  } finally {
    desk.kill('SIGTERM');
    await ended;
    discord.close();
    await feeds.close();
  }
}

async function measured(asked) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    return await measuredIn(folder, asked);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PARTS = {
  idle: { name: 'idle in one server, the shipped feeds silent', asked: { guilds: 1, count: 0 } },
  busy: { name: `in ${GUILDS} servers, ${FEEDS} feeds of 40 items read`, asked: { guilds: GUILDS, count: FEEDS } },
};

/** Prints megabytes resident when all was read, and the most before. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { part: { type: 'string' } } });
  if (values.part !== undefined && !Object.hasOwn(PARTS, values.part)) throw new Refusal('--part: idle or busy');
  const rows = [['', 'MB resident', 'MB most', 'after s', 'CPU s']];
  for (const [part, { name, asked }] of Object.entries(PARTS)) {
    if (values.part !== undefined && values.part !== part) continue;
    const { now, most, seconds, cpu } = await measured(asked);
    rows.push([name, now.toFixed(0), most.toFixed(0), seconds.toFixed(0), cpu.toFixed(1)]);
  }
  for (const row of columns(rows)) say(row);
  return 0;
}
