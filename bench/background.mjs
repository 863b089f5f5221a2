/**
 * `npm run bench -- background FILE.jsonl…`: how many of the items hold each word, as config/background.json keeps it.
 * Words of fewer than three items are left out: most are misspelt, and as rare as words never seen.
 */
import { readFileSync } from 'node:fs';
import { tokenise } from '../dist/decide/match/normalise.js';
import { say } from './table.mjs';

const FEWEST = 3;
/** Counts this close tell the same. */
const STEP = 1.1;

function textsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).map(({ title, lede = '' }) => `${title}\n${lede}`);
}

function countsOf(texts) {
  const counts = new Map();
  for (const text of texts) {
    for (const word of new Set(tokenise(text).map((token) => token.text)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function rounded(count) {
  return count < 10 ? count : Math.round(STEP ** Math.round(Math.log(count) / Math.log(STEP)));
}

function classesOf(counts) {
  const classes = new Map();
  for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count >= FEWEST) classes.set(rounded(count), [...(classes.get(rounded(count)) ?? []), word]);
  }
  return [...classes].sort(([a], [b]) => b - a).map(([items, words]) => ({ items, words: words.join(' ') }));
}

/** Prints the file's JSON. */
export function run(files) {
  const texts = [...new Set(files.flatMap(textsOf))];
  const about =
    'How many of so many news items hold a word: what tells a rare word from a common one before the desk has read anything. Counts are rounded; English only, as the items were.';
  say(JSON.stringify({ about, items: texts.length, counts: classesOf(countsOf(texts)) }, null, 1));
}
