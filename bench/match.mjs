/**
 * `match`: items against 10, 1,000 and 10,000 storylines, beside tokenising alone, one regular expression a query, an
 * Aho-Corasick automaton, and SQLite's FTS5. Queries are made of the items' own words in the shape of the shipped
 * ones, which stand among them. The percolator's answers are checked against the plain meaning first.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputItemSchema, readAll, wordsOf } from '../dist/cli/jsonl.js';
import { loadConfig } from '../dist/config.js';
import { commonnessIn } from '../dist/decide/match/commonness.js';
import { readItem } from '../dist/decide/match/fields.js';
import { Lexicon } from '../dist/decide/match/percolator/lexicon.js';
import { percolatorOf } from '../dist/decide/match/percolator/percolator.js';
import { Scanner } from '../dist/decide/match/percolator/scan.js';
import { satisfies } from '../dist/decide/match/satisfies.js';
import { compileStorylines } from '../dist/decide/match/storylines.js';
import { makeItems, randomOf } from './items.mjs';
import { PEERS } from './matchPeers.mjs';
import { percentile } from './measure.mjs';
import { makeStorylineQueries } from './queries.mjs';
import { interleaved, median, timed } from './rounds.mjs';
import { columns, say } from './table.mjs';

const STREAM = fileURLToPath(new URL('../../shared/eval/stream.jsonl', import.meta.url));
const GENERATED = 10_000;
const SIZES = [10, 1_000, 10_000];
const ROUNDS = 5;
/** Items whose answers are compared with judging every query; fewer where there are many queries. */
const CHECKED = 200_000;

async function itemsFrom(file, outlets) {
  const read = file ?? (existsSync(STREAM) ? STREAM : null);
  if (read === null) return makeItems(GENERATED, outlets).map(({ title, lede }) => ({ title, lede }));
  const items = await readAll(read, inputItemSchema);
  return items.map((item) => ({ ...wordsOf(item), source: { outlet: item.outlet ?? '', group: '', label: 'press' } }));
}

/** The shipped storylines first, then made ones up to `count`. */
function storylinesOf(count, queries, { storylines }) {
  const made = queries.map((query, index) => ({ ...storylines[0], slug: `made-${index}`, query, deadline: null }));
  return [...storylines, ...made].slice(0, count);
}

function checked(matcher, tracked, items) {
  const every = Math.max(1, Math.floor((items.length * tracked.length) / CHECKED));
  for (let at = 0; at < items.length; at += every) {
    const read = readItem(items[at]);
    const plainly = tracked.filter(({ query }) => satisfies(query.query, read)).map(({ storyline }) => storyline.slug);
    const found = matcher.match(items[at]).map(({ storyline }) => storyline.slug);
    const same = plainly.length === found.length && plainly.every((slug) => found.includes(slug));
    if (!same) throw new Error(`item ${at}: found ${found.join()}, by the plain meaning ${plainly.join()}`);
  }
  return Math.ceil(items.length / every);
}

/** Milliseconds of CPU of `ROUNDS` rounds over all items, after one that is not measured. */
async function roundsOf(work) {
  const measured = [];
  for (let round = 0; round <= ROUNDS; round += 1) measured.push(await timed(work));
  return measured.slice(1).map(({ cpuMs }) => cpuMs);
}

function tokenised(items) {
  const scanner = new Scanner(new Lexicon());
  return () => {
    let words = 0;
    for (const { title, lede } of items) {
      scanner.begin(title.length + lede.length);
      scanner.scan(title);
      scanner.scan(lede);
      words += scanner.count;
    }
    return words;
  };
}

function found(percolator, items) {
  return () => {
    let matches = 0;
    for (const item of items) matches += percolator.find(item).length;
    return matches;
  };
}

function explained(matcher, items) {
  return () => {
    let matches = 0;
    for (const item of items) matches += matcher.match(item).length;
    return matches;
  };
}

/** Microseconds of single items on the wall, the best of three passes, so that the machine's own pauses are left out. */
function perItem(percolator, items) {
  const best = new Float64Array(items.length).fill(Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < 3; pass += 1) {
    items.forEach((item, index) => {
      const began = performance.now();
      percolator.find(item);
      best[index] = Math.min(best[index], (performance.now() - began) * 1_000);
    });
  }
  return [...best];
}

