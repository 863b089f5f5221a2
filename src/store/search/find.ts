/**
 * What a search finds, as numbers of rows. Its parts are asked for one by one, what is known without asking first, and
 * none where nothing is left to find: FTS5 alone would walk through every word of all of them.
 */
import type { Outlet } from '../../domain/outlet.ts';
import type { AllOf, DayBound, Search } from '../../domain/search.ts';
import { DAY } from '../../domain/time.ts';
import type { Engine } from '../engine.ts';
import { numbersRow } from '../rows.ts';
import { expressionOf, type Leaf } from './expression.ts';
import type { KeptRows } from './keptRows.ts';
import { RowSet } from './rowSet.ts';

/** Where a search is asked. */
export interface Shelf {
  readonly engine: Engine;
  readonly kept: KeptRows;
  /** Whether the words of all rows are those of the desk's rules: what they hold never changes then. */
  readonly isSettled: boolean;
  /** Outlets as they are now. */
  readonly outlets: readonly Outlet[];
  /** The highest row there is. */
  readonly last: number;
}

/** Rows in order; some of them may be of no item any more. Unless `isExact` some are not what was asked for. */
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
  const { rows } = await found(search, { shelf, few, leave }, RowSet.all(shelf.last));
  return { rows, isExact };
}

interface Asked {
  readonly shelf: Shelf;
  readonly few: number;
  /** Hears that rows are left that may not be what was asked for. */
  readonly leave: () => void;
}

/** Every part of a choice may leave one of so many of the few. */
const PARTS = 3;

/** What of `within` a search finds. */
async function found(search: Search, asked: Asked, within: RowSet): Promise<RowSet> {
  if (isToBeLeft(search, asked, within)) return within;
  const { shelf } = asked;
  if (isOfWords(search, shelf)) return within.and(await holding(search, shelf));
  switch (search.kind) {
    case 'day':
      return ofDay(search, shelf, within);
    case 'any':
      return ofAny(search.of, asked, within);
    case 'all':
      return ofAll(search, asked, within);
    default:
      return within.and(await holding(search, shelf));
  }
}

/** Whether it is sooner to look at what is left than to ask for it. */
function isToBeLeft(search: Search, asked: Asked, within: RowSet): boolean {
  const isLeft = within.hasAtMost(asked.few) && effortOf(search, asked.shelf) > 0;
  if (isLeft && !within.hasAtMost(0)) asked.leave();
  return isLeft;
}

async function ofDay({ bound, value }: DayBound, { kept, last }: Shelf, within: RowSet): Promise<RowSet> {
  const { of, first, final } = await kept.days(last);
  const day = Date.parse(value) / DAY;
  const isWanted = bound === 'since' ? (own: number) => own >= day : (own: number) => own <= day;
  if (isWanted(first) && isWanted(final)) return within;
  return isWanted(first) || isWanted(final) ? within.filter((row) => isWanted(of[row] ?? 0)) : RowSet.of([], last);
}

/** What FTS5 answers alone. */
async function holding(search: Search, { engine, kept, isSettled, last, outlets }: Shelf): Promise<RowSet> {
  const asked = expressionOf(search, outlets);
  if (asked === null) return RowSet.of([], last);
  if (isSettled) return kept.holding(asked, last);
  return RowSet.of(numbersRow.parse((await engine.all(WORDS, { asked }))[0]).numbers, last);
}

const WORDS = 'SELECT json_group_array(rowid) AS numbers FROM item_words WHERE item_words MATCH :asked';

async function ofAny(of: readonly Search[], asked: Asked, within: RowSet): Promise<RowSet> {
  const { words, others } = sorted(of, asked.shelf);
  const each = { ...asked, few: asked.few / PARTS };
  const parts: RowSet[] = [];
  let left = within;
  for (const part of [...others, ...asOne(words, { kind: 'any', of: words })]) {
    const some = await found(part, each, left);
    parts.push(some);
    // What is there already need not be found again, unless there is so much that to leave it out takes longer.
    if (left.isList) left = left.without(some);
  }
  return RowSet.anyOf(parts, asked.shelf.last);
}

async function ofAll({ of, without }: AllOf, asked: Asked, within: RowSet): Promise<RowSet> {
  const { shelf } = asked;
  const needed = sorted(of, shelf);
  const unwanted = sorted(without, shelf);
  let left = within;
  const isOne = needed.words.length > 0;
  const words = asOne(needed.words, { kind: 'all', of: needed.words, without: unwanted.words });
  for (const part of [...needed.others, ...words]) left = await found(part, asked, left);
  const rest = isOne ? [] : asOne(unwanted.words, { kind: 'any', of: unwanted.words });
  for (const part of [...unwanted.others, ...rest]) {
    if (isToBeLeft(part, asked, left)) continue;
    left = left.without(await found(part, { ...asked, few: 0 }, left));
  }
  return left;
}

/** What FTS5 answers alone, for it asks for its parts together, and the rest, least effort first. */
function sorted(
  parts: readonly Search[],
  shelf: Shelf,
): { readonly words: readonly Search[]; readonly others: readonly Search[] } {
  const others = parts.filter((part) => !isOfWords(part, shelf));
  return {
    words: parts.filter((part) => isOfWords(part, shelf)),
    others: others.sort((a, b) => rankOf(a, shelf) - rankOf(b, shelf)),
  };
}

/** Days are looked at row by row. */
function rankOf(search: Search, shelf: Shelf): number {
  return search.kind === 'day' ? 1 / 2 : effortOf(search, shelf);
}

function asOne(parts: readonly Search[], one: Search): readonly Search[] {
  return parts.length > 0 ? [one] : [];
}

/** How many words have to be asked for. */
function effortOf(search: Search, shelf: Shelf): number {
  if (search.kind === 'any' || search.kind === 'all') return sum(partsOf(search).map((part) => effortOf(part, shelf)));
  return isOfWords(search, shelf) ? 1 : 0;
}

function isOfWords(search: Search, shelf: Shelf): boolean {
  if (search.kind === 'nothing' || search.kind === 'day') return false;
  if (search.kind === 'all' && search.of.length === 0) return false;
  if (search.kind === 'any' || search.kind === 'all') return partsOf(search).every((part) => isOfWords(part, shelf));
  return !isKept(search, shelf);
}

function partsOf(search: Extract<Search, { readonly kind: 'any' | 'all' }>): readonly Search[] {
  return search.kind === 'any' ? search.of : [...search.of, ...search.without];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** Sets, languages and outlets are asked for again and again, and many items are of them. */
function isKept(leaf: Leaf, { isSettled }: Shelf): boolean {
  return isSettled && (leaf.kind === 'facet' || (leaf.kind === 'row' && leaf.by === 'sets'));
}
