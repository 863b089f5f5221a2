/**
 * What a search finds, as numbers of rows. Its parts are asked for one by one, and none where nothing is left to find:
 * FTS5 alone would walk through every word of all of them.
 */
import type { Outlet } from '../../domain/outlet.ts';
import type { DayBound, Search } from '../../domain/search.ts';
import { DAY } from '../../domain/time.ts';
import type { KeptRows } from './keptRows.ts';
import { type Plan, planFor } from './plan.ts';
import { RowSet } from './rowSet.ts';

/** Where a search is asked. */
export interface Shelf {
  readonly kept: KeptRows;
  /** Outlets as they are now; none where the search names none. */
  readonly outlets: readonly Outlet[];
  /** The row up to which all have the words of the desk's rules: what these hold never changes. */
  readonly last: number;
}

/** Rows in order, none behind the last; some of them may be of no item any more. Unless `isExact` some are not what was asked for. */
export interface Rows {
  readonly rows: readonly number[];
  readonly isExact: boolean;
}

/** The rows a search finds. Where at most `few` rows are left, words are not asked for any more. */
export async function rowsFound(search: Search, shelf: Shelf, few = 0): Promise<Rows> {
  let isExact = true;
  const leave = () => {
    isExact = false;
  };
  const { rows } = await found(planFor(search, shelf), { shelf, few, leave }, RowSet.all(shelf.last));
  return { rows: upTo(shelf.last, rows), isExact };
}

/** Rows behind the last one may be in any set. */
function upTo(last: number, rows: readonly number[]): readonly number[] {
  const final = rows.findLastIndex((row) => row <= last);
  return final === rows.length - 1 ? rows : rows.slice(0, final + 1);
}

interface Asked {
  readonly shelf: Shelf;
  readonly few: number;
  /** Hears that rows are left that may not be what was asked for. */
  readonly leave: () => void;
}

/** Every part of a choice may leave one of so many of the few. */
const PARTS = 3;

/** What of `within` is found. */
async function found(plan: Plan, asked: Asked, within: RowSet): Promise<RowSet> {
  if (isToBeLeft(plan, asked, within)) return within;
  switch (plan.kind) {
    case 'question':
      return within.and(await answerTo(plan.asked, asked.shelf));
    case 'day':
      return ofDay(plan.bound, asked.shelf, within);
    case 'any':
      return ofAny(plan.of, asked, within);
    case 'all':
      return ofAll(plan.of, plan.without, asked, within);
  }
}

/** Whether it is sooner to look at what is left than to ask for it. */
function isToBeLeft({ effort }: Plan, { few, leave }: Asked, within: RowSet): boolean {
  const isLeft = effort > 0 && within.hasAtMost(few);
  if (isLeft && !within.hasAtMost(0)) leave();
  return isLeft;
}

async function ofDay({ bound, value }: DayBound, { kept, last }: Shelf, within: RowSet): Promise<RowSet> {
  const { of, first, final } = await kept.days(last);
  const day = Date.parse(value) / DAY;
  const isWanted = bound === 'since' ? (own: number) => own >= day : (own: number) => own <= day;
  if (isWanted(first) && isWanted(final)) return within;
  return isWanted(first) || isWanted(final) ? within.filter((row) => isWanted(of[row] ?? 0)) : RowSet.of([], last);
}

/** All rows of what FTS5 is asked for; none where nothing can be it. */
async function answerTo(asked: string | null, { kept, last }: Shelf): Promise<RowSet> {
  return asked === null ? RowSet.of([], last) : kept.holding(asked, last);
}

async function ofAny(of: readonly Plan[], asked: Asked, within: RowSet): Promise<RowSet> {
  const each = { ...asked, few: asked.few / PARTS };
  const parts: RowSet[] = [];
  let left = within;
  for (const part of of) {
    const some = await found(part, each, left);
    parts.push(some);
    // What is there already need not be found again, unless there is so much that to leave it out takes longer.
    if (left.isList) left = left.without(some);
  }
  return RowSet.anyOf(parts, asked.shelf.last);
}

async function ofAll(of: readonly Plan[], without: readonly Plan[], asked: Asked, within: RowSet): Promise<RowSet> {
  let left = within;
  for (const part of of) left = await found(part, asked, left);
  for (const part of without) {
    if (isToBeLeft(part, asked, left)) continue;
    left = left.without(await found(part, { ...asked, few: 0 }, left));
  }
  return left;
}
