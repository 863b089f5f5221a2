/** One pass over the items of the past: what a query hits, nearly hits, and is kept from hitting. Each item is read once. */
import type { Extent } from '../../domain/search.ts';
import type { CompiledQuery } from '../match/compile.ts';
import { type ReadItem, readItem } from '../match/fields.ts';
import { withoutOf } from '../match/query.ts';
import { satisfies } from '../match/satisfies.ts';
import { extentOf, isRight, type PastText, type Read } from './item.ts';
import { sieveOf } from './sieve.ts';

/** What a survey looks for. */
export interface Asked {
  readonly query: CompiledQuery;
  /** A query to compare with. */
  readonly other: CompiledQuery | null;
  /** What right items are labelled; null where nobody said which items are right. */
  readonly label: string | null;
  /** Brings in what the query misses, as a profile does by likeness; null where only the query counts. */
  readonly joins: ((item: ReadItem) => boolean) | null;
}

/** An item that lacks one group, by its place among the query's groups. */
export interface NearMiss extends Read {
  readonly lacks: number;
}

/** What the items hold of a query; every list in time order. */
export interface Survey extends Extent {
  readonly asked: Asked;
  readonly hits: readonly Read[];
  /** Hits the query misses and likeness brought. */
  readonly joined: readonly Read[];
  /** Items that lack one group alone and that nothing stops; not more than `KEPT` of them. */
  readonly nearMisses: readonly NearMiss[];
  /** By group, how many items lack it alone and are not stopped: all of them. */
  readonly lost: readonly number[];
  /** Items that hold every group, and a NOT-term. */
  readonly stopped: readonly Read[];
  readonly otherHits: readonly Read[];
  /** Items anybody labelled. */
  readonly labelled: number;
  /** Items labelled as right, and of them those no hit. */
  readonly right: number;
  readonly missed: readonly Read[];
}

/** Near misses kept for a closer look: a query that nearly hits more is too broad whatever they hold. */
export const KEPT = 20_000;

/**
 * Surveys the items for every asked query; one survey for each. Where they are not `all` there is, they hold at least
 * what `narrowed` finds.
 */
export function surveyItems(
  asked: readonly Asked[],
  items: readonly PastText[],
  all: Extent = extentOf(items),
): readonly Survey[] {
  const growing = openSurvey(asked, new Set(items.flatMap(({ labels }) => labels ?? [])));
  for (const item of items) growing.take(item);
  return growing.surveys(all);
}

/** A survey that is made item by item, by whoever must not keep others waiting. */
export interface GrowingSurvey {
  /** The items come in time order. */
  readonly take: (item: PastText) => void;
  readonly surveys: (all: Extent) => readonly Survey[];
}

/** `labels` are all that any item carries. */
export function openSurvey(asked: readonly Asked[], labels: ReadonlySet<string>): GrowingSurvey {
  const sieve = sieveOf(asked.flatMap(({ query, other }) => (other ? [query, other] : [query])));
  let next = 0;
  const surveyors = asked.map((each) => {
    const at = next;
    next += each.other ? 2 : 1;
    return openSurveyor({ ...each, label: labelAmong(each.label, labels) }, at, sieve.isTold[at] ?? []);
  });
  const take = (item: PastText) => {
    const lacking = sieve.lacking([item.title, item.lede]);
    let known: ReadItem | null = null;
    const read = () => {
      known ??= readItem(item);
      return known;
    };
    for (const surveyor of surveyors) surveyor.take({ item, lacking, read });
  };
  return { take, surveys: (all) => surveyors.map(({ found }) => ({ ...found, ...all })) };
}

/** A label that no item carries was not asked after, so that nothing is wrong for lacking it. */
function labelAmong(label: string | null, labels: ReadonlySet<string>): string | null {
  return label !== null && labels.has(label) ? label : null;
}

/** An item whose fields are read when somebody must know them. */
interface Offered {
  readonly item: PastText;
  /** By query of the sieve, the groups the item cannot hold. */
  readonly lacking: readonly (readonly number[])[];
  readonly read: () => ReadItem;
}

interface Surveyor {
  readonly take: (offered: Offered) => void;
  readonly found: Found;
}

/** A survey while it grows. */
interface Found {
  readonly asked: Asked;
  readonly hits: Read[];
  readonly joined: Read[];
  readonly nearMisses: NearMiss[];
  readonly lost: number[];
  readonly stopped: Read[];
  readonly otherHits: Read[];
  readonly missed: Read[];
  labelled: number;
  right: number;
}

function nothingFound(asked: Asked): Found {
  const lost = asked.query.groups.map(() => 0);
  const counts = { labelled: 0, right: 0 };
  return { asked, hits: [], joined: [], nearMisses: [], lost, stopped: [], otherHits: [], missed: [], ...counts };
}

/** `at` is the place of the query in the sieve; the one to compare with stands behind it. */
function openSurveyor(asked: Asked, at: number, told: readonly boolean[]): Surveyor {
  const found = nothingFound(asked);
  const { query, other, joins } = asked;
  const mostLacking = query.groups.length > 1 ? 1 : 0;
  const isTold = (lacks: number) => told.some((isSo, group) => isSo && group !== lacks);
  return {
    found,
    take({ item, lacking, read }) {
      if (other && lacking[at + 1]?.length === 0 && satisfies(other.query, read())) {
        found.otherHits.push({ item, read: read() });
      }
      const surely = lacking[at] ?? [];
      const isNear = joins !== null || surely.length <= mostLacking;
      const isHit = isNear && place({ item, read: read() }, surely, found, isTold) === 'hit';
      countLabels(item, isHit, read, found);
    },
  };
}

function countLabels(item: PastText, isHit: boolean, read: () => ReadItem, found: Found): void {
  const right = isRight(item, found.asked.label);
  if (right === null) return;
  found.labelled += 1;
  if (!right) return;
  found.right += 1;
  if (!isHit) found.missed.push({ item, read: read() });
}

/** Puts an item where it belongs. `isTold` says whether words tell of any group beside the one that is lacking. */
function place(
  each: Read,
  surely: readonly number[],
  found: Found,
  isTold: (lacks: number) => boolean,
): 'hit' | 'none' {
  const { query, joins } = found.asked;
  const lacks = lackingOf(query, each.read, surely);
  if (lacks.length === 0 && satisfies(query.query, each.read)) return hit(each, found.hits);
  if (joins?.(each.read)) {
    found.joined.push(each);
    return hit(each, found.hits);
  }
  const [only] = lacks;
  if (only === undefined) found.stopped.push(each);
  else if (lacks.length === 1 && isTold(only) && !isStopped(query, each.read)) miss({ ...each, lacks: only }, found);
  return 'none';
}

function hit(each: Read, hits: Read[]): 'hit' {
  hits.push(each);
  return 'hit';
}

function miss(each: NearMiss, found: Found): void {
  found.lost[each.lacks] = (found.lost[each.lacks] ?? 0) + 1;
  if (found.nearMisses.length < KEPT) found.nearMisses.push(each);
}

/** The groups an item lacks, beginning with those it surely does; two of them are as good as all. */
function lackingOf({ groups }: CompiledQuery, read: ReadItem, surely: readonly number[]): readonly number[] {
  const lacks = [...surely];
  for (const [index, { query }] of groups.entries()) {
    if (lacks.length > 1) return lacks;
    if (!surely.includes(index) && !satisfies(query, read)) lacks.push(index);
  }
  return lacks;
}

/** Whether a NOT-term of the whole query stands in the item. */
function isStopped({ query }: CompiledQuery, read: ReadItem): boolean {
  return withoutOf(query).some((stop) => satisfies(stop, read));
}
