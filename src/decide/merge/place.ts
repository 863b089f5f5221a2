/**
 * Where a report belongs: a development of its storyline, or a new one. The formula is fixed: cosine with what the
 * reports of the development say together, halved after two hours, and at least half of them alike; never across
 * different dates, numbers or turns of events.
 */
import type { ChangeOf } from '../../domain/change.ts';
import type { Development, JoinReason, Report } from '../../domain/development.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Item } from '../../domain/item.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { DAY, HOUR, type Instant } from '../../domain/time.ts';
import { developmentId } from '../ids.ts';
import type { Commonness } from '../match/commonness.ts';
import { bareStem } from '../match/stems.ts';
import type { Rarity } from '../vector.ts';
import { conflictWith, versionsOf } from './conflict.ts';
import { likeness, likenessToAll, rarityAmong, titleWords } from './likeness.ts';
import { tellOneToll } from './marks.ts';
import { type Shelved, shelfOf, writtenAt } from './shelf.ts';

/** A development takes in reports for this long after it opened; longer, and a mega-story chains into one. */
export const DEVELOPMENT_LIFE = 2 * DAY;

/**
 * Likeness is halved after two hours without a report, a third of it is left after four: the largest single lever on
 * merging a busy day. It falls more slowly later, because the same words a day after are seldom chance.
 */
const HALVED_AFTER = 2 * HOUR;
/** A toll rises for days; reports that count it for the same day are known to tell of one event. */
const TOLL_HALVED_AFTER = 12 * HOUR;
const JOIN_FROM = 0.09;
/**
 * The more reports a development has, the more alike another must be: what many say, much is like. Beyond a few and
 * after the first rush, steeply: everything about a story that fills the front pages for days would chain into one.
 */
const JOIN_FROM_MORE = 0.01;
const MANY_REPORTS = 9;
const JOIN_FROM_STEEPLY = 0.06;
const RUSH = HOUR;
/** An outlet that comes back more often than this reports no rush of news, but runs a series. */
const OWN_REPORTS = 3;
const MEMBER_FROM = 0.06;
const MEMBER_SHARE = 0.5;
const SHARED_KEPT = 6;

export interface Placing {
  readonly item: Item;
  readonly storyline: Storyline;
  /** The deadline version the item speaks of, as `<deadline>/<number>`; null when it names none. */
  readonly speaksOf: string | null;
  /** Developments may be of other storylines as well. */
  readonly facts: Pick<Facts, 'developments' | 'deadlines'>;
  readonly commonness: Commonness;
  readonly now: Instant;
}

export type Placed = ChangeOf<'development.opened' | 'development.joined'>;

interface Candidate {
  readonly development: Development;
  readonly score: number;
  readonly reason: JoinReason;
}

function reportOf(item: Item, joined: JoinReason): Report {
  const { id, source, title, lede, link, published, seen } = item;
  return { item: id, source, title, lede, link, published, seen, joined };
}

/** Whether its reports stand behind the version that the item speaks of. */
function agrees(development: Development, { speaksOf, facts }: Placing): boolean {
  return speaksOf !== null && versionsOf(development, facts.deadlines).has(speaksOf);
}

function isAlive({ firstAt }: Shelved, item: Item): boolean {
  return Math.abs(writtenAt(item) - firstAt) <= DEVELOPMENT_LIFE;
}

function decay({ lastAt, development }: Shelved, item: Item): number {
  const isToll = development.reports.some((report) => tellOneToll(item, report));
  return 1 / (1 + Math.abs(writtenAt(item) - lastAt) / (isToll ? TOLL_HALVED_AFTER : HALVED_AFTER));
}

/** The words both sides hold, those that tell most first. */
function sharedWords(own: ReadonlySet<string>, { counts }: Shelved, rarity: Rarity): readonly string[] {
  const shared = [...own].filter((word) => counts.has(word)).sort((a, b) => rarity(b) - rarity(a));
  return shared.slice(0, SHARED_KEPT).map(bareStem);
}

