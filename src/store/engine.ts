/** What the store asks of a database: rows for a question, and a batch of statements that all happen or none. */

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
  close(): Promise<void>;
}

/** A store failure an operator can act on; its cause is the engine's own error. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** `('a', 'b')` -> `:name0, :name1` and its parameters, for an IN list; both engines take it. */
export function listParams(name: string, values: readonly Value[]): { readonly sql: string; readonly params: Params } {
  const params = Object.fromEntries(values.map((value, index) => [`${name}${index}`, value]));
  return { sql: values.map((_, index) => `:${name}${index}`).join(', ') || 'NULL', params };
}
