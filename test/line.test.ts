/**
 * The whole line, once over all the weeks of the demo's world, from bytes over HTTP to cards in a channel: what anyone
 * can check afterwards in its database, its channel and its log.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DemoItem, loadWorld } from '../src/cli/demo/world.ts';
import { loadConfig } from '../src/config.ts';
import type { Deadline } from '../src/domain/deadline.ts';
import { HOUR, plus } from '../src/domain/time.ts';
import { canonicalLink } from '../src/feeds/links.ts';
import { checkQuery, openRules, vocabularyIn } from '../src/main.ts';
import { type Noted, playLine } from './fakes/line/play.ts';
import { ask, askFor, behind, deadlineOf, missing, type Records, readRecords, tooMany } from './fakes/line/records.ts';
import { anItem, at } from './fakes/nouns.ts';

/** A column that holds JSON. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z.string().transform((text) => schema.parse(JSON.parse(text)));
}

const itemRow = z.object({ id: z.string(), title: z.string(), link: z.string(), baseline: z.number() });
const matchRow = z.object({ item: z.string(), storyline: z.string() });
const reportRow = matchRow.extend({ development: z.string(), joined: json(z.object({ rule: z.string() })) });
const journalRow = z.object({
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  subject: z.string(),
  data: json(z.object({ verdict: z.string().optional(), item: z.unknown().optional() })),
});
const rungRow = z.object({ version: z.number(), name: z.string(), at: z.string(), state: z.string() });

/** Two days for every feed's first document, then everything. */
const SPAN = { from: at('2025-07-12T00:00Z'), until: at('2025-08-17T12:00Z'), everyMinutes: 120 };
const STORYLINE = 'ceasefire-deadline';

const world = loadWorld();
const articles = [...world.feeds.values()].flatMap((feed) => feed.items.map((item) => ({ ...item, site: feed.site })));
type Article = (typeof articles)[number];

/** An article's address without what its feed adds for counting readers. */
function addressOf(link: string, site: string): string {
  const { origin, pathname } = new URL(link, site);
  return `${origin}${pathname}`;
}

/** Where an article stands once its outlet has made up its mind. */
function lastAddressOf({ link, site, quirk }: Article): string {
  return addressOf(quirk?.kind === 'retitled' ? quirk.link : link, site);
}

/** The articles that do one awkward thing, in the weeks that are played. */
function awkward(kind: NonNullable<DemoItem['quirk']>['kind']): readonly Article[] {
  return articles.filter(({ quirk, published }) => quirk?.kind === kind && published.at > SPAN.from);
}

function theOne<Thing>(things: readonly Thing[]): Thing {
  const [thing] = things;
  if (things.length !== 1 || thing === undefined) throw new Error(`${things.length} where one was expected`);
  return thing;
}

