/**
 * Developments that a report reads like, by a fixed formula: cosine with what the reports of the development say
 * together, halved after an hour and a half without one, and at least half of them alike.
 */
import { DEVELOPMENT_LIFE, type Development, type JoinReason, type Report } from '../../domain/development.ts';
import type { Item } from '../../domain/item.ts';
import { HOUR } from '../../domain/time.ts';
import type { Commonness } from '../match/commonness.ts';
import { bareStem } from '../match/stems.ts';
import type { Rarity } from '../vector.ts';
import {
  isCast,
  isSaid,
  lengthOf,
  likeness,
  likenessToAll,
  rarityAtLarge,
  tellsEvent,
  textWords,
  titleWords,
} from './likeness.ts';
import { locatesToll, tellOneToll } from './marks.ts';
import { OPENINGS_WITHIN, openingsTell } from './openings.ts';
import { retells } from './retitles.ts';
import { type Shelf, type Shelved, writtenAt } from './shelf.ts';

/**
 * Likeness is halved after an hour and a half without a report, a third of it is left after three: the largest single lever on
 * merging a busy day. It falls more slowly later, because the same words a day after are seldom chance.
 */
const HALVED_AFTER = 1.5 * HOUR;
/** A toll rises for days; reports that count it for the same day or place are known to tell of one event. */
const TOLL_HALVED_AFTER = 12 * HOUR;
const JOIN_FROM = 0.085;
/**
 * The more reports a development has, the more alike another must be: what many say, much is like. Beyond a few and
 * after the first rush, steeply: everything about a story that fills the front pages for days would chain into one.
 */
const JOIN_FROM_MORE = 0.01;
const MANY_REPORTS = 9;
const JOIN_FROM_STEEPLY = 0.075;
const RUSH = HOUR;
/** An outlet that comes back more often than this reports no rush of news, but runs a series. */
const OWN_REPORTS = 3;
/** A title that is nearly alike enough is helped by its opening, where both sides have one. */
const NEARLY = 0.8;
const OPENINGS_WEIGH = 0.065;
/** Of the weight of an item's words, in what it shares with a report told again. */
const RETOLD_FROM = 0.3;
/** Of the weight of an item's title, in what it shares with those its opening is compared with. */
const SHARED_FROM = 0.2;
/** How much more openings must tell than is enough, where a development has more reports than a rush of news. */
const STEEPNESS = 10;
const MEMBER_FROM = 0.06;
const MEMBER_SHARE = 0.5;
const SHARED_KEPT = 6;
/**
 * One word alone makes headlines alike only when about one item in ninety has it or fewer: "talks" are in all that is of
 * some storylines. Natural logarithm of the share, negative.
 */
const RARE_ENOUGH = 4.5;

/** Whether a word of this rarity makes headlines alike by itself. */
export function isRare(rarity: number): boolean {
  return rarity >= RARE_ENOUGH;
}

/**
 * How far apart, in ms, an item and the latest report of a development may have been written for the two to be alike;
 * the same words are alike at any distance.
 */
export function reachOf(item: Item): number {
  return (locatesToll(item) ? TOLL_HALVED_AFTER : HALVED_AFTER) * ((1 + OPENINGS_WEIGH) / JOIN_FROM - 1);
}

/** A development the report reads like, how much, and why. */
export interface Candidate {
  readonly development: Development;
  readonly score: number;
  readonly reason: JoinReason;
  /** The report in it that the outlet of the item tells again; null for one that joins. */
  readonly retells: Report | null;
}

/** The report to place, read once for all developments. */
interface Sought {
  readonly item: Item;
  readonly words: ReadonlySet<string>;
  readonly at: number;
  readonly rarity: Rarity;
  readonly length: number;
  readonly commonness: Commonness;
}

function freshness({ lastAt, development }: Shelved, { item, at }: Sought): number {
  const isToll = locatesToll(item) && development.reports.some((report) => tellOneToll(item, report));
  return 1 / (1 + Math.abs(at - lastAt) / (isToll ? TOLL_HALVED_AFTER : HALVED_AFTER));
}

function steeply({ development: { reports }, firstAt }: Shelved, { item, at }: Sought): number {
  if (reports.length <= MANY_REPORTS) return 0;
  const own = reports.filter((report) => report.source.group === item.source.group).length;
  const late = own >= OWN_REPORTS ? 1 : Math.min(1, Math.abs(at - firstAt) / RUSH);
  return JOIN_FROM_STEEPLY * late * (reports.length - MANY_REPORTS);
}

function joinFrom(shelved: Shelved, sought: Sought): number {
  return JOIN_FROM + JOIN_FROM_MORE * Math.log(shelved.development.reports.length) + steeply(shelved, sought);
}

/** The words both sides hold, those that tell most first. */
function sharedWords({ counts }: Shelved, { words, rarity }: Sought): readonly string[] {
  const shared = [...words].filter((word) => counts.has(word)).sort((a, b) => rarity(b) - rarity(a));
  return shared.slice(0, SHARED_KEPT);
}

