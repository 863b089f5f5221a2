/**
 * `punctual`: reminders that come due while 1,000 feeds are polled and parsed for the first time: how late each reached the
 * chat. One reminder in each of 100 guilds; and what memory the desk holds then.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { wallClock } from '../dist/clock.js';
import { loadConfig } from '../dist/config.js';
import { between, instantOf, msOf, plus } from '../dist/domain/time.js';
import { checkQuery, openFeeds, openRules, openStore, vocabularyIn } from '../dist/main.js';
import { startLine } from '../dist/run/line.js';
import { PLAIN_FOLLOW } from './follow.mjs';
import { columns, say } from './table.mjs';
import { BECAUSE, FEEDS, feedsAt, SILENT } from './thousandFeeds.mjs';

const GUILDS = 100;
const FIRST_AFTER_MS = 3_000;
const EVERY_MS = 200;

function deadlineOf(number, storyline, at) {
  const instant = plus(at, 3_600_000);
  const day = instant.slice(0, 10);
  const window = { earliest: day, latest: day, instant, precision: 'minute', zone: 'UTC', zoneBasis: 'stated' };
  const said = { bindingness: 'legal', confidence: 1, tier: 'A', count: null, flags: [], evidence: null, word: null };
  const stakes = { condition: null, consequence: null, admission: { of: 1, by: 'law' } };
  const version = { number: 1, change: 'set', window, saidAt: at, ...said, ...stakes };
  const noun = { storyline, rev: 1, issuer: 'A', target: 'B', versions: [version], confirmations: [] };
  const read = { ...noun, id: `read-${number}`, standing: null };
  return [read, { ...noun, id: `due-${number}`, standing: { guild: `g${number}`, of: read.id } }];
}

function guildOf(number, config, start) {
  const { gate, caps } = config;
  const storyline = config.catalogue.storylines[0].slug;
  const at = instantOf(msOf(start) + FIRST_AFTER_MS + number * EVERY_MS);
  const place = { guild: `g${number}`, channel: `c${number}` };
  const follow = { ...PLAIN_FOLLOW, id: `f${number}`, storyline, ...place, ladder: ['1h'], gate, caps };
  const rung = { deadline: `due-${number}`, version: 1, name: '1h', at, state: 'planned', asksAt: null, readAt: null };
  return [
    { kind: 'follow.set', follow, because: BECAUSE },
    ...deadlineOf(number, storyline, at).map((deadline) => ({ kind: 'deadline.set', deadline, because: BECAUSE })),
    { kind: 'rung.planned', rung, because: BECAUSE },
  ];
}

function changesOf(config, port, start) {
  return [
    ...feedsAt(config, port, start),
    ...Array.from({ length: GUILDS }, (_, number) => guildOf(number, config, start)).flat(),
  ];
}

/** A chat that notes how late each reminder reaches it. */
function listeningChat(clock) {
  const late = [];
  const post = async ({ key, subject }) => {
    if (subject.kind === 'rung') late.push(between(subject.rung.at, clock.now()));
    return { kind: 'done', posted: key, digest: key };
  };
  return { late, chat: { post, edit: post, find: async () => ({ kind: 'absent' }) } };
}

const waited = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function play(folder, port) {
  const env = { DESK_ALLOWED_HOSTS: '127.0.0.1', DESK_DATA: folder };
  const config = loadConfig({ env, checkQuery });
  const clock = wallClock();
  const store = openStore(config.database, clock, SILENT, config.catalogue.aliases);
  await store.commit(changesOf(config, port, clock.now()), { at: clock.now(), actor: 'bench' });
  const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
  const feeds = openFeeds(config, SILENT);
  const { late, chat } = listeningChat(clock);
  const rest = { concurrency: config.polling.concurrency, perHost: config.polling.concurrency };
  const asked = { trapAt: () => null, onUnauthorised: () => {}, rules: () => rules };
  const line = startLine({ store, feeds, chat, clock, log: SILENT, ...rest, ...asked });
  while (late.length < GUILDS) await waited(200);
  const polled = (await store.feeds()).filter(({ state }) => state.lastSuccessAt !== null).length;
  const megabytes = process.memoryUsage().rss / 1e6;
  const { items } = await store.totals();
  await line.stop();
  for (const part of [feeds, store]) await part.close();
  return { late: late.sort((a, b) => a - b), polled, items, megabytes };
}

/** Prints how late reminders were, and the memory held. */
export async function run(words) {
  parseArgs({ args: words });
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const server = new Worker(new URL('./feedThread.mjs', import.meta.url));
  try {
    const [port] = await once(server, 'message');
    const { late, polled, items, megabytes } = await play(folder, port);
    const share = (part) => late[Math.ceil(part * late.length) - 1].toString();
    const rows = [
      ['reminders', late.length.toString()],
      ['ms late, median', share(0.5)],
      ['ms late, p99', share(0.99)],
      ['ms late, most', share(1)],
      [`feeds of ${FEEDS} read meanwhile`, polled.toString()],
      ['items stored meanwhile', items.toString()],
      ['MB resident, the feed server of this bench included', megabytes.toFixed(0)],
    ];
    for (const row of columns(rows)) say(row);
    return 0;
  } finally {
    await server.terminate();
    rmSync(folder, { recursive: true });
  }
}
