/** Developments found by the words of their titles: what merging makes of them, and what it costs to ask. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { learn } from '../../src/decide/learn.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { decideNews, judgeItems, questionOf } from '../../src/decide/news.ts';
import { prepareRules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Development } from '../../src/domain/development.ts';
import { type Facts, NO_FACTS, type Question } from '../../src/domain/facts.ts';
import { id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { HOUR, type Instant, MINUTE, plus } from '../../src/domain/time.ts';
import type { TitleReader } from '../../src/domain/title.ts';
import type { Engine } from '../../src/store/engine.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { listening } from '../fakes/listening.ts';
import { aFollow, anItem, anOutlet, aReport, aStoryline, at, press } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';

const START = at('2025-08-06T00:00Z');
const because = 'a test says so';
const FERRIES = aStoryline({ slug: id('ferries'), query: 'ferry OR harbour', deadline: null });
const CHOIRS = aStoryline({ slug: id('choirs'), query: 'choir OR harbour', deadline: null });
const OUTLETS = ['bbc', 'guardian', 'tass'].map((name) => anOutlet({ id: id(name), name, group: name }));
const CATALOGUE: readonly Change[] = [
  ...OUTLETS.map((outlet): Change => ({ kind: 'outlet.listed', outlet, because })),
  { kind: 'storyline.defined', storyline: FERRIES, because },
  { kind: 'storyline.defined', storyline: CHOIRS, because },
  { kind: 'follow.set', follow: aFollow({ storyline: FERRIES.slug }), because },
];

/** Common in news at large, and rare enough to tell alone; the other words were never counted. */
const COUNTED = { storm: 60, bridge: 40, island: 4, prize: 2, ferry: 3 };

function rulesOf() {
  const background = { items: 1_000, counts: new Map(Object.entries(COUNTED)) };
  const prepared = prepareRules([FERRIES, CHOIRS], { ...vocabularyOf({}), background });
  if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
  return prepared.rules;
}

const RULES = rulesOf();

function itemOf(number: number, title: string, seen: Instant, change: Partial<Item> = {}): Item {
  const link = `https://example.org/${number}`;
  const identities = [`link:${link}`];
  return anItem({
    id: id(`i${number}`),
    identities,
    guid: null,
    link,
    title,
    lede: '',
    published: seen,
    seen,
    hash: title,
    ...change,
  });
}

/** A desk over a store; `open` opens another on the same database. */
async function desk(engine: Engine, titles: TitleReader = TITLE_READER) {
  const store = createStore(engine, titles);
  const ask = (question: Question): Promise<Facts> => store.facts(question);
  const about = (items: readonly Item[], now: Instant) => {
    const judged = judgeItems(items, RULES);
    const news = { judged, outlet: anOutlet(), baseline: false, lastSuccessAt: null, toldUntil: null };
    return { news, question: questionOf(judged, { rules: RULES, now }) };
  };
  const decide = (items: readonly Item[], facts: Facts, now: Instant) =>
    decideNews(about(items, now).news, facts, { rules: RULES, now });
  return {
    decide,
    commit: (changes: readonly Change[], now: Instant) => store.commit(changes, { at: now, actor: 'test' }),
    factsFor: (items: readonly Item[], now: Instant) => ask(about(items, now).question),
    /** What is known of items, decided and committed. */
    async take(items: readonly Item[], now: Instant): Promise<readonly Change[]> {
      const changes = decide(items, await ask(about(items, now).question), now);
      await store.commit(changes, { at: now, actor: 'test' });
      return changes;
    },
    questionFor: (items: readonly Item[], now: Instant) => about(items, now).question,
  };
}

async function openDesk() {
  const { engine } = openSqlite(':memory:', START);
  const opened = await desk(engine);
  await opened.commit(CATALOGUE, START);
  return { ...opened, engine };
}

const WORDS = ['ferry', 'choir', 'harbour', 'aground', 'island', 'prize', 'storm', 'bridge', 'killed', '12', 'frees'];
const title = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['ferry', '12', 'killed', '5', 'August'], ['ferry', '14', 'killed', '5', 'August']),
  },
);
const said = fc.record({
  words: title,
  lede: fc.option(title, { nil: [] }),
  late: fc.integer({ min: -30, max: 600 }),
  outlet: fc.constantFrom('bbc', 'guardian', 'tass'),
  /** Which earlier item this is with other words. */
  again: fc.option(fc.nat({ max: 30 }), { freq: 4 }),
  /** How many items before it came the one whose outlet tells it again, under another link. */
  retells: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
});
const documents = fc.array(
  fc.record({ hours: fc.constantFrom(0, 1, 3, 9, 17, 30, 49), items: fc.array(said, { minLength: 1, maxLength: 5 }) }),
  { maxLength: 14 },
);

