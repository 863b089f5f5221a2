/**
 * What a round over fifty feeds costs in CPU of the whole process, worker threads included: unchanged, a tenth new, and
 * cold, beside the bare requests and beside readers that parse every text anew. The server moves on before each round.
 */
import { isDeepStrictEqual } from 'node:util';
import RssParser from 'rss-parser';
import { parse } from '../../dist/feeds/parse.js';
import { interleaved, median } from '../rounds.mjs';
import { columns, say } from '../table.mjs';
import { openBare } from './bareFetch.mjs';
import { openServer } from './children.mjs';
import { feedAt, freshState, openDesk, pollOnce } from './desk.mjs';
import { documentsAt, FEED_COUNT } from './documents.mjs';
import { progress } from './progress.mjs';
import { FEEDSMITH, HTMLPARSER2, RSS_PARSER } from './readers.mjs';

const ROUNDS = 9;
const WARM_UP = 3;
/** Rounds of nothing but 304s are short, and a collection of garbage weighs heavily in one: there are more of them. */
const SHORT = { count: 101, warmUp: 40 };
/** Ours against the bare requests, and with a tenth new against rss-parser over everything. */
const LIMITS = { unchanged: 1.2, tenthNew: 1 / 3 };

/** Everything a round works on: where each feed stands, and what is served now. */
function openBench({ url }, { feeds, concurrency }) {
  const targets = Array.from({ length: FEED_COUNT }, (_, number) => feedAt(`${url}/${number}`, `feed-${number}`));
  const known = targets.map(() => new Set());
  return { bare: null, feeds, concurrency, targets, states: targets.map(freshState), known, documents: documentsAt(0) };
}

