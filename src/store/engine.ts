/** What the store asks of a database: rows for a question, and a batch of statements that all happen or none. */
import type { Space } from '../domain/space.ts';

export type Value = string | number | null;
export type Params = Readonly<Record<string, Value>>;
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  readonly sql: string;
  readonly params: Params;
  /** Set when changing no row means that the facts behind the batch are stale; says what was meant. */
  readonly mustChange?: string;
}

/** One database. SQL uses `:name` parameters and only what SQLite and PostgreSQL share. */
export interface Engine {
  all(sql: string, params: Params): Promise<readonly Row[]>;
  /** One immediate transaction; answers the rows each statement returned. Throws StaleRevision as `mustChange` says. */
  batch(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
  space(): Promise<Space>;
  /** Gives at most `pages` pages that hold nothing back to the disk; answers how many. */
  shrink(pages: number): Promise<number>;
  close(): Promise<void>;
}

/** A store failure an operator can act on; its cause is the engine's own error. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Longer lists than this are rare, and engines limit the parameters of a statement (SQLite: 32,766). */
const LONGEST_ROUNDED = 1_024;

/** Up to a power of two, so that lists of all lengths make a handful of statements to prepare and keep. */
function roundedUp(length: number): number {
  return length > LONGEST_ROUNDED ? length : 2 ** Math.ceil(Math.log2(length));
}

interface Places {
  readonly names: readonly string[];
  readonly list: string;
}

const PLACES = new Map<number, Places>();

function madePlaces(length: number): Places {
  const names = Array.from({ length }, (_, index) => `in${index}`);
  return { names, list: names.map((name) => `:${name}`).join(', ') };
}

function placesFor(length: number): Places {
  const places = PLACES.get(length) ?? madePlaces(length);
  if (length <= LONGEST_ROUNDED) PLACES.set(length, places);
  return places;
}

/** Of one value or more: `('a', 'b', 'c')` -> `:in0, :in1, :in2, :in3` and its parameters, the last one repeated; both engines take it. */
export function listOf(values: readonly Value[]): { readonly list: string; readonly params: Params } {
  const last = values[values.length - 1] ?? null;
  const { names, list } = placesFor(roundedUp(values.length));
  const params: Record<string, Value> = {};
  names.forEach((name, index) => {
    params[name] = values[index] ?? last;
  });
  return { list, params };
}

/**
 * The rows of a question about some values: `question` is handed what stands between the brackets of its IN. Nothing
 * is asked about no values. `others` are the question's other parameters, which are not called `in0`, `in1` …
 */
export async function allIn(
  engine: Engine,
  values: readonly string[],
  question: (list: string) => string,
  others: Params = {},
): Promise<readonly Row[]> {
  if (values.length === 0) return [];
  const { list, params } = listOf([...new Set(values)]);
  return engine.all(question(list), { ...others, ...params });
}
