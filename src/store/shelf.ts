/**
 * Developments found by the words of their reports' titles. The words are kept while a development may take in reports,
 * so that neither the index nor a question grows with what is stored.
 */
import { z } from 'zod';
import type { Change } from '../domain/change.ts';
import { DEVELOPMENT_LIFE, type Development, type Report } from '../domain/development.ts';
import type { Facts, KnownItem, Question, Tally } from '../domain/facts.ts';
import type { StorylineSlug } from '../domain/ids.ts';
import { StaleRevision } from '../domain/ports.ts';
import { type Instant, plus } from '../domain/time.ts';
import type { SoughtTitle, TitleReader } from '../domain/title.ts';
import { allIn, type Engine, type Row, type Statement } from './engine.ts';
import { developmentsOf } from './nouns.ts';
import { developmentRow } from './rows.ts';

/** The word that every report holds: counting it counts reports. */
const EVERY = '';

const ADDED = `INSERT INTO title_word (storyline, word, development, count)
  SELECT storyline, :word, id, 1 FROM development WHERE id = :development
  ON CONFLICT (storyline, word, development) DO UPDATE SET count = title_word.count + 1`;

function added(development: string, report: Report, reader: TitleReader): readonly Statement[] {
  const words = [EVERY, ...reader.wordsOf(report)];
  return words.map((word) => ({ sql: ADDED, params: { development, word } }));
}

/** By the rows of its items: an edit that joins a development does not change when its item was published. */
const WRITTEN_AT = `written_at = (SELECT MAX(COALESCE(item.published, item.seen))
  FROM report JOIN item ON item.id = report.item WHERE report.development = :id)`;

/** Guarded, because somebody may have changed the development since its reports were read. */
const KEPT = `UPDATE development SET words = :version, ${WRITTEN_AT}
  WHERE id = :id AND rev = :rev AND words IS :before`;

/** Keeps the words of all reports; `before` says which are kept now. */
function kept(development: Development, before: number | null, reader: TitleReader): readonly Statement[] {
  const { id, rev, reports } = development;
  const params = { id, rev, before, version: reader.version };
  return [
    { sql: KEPT, params, mustChange: `words of development ${id}` },
    { sql: 'DELETE FROM title_word WHERE development = :id', params: { id } },
    ...reports.flatMap((report) => added(id, report, reader)),
  ];
}

const PAST_LIFE = 'storyline = :storyline AND words IS NOT NULL AND last_at < :since';

/** Lets go of the words of developments that take in no more reports. */
function cleared(storyline: string, since: Instant): readonly Statement[] {
  const params = { storyline, since };
  return [
    { sql: `DELETE FROM title_word WHERE development IN (SELECT id FROM development WHERE ${PAST_LIFE})`, params },
    { sql: `UPDATE development SET words = NULL WHERE ${PAST_LIFE}`, params },
  ];
}

const WRITTEN = `UPDATE development SET ${WRITTEN_AT} WHERE id = :id`;

/** What keeps the words right as a change is made true at `at`; belongs into its batch, behind its own statements. */
export function shelfStatements(change: Change, reader: TitleReader, at: Instant): readonly Statement[] {
  if (change.kind === 'development.opened') {
    const { development } = change;
    return [...cleared(development.storyline, plus(at, -DEVELOPMENT_LIFE)), ...kept(development, null, reader)];
  }
  if (change.kind !== 'development.joined') return [];
  const { id, report } = change;
  return [...added(id, report, reader), { sql: WRITTEN, params: { id } }];
}

const BEHIND = `words IS NOT NULL AND (words < :version OR words > :version)`;