/** `work(index)` for every feed, as many at once as the desk does. */
async function overFeeds({ concurrency }, work) {
  const answers = [];
  let next = 0;
  const lane = async () => {
    while (next < FEED_COUNT) {
      const index = next;
      next += 1;
      answers[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return answers;
}

/** Polls every feed from `states`; answers what was fetched and the states after it. */
function polled(bench, states) {
  return overFeeds(bench, (index) => pollOnce(bench.feeds, bench.targets[index], states[index]));
}

async function oursUnchanged(bench) {
  for (const { fetched } of await polled(bench, bench.states)) {
    if (fetched.kind !== 'unchanged') throw new Error(`${fetched.kind} although nothing changed`);
  }
}

async function oursNew(bench) {
  const answers = await polled(bench, bench.states);
  bench.states = answers.map(({ state }) => state);
  return answers.map(({ fetched }) => fetched);
}

async function oursCold(bench) {
  const answers = await polled(bench, bench.targets.map(freshState));
  return answers.map(({ fetched }) => fetched);
}

function bareUnchanged({ bare, documents, ...bench }) {
  return overFeeds(bench, (index) => bare.confirm(bench.targets[index].url, documents[index]));
}

function bareBodies(bench) {
  return overFeeds(bench, (index) => bench.bare.get(bench.targets[index].url));
}

/** Parsing alone, in this thread: entries that the documents before had word for word are leapt over. */
async function oursParsed(bench) {
  for (const [index, { text, fresh }] of bench.documents.entries()) {
    const { slots, entries } = await parse(text, bench.targets[index].url, bench.known[index]);
    demand(bench.known[index].size === 0 || entries.length === fresh.length, 'ours parsing what is new');
    bench.known[index] = new Set(slots.map(({ digest }) => digest));
  }
}

/** What a poll costs with rss-parser's own request, a new connection and an unpacked body each. */
function rssParserPolls(bench) {
  const parser = new RssParser();
  return overFeeds(bench, (index) => parser.parseURL(bench.targets[index].url));
}

async function parsedBy(reader, { documents }) {
  const parsed = [];
  for (const { text } of documents) parsed.push(await reader.parse(text, null));
  return parsed;
}

async function titlesReadBy(reader, bench) {
  const parsed = await parsedBy(reader, bench);
  return parsed.map((each) => reader.entriesOf(each).map(({ title }) => title));
}

function titlesOf(fetched) {
  return fetched.map(({ items = [] }) => items.map(({ title }) => title));
}

function demand(holds, what) {
  if (!holds) throw new Error(`Unequal work: ${what}`);
}

/** A poll with memory may leave out what it gave before, never what is new, and invents nothing. */
function givesNews(titles, { titles: all, fresh }) {
  return fresh.every((title) => titles.includes(title)) && titles.every((title) => all.includes(title));
}

/** Throws unless all find the same titles, those served, and a warm poll finds what is new. */
async function demandEqualWork(bench, server) {
  await oursNew(bench);
  await moveTo(bench, server, 1);
  const expected = bench.documents.map(({ titles }) => titles);
  const news = titlesOf(await oursNew(bench));
  demand(
    news.every((titles, index) => givesNews(titles, bench.documents[index])),
    'ours with a tenth new',
  );
  demand(isDeepStrictEqual(titlesOf(await oursCold(bench)), expected), 'ours cold');
  demand(
    isDeepStrictEqual(
      await bareBodies(bench),
      bench.documents.map(({ text }) => text),
    ),
    'the bare bodies',
  );
  for (const reader of [RSS_PARSER, FEEDSMITH, HTMLPARSER2]) {
    demand(isDeepStrictEqual(await titlesReadBy(reader, bench), expected), reader.name);
  }
}

async function moveTo(bench, server, step) {
  await server.ask({ step });
  bench.documents = documentsAt(step);
}

/** At a standstill of the server. */
function unchangedRounds(bench) {
  progress('poll: unchanged');
  const works = { bareUnchanged: () => bareUnchanged(bench), unchanged: () => oursUnchanged(bench) };
  return interleaved({ ...SHORT, before: async () => {}, works });
}

/** The poll that meets what is new comes first: it brings the states to where the server is. */
function movedRounds(bench, server) {
  const before = (round) => {
    progress(`poll: round ${round + 1} of ${WARM_UP + ROUNDS}`);
    return moveTo(bench, server, round + 2);
  };
  const works = {
    tenthNew: () => oursNew(bench),
    parsedNew: () => oursParsed(bench),
    bareBodies: () => bareBodies(bench),
    cold: () => oursCold(bench),
    rssParser: () => parsedBy(RSS_PARSER, bench),
    parseUrl: () => rssParserPolls(bench),
    feedsmith: () => parsedBy(FEEDSMITH, bench),
    htmlparser2: () => parsedBy(HTMLPARSER2, bench),
  };
  return interleaved({ count: ROUNDS, warmUp: WARM_UP, before, works });
}

async function measured(bench, server) {
  progress('poll: the same work for all');
  await demandEqualWork(bench, server);
  const unchanged = await unchangedRounds(bench);
  return new Map([...unchanged, ...(await movedRounds(bench, server))]);
}

/** Name -> the milliseconds of CPU of each round. */
function costsOf(rounds) {
  return Object.fromEntries([...rounds].map(([name, found]) => [name, found.map(({ cpuMs }) => cpuMs)]));
}

/** The median of the ratios within rounds. */
function ratio(costs, over) {
  return median(costs.map((cost, round) => cost / over[round]));
}

function sum(one, other) {
  return one.map((cost, round) => cost + other[round]);
}

/** Unchanged rounds and the others were not taken in pairs: medians are compared. */
function overMedian(costs, over) {
  return (median(costs) / median(over)).toFixed(2);
}

function rowsOf(costs) {
  const {
    bareUnchanged,
    unchanged,
    bareBodies,
    tenthNew,
    parsedNew,
    cold,
    rssParser,
    parseUrl,
    feedsmith,
    htmlparser2,
  } = costs;
  const names = [
    ['bare requests, all 304', bareUnchanged],
    ['ours, unchanged', unchanged],
    ['bare requests, all bodies unpacked', bareBodies],
    ['ours, a tenth new', tenthNew],
    ['ours, a tenth new, parsing alone', parsedNew],
    ['ours, cold', cold],
    ['rss-parser over all texts', rssParser],
    ['bodies and rss-parser', sum(bareBodies, rssParser)],
    ['a poll by rss-parser itself (parseURL)', parseUrl],
    ['feedsmith over all texts', feedsmith],
    ['htmlparser2 over all texts', htmlparser2],
  ];
  return names.map(([name, each]) => [
    name,
    median(each).toFixed(1),
    (median(each) / FEED_COUNT).toFixed(2),
    overMedian(each, rssParser),
    overMedian(each, sum(bareBodies, rssParser)),
  ]);
}

function brokenBy({ bareUnchanged, unchanged, tenthNew, rssParser }) {
  const found = { unchanged: ratio(unchanged, bareUnchanged), tenthNew: ratio(tenthNew, rssParser) };
  say(`\nours unchanged / bare 304: ${found.unchanged.toFixed(2)}, at most ${LIMITS.unchanged}`);
  say(
    `ours with a tenth new / rss-parser over all texts: ${found.tenthNew.toFixed(2)}, at most ${LIMITS.tenthNew.toFixed(2)}`,
  );
  const beyond = Object.keys(LIMITS).filter((name) => found[name] > LIMITS[name]);
  return beyond.map((name) => `${name}: ${found[name].toFixed(2)}, at most ${LIMITS[name].toFixed(2)}`);
}

function sayWhat({ documents }) {
  const kilobytes = documents.reduce((total, { text }) => total + Buffer.byteLength(text), 0) / FEED_COUNT / 1_000;
  const items = documents.reduce((total, { titles }) => total + titles.length, 0) / FEED_COUNT;
  say(
    `${FEED_COUNT} feeds of ${kilobytes.toFixed(0)} KB and ${items.toFixed(0)} items on average; medians of ${ROUNDS} rounds\n`,
  );
}

async function withServer(server) {
  const desk = openDesk();
  const bench = openBench(server, desk);
  await oursCold(bench);
  bench.bare = openBare(await server.ask({}));
  const rounds = await measured(bench, server);
  await Promise.all([desk.feeds.close(), bench.bare.close()]);
  sayWhat(bench);
  return costsOf(rounds);
}

/** Prints what a round costs; answers the limits it breaks. */
export async function poll() {
  const server = await openServer('./pollServer.mjs');
  const costs = await withServer(server).finally(() => server.close());
  const head = ['', 'ms CPU', 'per feed', '/ rss-parser', '/ bodies and rss-parser'];
  for (const row of columns([head, ...rowsOf(costs)])) say(row);
  return brokenBy(costs);
}
