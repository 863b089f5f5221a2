/**
 * `maintenance`: how long the line waits while a database of a million items is backed up, checkpointed, retired and
 * shrunk, with somebody committing all the while. A stall is how much later than planned a timer of a millisecond fires,
 * without the time that other processes had the cores; what of it the thread was busy itself, not waiting for the disk,
 * stands beside it. A commit waits until the disk has it and maintenance lets it write.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputItemSchema } from '../dist/cli/jsonl.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { loadConfig } from '../dist/config.js';
import { searchWriter } from '../dist/decide/match/search.js';
import { setsIn } from '../dist/decide/match/searchSets.js';
import { TITLE_READER } from '../dist/decide/merge/sought.js';
import { Refusal } from '../dist/domain/refusal.js';
import { DAY, instantOf, MINUTE, msOf, plus } from '../dist/domain/time.js';
import { backUpDaily, retireOld } from '../dist/run/maintain.js';
import { openKeeper } from '../dist/store/keeper.js';
import { openSqlite } from '../dist/store/sqlite.js';
import { createStore } from '../dist/store/store.js';
import { containerStart } from './container.mjs';
import { makeItems } from './items.mjs';
import { measureStalls } from './stall.mjs';
import { columns, say } from './table.mjs';

const ITEMS = 1_000_000;
const IN_A_COMMIT = 200;
const MERGED_EVERY = 20_000;
const TOLD_EVERY = 100_000;
const DIFFERENT = 5_000;
/** Of the items, what a storyline wanted; and how many days they were seen in, of which the last are kept. */
const MATCHED = 0.1;
const DAYS = 100;
const KEPT_DAYS = 90;
const START = instantOf(Date.parse('2026-01-01T00:00:00Z'));
const END = plus(START, DAYS * DAY);
const BECAUSE = 'a bench says so';
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A poll of a feed with two new items, this often. */
const WRITES_EVERY_MS = 20;
const ALONE_MS = 10_000;
/** Until the writer's code is compiled and its statements are prepared. */
const WARM_MS = 500;

function itemAt(past, number, count) {
  const { item } = past[number % past.length];
  const seen = plus(START, Math.floor((number / count) * DAYS * DAY));
  const id = `${msOf(seen).toString(36)}-${number}`;
  return { ...item, id, identities: [`guid:bench/${number}`], seen, published: seen };
}

function changesOf(item, number, storyline) {
  const seen = { kind: 'item.seen', item, baseline: false, because: BECAUSE };
  if (number % Math.round(1 / MATCHED) !== 0) return [seen];
  const why = { hits: [], missing: [], blockedBy: [], wouldStop: [], likeness: null };
  return [seen, { kind: 'match.made', match: { item: item.id, storyline, score: 1, why }, because: BECAUSE }];
}

async function fill(store, keeper, { past, outlets, storyline, count }) {
  const listed = outlets.map((outlet) => ({ kind: 'outlet.listed', outlet, because: BECAUSE }));
  const defined = { kind: 'storyline.defined', storyline, because: BECAUSE };
  await store.commit([...listed, defined], { at: START, actor: 'bench' });
  for (let number = 0; number < count; ) {
    const changes = [];
    for (const until = number + IN_A_COMMIT; number < Math.min(until, count); number += 1)
      changes.push(...changesOf(itemAt(past, number, count), number, storyline.slug));
    await store.commit(changes, { at: START, actor: 'bench' });
    while ((await store.makeSearchable(IN_A_COMMIT)) > 0);
    if (number % MERGED_EVERY === 0) await keeper.mergeWords();
    if (number % TOLD_EVERY === 0) process.stderr.write(`${number} of ${count} items\n`);
  }
}

/**
 * Commits and makes searchable until it is stopped; answers, after the last of them, the milliseconds each took, the
 * shortest first.
 */
function startWriting(store, { past, storyline, count }) {
  let number = count;
  let commits = 0;
  const took = [];
  const write = async () => {
    const items = [itemAt(past, number, count), itemAt(past, number + 1, count)];
    number += 2;
    commits += 1;
    const began = performance.now();
    await store.commit(
      items.flatMap((item) => changesOf({ ...item, seen: END }, number, storyline.slug)),
      { at: plus(END, commits * MINUTE), actor: 'bench' },
    );
    await store.makeSearchable(items.length);
    took.push(performance.now() - began);
  };
  let writing = Promise.resolve();
  const timer = setInterval(() => {
    writing = Promise.all([writing, write()]);
  }, WRITES_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await writing;
    return took.sort((a, b) => a - b);
  };
}

