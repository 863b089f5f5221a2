/** `storylines`: how right the shipped queries are about labelled items, and about which they are wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../dist/config.js';
import { checkQuery, openRules, vocabularyIn } from '../dist/main.js';
import { precisionOf, recallOf, scoreOf, sumOf } from './scores.mjs';
import { columns, say } from './table.mjs';

const OURS = fileURLToPath(new URL('../test/fixtures/storylines', import.meta.url));
const HEAD = ['storyline', 'right', 'wrong', 'missed', 'precision', 'recall'];

function rowOf(name, score) {
  const counts = [score.right, score.wrong.length, score.missed.length];
  return [name, ...counts.map(String), precisionOf(score).toFixed(3), recallOf(score).toFixed(3)];
}

function judged(file, matcher) {
  const items = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
  return items.map((item) => ({ ...item, found: matcher.match(item).map(({ storyline }) => storyline.slug) }));
}

function sayFile(file, slugs, matcher) {
  const items = judged(file, matcher);
  const scores = slugs.map((slug) => scoreOf(slug, items));
  const rows = slugs.map((slug, index) => rowOf(slug, scores[index]));
  const sum = sumOf(scores);
  say(`${basename(file)}: ${items.length} items`);
  for (const line of columns([HEAD, ...rows, rowOf('together', sum)])) say(line);
  for (const line of [...sum.wrong, ...sum.missed, '']) say(line);
}

/** Prints one table a file; `--only a,b` leaves the other storylines out, for items labelled with some only. */
export async function run(words) {
  const { values } = parseArgs({ args: words, options: { items: { type: 'string' }, only: { type: 'string' } } });
  const config = loadConfig({ env: {}, checkQuery });
  const { catalogue } = config;
  const { matcher } = openRules(catalogue.storylines, vocabularyIn(config));
  const slugs = values.only?.split(',') ?? catalogue.storylines.map(({ slug }) => slug);
  const files = values.items ? [values.items] : readdirSync(OURS).map((name) => join(OURS, name));
  for (const file of files) sayFile(file, slugs, matcher);
  return 0;
}
