/** Megabytes a second of CPU: our hardened reading of a text beside other readers, on the texts of the polling bench. */
import { interleaved, median } from '../rounds.mjs';
import { columns, say } from '../table.mjs';
import { documentsAt } from './documents.mjs';
import { progress } from './progress.mjs';
import { FEEDSMITH, HTMLPARSER2, OURS, RSS_PARSER } from './readers.mjs';

const ROUNDS = 9;
const WARM_UP = 3;
const READERS = [OURS, RSS_PARSER, FEEDSMITH, HTMLPARSER2];

async function readAll(reader, texts) {
  let items = 0;
  for (const text of texts) items += reader.entriesOf(await reader.parse(text, 'https://news.example/feed')).length;
  return items;
}

/** Mapping its fields is no reader's own work; that all of them find every item is seen before. */
async function demandEqualWork(texts) {
  const counts = [];
  for (const reader of READERS) counts.push(await readAll(reader, texts));
  if (new Set(counts).size > 1) throw new Error(`The readers found different numbers of items: ${counts.join(', ')}`);
}

async function parseAll(reader, texts) {
  for (const text of texts) await reader.parse(text, 'https://news.example/feed');
}

function measure(texts) {
  const works = READERS.map((reader) => [reader.name, () => parseAll(reader, texts)]);
  const before = async (round) => progress(`throughput: round ${round + 1} of ${WARM_UP + ROUNDS}`);
  return interleaved({ count: ROUNDS, warmUp: WARM_UP, before, works: Object.fromEntries(works) });
}

function costsOf(rounds, { name }) {
  return rounds.get(name).map(({ cpuMs }) => cpuMs);
}

/** How many times rss-parser's speed, the median of the ratios within rounds. */
function speedOf(rounds, reader) {
  const own = costsOf(rounds, reader);
  return median(costsOf(rounds, RSS_PARSER).map((cost, round) => cost / own[round]));
}

/** Prints each reader's speed; answers the limit that ours breaks when it is slower than rss-parser. */
export async function throughput() {
  const texts = documentsAt(0).map(({ text }) => text);
  const megabytes = texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1e6;
  await demandEqualWork(texts);
  const rounds = await measure(texts);
  const rows = READERS.map((reader) => {
    const rate = megabytes / (median(costsOf(rounds, reader)) / 1_000);
    return [reader.name, rate.toFixed(1), speedOf(rounds, reader).toFixed(2)];
  });
  say(`${texts.length} texts, ${megabytes.toFixed(2)} MB; medians of ${ROUNDS} rounds, at least rss-parser's speed\n`);
  for (const row of columns([['', 'MB/s of CPU', '/ rss-parser'], ...rows])) say(row);
  const speed = speedOf(rounds, OURS);
  return speed >= 1 ? [] : [`ours reads at ${speed.toFixed(2)} of rss-parser's speed, at least 1`];
}
