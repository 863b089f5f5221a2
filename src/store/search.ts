/** Looking items up in SQLite: their words in FTS5, which another engine would do in its own way. */
import { z } from 'zod';
import type { GuildId, OutletId } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import type {
  Extent,
  Found,
  FoundText,
  Judging,
  LookedUp,
  Search,
  SearchText,
  SearchWords,
  SearchWriter,
  Span,
  StoredItem,
} from '../domain/search.ts';
import type { Engine, Params, Row, Statement } from './engine.ts';
import { extentRow, foundRow, foundTextRow, itemRow, outletRow } from './rows.ts';
import { LANGUAGE, OUTLET, SPELLED } from './search/expression.ts';
import { rowsFound, type Shelf } from './search/find.ts';
import { KeptRows } from './search/keptRows.ts';

/**
 * One row of values: before an INSERT of what a SELECT finds, or one with triggers, FTS5 writes down what it has gathered,
 * and every item would make a segment of its own. Words of a row that is gone meanwhile, because its item is or has other
 * texts, or that has words of this version already are left at 0, where no item is.
 */
const WRITE = `INSERT OR REPLACE INTO item_words (rowid, title, lede, beside)
  VALUES (COALESCE((SELECT row FROM item_row WHERE row = :row AND words <> :words), 0), :title, :lede, :beside)`;
const WRITTEN = 'UPDATE item_row SET words = :words WHERE row >= :from AND row <= :until AND words <> :words';

/**
 * The row up to which all have their words: those behind it have to be read. Few versions of words stand side by side, and
 * the first row of each is the first of its part of the index: asked for all at once, SQLite would go through every row.
 */
const WRITTEN_UNTIL = `WITH RECURSIVE version (words) AS (
    SELECT MIN(words) FROM item_row
    UNION ALL SELECT (SELECT MIN(words) FROM item_row WHERE words > version.words) FROM version WHERE words IS NOT NULL
  )
  SELECT COALESCE(
    MIN((SELECT MIN(row) FROM item_row WHERE item_row.words = version.words)) - 1, (SELECT MAX(row) FROM item_row), 0
  ) AS last FROM version WHERE words <> :words`;
const lastRow = z.object({ last: z.number() });

async function writtenUntil(engine: Engine, version: number): Promise<number> {
  return lastRow.parse((await engine.all(WRITTEN_UNTIL, { words: version }))[0]).last;
}

function wordsOf({ letters, forms, exact, sets }: SearchWords): string {
  return [...letters, ...forms.map(SPELLED.forms), ...exact.map(SPELLED.exact), ...sets.map(SPELLED.sets)].join(' ');
}

function written(row: number, outlet: string, text: SearchText, version: number): Statement {
  const language = text.language === null ? '' : LANGUAGE + text.language;
  const beside = `${language} ${OUTLET}${Buffer.from(outlet).toString('hex')}`;
  return {
    sql: WRITE,
    params: { row, words: version, title: wordsOf(text.title), lede: wordsOf(text.lede), beside },
  };
}

const behindRow = z.object({ row: z.number(), outlet: z.string(), title: z.string(), lede: z.string() });

const NEXT_BEHIND = `SELECT item_row.row, item.outlet, item.title, item.lede
  FROM item_row NOT INDEXED JOIN item ON item.id = item_row.item
  WHERE item_row.row > :last AND item_row.words <> :words ORDER BY item_row.row LIMIT :limit`;

/**
 * Writes the words of at most `limit` items that have none or old ones, the first ones first; answers of how many. All of
 * it is one transaction, and one part of the index (mergeWords.ts): whoever is killed before goes on where this began.
 */
export async function writeBehind(engine: Engine, writer: SearchWriter, limit: number): Promise<number> {
  const { version } = writer;
  const last = await writtenUntil(engine, version);
  const rows = (await engine.all(NEXT_BEHIND, { last, words: version, limit })).map((row) => behindRow.parse(row));
  const [first, final] = [rows[0], rows[rows.length - 1]];
  if (!first || !final) return 0;
  const words = rows.map(({ row, outlet, ...texts }) => written(row, outlet, writer.textOf(texts), version));
  const marked = { sql: WRITTEN, params: { from: first.row, until: final.row, words: version } };
  await engine.batch([...words, marked]);
  return rows.length;
}