/** Keeps the words of developments whose words are of older titles or other rules. */
async function keepBehind(engine: Engine, reader: TitleReader, { storylines, since }: Question): Promise<void> {
  const { version } = reader;
  for (;;) {
    const rows = await allIn(
      engine,
      storylines,
      (slugs) => `SELECT * FROM development WHERE storyline IN (${slugs}) AND ${BEHIND} AND last_at >= :since`,
      { version, since },
    );
    if (rows.length === 0) return;
    const before = rows.map((row) => developmentRow.parse(row).words);
    const behind = await developmentsOf(engine, rows);
    try {
      await engine.batch(behind.flatMap((development, index) => kept(development, before[index] ?? null, reader)));
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
}

const postingRow = z.object({ word: z.string(), development: z.string() });

/** Developments of a storyline by each of these words; those past their life may be among them. */
async function postingsOf(
  engine: Engine,
  storyline: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await allIn(
    engine,
    words,
    (list) => `SELECT word, development FROM title_word WHERE storyline = :storyline AND word IN (${list})`,
    { storyline },
  );
  const byWord = new Map<string, string[]>();
  for (const row of rows) {
    const { word, development } = postingRow.parse(row);
    const found = byWord.get(word);
    if (found) found.push(development);
    else byWord.set(word, [development]);
  }
  return byWord;
}

/** Developments that were found: those that are answered, and by title those that are where their time is right. */
interface Found {
  readonly sure: Set<string>;
  readonly near: Map<string, SoughtTitle[]>;
}

function find(title: SoughtTitle, byWord: ReadonlyMap<string, readonly string[]>, { sure, near }: Found): void {
  const holding = (words: ReadonlySet<string>) => [...words].flatMap((word) => byWord.get(word) ?? []);
  const shared = new Map<string, number>();
  for (const development of holding(title.words)) shared.set(development, (shared.get(development) ?? 0) + 1);
  const told = new Set(holding(title.telling));
  for (const [development, count] of shared) {
    if (count === title.words.size) sure.add(development);
    else if (count > 1 || told.has(development)) near.set(development, [...(near.get(development) ?? []), title]);
  }
}

async function findIn(engine: Engine, storyline: string, titles: readonly SoughtTitle[], found: Found): Promise<void> {
  const words = titles.flatMap((title) => [...title.words]);
  const byWord = await postingsOf(engine, storyline, words);
  for (const title of titles) find(title, byWord, found);
}

const holderRow = z.object({ development: z.string(), item: z.string() });

/** Developments that hold known items, and which. */
async function holdersOf(engine: Engine, known: Iterable<KnownItem>): Promise<readonly z.output<typeof holderRow>[]> {
  const rows = await allIn(
    engine,
    [...known].map(({ id }) => id),
    (items) => `SELECT development, item FROM report WHERE item IN (${items})`,
  );
  return rows.map((row) => holderRow.parse(row));
}

/** The rows of the developments found that may take in reports. */
async function headsOf(
  engine: Engine,
  { storylines, since }: Question,
  { sure, near }: Found,
): Promise<readonly Row[]> {
  const rows = await allIn(
    engine,
    [...sure, ...near.keys()],
    (ids) => `SELECT * FROM development WHERE id IN (${ids}) AND last_at >= :since ORDER BY last_at, id`,
    { since },
  );
  const asked = new Set(storylines);
  return rows.filter((row) => {
    const { id, storyline, written_at } = developmentRow.parse(row);
    const isInTime = ({ from, until }: SoughtTitle) => written_at !== null && from <= written_at && written_at <= until;
    return asked.has(storyline) && (sure.has(id) || near.get(id)?.some(isInTime));
  });
}

const countRow = z.object({ word: z.string(), count: z.number() });

/** Word -> how many reports hold it. */
type Counts = ReadonlyMap<string, number>;

function countsIn(rows: readonly Row[]): Counts {
  return new Map(rows.map((row) => countRow.parse(row)).map(({ word, count }) => [word, count]));
}

/** What the reports of these developments say together. */
async function countsOf(engine: Engine, developments: readonly string[]): Promise<Counts> {
  const sql = (ids: string) =>
    `SELECT word, SUM(count) AS count FROM title_word WHERE development IN (${ids}) GROUP BY word`;
  return countsIn(await allIn(engine, developments, sql));
}

const idRow = z.object({ id: z.string() });

/** Developments of a storyline whose words are kept though they take in no more reports. */
async function pastLife(engine: Engine, storyline: string, since: Instant): Promise<readonly string[]> {
  const rows = await engine.all(`SELECT id FROM development WHERE ${PAST_LIFE}`, { storyline, since });
  return rows.map((row) => idRow.parse(row).id);
}

/** What is left of a storyline without these developments and those past their life, by all words that matter. */
async function tallyWithout(
  engine: Engine,
  storyline: string,
  own: readonly string[],
  words: readonly string[],
  since: Instant,
): Promise<Tally> {
  const among = await countsOf(engine, own);
  const past = await countsOf(engine, await pastLife(engine, storyline, since));
  const wanted = [EVERY, ...words, ...among.keys()];
  const sql = (list: string) =>
    `SELECT word, count FROM title_total WHERE storyline = :storyline AND word IN (${list})`;
  const totals = countsIn(await allIn(engine, wanted, sql, { storyline }));
  const left = new Map<string, number>();
  for (const [word, count] of totals) {
    const rest = count - (among.get(word) ?? 0) - (past.get(word) ?? 0);
    if (rest > 0) left.set(word, rest);
  }
  const reports = left.get(EVERY) ?? 0;
  left.delete(EVERY);
  return { reports, words: left };
}

/**
 * The words that may count in a storyline: of the items it is asked for, and of those that may be the same as one of
 * these or as one that is held, because a report told anew brings words into a storyline its item is not of.
 */
function wordsIn(storyline: StorylineSlug, titles: readonly SoughtTitle[], held: readonly string[]): readonly string[] {
  const own = titles.filter(({ storylines }) => storylines.includes(storyline));
  const names = new Set([...held, ...own.flatMap(({ identities }) => identities)]);
  return titles
    .filter((title) => own.includes(title) || title.identities.some((name) => names.has(name)))
    .flatMap(({ words }) => [...words]);
}

/** What a question's items may join or change, and what counts beside it. */
export async function developmentsFor(
  engine: Engine,
  reader: TitleReader,
  question: Question,
  known: ReadonlyMap<string, KnownItem>,
): Promise<Pick<Facts, 'developments' | 'beyond'>> {
  const { titles, since } = question;
  if (titles.length === 0) return { developments: [], beyond: new Map() };
  await keepBehind(engine, reader, question);
  const holders = await holdersOf(engine, known.values());
  const found: Found = { sure: new Set(holders.map(({ development }) => development)), near: new Map() };
  const storylines = new Set(titles.flatMap((title) => title.storylines));
  for (const slug of storylines) {
    const own = titles.filter((title) => title.storylines.includes(slug));
    await findIn(engine, slug, own, found);
  }
  const developments = await developmentsOf(engine, await headsOf(engine, question, found));
  const items = new Set(holders.map(({ item }) => item));
  const held = [...known].flatMap(([name, { id }]) => (items.has(id) ? [name] : []));
  const beyond = new Map<StorylineSlug, Tally>();
  for (const slug of storylines) {
    const own = developments.filter(({ storyline }) => storyline === slug).map(({ id }) => id);
    beyond.set(slug, await tallyWithout(engine, slug, own, wordsIn(slug, titles, held), since));
  }
  return { developments, beyond };
}
