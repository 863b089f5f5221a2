/** Measured work by name: `npm run bench -- line`. Exit codes: 0 done, 1 failed, 2 wrong usage. */
import { say } from './table.mjs';

const BENCHES = {
  acknowledge: {
    says: 'how soon interactions are acknowledged while 1,000 feeds are polled and parsed without a pause  [--count N]',
    load: () => import('./acknowledge.mjs'),
  },
  background: {
    says: 'counts the words of items, as config/background.json keeps them  FILE.jsonl…',
    load: () => import('./background.mjs'),
  },
  board: {
    says: '2,000 messages due at once over 200 channels, at the limits of Discord, and an alert that overtakes them  [--count N]',
    load: () => import('./board.mjs'),
  },
  browser: {
    says: 'every desk page in a real headless Chromium: faults, and when it is painted  [--url URL] [--shots DIR]',
    load: () => import('./browser.mjs'),
  },
  feeds: {
    says: 'reading feeds beside other readers, hostile inputs, polling, the guard  [--part NAME] [--suite DIR]',
    load: () => import('./feeds/index.mjs'),
  },
  house: { says: 'lines and function lengths per room', load: () => import('./house.mjs') },
  line: {
    says: 'items through the rules, the store and delivery; and matching alone  [--items FILE.jsonl]',
    load: () => import('./line.mjs'),
  },
  maintenance: {
    says: 'stalls of backup, checkpoint and retention over a million items, while somebody writes  [--count N]',
    load: () => import('./maintenance.mjs'),
  },
  match: {
    says: 'items against 10, 1,000 and 10,000 storylines, beside other ways to match  [--items FILE.jsonl]',
    load: () => import('./match.mjs'),
  },
  memory: {
    says: 'what a desk holds in memory: idle, and in 100 servers with 1,000 feeds  [--part idle|busy]',
    load: () => import('./memory.mjs'),
  },
  merge: {
    says: 'items judged over a store, at 10,000 to 1,000,000 stored items; merging alone  [--items FILE.jsonl] [--line|--curve] [--quick]',
    load: () => import('./merge.mjs'),
  },
  page: {
    says: 'the desk page over 100,000 stored items: its first page, each page, the longest stall  [--count N]',
    load: () => import('./page.mjs'),
  },
  punctual: {
    says: 'how late reminders come while 1,000 feeds are polled and parsed, and memory then',
    load: () => import('./punctual.mjs'),
  },
  storylines: {
    says: 'how right the shipped queries are about labelled items  [--items FILE.jsonl] [--only SLUG,SLUG]',
    load: () => import('./storylines.mjs'),
  },
  search: {
    says: 'keeping 200,000 items searchable, and finding those of a storyline  [--items FILE.jsonl] [--count N]',
    load: () => import('./search.mjs'),
  },
  soak: {
    says: 'a month of the demo by a clock that does not wait, kept each night; fails when memory grows  [--days N] [--every MINUTES]',
    load: () => import('./soak.mjs'),
  },
  start: {
    says: 'from process start to the first poll, and memory then: with an empty database, and with 100,000 items  [--count N]',
    load: () => import('./start.mjs'),
  },
};

function list() {
  for (const [name, { says }] of Object.entries(BENCHES)) say(`  npm run bench -- ${name.padEnd(11)} ${says}`);
}

/** What a caller can mend is a message; anything else is a bug and keeps its trace. */
function isUsage(error) {
  return error instanceof Error && (error.name === 'Refusal' || String(error.code).startsWith('ERR_PARSE_ARGS'));
}

async function bench([name, ...words]) {
  if (name === undefined || !Object.hasOwn(BENCHES, name)) {
    say(name === undefined ? 'Say what to measure:' : `There is no bench "${name}"; there are:`);
    list();
    return 2;
  }
  try {
    const { run } = await BENCHES[name].load();
    return await run(words);
  } catch (error) {
    if (!isUsage(error)) throw error;
    say(`bench ${name}: ${error.message}`);
    return 2;
  }
}

/** A reader that went away (`… | head`) is no failure. */
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await bench(process.argv.slice(2));