function isNearHalf({ development: { reports } }: Shelved, { words, rarity }: Sought): boolean {
  const near = reports.filter((report) => likeness(words, titleWords(report), rarity) >= MEMBER_FROM).length;
  return near >= reports.length * MEMBER_SHARE;
}

/** Whether the words both sides hold are enough to compare them by: two, one of them not of the cast, or a rare one. */
function tells(shared: readonly string[], { commonness, rarity }: Sought): boolean {
  const [first] = shared.filter((word) => tellsEvent(word) && !isCast(word));
  if (first === undefined) return false;
  return shared.filter(tellsEvent).length > 1 || (commonness.hasStem(first) && isRare(rarity(first)));
}

/**
 * How alike the item and the nearest report are, openings and all; 0 where either side has none. Only the words of
 * titles are counted within a storyline.
 */
function openingsAlike({ development: { reports } }: Shelved, { item, commonness }: Sought): number {
  if (item.lede === '') return 0;
  const rarity = rarityAtLarge(commonness);
  const own = textWords(item);
  const told = reports.filter(({ lede }) => lede !== '');
  return Math.max(0, ...told.map((report) => likeness(own, textWords(report), rarity)));
}

/** What their titles say, and where that nearly is enough, their openings. */
function scoreOf(shelved: Shelved, sought: Sought, fresh: number, from: number): number {
  const score = likenessToAll(sought.words, shelved.counts, sought.rarity) * fresh;
  if (score >= from || score < from * NEARLY) return score;
  return score + OPENINGS_WEIGH * openingsAlike(shelved, sought) * fresh;
}

/** Null where their titles alone do not make them alike. */
function byTitles(shelved: Shelved, most: number, sought: Sought, from: number): number | null {
  const fresh = freshness(shelved, sought);
  if (most * fresh < from * NEARLY) return null;
  const score = scoreOf(shelved, sought, fresh, from);
  if (score < from || !tells(sharedWords(shelved, sought), sought)) return null;
  return isNearHalf(shelved, sought) ? score : null;
}

/** Their titles share what a store looks for, and with their openings they say the same: so much as is just enough. */
function byOpenings(shelved: Shelved, most: number, sought: Sought, from: number): number | null {
  const gap = Math.abs(sought.at - shelved.lastAt);
  if (most < SHARED_FROM || gap > OPENINGS_WITHIN || !tells(sharedWords(shelved, sought), sought)) return null;
  const enough = 1 + STEEPNESS * steeply(shelved, sought);
  return openingsTell(shelved.development, sought) >= enough ? from : null;
}

/** `most` is what their titles' likeness cannot exceed: the weight of the words they share, whatever else is said. */
function alike(shelved: Shelved, most: number, sought: Sought): Candidate | null {
  const from = joinFrom(shelved, sought);
  const score = byTitles(shelved, most, sought, from) ?? byOpenings(shelved, most, sought, from);
  if (score === null) return null;
  const shared = sharedWords(shelved, sought).filter(isSaid).map(bareStem);
  const reason = { rule: 'alike' as const, score: Math.round(score * 100) / 100, shared };
  return { development: shelved.development, score, reason, retells: null };
}

function isSame(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return words.size === other.size && [...words].every((word) => other.has(word));
}

function sameTitle({ development }: Shelved, { words }: Sought): Candidate | null {
  const twin = development.reports.find((report) => isSame(words, titleWords(report)));
  if (!twin) return null;
  return { development, score: 1, reason: { rule: 'same_title', report: twin.item }, retells: null };
}

/** A report told again shares most of what it says, and is looked for as far as a store looks. */
function retold({ development, lastAt }: Shelved, most: number, { item, at }: Sought): Candidate | null {
  if (most < RETOLD_FROM || Math.abs(at - lastAt) > reachOf(item)) return null;
  const before = development.reports.findLast((report) => retells(item, report));
  return before ? { development, score: 1, reason: before.joined, retells: before } : null;
}

/** Of words that weigh less together some are missing. */
const ALL = 0.999;

function candidateIn(shelved: Shelved, most: number, sought: Sought): Candidate | null {
  const again = retold(shelved, most, sought) ?? (most > ALL ? sameTitle(shelved, sought) : null);
  return again ?? alike(shelved, most, sought);
}

/** The developments of a shelf that a report may join, in no order. */
export function candidatesFor(item: Item, shelf: Shelf, rarity: Rarity, commonness: Commonness): readonly Candidate[] {
  const words = titleWords(item);
  const sought: Sought = { item, words, at: writtenAt(item), rarity, length: lengthOf(words, rarity), commonness };
  const candidates: Candidate[] = [];
  for (const [shelved, weight] of shelf.sharing(words, (word) => rarity(word) ** 2)) {
    const most = Math.sqrt(weight) / sought.length;
    if (most < JOIN_FROM * NEARLY || Math.abs(sought.at - shelved.firstAt) > DEVELOPMENT_LIFE) continue;
    const candidate = candidateIn(shelved, most, sought);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}