const countRow = z.object({ count: z.number() });

const COUNT_BEHIND = 'SELECT COUNT(*) AS count FROM item_row WHERE words < :words OR words > :words';

/** How many items cannot be found by the words they have. */
export async function countBehind(engine: Engine, version: number): Promise<number> {
  const [row] = await engine.all(COUNT_BEHIND, { words: version });
  return countRow.parse(row).count;
}

async function allOutlets(engine: Engine): Promise<readonly Outlet[]> {
  const rows = await engine.all('SELECT * FROM outlet', {});
  return rows.map((row) => outletRow.parse(row));
}

function namesSource(search: Search): boolean {
  if (search.kind === 'facet') return search.facet === 'source';
  if (search.kind === 'any') return search.of.some(namesSource);
  return search.kind === 'all' && [...search.of, ...search.without].some(namesSource);
}

const FROM = 'FROM item_row';
const WHERE = `WHERE item_row.row IN (SELECT value FROM json_each(:rows)) AND item_row.seen >= :from AND item_row.seen < :until`;
const ALWAYS = { from: '', until: '~' };

/** Looks items up among those whose words are written. What is known of their rows is kept for as long as this is. */
export class ItemSearch {
  readonly #engine: Engine;
  readonly #version: number;
  readonly #kept: KeptRows;

  /** `version` is that of the words that the desk's rules make. */
  constructor(engine: Engine, version: number) {
    this.#engine = engine;
    this.#version = version;
    this.#kept = new KeptRows(engine);
  }

