/**
 * `search`: what it costs to keep stored items searchable, and how long it takes to find those of a storyline among
 * 200,000 of them. The items are those of a file, over and over at later times, or of our own making.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputItemSchema, readAll } from '../dist/cli/jsonl.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { loadConfig } from '../dist/config.js';
import { compileQuery } from '../dist/decide/match/compile.js';
import { searchWriter, soughtBy } from '../dist/decide/match/search.js';
import { setsIn } from '../dist/decide/match/searchSets.js';
import { TITLE_READER } from '../dist/decide/merge/sought.js';
import { Refusal } from '../dist/domain/refusal.js';
import { between, plus } from '../dist/domain/time.js';
import { checkQuery } from '../dist/main.js';
import { lookUp } from '../dist/run/search.js';
import { mergeWords } from '../dist/store/mergeWords.js';
import { openSqlite } from '../dist/store/sqlite.js';
import { createStore } from '../dist/store/store.js';
import { makeItems, randomOf } from './items.mjs';
import { makeQueries } from './queries.mjs';
import { median, timed } from './rounds.mjs';
import { columns, say } from './table.mjs';

const STREAM = fileURLToPath(new URL('../../shared/eval/stream.jsonl', import.meta.url));
const ITEMS = 200_000;
const GENERATED_ITEMS = 20_000;
const GENERATED_QUERIES = 200;
const IN_A_COMMIT = 100;
const ROUNDS = 5;
const TOLD_EVERY = 25_000;
const MERGED_EVERY = 20_000;
const BECAUSE = 'a bench says so';

async function readItems(file, outlets) {
  if (file === undefined && !existsSync(STREAM))
    return makeItems(GENERATED_ITEMS, outlets).map((item) => inputItemSchema.parse(item));
  return readAll(file ?? STREAM, inputItemSchema);
}

/** `count` items of a few, each round of them as much later as they all last. */
function* repeated(past, count) {
  const lasts = between(past[0].item.seen, past.at(-1).item.seen) + 60_000;
  for (let number = 0; number < count; number += 1) {
    const { item } = past[number % past.length];
    const later = Math.floor(number / past.length) * lasts;
    yield {
      ...item,
      id: `${item.id}-${number}`,
      identities: [`guid:bench/${number}`],
      seen: plus(item.seen, later),
      published: plus(item.seen, later),
    };
  }
}

/** Commits the items as polls would and makes them searchable; answers CPU microseconds for each. */
async function fill({ store, engine }, { past, outlets }, count, name) {
  const act = { at: past[0].item.seen, actor: 'bench' };
  await store.commit(
    outlets.map((outlet) => ({ kind: 'outlet.listed', outlet, because: BECAUSE })),
    act,
  );
  let changes = [];
  let done = 0;
  const { cpuMs } = await timed(async () => {
    for (const item of repeated(past, count)) {
      done =
        changes.push({ kind: 'item.seen', item, baseline: false, because: BECAUSE }) === IN_A_COMMIT
          ? done + IN_A_COMMIT
          : done;
      if (changes.length < IN_A_COMMIT) continue;
      await store.commit(changes, act);
      await store.makeSearchable(IN_A_COMMIT);
      changes = [];
      if (done % MERGED_EVERY === 0) await mergeWords(engine, async () => {});
      if (done % TOLD_EVERY === 0) process.stderr.write(`${name}: ${done} of ${count} items\n`);
    }
    await store.commit(changes, act);
    await store.makeSearchable(IN_A_COMMIT);
  });
  return (1_000 * cpuMs) / count;
}

async function bytesOf(engine) {
  const [{ bytes }] = await engine.all(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    {},
  );
  return bytes;
}

async function filled(bench, folder, { count, writer, name }) {
  const { engine } = openSqlite(join(folder, `${writer ? 'with' : 'without'}.db`), bench.past[0].item.seen);
  const store = createStore(engine, TITLE_READER, writer);
  const perItem = await fill({ store, engine }, bench, count, name);
  return { store, perItem, bytes: (await bytesOf(engine)) / count };
}

/** All queries in turn, round after round, so that a slow spell of the machine falls on all alike; the first is told apart. */
async function measuredInTurn(store, queries, sets) {
  const rounds = queries.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { query }] of queries.entries())
      rounds[index].push(await timed(() => lookUp(store, query, null, sets)));
  }
  return rounds.map(([first, ...measured]) => ({ ...medianOf(measured), first: medianOf([first]) }));
}

