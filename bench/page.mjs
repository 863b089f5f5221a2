/**
 * `page`: how long the desk page takes over a store with many items: the first page of all after a start, each page
 * after that, and the longest time that nothing else could run meanwhile.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { AVATAR_FILE } from '../dist/chat/preview/avatar.js';
import { drawContent, drawMessages } from '../dist/chat/preview/board.js';
import { MESSAGE_STYLE } from '../dist/chat/preview/style.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { loadConfig } from '../dist/config.js';
import { openRules, vocabularyIn } from '../dist/main.js';
import { openDeskPage } from '../dist/web/page/serve.js';
import { makeItems } from './items.mjs';
import { growing, takeAll, withStore } from './mergeStore.mjs';
import { median } from './rounds.mjs';
import { columns, say } from './table.mjs';

const ITEMS = 100_000;
/** These go through the rules, which read deadlines out of them; the others fill the store. */
const JUDGED = 2_000;
const BATCH = 25;
const ROUNDS = 9;
const PAGES = ['/', '/storylines', '/feeds', '/board', '/journal', '/journal?q=nowhere', '/channels', '/channels/desk'];
const QUIET = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (fields, message) => say(`${message} ${fields.err}`),
};

async function timeOf(address) {
  const began = performance.now();
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return { ms: performance.now() - began, bytes: text.length };
}

/** Median and most ms of a page, its size, and the longest stall, in ms, while it was drawn. */
async function measured(url, path) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const taken = [];
  for (let round = 0; round < ROUNDS; round += 1) taken.push(await timeOf(url + path));
  delay.disable();
  const ms = taken.map((one) => one.ms);
  return [
    path,
    median(ms).toFixed(1),
    Math.max(...ms).toFixed(1),
    (delay.max / 1e6).toFixed(1),
    String(taken[0].bytes),
  ];
}

function prepare(count) {
  const config = loadConfig({ env: {} });
  const { outlets } = config.catalogue;
  const past = inTimeOrder(makeItems(count, outlets), outlets).map((one) => one.past);
  return { config, outlets, past, rules: openRules(config.catalogue.storylines, vocabularyIn(config)) };
}

async function pageTimes(url) {
  const before = process.cpuUsage();
  const first = await timeOf(url);
  const { user, system } = process.cpuUsage(before);
  say(`first page after opening: ${first.ms.toFixed(0)} ms, ${((user + system) / 1_000).toFixed(0)} ms of CPU`);
  const rows = [];
  for (const path of PAGES) rows.push(await measured(url, path));
  return columns([['page', 'median ms', 'most ms', 'longest stall ms', 'bytes'], ...rows]);
}

/** A desk page over a store of `count` items, open for as long as `work` takes; `work` gets its address. */
export async function withDeskPage(count, work) {
  const bench = prepare(8_000);
  return withStore(bench, null, async (store) => {
    await takeAll(store, bench.rules, bench.past.slice(0, JUDGED), BATCH);
    const rest = growing(store, bench.rules, bench.past.slice(JUDGED));
    await rest.fill(count - JUDGED);
    const [{ item }] = rest.next(1);
    const { items, deadlines, developments } = await store.totals();
    say(`${items} items, ${developments} developments, ${deadlines} deadlines`);
    const page = await openDeskPage({
      ...{ host: '127.0.0.1', port: 0, token: null, store, drawMessages, drawContent, publicUrl: null, log: QUIET },
      ...{ clock: { now: () => item.seen }, messageStyle: MESSAGE_STYLE, icon: AVATAR_FILE.markup },
    });
    try {
      return await work(page.url.slice(0, -1));
    } finally {
      await page.close();
    }
  });
}

/** Prints the first page's time and a line for each page. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { count: { type: 'string', default: String(ITEMS) } } });
  for (const row of await withDeskPage(Number(values.count), pageTimes)) say(row);
  return 0;
}