describe('the whole line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-line-'));
  let noted: readonly Noted[];
  let records: Records;
  let chain: Deadline;
  let items: readonly z.output<typeof itemRow>[];
  let matches: readonly z.output<typeof matchRow>[];
  let reports: readonly z.output<typeof reportRow>[];
  let journal: readonly z.output<typeof journalRow>[];

  beforeAll(async () => {
    noted = await playLine(folder, world, SPAN);
    records = await readRecords(folder);
    chain = deadlineOf(records, STORYLINE);
    items = await askFor(folder, itemRow, 'SELECT * FROM item');
    matches = await askFor(folder, matchRow, 'SELECT * FROM match');
    reports = await askFor(
      folder,
      reportRow,
      'SELECT item, storyline, development, joined FROM report JOIN development ON id = development',
    );
    journal = await askFor(folder, journalRow, 'SELECT * FROM journal ORDER BY at, act, position');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const itemOf = (article: Article) =>
    theOne(items.filter(({ link }) => link && canonicalLink(link) === canonicalLink(lastAddressOf(article))));
  const storylinesOf = (article: Article) =>
    matches.filter((match) => match.item === itemOf(article).id).map((match) => match.storyline);
  const reportsOf = (article: Article) => reports.filter((report) => report.item === itemOf(article).id);
  const posts = () => records.events.filter((event) => event.kind === 'posted');

  describe('the ceasefire deadline', () => {
    it('goes through five versions, and "superseded" comes only after "passed, outcome unknown"', () => {
      const changes = chain.versions.map((version) => version.change);
      expect(changes).toEqual(['set', 'brought_forward', 'fixed', 'passed_unknown', 'superseded']);
    });

    it.each([
      [1, '2025-09-02', '2025-09-02', 'day'],
      [2, '2025-08-07', '2025-08-09', 'range'],
      [3, '2025-08-08', '2025-08-08', 'day'],
      [4, '2025-08-08', '2025-08-08', 'day'],
      [5, '2025-08-08', '2025-08-08', 'day'],
    ])('version %i is from %s to %s, a %s of New York without an hour', (number, earliest, latest, precision) => {
      const zone = 'America/New_York';
      expect(chain.versions[number - 1]?.window).toMatchObject({ earliest, latest, precision, zone, instant: null });
    });

    it.each([
      [1, '2025-07-14', /50 days/i],
      [2, '2025-07-28', /10 or 12 days/i],
      [3, '2025-07-29', /(ten|10) days from today/i],
      [5, '2025-08-16', /deadline/i],
    ])('version %i was said on %s in the words and under the link of an article', (number, day, words) => {
      const version = chain.versions[number - 1];
      const link = version?.evidence?.link ?? '';
      const article = theOne(articles.filter((one) => addressOf(one.link, one.site) === link));
      const quote = version?.evidence?.quote ?? '';
      expect(version?.saidAt).toBe(article.published.at);
      expect(version?.saidAt.slice(0, 10)).toBe(day);
      expect(quote).toMatch(words);
      expect(`${article.title}\n${article.summary}`).toContain(quote);
      expect(quote.split(/\s+/).length).toBeLessThanOrEqual(25);
    });

    it('passes at the midnight of New York, by the clock alone', () => {
      expect(chain.versions[3]).toMatchObject({ saidAt: '2025-08-09T04:00:00.000Z', evidence: null });
    });

    it('is told by one alert for each change after the first', () => {
      const alerts = records.board.filter((row) => row.subject_kind === 'change' && row.subject_id === chain.id);
      expect(alerts.map((row) => row.key.replace(/^.*\/|@.*$/g, '')).sort()).toEqual(['2', '3', '4', '5']);
    });

    it('fires each reminder of 8 August once, at its instant, and none of 2 September', async () => {
      const rungs = await askFor(folder, rungRow, `SELECT * FROM rung WHERE deadline = '${chain.id}' ORDER BY at`);
      const fired = rungs.filter((rung) => rung.state === 'fired');
      expect(fired.map(({ version, name, at }) => [version, name, at])).toEqual([
        [3, '7d', '2025-08-01T13:00:00.000Z'],
        [3, '3d', '2025-08-05T13:00:00.000Z'],
        [3, '1d', '2025-08-07T13:00:00.000Z'],
        [3, 'due', '2025-08-08T13:00:00.000Z'],
        [4, 'after24h', '2025-08-10T04:00:00.000Z'],
      ]);
      const first = rungs.filter((rung) => rung.version === 1);
      expect(new Set(first.map((rung) => rung.state))).toEqual(new Set(['cancelled']));
      const nonces = records.board
        .filter((row) => row.subject_kind === 'rung' && row.subject_id === chain.id)
        .map((row) => row.nonce);
      const shownAt = posts().flatMap((post) => (nonces.includes(post.nonce) ? [post.at] : []));
      expect(shownAt).toEqual(fired.map((rung) => rung.at));
    });

    it('is never said to be enforced: its date passed, and nobody knows what follows', () => {
      const dated = new Set(records.board.filter((row) => row.subject_kind !== 'development').map((row) => row.posted));
      const cards = records.events.filter((event) => dated.has(event.id)).map((event) => JSON.stringify(event.body));
      expect(cards.filter((card) => /enforced|took effect/i.test(card))).toEqual([]);
      expect(cards.some((card) => /outcome unknown/i.test(card))).toBe(true);
    });
  });

  describe('the channel', () => {
    it('shows every row of the board as it is wanted', () => {
      expect([...behind(records), ...missing(records)]).toEqual([]);
    });

    it('has no message twice', () => {
      expect(posts().length).toBeGreaterThan(50);
      expect(tooMany(records)).toEqual([]);
    });

    it('stays silent about the first document of every feed', async () => {
      const baseline = items.filter((item) => item.baseline === 1).map((item) => item.id);
      expect(baseline.length).toBeGreaterThan(20);
      expect(await ask(folder, 'SELECT id FROM feed WHERE baseline_at IS NULL')).toEqual([]);
      expect(matches.filter((match) => baseline.includes(match.item))).toEqual([]);
      expect(posts().filter((post) => post.at < at('2025-07-14T15:00Z'))).toEqual([]);
    });
  });

  describe('what feeds do', () => {
    it('costs no item: every article of every outlet was seen, and each once', () => {
      expect(items).toHaveLength(articles.length - awkward('same_article').length);
      expect(articles.map(itemOf)).toHaveLength(articles.length);
    });

    it('a re-dated article is known again and tells nothing', () => {
      const article = theOne(awkward('redated'));
      const from = article.quirk?.kind === 'redated' ? article.quirk.at.at : SPAN.until;
      const acts = journal.filter((row) => row.at >= from && row.at < plus(from, 6 * HOUR));
      const ours = acts.filter((row) => row.actor === `poll:${article.feed}`);
      expect(ours.map(({ kind, subject }) => `${kind} ${subject}`)).toContain(`item.aliased ${itemOf(article).id}`);
      expect(new Set(ours.map((row) => row.kind))).toEqual(new Set(['item.aliased', 'feed.judged']));
    });

    it('an article whose guid moves down the page of the BBC stays one item with one report in a storyline', async () => {
      const named = await askFor(
        folder,
        z.object({ item: z.string() }),
        "SELECT item FROM identity WHERE identity LIKE 'guid:bbc-world/%' GROUP BY item HAVING COUNT(*) > 1",
      );
      expect(named.length).toBeGreaterThan(5);
      const told = reports.map(({ item, storyline }) => `${item} ${storyline}`);
      expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
    });

    it('an article that stands in two feeds of its outlet is one item', () => {
      const twin = theOne(awkward('same_article'));
      expect(reportsOf(twin).length).toBeGreaterThan(0);
      expect(items.filter((item) => item.title === twin.title)).toHaveLength(1);
    });

    it('a new headline under an old guid retells its report', () => {
      const article = theOne(awkward('retitled'));
      const { id, title } = itemOf(article);
      expect(title).toBe(article.quirk?.kind === 'retitled' && article.quirk.title);
      const told = journal.filter((row) => row.subject === id || row.data.item === id).map((row) => row.kind);
      expect(told).toEqual(expect.arrayContaining(['item.edited', 'development.retold']));
    });

    it('Iran and the E3 in Istanbul are no talks of Ukraine and Russia', () => {
      const wrong = awkward('wrong_istanbul');
      expect(wrong.map(({ published }) => published.text.slice(0, 10))).toContain('2025-07-25');
      for (const article of wrong) {
        expect(storylinesOf(article)).not.toContain('istanbul-talks');
        expect(reportsOf(article).map((report) => report.storyline)).not.toContain('istanbul-talks');
      }
    });

    it('a round-up raises nothing but what its title and lede say', () => {
      const article = theOne(awkward('round_up'));
      const config = loadConfig({ env: {}, checkQuery });
      const { matcher } = openRules(config.catalogue.storylines, vocabularyIn(config));
      const read = (title: string, lede: string) =>
        matcher.match(anItem({ title, lede, body: '' })).map((match) => String(match.storyline.slug));
      expect(read(article.title, article.body ?? '').length).toBeGreaterThan(2);
      expect(storylinesOf(article)).toEqual(read(article.title, article.summary));
      const { id } = itemOf(article);
      const quoted = records.deadlines.flatMap(({ versions, confirmations }) => [...versions, ...confirmations]);
      expect(quoted.filter((one) => one.evidence?.item === id)).toEqual([]);
    });

    it.each(awkward('reprint').map((article) => [article.title, article] as const))(
      'a reprint joins: %s',
      (_, reprint) => {
        const original = theOne(articles.filter((one) => one.title === reprint.title && one.feed !== reprint.feed));
        const developments = reportsOf(original).map((report) => report.development);
        const rules = [...reportsOf(original), ...reportsOf(reprint)].map((report) => report.joined.rule);
        expect(developments.length).toBeGreaterThan(0);
        expect(reportsOf(reprint).map((report) => report.development)).toEqual(developments);
        expect(rules).toContain('same_title');
      },
    );

    it('a page that tests for browsers is noted once, and the feed is healthy again after it', () => {
      const warnings = noted.filter((note) => note.level === 'warn' || note.level === 'error');
      const [challenged, cutOff, ...others] = warnings.filter(({ text }) => !text.includes('newest entry'));
      expect(challenged?.text).toMatch(/france24 .*tests for browsers/);
      expect(cutOff?.text).toMatch(/aljazeera .*ended before its end/);
      expect(others).toEqual([]);
      const judged = journal.filter((row) => row.kind === 'feed.judged' && row.subject === 'france24');
      const verdicts = judged.map((row) => row.data.verdict).filter((verdict) => verdict !== 'stale');
      expect(verdicts.filter((verdict) => verdict === 'challenge_page')).toHaveLength(1);
      expect(judged.at(-1)?.data.verdict).not.toBe('challenge_page');
    });

    it('a document that breaks off is noted, and gives what arrived', () => {
      const cut = noted.filter((note) => /ends before its end; its complete entries were kept/.test(note.text));
      const [from, until] = [at('2025-07-26T11:00Z'), at('2025-07-26T14:00Z')];
      expect(cut.length).toBeGreaterThan(0);
      expect(cut.every((note) => note.text.includes('aljazeera') && note.at >= from && note.at < until)).toBe(true);
    });
  });

  describe('the journal', () => {
    it.each([
      ['outlet', 'outlet.listed', 'outlet'],
      ['feed', 'feed.listed', 'feed'],
      ['storyline', 'storyline.defined', 'storyline'],
      ['follow', 'follow.set', 'follow'],
      ['item', 'item.seen', 'item'],
      ['match', 'match.made', 'match'],
      ['development', 'development.opened', 'development'],
      ['further report', 'development.joined', "report WHERE json_extract(joined, '$.rule') <> 'opened'"],
      ['deadline', 'deadline.set', 'deadline'],
      ['further version', 'deadline.changed', 'version WHERE number > 1'],
      [
        'version that was replaced',
        'rungs.cancelled',
        `version JOIN deadline ON id = deadline WHERE number > 1 AND guild IS NOT NULL`,
      ],
      ['confirmation', 'deadline.confirmed', 'confirmation'],
      ['planned reminder', 'rung.planned', 'rung'],
      ['reminder that was due', 'rung.fired', "rung WHERE state = 'fired'"],
    ])('has one row for each %s: %s', async (_, kind, rows) => {
      const [count] = await askFor(folder, z.object({ n: z.number() }), `SELECT COUNT(*) AS n FROM ${rows}`);
      expect(count?.n).toBeGreaterThan(0);
      expect(journal.filter((row) => row.kind === kind)).toHaveLength(count?.n ?? 0);
    });

    it('says of every message why it was wanted', () => {
      const wanted = new Set(journal.filter((row) => row.kind === 'message.wanted').map((row) => row.subject));
      expect([...wanted].sort()).toEqual(records.board.map((row) => row.key).sort());
    });
  });
});
