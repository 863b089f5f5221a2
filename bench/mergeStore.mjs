/** Items judged over a real store, stage by stage; and a store filled to a size by its own statements. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchWriter } from '../dist/decide/match/search.js';
import { setsIn } from '../dist/decide/match/searchSets.js';
import { TITLE_READER } from '../dist/decide/merge/sought.js';
import { decideNews, judgeItems, questionOf } from '../dist/decide/news.js';
import { OWN } from '../dist/domain/origin.js';
import { between, plus } from '../dist/domain/time.js';
import { PREVIEW_PLACE, seedStore } from '../dist/main.js';
import { openSqlite } from '../dist/store/sqlite.js';
import { createStore } from '../dist/store/store.js';

export const STAGES = ['match', 'facts', 'decide', 'commit'];

const BECAUSE = 'a bench says so';
/** Asking for the CPU time takes as long as judging an item: stages are told apart in one document of so many. */
const SAMPLED = 8;
/** Items whose words are written at once, as the desk does. */
const SEARCHABLE_AT_ONCE = 50;
/** Items that a filling commit holds. */
const AT_ONCE = 2_000;
/** Reports of a development in a filled store, and the time between one round of the items and the next. */
const REPORTS = 3;
const BETWEEN_ROUNDS = 60_000;

/**
 * A store of its own with the catalogue in it, closed and deleted after `work`. Where it is not `searchable` it never has
 * words to search items by.
 */
export async function withStore({ config, outlets, past }, searchable, work) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const start = past[0].item.seen;
  const writer = searchable ? searchWriter(setsIn(config.catalogue.aliases)) : null;
  const store = createStore(openSqlite(join(folder, 'merge.db'), start).engine, TITLE_READER, writer);
  try {
    const { storylines } = config.catalogue;
    await seedStore(store, { outlets, feeds: [], storylines }, config, PREVIEW_PLACE, start);
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** µs of CPU that `work` takes, and what it answers. */
async function cpuOf(work) {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return { used: user + system, answer };
}

/** CPU time by stage, in µs an item. */
class Stages {
  #used = new Map(STAGES.map((stage) => [stage, 0]));
  #items = 0;

  async of(stage, work) {
    const { used, answer } = await cpuOf(work);
    this.#used.set(stage, this.#used.get(stage) + used);
    return answer;
  }

  /** What measures the next document of `size`, or does not. */
  ofDocument(number, size) {
    if (number % SAMPLED !== 0) return (_stage, work) => work();
    this.#items += size;
    return (stage, work) => this.of(stage, work);
  }

  get perItem() {
    return STAGES.map((stage) => this.#used.get(stage) / this.#items);
  }
}

async function takeDocument(store, rules, document, measured) {
  const { outlet, item } = document.at(-1);
  const context = { rules, now: item.seen };
  const items = document.map((one) => one.item);
  const judged = await measured('match', () => judgeItems(items, rules));
  const facts = await measured('facts', () => store.facts(questionOf(judged, context)));
  const news = { judged, outlet, baseline: false, lastSuccessAt: item.seen };
  const changes = await measured('decide', () => decideNews(news, facts, context));
  await measured('commit', () => store.commit(changes, { at: context.now, actor: 'bench' }));
  return changes;
}

async function takeDocuments(store, rules, past, size) {
  const stages = new Stages();
  let [placed, opened] = [0, 0];
  for (let at = 0; at < past.length; at += size) {
    const document = past.slice(at, at + size);
    for (const { kind } of await takeDocument(store, rules, document, stages.ofDocument(at / size, document.length))) {
      if (kind === 'development.opened') opened += 1;
      if (kind === 'development.opened' || kind === 'development.joined') placed += 1;
    }
  }
  return { stages: stages.perItem, placed, opened };
}

/**
 * Takes items in documents of `size`; answers µs of CPU an item, in all and by stage, those of writing its words behind,
 * items a second on the wall, and how many reports were placed and developments opened.
 */
export async function takeAll(store, rules, past, size) {
  const began = performance.now();
  const { used, answer } = await cpuOf(() => takeDocuments(store, rules, past, size));
  const wallPerSecond = past.length / ((performance.now() - began) / 1_000);
  const words = await cpuOf(async () => {
    while ((await store.makeSearchable(SEARCHABLE_AT_ONCE)) > 0);
  });
  return { ...answer, wallPerSecond, perItem: used / past.length, words: words.used / past.length };
}

/** The items again and again, each round as much later as they all last. */
function* rounds(past) {
  const lasts = between(past[0].item.seen, past.at(-1).item.seen) + BETWEEN_ROUNDS;
  for (let number = 0; ; number += 1) {
    const { item, outlet } = past[number % past.length];
    const round = Math.floor(number / past.length);
    const seen = plus(item.seen, round * lasts);
    const identities = item.identities.map((name) => `${name}/${round}`);
    const id = `it_${seen.slice(0, 16).replace(/[-:T]/g, '')}_${item.id}/${round}`;
    yield { item: { ...item, id, identities, seen, published: seen }, outlet };
  }
}

/** What placing would make of an item, but for the looking: every third report of a storyline opens a development. */
class Filling {
  #open = new Map();

  /** What else was placed meanwhile may have changed the developments that were open. */
  forget() {
    this.#open.clear();
  }

  changesOf(item, matches) {
    return [
      { kind: 'item.seen', item, baseline: false, because: BECAUSE },
      ...matches.flatMap(({ storyline: { slug }, judgement: { score, why } }) => [
        { kind: 'match.made', match: { item: item.id, storyline: slug, score, why }, because: BECAUSE },
        this.#placed(item, slug),
      ]),
    ];
  }

  #placed(item, storyline) {
    const { id, source, title, lede, link, published, seen } = item;
    const told = { title, lede, link, published, seen, figures: [], joined: { rule: 'opened' } };
    const report = { item: id, formerly: [], source, origin: OWN, ...told };
    const open = this.#open.get(storyline);
    if (open && open.rev < REPORTS) {
      open.rev += 1;
      return { kind: 'development.joined', id: open.id, rev: open.rev, report, because: BECAUSE };
    }
    const development = {
      id: `dv_${storyline}_${id}`,
      storyline,
      rev: 1,
      follows: null,
      openedAt: seen,
      lastAt: seen,
      reports: [report],
    };
    this.#open.set(storyline, { id: development.id, rev: 1 });
    return { kind: 'development.opened', development, because: BECAUSE };
  }
}

/** Items of a store that grows: `fill(count)` commits so many as they are, `next(count)` hands out those that follow. */
export function growing(store, rules, past) {
  const matches = new Map();
  const matchesOf = (title, lede, item) => {
    const key = `${title}\n${lede}`;
    if (!matches.has(key)) matches.set(key, rules.matcher.match(item));
    return matches.get(key);
  };
  const items = rounds(past);
  const filling = new Filling();
  const next = (count) => Array.from({ length: count }, () => items.next().value);
  return {
    next,
    async fill(count) {
      filling.forget();
      for (let left = count; left > 0; left -= AT_ONCE) {
        const some = next(Math.min(left, AT_ONCE));
        const changes = some.flatMap(({ item }) => filling.changesOf(item, matchesOf(item.title, item.lede, item)));
        await store.commit(changes, { at: some.at(-1).item.seen, actor: 'bench' });
      }
    },
  };
}
