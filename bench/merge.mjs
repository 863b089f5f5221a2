/**
 * `merge`: what deciding an item costs without a store, from its words to its development, and whether it stays the same
 * from the first quarter of the items to the last: with the shipped storylines, and with all items as one story.
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
import { columns, say } from './table.mjs';

const GENERATED = 8_000;
/** Items of one document. */
const BATCH = 25;

async function readItems(file, outlets) {
  if (file !== undefined) return readAll(file, inputItemSchema);
  return makeItems(GENERATED, outlets).map((item) => inputItemSchema.parse(item));
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

/** Prints items a second of CPU, by quarters. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { items: { type: 'string' } } });
  const config = loadConfig({ env: {} });
  const items = await readItems(values.items, config.catalogue.outlets);
  if (items.length < 4) throw new Refusal('needs at least four items');
  const past = inTimeOrder(items, config.catalogue.outlets).map((one) => one.past);
  const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
  measure(items.length, decided(past, rules));
  const head = ['items/s of CPU', '1st quarter', '2nd', '3rd', '4th', 'placed', 'developments'];
  const rows = [
    ['shipped storylines', ...measure(items.length, decided(past, rules))],
    ['all as one story', ...measure(items.length, asOne(items))],
  ];
  for (const row of columns([head, ...rows])) say(row);
  return 0;
}
