/**
 * `line`: what an item costs from its words to a message shown, parsing apart: judge -> facts -> decide -> commit ->
 * deliver to a recorder, on a database file as live. Each item is a document of its own, the dearest case: a document
 * of many pays for its reads and its commit once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputItemSchema, readAll } from '../dist/cli/jsonl.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { openRecorder } from '../dist/cli/recorder.js';
import { loadConfig } from '../dist/config.js';
import { Refusal } from '../dist/domain/refusal.js';
import { checkQuery, openRules, openStore, PREVIEW_PLACE, seedStore, vocabularyIn } from '../dist/main.js';
import { openReplay } from '../dist/run/replay.js';
import { makeItems } from './items.mjs';
import { median, rounds } from './rounds.mjs';
import { columns, say } from './table.mjs';

const ROUNDS = 5;
const GENERATED = 2_000;
/** Matching is quick: a round judges every item this often. */
const PASSES = 10;

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function readItems(file, outlets) {
  if (file !== undefined) return readAll(file, inputItemSchema);
  return makeItems(GENERATED, outlets).map((item) => inputItemSchema.parse(item));
}

/** A store of its own with the catalogue in it, in `folder`. */
async function openDesk({ config, start, outlets }, folder) {
  const clock = { now: () => start, sleepUntil: async () => {} };
  const store = openStore(join(folder, 'line.db'), clock, SILENT, config.catalogue.aliases);
  const { storylines } = config.catalogue;
  await seedStore(store, { outlets, feeds: [], storylines }, config, PREVIEW_PLACE, start);
  return store;
}

async function replayed(bench, folder) {
  const { rules, past, start } = bench;
  const store = await openDesk(bench, folder);
  const replay = openReplay({ store, rules, log: SILENT, start, chat: openRecorder });
  for (const one of past) await replay.take(one);
  const totals = await store.totals();
  await store.close();
  return totals;
}

/** The floor: as many commits of one row, and nothing else. */
async function committed(bench, folder) {
  const { outlets, past } = bench;
  const store = await openDesk(bench, folder);
  const change = { kind: 'outlet.listed', outlet: outlets[0], because: 'a commit costs what it costs' };
  for (const { item } of past) await store.commit([change], { at: item.seen, actor: 'bench' });
  await store.close();
  return past.length;
}

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function matched({ rules, past }) {
  let found = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { item } of past) found += rules.matcher.match(item).length;
  }
  return found / PASSES;
}

async function prepare(file) {
  const config = loadConfig({ env: {}, checkQuery });
  const { outlets, storylines } = config.catalogue;
  const ordered = inTimeOrder(await readItems(file, outlets), outlets);
  const past = ordered.map((one) => one.past);
  if (past.length === 0) throw new Refusal(`--items ${file}: holds no item; write one JSON object a line`);
  const publishers = new Map([...outlets, ...past.map((one) => one.outlet)].map((outlet) => [outlet.id, outlet]));
  const start = past[0].item.seen;
  return { config, rules: openRules(storylines, vocabularyIn(config)), past, start, outlets: [...publishers.values()] };
}

function rowOf(name, items, measured) {
  const cpu = measured.map(({ cpuMs }) => cpuMs);
  const perItem = (1_000 * median(cpu)) / items;
  const spread = Math.max(...cpu) / Math.min(...cpu);
  const wall = median(measured.map(({ wallMs }) => wallMs));
  const rates = [items / (median(cpu) / 1_000), items / (wall / 1_000)].map((rate) => Math.round(rate).toString());
  return [name, rates[0], perItem.toFixed(1), rates[1], spread.toFixed(2)];
}

/** Prints items a second through the line and through matching alone. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { items: { type: 'string' } } });
  const bench = await prepare(values.items);
  const count = bench.past.length;
  const line = await rounds(ROUNDS, () => inFolder((folder) => replayed(bench, folder)));
  const commits = await rounds(ROUNDS, () => inFolder((folder) => committed(bench, folder)));
  const matching = await rounds(ROUNDS, () => matched(bench));
  const { answer: totals } = line[0];
  const share = ((100 * totals.matched) / totals.items).toFixed(1);
  say(`${totals.items} items, ${totals.matched} matched (${share} %), ${totals.developments} developments,`);
  say(
    `${totals.deadlines} deadlines, ${totals.posted} messages posted, ${totals.edited} edits; medians of ${ROUNDS} rounds\n`,
  );
  const head = ['', 'items/s of CPU', 'µs CPU/item', 'items/s on the wall', 'slowest/fastest'];
  const rows = [
    rowOf('the whole line', count, line),
    rowOf('commits alone', count, commits),
    rowOf('matching alone', count * PASSES, matching),
  ];
  for (const row of columns([head, ...rows])) say(row);
  return 0;
}