/** Its log is moved first, as a running desk moves it every ten seconds: a commit that finds it long would do it itself. */
async function stalls(name, bench, work) {
  await bench.keeper.checkpoint();
  const stop = startWriting(bench.store, bench);
  await new Promise((resolve) => setTimeout(resolve, WARM_MS));
  const measured = measureStalls();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const { longest, p99, onTheWall, busy } = measured();
  const took = await stop();
  bench.count += 2 * took.length;
  const commits = [took.length.toString(), took[took.length >> 1].toFixed(1), took.at(-1).toFixed(1)];
  return [name, ...[seconds, p99, longest, onTheWall, busy].map((each) => each.toFixed(1)), ...commits];
}

async function measure(bench) {
  const { keeper } = bench;
  const rows = [
    await stalls('the writer alone', bench, () => new Promise((resolve) => setTimeout(resolve, ALONE_MS))),
    await stalls('backup', bench, () => backUpDaily({ keeper, log: SILENT }, 1, END)),
    await stalls('checkpoint', bench, () => keeper.checkpoint()),
    await stalls('merging words', bench, () => keeper.mergeWords()),
    await stalls('retention and shrinking', bench, () =>
      retireOld({ keeper, log: SILENT }, plus(END, -KEPT_DAYS * DAY)),
    ),
    await stalls('checkpoint after it', bench, () => keeper.checkpoint()),
  ];
  const head = [
    'ms',
    'lasts s',
    'stall p99',
    'stall max',
    'on the wall',
    'busy max',
    'commits',
    'commit median',
    'commit max',
  ];
  for (const row of columns([head, ...rows])) say(row);
}

function prepare(count) {
  const { catalogue } = loadConfig({ env: {} });
  const { outlets, storylines } = catalogue;
  const items = makeItems(DIFFERENT, outlets).map((item) => inputItemSchema.parse(item));
  const past = inTimeOrder(items, outlets).map((one) => one.past);
  const publishers = new Map([...outlets, ...past.map((one) => one.outlet)].map((outlet) => [outlet.id, outlet]));
  return { past, outlets: [...publishers.values()], storyline: storylines[0], count, sets: setsIn(catalogue.aliases) };
}

async function inFolder(folder, count) {
  const path = join(folder, 'desk.db');
  const bench = prepare(count);
  const { engine } = openSqlite(path, START);
  const store = createStore(engine, TITLE_READER, searchWriter(bench.sets));
  const keeper = openKeeper(path);
  await fill(store, keeper, bench);
  await keeper.checkpoint();
  const bytes = statSync(path).size;
  say(
    `${count} items, ${Math.round(bytes / 1e6)} MB, ${Math.round(bytes / count)} bytes an item with all that is kept of it`,
  );
  await measure({ ...bench, store, keeper });
  await keeper.close();
  await store.close();
  say(`\n${Math.round(statSync(path).size / 1e6)} MB afterwards.`);
}

/** The same in a process as the container starts one: with more room for young objects, collecting them takes longer. */
async function runAsContainer() {
  const { env, words } = containerStart();
  const flags = words.slice(
    0,
    words.findIndex((word) => !word.startsWith('--')),
  );
  const started = [...flags, ...process.argv.slice(1)];
  const bench = spawn(process.execPath, started, { env: { ...process.env, ...env }, stdio: 'inherit' });
  const [code] = await once(bench, 'exit');
  return code ?? 1;
}

/** Prints how long maintenance holds up the line. */
export async function run(words) {
  if (process.execArgv.length === 0) return runAsContainer();
  const options = { count: { type: 'string', default: String(ITEMS) } };
  const count = Number(parseArgs({ args: words, options }).values.count);
  if (!(count >= 1_000 && count <= 10_000_000)) throw new Refusal('--count: should be a number from 1000 to 10000000');
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    await inFolder(folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}