type Document = typeof documents extends fc.Arbitrary<(infer One)[]> ? One : never;

function saidBy(title: string, lede = '', late = 0): Document['items'][number] {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  return { words: words(title), lede: words(lede), late, outlet: 'bbc', again: null, retells: null };
}

/** The items of a document, which `seen` has afterwards; one that comes again keeps the link and outlet it had. */
function itemsOf({ items }: Document, seen: Item[], now: Instant): readonly Item[] {
  return items.map(({ words, lede, late, outlet, again, retells }) => {
    const published = plus(now, -late * MINUTE);
    const known = seen.find((_, at) => at === again);
    const told = retells === null ? undefined : seen.at(-retells);
    const source = known?.source ?? told?.source ?? press(outlet, outlet);
    const link = known ? { identities: known.identities, link: known.link } : {};
    const item = itemOf(seen.length, told?.title ?? words.join(' '), now, {
      lede: lede.join(' '),
      published,
      source,
      ...link,
    });
    seen.push(item);
    return item;
  });
}

type Kept = Pick<Item, 'title' | 'lede' | 'link' | 'published' | 'seen'>;

/** Items as a store keeps them: an edit changes words, not when they were published. */
function remember(kept: Map<string, Kept>, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === 'item.seen') kept.set(change.item.id, change.item);
    if (change.kind !== 'item.edited') continue;
    const { title, lede, link } = change.item;
    kept.set(change.item.id, { ...(kept.get(change.item.id) ?? change.item), title, lede, link });
  }
}

/** All developments after these changes, with the reports as their items are kept. */
function everything(before: readonly Development[], changes: readonly Change[], kept: Map<string, Kept>, now: Instant) {
  const { developments } = learn({ ...NO_FACTS, developments: before }, changes, now);
  remember(kept, changes);
  return developments.map((development) => ({
    ...development,
    reports: development.reports.map((report) => {
      const { title, lede, link, published, seen } = kept.get(report.item) ?? report;
      return { ...report, title, lede, link, published, seen };
    }),
  }));
}