  async #rowsFor(search: Search, span: Span | null, sql: string, others: Params = {}): Promise<readonly Row[]> {
    const shelf = await this.#shelfFor(search);
    const { rows } = await rowsFound(search, shelf);
    return this.#read(rows, span, sql, others);
  }

  async #read(rows: readonly number[], span: Span | null, sql: string, others: Params = {}): Promise<readonly Row[]> {
    if (rows.length === 0) return [];
    return this.#engine.all(sql, { rows: JSON.stringify(rows), ...(span ?? ALWAYS), ...others });
  }

  /** See `Store.lookUp`. */
  async lookUp(search: Search, span: Span | null, { most, isSure }: Judging): Promise<LookedUp> {
    const { rows, isExact } = await rowsFound(search, await this.#shelfFor(search), most);
    if (rows.length <= most && !(isSure && isExact))
      return { kind: 'few', texts: textsIn(await this.#read(rows, span, TEXTS, { limit: ALL })) };
    return {
      kind: 'found',
      found: isExact ? foundIn(await this.#read(rows, span, HITS)) : await this.hits(search, span),
    };
  }

  /** Owners and labels are those the outlets have now. */
  async #shelfFor(search: Search): Promise<Shelf> {
    const [engine, kept] = [this.#engine, this.#kept];
    const outlets = namesSource(search) ? await allOutlets(engine) : [];
    return { kept, outlets, last: await writtenUntil(engine, this.#version) };
  }

  /** See `Store.unsearched`. */
  async unsearched(span: Span | null): Promise<readonly FoundText[]> {
    const last = await writtenUntil(this.#engine, this.#version);
    return textsIn(await this.#engine.all(TEXTS_BEHIND, { last, ...(span ?? ALWAYS) }));
  }

  /** Ids and instants of the items that are found, in order of time. */
  async hits(search: Search, span: Span | null): Promise<readonly Found[]> {
    return foundIn(await this.#rowsFor(search, span, HITS));
  }

  /** What the newest `limit` of the items that are found are judged by, in order of time. */
  async texts(search: Search, span: Span | null, limit = ALL): Promise<readonly FoundText[]> {
    return textsIn(await this.#rowsFor(search, span, TEXTS, { limit }));
  }

  /** The items that came as news and are found or cannot be looked up yet, in order of time. */
  async newsFound(search: Search, span: Span | null, owner: GuildId | null): Promise<readonly StoredItem[]> {
    const shelf = await this.#shelfFor(search);
    const { rows } = await rowsFound(search, shelf);
    const params = { rows: JSON.stringify(rows), last: shelf.last, owner, ...(span ?? ALWAYS) };
    return storedItems(this.#engine, await this.#engine.all(NEWS_FOUND, params));
  }
}

const HITS = `SELECT json_group_array(item_row.item) AS ids, json_group_array(item_row.seen) AS instants ${FROM} ${WHERE}`;

function foundIn([row]: readonly Row[]): readonly Found[] {
  const found = row ? foundRow.parse(row) : [];
  // Rows are nearly in this order, which a sorter of SQLite's makes nothing of.
  return found.sort((a, b) => (a.seen < b.seen ? -1 : Number(a.seen > b.seen)));
}

function textsIn(rows: readonly Row[]): readonly FoundText[] {
  return rows.map((row) => foundTextRow.parse(row));
}

/** SQLite's own word for no limit. */
const ALL = -1;

const WITH_IDENTITIES = `SELECT item.*,
    (SELECT json_group_array(identity ORDER BY identity.rowid) FROM identity WHERE identity.item = item.id) AS identities`;

function textsOf(hits: string): string {
  return `SELECT hit.item AS id, hit.seen, item.title, item.lede, item.published, item.outlet, outlet.label, outlet.ownership
    FROM (SELECT item_row.item, item_row.seen, item_row.row ${FROM} ${hits}) AS hit
    JOIN item ON item.id = hit.item JOIN outlet ON outlet.id = item.outlet ORDER BY hit.seen, hit.row`;
}

const TEXTS = textsOf(`${WHERE} ORDER BY item_row.seen DESC, item_row.row DESC LIMIT :limit`);

const TEXTS_BEHIND = textsOf('WHERE item_row.row > :last AND item_row.seen >= :from AND item_row.seen < :until');

/** What other guilds read for themselves is nobody else's news. */
const OPEN = `item.feed NOT IN
  (SELECT own.id FROM feed AS own WHERE own.guild IS NOT NULL AND own.guild <> COALESCE(:owner, ''))`;

/** What stood in the first document of a feed never came as news. */
const NEWS = `baseline = 0 AND seen >= :from AND seen < :until AND ${OPEN}`;

/** Every item that came as news, in order of time. */
export async function newsOf(engine: Engine, span: Span | null, owner: GuildId | null): Promise<readonly StoredItem[]> {
  const sql = `${WITH_IDENTITIES} FROM item WHERE ${NEWS} ORDER BY seen, id`;
  return storedItems(engine, await engine.all(sql, { ...(span ?? ALWAYS), owner }));
}

const NEWS_FOUND = `${WITH_IDENTITIES} FROM (SELECT item_row.item ${FROM}
    WHERE (item_row.row IN (SELECT value FROM json_each(:rows)) OR item_row.row > :last)
      AND item_row.seen >= :from AND item_row.seen < :until) AS hit
  JOIN item ON item.id = hit.item WHERE item.baseline = 0 AND ${OPEN} ORDER BY item.seen, item.id`;

const NEWS_EXTENT = `SELECT COUNT(*) AS items, MIN(seen) AS "from", MAX(seen) AS until FROM item WHERE ${NEWS}`;

/** How many items came as news, and when the first and the last were seen. */
export async function newsExtentOf(engine: Engine, span: Span | null, owner: GuildId | null): Promise<Extent> {
  const [row] = await engine.all(NEWS_EXTENT, { ...(span ?? ALWAYS), owner });
  return extentRow.parse(row);
}

async function storedItems(engine: Engine, rows: readonly Row[]): Promise<readonly StoredItem[]> {
  if (rows.length === 0) return [];
  const byId = new Map((await allOutlets(engine)).map((outlet) => [outlet.id, outlet]));
  return rows.flatMap((row) => storedItem(itemRow.parse(row), byId));
}

function storedItem(
  { outlet: publisher, ...row }: z.output<typeof itemRow>,
  outlets: ReadonlyMap<OutletId, Outlet>,
): readonly StoredItem[] {
  const outlet = outlets.get(publisher);
  if (!outlet) return [];
  const { name, label, group, state } = outlet;
  const source = { outlet: publisher, name, label, group, state };
  return [{ item: { ...row, source, body: '', updated: null }, outlet }];
}
