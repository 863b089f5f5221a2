/**
 * Where a report belongs: a development of its storyline, or a new one. The formula is fixed: cosine with what the
 * reports of the development say together, halved after two hours, and at least half of them alike; never across
 * different dates.
 */
import type { ChangeOf } from '../../domain/change.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Development, JoinReason, Report } from '../../domain/development.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Item } from '../../domain/item.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { DAY, HOUR, type Instant } from '../../domain/time.ts';
import { developmentId } from '../ids.ts';
import type { Commonness } from '../match/commonness.ts';
import { bareStem } from '../match/stems.ts';
import type { Rarity } from '../vector.ts';
import { likeness, likenessToAll, rarityAmong, titleWords } from './likeness.ts';
import { type Shelved, shelfOf, writtenAt } from './shelf.ts';

/** A development takes in reports for this long after it opened; longer, and a mega-story chains into one. */
export const DEVELOPMENT_LIFE = 2 * DAY;

/**
 * Likeness is halved after two hours without a report, a third of it is left after four: the largest single lever on
 * merging a busy day. It falls more slowly later, because the same words a day after are seldom chance.
 */
const HALVED_AFTER = 2 * HOUR;
const JOIN_FROM = 0.09;
/** The more reports a development has, the more alike another must be: what many say, much is like. */
const JOIN_FROM_MORE = 0.01;
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

/** Versions that the reports of a development stand behind. */
function versionsOf(development: Development, deadlines: readonly Deadline[]): ReadonlySet<string> {
  const items = new Set(development.reports.map((report) => report.item));
  const said = deadlines.flatMap((deadline) => [
    ...deadline.versions
      .filter((version) => version.evidence && items.has(version.evidence.item))
      .map((version) => `${deadline.id}/${version.number}`),
    ...deadline.confirmations
      .filter((one) => items.has(one.evidence.item))
      .map((one) => `${deadline.id}/${one.version}`),
  ]);
  return new Set(said);
}

function conflicts(development: Development, { speaksOf, facts }: Placing): boolean {
  if (speaksOf === null) return false;
  const versions = versionsOf(development, facts.deadlines);
  return versions.size > 0 && !versions.has(speaksOf);
}

/** Whether its reports stand behind the version that the item speaks of. */
function agrees(development: Development, { speaksOf, facts }: Placing): boolean {
  return speaksOf !== null && versionsOf(development, facts.deadlines).has(speaksOf);
}

function isAlive({ firstAt }: Shelved, item: Item): boolean {
  return Math.abs(writtenAt(item) - firstAt) <= DEVELOPMENT_LIFE;
}

function decay({ lastAt }: Shelved, item: Item): number {
  return 1 / (1 + Math.abs(writtenAt(item) - lastAt) / HALVED_AFTER);
}

/** The words both sides hold, those that tell most first. */
function sharedWords(own: ReadonlySet<string>, { counts }: Shelved, rarity: Rarity): readonly string[] {
  const shared = [...own].filter((word) => counts.has(word)).sort((a, b) => rarity(b) - rarity(a));
  return shared.slice(0, SHARED_KEPT).map(bareStem);
}

function alike(shelved: Shelved, item: Item, rarity: Rarity): Candidate | null {
  const own = titleWords(item);
  const { development, counts } = shelved;
  const { reports } = development;
  const score = likenessToAll(own, counts, rarity) * decay(shelved, item);
  if (score < JOIN_FROM + JOIN_FROM_MORE * Math.log(reports.length)) return null;
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

function bestFor(placing: Placing): Candidate | null {
  const { item, facts, storyline, commonness } = placing;
  const shelf = shelfOf(facts.developments, storyline.slug);
  const rarity = rarityAmong(shelf.counts, shelf.total, commonness);
  const alive = shelf.holding(titleWords(item)).filter((shelved) => isAlive(shelved, item));
  const candidates = alive.flatMap((shelved) => sameTitle(shelved, item) ?? alike(shelved, item, rarity) ?? []);
  return inOrder(candidates, placing).find(({ development }) => !conflicts(development, placing)) ?? null;
}

function opened({ item, storyline, now }: Placing): Placed {
  const id = developmentId(storyline.slug, item);
  const reports = [reportOf(item, { rule: 'opened' })];
  const development = { id, storyline: storyline.slug, rev: 1, openedAt: now, lastAt: now, reports };
  return { kind: 'development.opened', development, because: 'no development of the storyline reads like it' };
}

const WORDS: { readonly [Rule in JoinReason['rule']]: string } = {
  opened: 'it opened the development',
  same_article: 'the same article',
  same_title: 'the same title',
  alike: 'it reads like the reports already there',
};

/** The change that puts a report where it belongs, with the reason kept in the report. */
export function placeReport(placing: Placing): Placed {
  const best = bestFor(placing);
  if (!best) return opened(placing);
  const { development, reason } = best;
  const report = reportOf(placing.item, reason);
  return {
    kind: 'development.joined',
    id: development.id,
    rev: development.rev + 1,
    report,
    because: WORDS[reason.rule],
  };
}