/** The median round of looking a query up. */
function medianOf(measured) {
  return {
    cpuMs: median(measured.map((one) => one.cpuMs)),
    wallMs: median(measured.map((one) => one.wallMs)),
    hits: measured[0].answer.length,
  };
}

function at(figures, share) {
  return [...figures].sort((a, b) => a - b)[Math.ceil(share * figures.length) - 1];
}

function rowOf(name, measured) {
  const spread = (figureOf, shares, digits) => shares.map((share) => at(measured.map(figureOf), share).toFixed(digits));
  return [
    name,
    measured.length.toString(),
    ...spread(({ hits }) => hits, [0.5, 0.95], 0),
    ...spread(({ cpuMs }) => cpuMs, [0.5, 0.95, 1], 2),
    ...spread(({ wallMs }) => wallMs, [0.5, 0.95, 1], 2),
  ];
}

function compiled(query, { aliases, sets }) {
  const read = compileQuery(query, aliases);
  if (read.kind === 'error') throw new Error(`${query}: ${read.error.message}`);
  return { written: query, query: read.query, sought: soughtBy(read.query.query, sets) };
}

async function allLookedUp(store, queries, sets) {
  const measured = await measuredInTurn(store, queries, sets);
  return measured.map((one, index) => ({ ...one, isExact: queries[index].sought.isExact }));
}

function reportOf(shipped, generated) {
  const head = ['', 'queries', 'hits p50', 'p95', 'CPU ms p50', 'p95', 'max', 'wall ms p50', 'p95', 'max'];
  return columns([
    head,
    rowOf('shipped storylines', shipped),
    rowOf('generated queries', generated),
    ...[true, false].map((isExact) =>
      rowOf(
        isExact ? '  looked up alone' : '  judged beside',
        generated.filter((one) => one.isExact === isExact),
      ),
    ),
    rowOf('all of them', [...shipped, ...generated]),
    rowOf(
      '  asked for the first time',
      [...shipped, ...generated].map(({ first }) => first),
    ),
    ...shipped.map((one) => rowOf(`  ${one.name}`, [one])),
  ]);
}

async function prepare(file) {
  const config = loadConfig({ env: {}, checkQuery });
  const { outlets } = config.catalogue;
  const past = inTimeOrder(await readItems(file, outlets), outlets).map((one) => one.past);
  if (past.length === 0) throw new Refusal(`--items ${file}: holds no item; write one JSON object a line`);
  const publishers = new Map([...outlets, ...past.map((one) => one.outlet)].map((outlet) => [outlet.id, outlet]));
  return { catalogue: config.catalogue, past, outlets: [...publishers.values()] };
}

async function measure(bench, folder, count) {
  const { catalogue, past } = bench;
  const sets = setsIn(catalogue.aliases);
  const names = { aliases: catalogue.aliases, sets };
  const without = await filled(bench, folder, { count: count / 4, writer: null, name: 'without words' });
  await without.store.close();
  const { store, perItem, bytes } = await filled(bench, folder, {
    count,
    writer: searchWriter(sets),
    name: 'with words',
  });
  say(`${count} items, ${past.length} of them different`);
  say(`CPU of a commit: ${without.perItem.toFixed(0)} µs an item without words, ${perItem.toFixed(0)} µs with them`);
  say(`on the disk: ${without.bytes.toFixed(0)} bytes an item without words, ${bytes.toFixed(0)} with them\n`);
  const shipped = catalogue.storylines.map(({ slug, query }) => ({ slug, ...compiled(query, names) }));
  const generated = makeQueries(
    GENERATED_QUERIES,
    past.map(({ item }) => item),
    randomOf(7),
  ).map((query) => compiled(query, names));
  const all = await allLookedUp(store, [...shipped, ...generated], sets);
  const named = all.slice(0, shipped.length).map((one, index) => ({ ...one, name: shipped[index].slug }));
  for (const line of reportOf(named, all.slice(shipped.length))) say(line);
  say(`\nMedians of ${ROUNDS} rounds.`);
  await store.close();
}

/** Prints what searchable items cost, and the time to find those of each storyline. */
export async function run(words) {
  const options = { items: { type: 'string' }, count: { type: 'string', default: String(ITEMS) } };
  const { values } = parseArgs({ args: words, options });
  const count = Number(values.count);
  if (!(count >= 1_000 && count <= 1_000_000)) throw new Refusal('--count: should be a number from 1000 to 1000000');
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    await measure(await prepare(values.items), folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}
