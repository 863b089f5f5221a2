/** What a line leaves behind, read from its two files as anyone could: the database and the channel. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ChannelEvent, parseEvent } from '../../../src/chat/preview/event.ts';
import { TITLE_READER } from '../../../src/decide/merge/sought.ts';
import type { Deadline } from '../../../src/domain/deadline.ts';
import { PREVIEW_PLACE } from '../../../src/main.ts';
import type { Row } from '../../../src/store/engine.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { createStore } from '../../../src/store/store.ts';
import { at } from '../nouns.ts';

const boardRow = z.object({
  key: z.string(),
  subject_kind: z.enum(['development', 'deadline', 'change', 'rung', 'proposal', 'catch_up']),
  subject_id: z.string(),
  state: z.string(),
  wanted_rev: z.number(),
  shown_rev: z.number(),
  posted: z.string().nullable(),
  nonce: z.string(),
  digest: z.string().nullable(),
});

/** A row of the board. */
export type BoardRow = z.output<typeof boardRow>;

export interface Records {
  readonly board: readonly BoardRow[];
  /** Every post and edit, in order. */
  readonly events: readonly ChannelEvent[];
  readonly deadlines: readonly Deadline[];
}

/** Everything of the channel's file; a last line that was cut off was never there. */
export function readEvents(folder: string): readonly ChannelEvent[] {
  const file = join(folder, 'preview.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map(parseEvent);
}

const ANY_TIME = at('2025-01-01T00:00Z');

/** Rows for one question to the database of `folder`. */
export async function ask(folder: string, sql: string, name = 'demo.db'): Promise<readonly Row[]> {
  const { engine } = openSqlite(join(folder, name), ANY_TIME);
  const rows = await engine.all(sql, {});
  await engine.close();
  return rows;
}

/** The same, each row as `schema` reads it. */
export async function askFor<Schema extends z.ZodType>(
  folder: string,
  schema: Schema,
  sql: string,
  name = 'demo.db',
): Promise<readonly z.output<Schema>[]> {
  return z.array(schema).parse(await ask(folder, sql, name));
}

export async function readRecords(folder: string, name = 'demo.db'): Promise<Records> {
  const { engine } = openSqlite(join(folder, name), ANY_TIME);
  const board = z.array(boardRow).parse(await engine.all('SELECT * FROM message ORDER BY key', {}));
  const deadlines = await createStore(engine, TITLE_READER).deadlines(PREVIEW_PLACE.guild);
  await engine.close();
  return { board, deadlines, events: readEvents(folder) };
}

function posts({ events }: Records) {
  return events.filter((event) => event.kind === 'posted');
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Messages that are in the channel twice, or that nobody wanted. */
export function tooMany(records: Records): readonly string[] {
  const known = new Set(records.board.map((row) => row.nonce));
  const posted = posts(records);
  const unknown = posted.filter((post) => !known.has(post.nonce));
  return [
    ...twice(posted.map((post) => post.nonce)).map((nonce) => `nonce ${nonce} was posted twice`),
    ...twice(posted.map((post) => post.id)).map((id) => `message ${id} was posted twice`),
    ...unknown.map((post) => `message ${post.id} is on no board: ${post.summary}`),
  ];
}

function missingOf(row: BoardRow, records: Records): string | null {
  if (row.posted === null) return row.state === 'waiting' ? null : `${row.key} is ${row.state} and was never posted`;
  const post = posts(records).find((one) => one.nonce === row.nonce);
  if (post?.id !== row.posted) return `${row.key} counts as posted and is not in the channel`;
  const last = records.events.findLast((event) => event.id === row.posted);
  return row.wanted_rev === row.shown_rev && last?.digest !== row.digest ? `${row.key} reads otherwise there` : null;
}

/** Rows of the board that count as shown and are not. */
export function missing(records: Records): readonly string[] {
  return records.board.map((row) => missingOf(row, records)).filter((fault) => fault !== null);
}

/** Rows of the board that are not shown as they should be. */
export function behind({ board }: Records): readonly string[] {
  const late = board.filter((row) => row.state !== 'shown' || row.shown_rev !== row.wanted_rev);
  return late.map((row) => `${row.key} is ${row.state} at ${row.shown_rev} of ${row.wanted_rev}`);
}

/** The deadline of a storyline that was set first. */
export function deadlineOf({ deadlines }: Pick<Records, 'deadlines'>, storyline: string): Deadline {
  const own = deadlines.filter((deadline) => deadline.storyline === storyline);
  const [first] = own.sort((a, b) => (a.versions[0].saidAt < b.versions[0].saidAt ? -1 : 1));
  if (!first) throw new Error(`no deadline was found in ${storyline}`);
  return first;
}