const rate = (items, ms) => Math.round(items.length / (ms / 1_000)).toLocaleString('en');
const microseconds = (figure) => `${figure.toFixed(1)} µs`;

/** Tokenising, finding and explaining in turn, so that a slow spell of the machine falls on all alike. */
async function inTurn({ percolator, matcher, items }) {
  const works = { floor: tokenised(items), own: found(percolator, items), whole: explained(matcher, items) };
  const measured = await interleaved({ count: ROUNDS, warmUp: 1, before: () => {}, works });
  return Object.fromEntries([...measured].map(([name, rounds]) => [name, median(rounds.map(({ cpuMs }) => cpuMs))]));
}

async function sizeRow(size, { items, queries, config, names, commonness }) {
  const storylines = storylinesOf(size, queries, config.catalogue);
  const build = () => compileStorylines(storylines, names, commonness);
  const { wallMs: first, answer } = await timed(build);
  const { matcher, tracked } = answer;
  const later = [];
  for (let round = 0; round < ROUNDS; round += 1) later.push(await timed(build));
  const again = await timed(() => compileStorylines(storylines, names, commonness, tracked));
  const count = checked(matcher, tracked, items);
  const percolator = percolatorOf(
    tracked.map(({ query }) => query.query),
    commonness,
  );
  const matches = found(percolator, items)();
  const { floor, own, whole } = await inTurn({ percolator, matcher, items });
  const times = perItem(percolator, items);
  say(`  ${size.toLocaleString('en')}: ${count} items checked; ${matches} matches in ${items.length} items`);
  return {
    row: [
      size.toLocaleString('en'),
      rate(items, own),
      `${(own / floor).toFixed(2)} x`,
      rate(items, whole),
      `${microseconds(percentile(times, 0.5))} / ${microseconds(percentile(times, 0.99))} / ${microseconds(Math.max(...times))}`,
      `${Math.round(first)} / ${Math.round(median(later.map(({ wallMs }) => wallMs)))} ms`,
      `${Math.round(again.cpuMs)} ms`,
    ],
    tracked,
  };
}

async function peerRows({ items }, sizes) {
  const rows = [];
  for (const { name, most, share, prepare } of PEERS) {
    const cells = [];
    for (const { size, tracked } of sizes) {
      if (size > most) {
        cells.push('–');
        continue;
      }
      const few = items.slice(0, Math.max(50, Math.floor(items.length * share(size))));
      const work = prepare(tracked, few);
      work();
      const one = await timed(work);
      cells.push(rate(few, one.cpuMs));
    }
    rows.push([name, ...cells]);
    say(`  ${name} measured`);
  }
  return rows;
}

export async function run(words) {
  const { values } = parseArgs({ args: words, options: { items: { type: 'string' } } });
  const config = loadConfig({ env: {} });
  const items = await itemsFrom(values.items, config.catalogue.outlets);
  const queries = makeStorylineQueries(Math.max(...SIZES), items, randomOf(7));
  const names = () => ({ aliases: config.catalogue.aliases, sources: null });
  const commonness = commonnessIn(config.background);
  const bench = { items, queries, config, names, commonness };
  say(`${items.length} items; a query such as: ${queries[3]}`);
  const sizes = [];
  for (const size of SIZES) sizes.push({ size, ...(await sizeRow(size, bench)) });
  const floors = await roundsOf(tokenised(items));
  say('');
  const head = [
    ...['storylines', 'items/s', 'of tokenising', 'and explained', 'an item p50 / p99 / max'],
    ...['build, first / again', 'one changed'],
  ];
  for (const line of columns([head, ...sizes.map(({ row }) => row)])) say(line);
  say(
    `tokenising alone: ${rate(items, median(floors))} items/s. CPU time, median of ${ROUNDS} rounds; builds on the wall.`,
  );
  say('');
  const peers = await peerRows(bench, sizes);
  say('');
  const own = ['this matcher', ...sizes.map(({ row }) => row[1])];
  for (const line of columns([
    ['items/s at storylines', ...SIZES.map((size) => size.toLocaleString('en'))],
    own,
    ...peers,
  ]))
    say(line);
}