/** All that the items may change, in the order of the store. */
function living(developments: readonly Development[], { storylines, since }: Question): readonly Development[] {
  const order = ({ lastAt, id }: Development) => `${lastAt} ${id}`;
  return developments
    .filter(({ storyline, lastAt }) => storylines.includes(storyline) && lastAt >= since)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

interface Placed {
  /** What came true with each document. */
  readonly changes: readonly Change[];
  /** Developments that need not be known for it. */
  readonly left: number;
}

/** Takes documents one after another, each decided by what a store finds and by all there is. */
async function placedOf(stream: readonly Document[]): Promise<readonly Placed[]> {
  const { factsFor, questionFor, decide, commit, engine } = await openDesk();
  const seen: Item[] = [];
  const kept = new Map<string, Kept>();
  const placed: Placed[] = [];
  let now = START;
  let all: readonly Development[] = [];
  for (const document of stream) {
    now = plus(now, document.hours * HOUR + MINUTE);
    const items = itemsOf(document, seen, now);
    const facts = await factsFor(items, now);
    const developments = living(all, questionFor(items, now));
    const changes = decide(items, facts, now);
    expect(changes).toEqual(decide(items, { ...facts, developments, beyond: new Map() }, now));
    await commit(changes, now);
    const isOnce = new Set(items.map(({ link }) => link)).size === items.length;
    if (isOnce) expect(decide(items, await factsFor(items, now), now)).toEqual([]);
    all = everything(all, changes, kept, now);
    placed.push({ changes, left: developments.length - facts.developments.length });
  }
  await engine.close();
  return placed;
}

/** One item in each document but the last, all of one outlet. */
const OPENINGS_TELL: readonly Document[] = [
  { hours: 0, items: [saidBy('aground choir', 'ferry 12 killed 5 August')] },
  { hours: 0, items: [saidBy('aground', 'ferry 12 killed 5 August')] },
  { hours: 0, items: [saidBy('harbour aground')] },
  { hours: 0, items: [saidBy('killed', 'ferry')] },
  { hours: 17, items: [saidBy('bridge island harbour choir aground', 'ferry', 448), saidBy('ferry')] },
];

describe('developments found by the words of their titles', () => {
  it('weigh openings by nothing that only some of the developments known would tell', async () => {
    expect(await placedOf(OPENINGS_TELL)).toHaveLength(OPENINGS_TELL.length);
  });

  it('take in the same reports for the same reasons as if all developments were known', async () => {
    const placed: Placed[] = [];
    await fc.assert(
      fc.asyncProperty(documents, async (stream) => {
        placed.push(...(await placedOf(stream)));
      }),
      runs(60),
    );
    const made = placed.flatMap(({ changes }) => changes.map(({ kind }) => kind));
    const often = (kind: Change['kind']) => made.filter((one) => one === kind).length;
    expect(often('development.opened')).toBeGreaterThan(50);
    expect(often('development.joined')).toBeGreaterThan(50);
    expect(often('development.retold')).toBeGreaterThan(5);
    const again = placed
      .flatMap(({ changes }) => changes)
      .filter((change) => change.kind === 'development.retold' && change.was !== change.report.item);
    expect(again.length).toBeGreaterThan(5);
    expect(placed.reduce((sum, { left }) => sum + left, 0)).toBeGreaterThan(50);
  }, 60_000);

  it('are asked for and kept without going through any table', async () => {
    const { engine, asked, plans } = listening(openSqlite(':memory:', START).engine);
    const { commit, take } = await desk(engine);
    await commit(CATALOGUE, START);
    await take([itemOf(1, 'ferry aground', START)], START);
    asked.length = 0;
    await take([itemOf(2, 'island ferry aground', START), itemOf(1, 'storm ferry', START)], START);
    await take([itemOf(3, 'ferry storm', START)], START);
    const steps = await plans();
    expect(asked.filter(({ sql }) => sql.includes('title_word')).length).toBeGreaterThan(10);
    expect(steps.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN CONSTANT ROW'))).toEqual([]);
    await engine.close();
  });

  it('count for their storyline as long as they may take in reports, and no longer', async () => {
    const { engine, take, factsFor } = await openDesk();
    await take([itemOf(1, 'ferry aground', START), itemOf(2, 'choir wins prize', START)], START);
    const later = plus(START, 47 * HOUR);
    await take([itemOf(3, 'ferry sold', later)], later);
    const next = itemOf(4, 'ferry races', plus(START, 49 * HOUR));
    const reports = async (now: Instant) => {
      const { developments, beyond } = await factsFor([next], now);
      return [developments.length, beyond.get(FERRIES.slug)?.reports];
    };
    expect([await reports(later), await reports(next.seen)]).toEqual([
      [1, 1],
      [1, 0],
    ]);
    await take([next], next.seen);
    const rows = await engine.all(`SELECT storyline, count FROM title_total WHERE word = '' ORDER BY storyline`, {});
    expect(rows).toEqual([
      { storyline: CHOIRS.slug, count: 1 },
      { storyline: FERRIES.slug, count: 2 },
    ]);
    const totals = 'SELECT storyline, word, SUM(count) AS count FROM title_word GROUP BY storyline, word';
    expect(await engine.all('SELECT * FROM title_total', {})).toEqual(await engine.all(totals, {}));
    await engine.close();
  });

  it('are found by the new words of a report that was told anew', async () => {
    const { engine, take } = await openDesk();
    await take([itemOf(1, 'ferry aground', START)], START);
    await take([itemOf(1, 'storm over the harbour island', START)], START);
    const changes = await take([itemOf(2, 'harbour island', plus(START, MINUTE))], plus(START, MINUTE));
    // It is of both storylines; in one of them the report there was about a ferry before.
    expect(changes.filter(({ kind }) => kind === 'development.joined')).toHaveLength(2);
    await engine.close();
  });

  it('are opened anew for an item that left its storyline and comes back past their life', async () => {
    const { engine, take } = await openDesk();
    await take([itemOf(1, 'ferry aground', START)], START);
    await take([itemOf(1, 'storm over the island', plus(START, HOUR))], plus(START, HOUR));
    const back = plus(START, 50 * HOUR);
    const changes = await take([itemOf(1, 'ferry afloat', back, { id: id('i9') })], back);
    expect(changes.filter(({ kind }) => kind === 'development.opened')).toHaveLength(1);
    await engine.close();
  });

  it('are found again when somebody adds to one that was past its life', async () => {
    const { engine, take, commit, factsFor } = await openDesk();
    const [first, late] = [
      itemOf(1, 'ferry aground off island', START),
      itemOf(2, 'ferry sold', plus(START, 50 * HOUR)),
    ];
    const made = await take([first], START);
    await take([late], late.seen);
    const opened = made.find((change) => change.kind === 'development.opened');
    if (opened?.kind !== 'development.opened') throw new Error('it opened one');
    const { id: development } = opened.development;
    const { id: item, source, title, lede, link, published, seen } = itemOf(3, 'ferry afloat', plus(START, 51 * HOUR));
    const report = aReport({ item, source, title, lede, link, published, seen });
    const added: Change = { kind: 'development.joined', id: development, rev: 2, report, because };
    await commit([{ kind: 'item.seen', item: itemOf(3, title, seen), baseline: false, because }, added], seen);
    const found = (await factsFor([itemOf(4, 'harbour island aground', seen)], seen)).developments;
    expect(found.map(({ id, reports }) => [id, reports.length])).toContainEqual([development, 2]);
    await engine.close();
  });

  it('are found by the words of newer rules as soon as those are asked for', async () => {
    const { engine, take } = await openDesk();
    await take([itemOf(1, 'ferry aground', START)], START);
    const reversed: TitleReader = {
      version: TITLE_READER.version + 1,
      wordsOf: (report) => new Set([...TITLE_READER.wordsOf(report)].map((word) => [...word].reverse().join(''))),
    };
    const newer = await desk(engine, reversed);
    await newer.factsFor([itemOf(2, 'ferry aground', START)], START);
    const words = await engine.all('SELECT word FROM title_total ORDER BY word', {});
    expect(words.map(({ word }) => word)).toEqual(
      ['', ...reversed.wordsOf({ title: 'ferry aground', lede: '' })].sort(),
    );
    await engine.close();
  });

  it('words are kept by a version of their own: raise it when this digest is another one', () => {
    const words = JSON.stringify(TITLES.map((title) => [...TITLE_READER.wordsOf({ title, lede: 'An opening' })]));
    const digest = createHash('sha256').update(words).digest('hex').slice(0, 16);
    expect([TITLE_READER.version, digest]).toEqual([6, '353da2915e62604a']);
  });
});

/** Titles that every rule of telling words has something to do with. */
const TITLES = [
  'Trump’s 1,200 U.S. envoys are in Kyiv by 8 August',
  'Санкции и переговоры',
  'Що сталося на переговорах',
  'قال ان العقوبات',
  '俄乌停火协议 G7峰会',
  'Die Sanktionen und der Rat',
  'Sixteen dead in Russian strike on Kyiv, Zelenskyy says',
  'Truce holds as duties on crude are raised',
  "EU approves package, Kremlin 'takes note'",
  '',
];

describe('a database of before', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-shelf-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const row = (name: string, lastAt: Instant) => `
    INSERT INTO item VALUES ('${name}', 'f', 'bbc', NULL, NULL, 'ferry aground', '', NULL, '${lastAt}', 'h', 0);
    INSERT INTO development (id, storyline, rev, opened_at, last_at) VALUES ('dv_${name}', 'ferries', 1, '${lastAt}', '${lastAt}');
    INSERT INTO report (development, position, item, joined) VALUES ('dv_${name}', 1, '${name}', '{"rule":"opened"}');`;

  it('has its developments found by their words, but for those past their life', async () => {
    const path = join(folder, 'desk.db');
    const database = new Database(path);
    const older = readMigrations(MIGRATIONS_FOLDER).filter(({ name }) => name < '0017_title_words');
    migrate(database, older, START);
    database.exec(`
      INSERT INTO outlet VALUES ('bbc', 'BBC', 'press', 'bbc', NULL, 'Europe/London', '[]');
      INSERT INTO outlet VALUES ('guardian', 'Guardian', 'press', 'guardian', NULL, 'Europe/London', '[]');
      INSERT INTO storyline VALUES ('ferries', NULL, '${JSON.stringify(FERRIES)}');
      ${row('old', plus(START, -60 * HOUR))} ${row('new', plus(START, -HOUR))}`);
    database.close();
    const { engine } = openSqlite(path, START);
    const { take } = await desk(engine);
    const other = itemOf(1, 'ferry aground', START, { source: press('guardian', 'Guardian') });
    const changes = await take([other], START);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'development.joined', id: 'dv_new', rev: 2 }));
    expect(await engine.all('SELECT id, words, written_at FROM development ORDER BY id', {})).toEqual([
      { id: 'dv_new', words: TITLE_READER.version, written_at: START },
      { id: 'dv_old', words: null, written_at: null },
    ]);
    await engine.close();
  });
});
