/**
 * `merge`: what judging an item costs over a real store, from its words to the commit; whether that stays the same while
 * the store grows; and merging alone in memory, with the shipped storylines and with all items as one story.
 */
import { parseArgs } from 'node:util';
import { inputItemSchema, readAll } from '../dist/cli/jsonl.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { living, placeItems } from '../dist/cli/placing.js';
import { loadConfig } from '../dist/config.js';
import { learn } from '../dist/decide/learn.js';
import { decideNews, judgeItems } from '../dist/decide/news.js';
import { NO_FACTS } from '../dist/domain/facts.js';
import { Refusal } from '../dist/domain/refusal.js';
import { openRules, vocabularyIn } from '../dist/main.js';
import { makeItems } from './items.mjs';
import { growing, STAGES, takeAll, withStore } from './mergeStore.mjs';
import { columns, say } from './table.mjs';

const GENERATED = 8_000;
/** Items of one document. */
const BATCH = 25;
/** Stored items at which the cost of the next `MEASURED` is measured. */
const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const QUICK_SIZES = [1_000, 3_000, 10_000];
const MEASURED = 2_000;
const QUICK_ITEMS = 1_000;
/** A document of one item each makes a commit an item: so many are enough. */
const ALONE = 4_000;

async function readItems(file, outlets, count) {
  if (file !== undefined) return readAll(file, inputItemSchema);
  return makeItems(count, outlets).map((item) => inputItemSchema.parse(item));
}

/** Developments that each batch opened or that took a report of it in. */
function* decided(past, rules) {
  let facts = NO_FACTS;
  for (let at = 0; at < past.length; at += BATCH) {
    const batch = past.slice(at, at + BATCH);
    const { outlet, item } = batch.at(-1);
    facts = { ...living(facts, item.seen), known: new Map() };
    const judged = judgeItems(
      batch.map((one) => one.item),
      rules,
    );
    const news = { judged, outlet, baseline: false, lastSuccessAt: item.seen };
    const changes = decideNews(news, facts, { rules, now: item.seen });
    facts = learn(facts, changes, item.seen);
    const told = changes.filter(({ kind }) => kind.startsWith('development.'));
    for (const one of batch) yield { one, told: one === batch.at(-1) ? told : [] };
  }
}

function* asOne(items) {
  for (const { placed } of placeItems(items, undefined, { env: {} })) yield { told: [placed] };
}

/** Items a second of each quarter, what was placed and what was opened. */
function measure(count, steps) {
  const quarters = [];
  const told = [];
  let last = process.cpuUsage();
  let done = 0;
  for (const step of steps) {
    told.push(...step.told);
    done += 1;
    if (done !== Math.ceil(((quarters.length + 1) * count) / 4)) continue;
    const { user, system } = process.cpuUsage(last);
    quarters.push(Math.round(count / 4 / ((user + system) / 1e6)));
    last = process.cpuUsage();
  }
  const opened = told.filter(({ kind }) => kind === 'development.opened').length;
  return [...quarters, told.length, opened].map(String);
}

/** Merging alone, by quarters of the items. */
function inMemory({ items, past, rules }) {
  measure(items.length, decided(past, rules));
  return columns([
    ['in memory, items/s of CPU', '1st quarter', '2nd', '3rd', '4th', 'placed', 'developments'],
    ['shipped storylines', ...measure(items.length, decided(past, rules))],
    ['all as one story', ...measure(items.length, asOne(items))],
  ]);
}

const HEAD = [
  ...['items/s of CPU', 'on the wall', ...STAGES.map((stage) => `${stage} µs`)],
  ...['words behind µs', 'placed', 'developments'],
];

function rowOf(name, { perItem, wallPerSecond, stages, words, placed, opened }) {
  const figures = [1e6 / perItem, wallPerSecond].map((rate) => Math.round(rate).toString());
  return [name, ...figures, ...[...stages, words].map((used) => used.toFixed(1)), String(placed), String(opened)];
}

/** From the words of the items to the commit, in documents as polls bring them and one by one. */
async function endToEnd(bench) {
  const { rules, past } = bench;
  const taken = (some, size) => withStore(bench, true, (store) => takeAll(store, rules, some, size));
  await taken(past.slice(0, QUICK_ITEMS), BATCH);
  return columns([
    ['over SQLite', ...HEAD],
    rowOf(`documents of ${BATCH}`, await taken(past, BATCH)),
    rowOf('documents of 1', await taken(past.slice(0, ALONE), 1)),
  ]);
}

/** A bar as long as a figure is, beside the longest of them. */
const BAR = 20;

function plotted(rows) {
  const rates = rows.map(([, rate]) => Number(rate));
  const bars = rates.map((rate) => '█'.repeat(Math.round((BAR * rate) / Math.max(...rates))));
  return rows.map((row, at) => [...row, bars[at].padEnd(BAR)]);
}

/** What the next items cost in a store that holds so many; what searching costs there, the bench `search` says. */
async function curve(bench, sizes, measured) {
  return withStore(bench, false, async (store) => {
    await takeAll(store, bench.rules, bench.past.slice(0, measured), BATCH);
    const { next, fill } = growing(store, bench.rules, bench.past);
    const rows = [];
    let stored = 0;
    for (const size of sizes) {
      await fill(size - stored);
      const row = rowOf(size.toString(), await takeAll(store, bench.rules, next(measured), BATCH));
      rows.push(row);
      stored = size + measured;
      process.stderr.write(`${size} items stored: ${row[1]} items/s of CPU\n`);
    }
    return columns([['stored items', ...HEAD, ''.padEnd(BAR)], ...plotted(rows)]);
  });
}

async function prepare(file, count) {
  const config = loadConfig({ env: {} });
  const items = await readItems(file, config.catalogue.outlets, count);
  if (items.length < 4) throw new Refusal('needs at least four items');
  const past = inTimeOrder(items, config.catalogue.outlets).map((one) => one.past);
  const publishers = new Map(
    [...config.catalogue.outlets, ...past.map((one) => one.outlet)].map((outlet) => [outlet.id, outlet]),
  );
  const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
  return { config, items, past, rules, outlets: [...publishers.values()] };
}

async function sayCurve(quick) {
  const generated = await prepare(undefined, quick ? QUICK_ITEMS : GENERATED);
  for (const row of await curve(generated, quick ? QUICK_SIZES : SIZES, quick ? QUICK_ITEMS / 2 : MEASURED)) say(row);
}

/** Prints items a second and µs an item by stage, the curve over stored items, and merging alone; or one of these. */
export async function run(words) {
  const flag = { type: 'boolean', default: false };
  const options = { items: { type: 'string' }, quick: flag, curve: flag, line: flag };
  const { quick, curve: onlyCurve, line: onlyLine, items } = parseArgs({ args: words, options }).values;
  if (!onlyCurve) {
    const bench = await prepare(items, quick ? QUICK_ITEMS : GENERATED);
    for (const row of await endToEnd(bench)) say(row);
    if (onlyLine) return 0;
    for (const row of ['', ...inMemory(bench), '']) say(row);
  }
  await sayCurve(quick);
  return 0;
}