function joinFrom({ development: { reports }, firstAt }: Shelved, item: Item): number {
  const own = reports.filter((report) => report.source.group === item.source.group).length;
  const late = own >= OWN_REPORTS ? 1 : Math.min(1, Math.abs(writtenAt(item) - firstAt) / RUSH);
  const steeply = JOIN_FROM_STEEPLY * late * Math.max(0, reports.length - MANY_REPORTS);
  return JOIN_FROM + JOIN_FROM_MORE * Math.log(reports.length) + steeply;
}

function alike(shelved: Shelved, item: Item, rarity: Rarity): Candidate | null {
  const own = titleWords(item);
  const { development, counts } = shelved;
  const { reports } = development;
  const score = likenessToAll(own, counts, rarity) * decay(shelved, item);
  if (score < joinFrom(shelved, item)) return null;
  const near = reports.filter((report) => likeness(own, titleWords(report), rarity) >= MEMBER_FROM).length;
  if (near < reports.length * MEMBER_SHARE) return null;
  const shared = sharedWords(own, shelved, rarity);
  return { development, score, reason: { rule: 'alike', score: Math.round(score * 100) / 100, shared } };
}

function isSame(own: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return own.size === other.size && [...own].every((word) => other.has(word));
}

function sameTitle({ development }: Shelved, item: Item): Candidate | null {
  const own = titleWords(item);
  const twin = development.reports.find((report) => isSame(own, titleWords(report)));
  return twin ? { development, score: 1, reason: { rule: 'same_title', report: twin.item } } : null;
}

/** The most alike first; of equals one that speaks of the same date. */
function inOrder(candidates: readonly Candidate[], placing: Placing): readonly Candidate[] {
  const agreement = ({ development }: Candidate) => Number(agrees(development, placing));
  const byId = (a: Candidate, b: Candidate) => (a.development.id < b.development.id ? -1 : 1);
  return [...candidates].sort((a, b) => b.score - a.score || agreement(b) - agreement(a) || byId(a, b));
}

interface Best {
  /** Where the report belongs; null when it opens a development. */
  readonly joins: Candidate | null;
  /** The development it reads like most, had nothing kept it out, and what did. */
  readonly follows: { readonly development: Development; readonly because: string } | null;
}

function apart({ development }: Candidate, { item, speaksOf, facts }: Placing): string | null {
  return conflictWith(development, item, speaksOf, facts.deadlines);
}

function bestFor(placing: Placing): Best {
  const [first, ...rest] = inOrder(candidatesFor(placing), placing);
  const because = first ? apart(first, placing) : null;
  if (!first || because === null) return { joins: first ?? null, follows: null };
  const joins = rest.find((candidate) => apart(candidate, placing) === null) ?? null;
  return { joins, follows: { development: first.development, because } };
}

function candidatesFor({ item, facts, storyline, commonness }: Placing): readonly Candidate[] {
  const shelf = shelfOf(facts.developments, storyline.slug);
  const rarity = rarityAmong(shelf.counts, shelf.total, commonness);
  const alive = shelf.holding(titleWords(item)).filter((shelved) => isAlive(shelved, item));
  return alive.flatMap((shelved) => sameTitle(shelved, item) ?? alike(shelved, item, rarity) ?? []);
}

function opened({ item, storyline, now }: Placing, follows: Best['follows']): Placed {
  const id = developmentId(storyline.slug, item);
  const reports = [reportOf(item, { rule: 'opened' })];
  const development = { id, storyline: storyline.slug, rev: 1, openedAt: now, lastAt: now, reports };
  const because = follows
    ? `it follows ${follows.development.id}: ${follows.because}`
    : 'no development of the storyline reads like it';
  return { kind: 'development.opened', development, because };
}

const WORDS: { readonly [Rule in JoinReason['rule']]: string } = {
  opened: 'it opened the development',
  same_article: 'the same article',
  same_title: 'the same title',
  alike: 'it reads like the reports already there',
};

/** The change that puts a report where it belongs, with the reason kept in the report. */
export function placeReport(placing: Placing): Placed {
  const { joins, follows } = bestFor(placing);
  if (!joins) return opened(placing, follows);
  const { development, reason } = joins;
  const report = reportOf(placing.item, reason);
  return {
    kind: 'development.joined',
    id: development.id,
    rev: development.rev + 1,
    report,
    because: WORDS[reason.rule],
  };
}
